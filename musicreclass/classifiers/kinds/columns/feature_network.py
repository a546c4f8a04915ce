"""The network of kinds that are given features: scaled columns, layers, and a linear head."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from torch import Tensor, nn

from musicreclass.classifiers.feature_set import FeatureSet, Scaling
from musicreclass.classifiers.kinds.network import (
    Config,
    Network,
    Prepared,
    array,
    eval_mode,
    wanted,
)
from musicreclass.classifiers.mel_summary import summarise
from musicreclass.classifiers.spec import (
    FeatureRow,
    FeatureRows,
    Mel,
    NetworkAnswer,
    NetworkAnswers,
    Port,
    check_used,
)
from musicreclass.core.analysis import MelSpec


class FeatureConfig(Config, Protocol):
    """The shape of a `FeatureNetwork`."""

    @property
    def mel(self) -> MelSpec | None:
        """The mel whose summary is looked at, None where none is."""

    @property
    def features(self) -> FeatureSet: ...

    @property
    def used(self) -> tuple[str, ...]:
        """The columns of `features` that the network sees."""


@dataclass(frozen=True, slots=True)
class ColumnsConfig:
    """What the shapes have in common of networks whose head stands upon the columns themselves."""

    features: FeatureSet
    used: tuple[str, ...]  # columns of `features`; the network sees no others

    def __post_init__(self) -> None:
        check_used(self.features.columns, self.used)

    @property
    def mel(self) -> MelSpec | None:
        return None

    @property
    def measured(self) -> FeatureSet | None:
        return self.features

    @property
    def embedding_width(self) -> int:
        return len(self.used)


class FeatureNetwork(Network):
    """Log-probabilities of genres from features, robustly scaled by what it carries along."""

    config: FeatureConfig
    centre: Tensor  # shape (n_used,)
    spread: Tensor  # shape (n_used,), above 0

    def __init__(
        self,
        config: FeatureConfig,
        layers: Iterable[nn.Module],
        n_genres: int,
        clip: float | None = None,
    ) -> None:
        """Make a network with `layers` between the scaled columns and the head.

        Args:
            clip: spreads from the centre; None lets everything through.
        """
        super().__init__(config, n_genres)
        self.clip = clip
        self.register_buffer("centre", torch.zeros(len(config.used)))
        self.register_buffer("spread", torch.ones(len(config.used)))
        self.trunk = nn.Sequential(*layers)  # the weights' name in files
        self.head = nn.Linear(config.embedding_width, n_genres)

    def selected(self, rows: FeatureRows) -> FeatureRows:
        """Return the columns that the network uses, shape (n_tracks, n_used).

        Raises:
            UnfitSound: there are more or fewer columns than agreed, or numbers are missing.
        """
        return self.config.features.selected(rows, self.config.used)

    def rows_of(self, features: FeatureRows | None, mels: Iterable[Mel] | None) -> FeatureRows:
        """Return the features of each track: those measured of the sound, or summaries of mels."""
        if self.config.mel is None:
            return wanted(features, "features")
        return np.stack([summarise(mel, self.config.mel) for mel in wanted(mels, "mels")])

    def learn_scaling(self, rows: FeatureRows) -> None:
        """Take centre and spread of each column from the tracks that are trained on."""
        scaling = Scaling.of(self.selected(rows))
        self.centre.copy_(torch.from_numpy(scaling.centre))
        self.spread.copy_(torch.from_numpy(scaling.spread))

    def scaled(self, selected: Tensor) -> Tensor:
        """Return the columns around 0 and of one size, shape (n_tracks, n_used)."""
        scaled = (selected - self.centre) / self.spread
        return scaled if self.clip is None else scaled.clamp(-self.clip, self.clip)

    def embed(self, selected: Tensor) -> Tensor:
        """Return the last layer but the head, shape (n_tracks, embedding_width)."""
        embedding: Tensor = self.trunk(self.scaled(selected))
        return embedding

    def forward(self, selected: Tensor) -> Tensor:
        """Return logits, shape (n_tracks, n_genres), for the columns in use."""
        logits: Tensor = self.head(self.embed(selected))
        return logits

    def prepared(self, features: FeatureRow | None, mel: Mel | None) -> Prepared:
        rows = self.rows_of(
            None if features is None else features[None], None if mel is None else [mel]
        )
        return Prepared((np.ascontiguousarray(self.selected(rows)),))

    def infer(self, *prepared: Tensor) -> tuple[Tensor, ...]:
        embeddings = self.embed(*prepared)
        return torch.log_softmax(self.head(embeddings), dim=1), embeddings

    def answer_of(self, outputs: Sequence[Tensor], starts: tuple[int, ...]) -> NetworkAnswer:
        log_probs, embeddings = map(array, outputs)
        return NetworkAnswer(log_probs[0], embeddings[0])

    def answers(
        self, features: FeatureRows | None, mels: Sequence[Mel] | None = None
    ) -> NetworkAnswers:
        rows = np.ascontiguousarray(self.selected(self.rows_of(features, mels)))
        with eval_mode(self) as device:
            return NetworkAnswers(*map(array, self.infer(torch.from_numpy(rows).to(device))))

    @property
    def is_of_patches(self) -> bool:
        return set(self.config.used) <= set(self.config.features.encoder_columns)

    @property
    def inputs(self) -> tuple[Port, ...]:
        return (Port("features", ("tracks", len(self.config.used))),)

    @property
    def feeding(self) -> tuple[str, ...]:
        return feeding_features(self.config.features, is_summary=self.config.mel is not None)


def feeding_features(features: FeatureSet, *, is_summary: bool) -> tuple[str, ...]:
    """Say how to get from the sound, or from its mel, to the columns that a graph is fed."""
    encoder = features.encoder
    if encoder is not None and encoder.wave is not None:
        return (
            f"Have the encoder whose files have the sum {encoder.digest}, as "
            "musicreclass.classifiers.encoders.shelf makes it, say what it has to say of "
            f"{encoder.patches} patches of {encoder.wave.seconds} s at "
            f"{encoder.wave.sample_rate} Hz all over the track, and take the mean.",
            "Feed the columns listed under config, used: those alone and in that order, a row "
            "for each track. They are scaled and clipped inside the graph.",
        )
    module = "classifiers.mel_summary" if is_summary else "audio.features.fma_features"
    of_what = "picture" if is_summary else "sound"
    return (
        f"Measure the features {features.definition} of the {of_what}, as "
        f"musicreclass.{module} does.",
        "Feed the columns listed under config, used: those alone and in that order, a row for "
        "each track. They are scaled and clipped inside the graph.",
    )
