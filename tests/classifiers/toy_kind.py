"""A kind of classifier in one file: each band's mean over the track, and one linear layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import torch
from torch import Tensor, nn

from musicreclass.classifiers.kinds.fitter import Fitter, FitWork
from musicreclass.classifiers.kinds.network import ClassifierKind, Network, Prepared, array, wanted
from musicreclass.classifiers.spec import FeatureRow, Mel, NetworkAnswer, Port
from musicreclass.core.analysis import MelSpec
from musicreclass.core.plain import spelt_fields


def _fit_seconds(work: FitWork) -> float:
    return work.n_fitted * work.epochs * 0.0001


@dataclass(frozen=True, slots=True)
class ToyConfig:
    kind: ClassVar[ClassifierKind] = ClassifierKind("toy", _fit_seconds)

    mel: MelSpec

    def key(self) -> str:
        return spelt_fields("ToyConfig", self)

    @property
    def measured(self) -> None:
        return None

    @property
    def embedding_width(self) -> int:
        return self.mel.n_mels

    def build(self, n_genres: int) -> ToyNetwork:
        return ToyNetwork(self, n_genres)


class ToyNetwork(Network):
    config: ToyConfig

    def __init__(self, config: ToyConfig, n_genres: int) -> None:
        super().__init__(config, n_genres)
        self.head = nn.Linear(config.mel.n_mels, n_genres)

    def forward(self, levels: Tensor) -> Tensor:
        logits: Tensor = self.head(levels)
        return logits

    def prepared(self, features: FeatureRow | None, mel: Mel | None) -> Prepared:
        return Prepared((_levels([wanted(mel, "mels")]),))

    def infer(self, *prepared: Tensor) -> tuple[Tensor, ...]:
        (levels,) = prepared
        return torch.log_softmax(self(levels), dim=1), levels + 0.0

    def answer_of(self, outputs: Sequence[Tensor], starts: tuple[int, ...]) -> NetworkAnswer:
        log_probs, levels = map(array, outputs)
        return NetworkAnswer(log_probs[0], levels[0])

    def fit(self, fitter: Fitter) -> None:
        variants = (fitter.tracks, *fitter.copies)
        fitter.fit_rows(self, np.stack([_levels(wanted(some.mels, "mels")) for some in variants]))

    @property
    def inputs(self) -> tuple[Port, ...]:
        return (Port("levels", ("tracks", self.config.mel.n_mels)),)

    @property
    def feeding(self) -> tuple[str, ...]:
        return ("Feed each band's mean over the track, in hundreds of dB.",)


def _levels(mels: Sequence[Mel]) -> FeatureRow:
    return np.stack([mel.mean(axis=1, dtype=np.float32) / np.float32(100.0) for mel in mels])
