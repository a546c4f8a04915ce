"""Features of the sound and what a backbone makes of its mel, looked at together by one layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from musicreclass.classifiers.feature_set import FeatureSet, Scaling
from musicreclass.classifiers.kinds.chunks.chunk_network import feeding_chunks
from musicreclass.classifiers.kinds.chunks.cnn import LOOK_SECONDS, CnnConfig, ShortChunkCnn
from musicreclass.classifiers.kinds.columns.feature_network import feeding_features
from musicreclass.classifiers.kinds.columns.rbf import QuantileTransform
from musicreclass.classifiers.kinds.fitter import Fitter, FitWork
from musicreclass.classifiers.kinds.network import ClassifierKind, Network, Prepared, array, wanted
from musicreclass.classifiers.spec import (
    FeatureRow,
    FeatureRows,
    Mel,
    NetworkAnswer,
    Port,
    check_knots,
    check_used,
    check_widths,
)
from musicreclass.core.analysis import MelSpec
from musicreclass.core.plain import stored_as

# The figures did well on four folders of 70 tracks, parted into folds in twelve ways other than
# those that the README tells of. Half or twice the freedom, shares of 0.55 and 0.8, one variant of
# each track or twenty were right as often within half a point. Without the changes, it was less by
# 0.9.
FREEDOM = 0.03  # how far weights may grow to get known tracks right
BACKBONE_SHARE = 0.65  # as if what the backbone says were so much smaller than features
MOST_STEPS = 2_000  # of the solver

TRACK_SECONDS = 0.0011  # once all is looked at

ANSWER = (
    "Both go in at once, one row of features with all chunks of the same track. What comes out is "
    "the answer for the track, its embedding, and beside them the answers for its chunks."
)


def _fit_seconds(work: FitWork) -> float:
    versions = 1 + work.copies
    looked_at = work.n_tracks * (work.looks * versions + work.n_folds + 2)  # to learn, to answer
    return looked_at * LOOK_SECONDS + work.n_fitted * versions * TRACK_SECONDS


@dataclass(frozen=True, slots=True)
class JointConfig:
    """The shape of a `JointNetwork`. The embedding is the backbone's."""

    kind: ClassVar[ClassifierKind] = ClassifierKind("joint", _fit_seconds, heeds="copies")

    features: FeatureSet
    used: tuple[str, ...]  # columns of `features`; the network sees no others
    backbone: CnnConfig = field(metadata=stored_as("trunk"))
    knots: int = 33  # of each column's quantile transform

    def __post_init__(self) -> None:
        check_used(self.features.columns, self.used)
        check_widths((len(self.used) + self.backbone_width,))
        check_knots(self.knots)

    @property
    def mel(self) -> MelSpec:
        return self.backbone.mel

    @property
    def measured(self) -> FeatureSet:
        return self.features

    @property
    def embedding_width(self) -> int:
        return self.backbone.embedding_width

    @property
    def backbone_width(self) -> int:
        """Return how many columns are the backbone's: what it makes of a sound, and its changes."""
        return self.backbone.embedding_width + self.backbone.strength_count

    def build(self, n_genres: int) -> JointNetwork:
        return JointNetwork(self, n_genres)


class JointNetwork(Network):
    """Log-probabilities of genres from features and mel, weighed against each other.

    It has a backbone of its own, so that it needs no other classifier. Of the mel it knows what the
    backbone makes of it, and how much that changes over the track. What it says of a segment is
    what it would say of a track with these features and changes that sounds like that segment.
    """

    config: JointConfig

    def __init__(self, config: JointConfig, n_genres: int) -> None:
        super().__init__(config, n_genres)
        # The weights' names in files. Nobody asks the backbone for genres.
        self.trunk = ShortChunkCnn(config.backbone, n_genres=1)
        self.linear = LastLayer(len(config.used) + config.backbone_width, config.knots, n_genres)

    def prepared(self, features: FeatureRow | None, mel: Mel | None) -> Prepared:
        row = self.selected(wanted(features, "features")[None])
        chunks = self.trunk.prepared(None, mel)
        return Prepared((row, *chunks.arrays), chunks.starts)

    def selected(self, rows: FeatureRows) -> FeatureRows:
        """Return the columns that the network uses, shape (n_tracks, n_used).

        Raises:
            UnfitSound: there are more or fewer columns than agreed, or numbers are missing.
        """
        return self.config.features.selected(rows, self.config.used)

    def infer(self, *prepared: Tensor) -> tuple[Tensor, ...]:
        """Return log-probabilities of one track, its embedding, and the same of its chunks.

        Args:
            prepared: a row, shape (1, n_used), and its chunks, shape (n_chunks, n_mels, frames).

        Returns:
            Shapes (1, n_genres), (1, embedding_width) and (n_chunks, n_genres).
        """
        row, chunks = prepared
        pooled, strengths = self.trunk.activations(chunks)
        segments = self.trunk.dense(pooled)
        embedding = segments.mean(dim=0, keepdim=True)
        both = torch.cat([embedding, segments])
        count = both.shape[0]
        changing = self._changes(strengths)
        rows = torch.cat([row.expand(count, -1), both, changing.expand(count, -1)], dim=1)
        log_probs = torch.log_softmax(self.linear(rows), dim=1)
        return log_probs[:1], embedding, log_probs[1:]

    def answer_of(self, outputs: Sequence[Tensor], starts: tuple[int, ...]) -> NetworkAnswer:
        track, embedding, segments = map(array, outputs)
        return NetworkAnswer(track[0], embedding[0], segments, starts)

    def fit(self, fitter: Fitter) -> None:
        """Take the backbone over and solve for the last layer; copies are further variants."""
        if fitter.pretrained is None:
            raise ValueError("a joint network is fitted on a backbone")
        self.trunk.take_over(fitter.pretrained)
        known = fitter.of_genres()
        every = zip((known.tracks, *known.copies), known.embeddings(), strict=True)
        variants = [
            np.concatenate([self.selected(wanted(some.features, "features")), seen], axis=1)
            for some, of_some in every
            for seen in of_some
        ]
        columns = self.linear.learn_columns(variants)
        shares = np.ones(columns.shape[1])
        shares[-self.config.backbone_width :] = BACKBONE_SHARE
        weights, biases = fitter.logistic_regression(
            columns * shares,
            np.tile(known.tracks.labels, len(variants)),
            freedom=FREEDOM / len(variants),  # the variants of a track count as one together
            most_steps=MOST_STEPS,
        )
        with torch.no_grad():
            self.linear.head.weight.copy_(torch.from_numpy(weights * shares))
            self.linear.head.bias.copy_(torch.from_numpy(biases))
        self.eval()

    def _changes(self, strengths: Tensor) -> Tensor:
        """Return how much a track changes, shape (1, n_strengths); one chunk does not tell it."""
        usual = self.linear.centre[-strengths.shape[1] :]
        count = torch.ones_like(strengths[:, :1]).sum()  # a number that a graph can count, too
        return usual + (count - 1.0).clamp(max=1.0) * (changes(strengths) - usual)[None]

    @property
    def inputs(self) -> tuple[Port, ...]:
        return (Port("features", (1, len(self.config.used))), *self.trunk.inputs)

    @property
    def outputs(self) -> tuple[Port, ...]:
        return (*super().outputs, Port("segment_log_probs", ("chunks", self.n_genres)))

    @property
    def feeding(self) -> tuple[str, ...]:
        features = feeding_features(self.config.features, is_summary=False)
        return (*feeding_chunks(self.config.backbone), *features, ANSWER)


class LastLayer(nn.Module):
    """Scaled columns, their quantile transform, and a linear head."""

    centre: Tensor  # shape (n_columns,)
    spread: Tensor  # shape (n_columns,), above 0

    def __init__(self, n_columns: int, n_knots: int, n_genres: int) -> None:
        super().__init__()
        self.register_buffer("centre", torch.zeros(n_columns))
        self.register_buffer("spread", torch.ones(n_columns))
        self.trunk = nn.Sequential(QuantileTransform(n_knots, n_columns))  # its name in files
        self.head = nn.Linear(n_columns, n_genres)

    def learn_columns(self, variants: Sequence[FeatureRows]) -> npt.NDArray[np.float64]:
        """Take scale and quantiles from the first variant, and return all as the head sees them.

        Returns:
            Shape (n_variants * n_tracks, n_columns).
        """
        (quantiles,) = self.trunk
        assert isinstance(quantiles, QuantileTransform)
        scaling = Scaling.of(variants[0])
        self.centre.copy_(torch.from_numpy(scaling.centre))
        self.spread.copy_(torch.from_numpy(scaling.spread))
        with torch.inference_mode():
            quantiles.learn(self._scaled(torch.from_numpy(variants[0])).numpy())
            columns = self.embed(torch.from_numpy(np.concatenate(variants)))
        return columns.numpy().astype(np.float64)

    def embed(self, rows: Tensor) -> Tensor:
        """Return the columns as the head sees them, shape (n_tracks, n_columns)."""
        columns: Tensor = self.trunk(self._scaled(rows))
        return columns

    def forward(self, rows: Tensor) -> Tensor:
        """Return logits, shape (n_tracks, n_genres)."""
        logits: Tensor = self.head(self.embed(rows))
        return logits

    def _scaled(self, rows: Tensor) -> Tensor:
        return (rows - self.centre) / self.spread


def changes(strengths: Tensor) -> Tensor:
    """Return how much the answers of a backbone's blocks change from chunk to chunk of a track.

    Args:
        strengths: shape (..., n_chunks, n_strengths).
    """
    return strengths.std(dim=-2, correction=0)
