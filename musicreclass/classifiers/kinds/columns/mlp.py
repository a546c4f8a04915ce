"""A small multi-layer perceptron on features of the whole sound, or on summaries of mels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

import numpy as np
from torch import nn

from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.columns.feature_network import FeatureNetwork
from musicreclass.classifiers.kinds.fitter import Fitter, FitWork, Tracks
from musicreclass.classifiers.kinds.network import ClassifierKind
from musicreclass.classifiers.runtime import one_thread
from musicreclass.classifiers.spec import (
    FeatureRows,
    check_bands,
    check_dropout,
    check_positive,
    check_used,
    check_widths,
)
from musicreclass.core.analysis import MelSpec
from musicreclass.core.plain import spelt_fields

EPOCH_SECONDS = 0.00032  # a track


def _fit_seconds(work: FitWork) -> float:
    return work.n_fitted * work.epochs * EPOCH_SECONDS


@dataclass(frozen=True, slots=True)
class MlpConfig:
    """The shape of an `MlpNetwork`."""

    kind: ClassVar[ClassifierKind] = ClassifierKind("mlp", _fit_seconds, is_cheap=True)

    features: FeatureSet
    used: tuple[str, ...]  # columns of `features`; the network sees no others
    hidden: tuple[int, ...] = (256, 128)  # the last is the width of the embedding
    dropout: float = 0.3
    clip: float | None = 5.0  # spreads from the centre; None lets everything through
    mel: MelSpec | None = None  # what `mel_summary` sums up; None: measured of the whole sound

    def __post_init__(self) -> None:
        check_used(self.features.columns, self.used)
        check_widths(self.hidden)
        check_dropout(self.dropout)
        if self.clip is not None:
            check_positive("clip", self.clip)
        if self.mel is not None:
            check_bands(self.mel)

    def key(self) -> str:
        """Return what it is known by in checkpoints."""
        return spelt_fields("MlpConfig", self)

    @property
    def measured(self) -> FeatureSet | None:
        return self.features if self.mel is None else None

    @property
    def embedding_width(self) -> int:
        return self.hidden[-1]

    def build(self, n_genres: int) -> MlpNetwork:
        return MlpNetwork(self, n_genres)


class MlpNetwork(FeatureNetwork):
    """Hidden layers with dropout, fitted in epochs."""

    def __init__(self, config: MlpConfig, n_genres: int) -> None:
        super().__init__(config, _hidden_layers(config), n_genres, config.clip)

    def fit(self, fitter: Fitter) -> None:
        variants = [
            rows
            for some in (fitter.tracks, *fitter.copies)
            for rows in self._variants(some, fitter)
        ]
        self.learn_scaling(np.concatenate(variants))
        with one_thread():  # a second one gains little, and loses much where others want it
            fitter.fit_rows(self, np.stack([self.selected(rows) for rows in variants]))

    def _variants(self, some: Tracks, fitter: Fitter) -> Iterator[FeatureRows]:
        """Yield the features of tracks, and of their mels as other channels would record them."""
        yield self.rows_of(some.features, some.mels)
        if self.config.mel is not None:
            for mels in fitter.augmented(some, self.config.mel):
                yield self.rows_of(None, mels)


def _hidden_layers(config: MlpConfig) -> Iterator[nn.Module]:
    for n_in, n_out in pairwise((len(config.used), *config.hidden)):
        yield from (nn.Linear(n_in, n_out), nn.ReLU(), nn.Dropout(config.dropout))
