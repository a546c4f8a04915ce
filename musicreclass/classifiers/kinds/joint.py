"""Features of the sound and what a trunk makes of its mel, looked at together by one layer."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from musicreclass.classifiers.kinds.cnn import Mel, ShortChunkCnn
from musicreclass.classifiers.kinds.mlp import FeatureNetwork, FeatureRows, selected
from musicreclass.classifiers.kinds.network import array, eval_mode
from musicreclass.classifiers.spec import (
    FeatureSet,
    JointConfig,
    LinearConfig,
    MelAnswer,
)

FeatureRow = npt.NDArray[np.float32]  # shape (n_columns,), in the order of the columns


class JointNetwork(nn.Module):
    """Log-probabilities of genres from features and mel, weighed against each other.

    It has a trunk of its own, so that it needs no other classifier. Of the mel it knows what the
    trunk makes of it, and how much that changes over the track. What it says of a segment is what
    it would say of a track with these features and changes that sounds like that segment.
    """

    def __init__(self, config: JointConfig, n_genres: int) -> None:
        super().__init__()
        self.config = config
        self.trunk = ShortChunkCnn(config.backbone, n_genres=1)  # which nobody asks for genres
        self.linear = FeatureNetwork(_linear_config(config), n_genres)

    def answer(self, features: FeatureRow, mel: Mel) -> MelAnswer:
        """Return what the network says of one track.

        Raises:
            UnfitSound: one of the two is not as agreed, or numbers are missing.
        """
        row = torch.from_numpy(self.selected(features[None]))
        chunks = torch.from_numpy(self.trunk.chunks(mel))
        with eval_mode(self) as device:
            track, embedding, segments = map(array, self(row.to(device), chunks.to(device)))
        return MelAnswer(track[0], segments, self.trunk.starts(mel), embedding[0])

    def forward(self, row: Tensor, chunks: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return log-probabilities of one track, its embedding, and the same of its chunks.

        Args:
            row: shape (1, n_used).
            chunks: shape (n_chunks, n_mels, frames), in dB.

        Returns:
            Shapes (1, n_genres), (1, embedding_width) and (n_chunks, n_genres).
        """
        pooled, strengths = self.trunk.seen(chunks)
        segments = self.trunk.dense(pooled)
        embedding = segments.mean(dim=0, keepdim=True)
        analysis = torch.cat([embedding, segments])
        count = analysis.shape[0]
        changing = self._changes(strengths)
        rows = torch.cat([row.expand(count, -1), analysis, changing.expand(count, -1)], dim=1)
        log_probs = torch.log_softmax(self.linear(rows), dim=1)
        return log_probs[:1], embedding, log_probs[1:]

    def _changes(self, strengths: Tensor) -> Tensor:
        """Return how much a track changes, shape (1, n_strengths); one chunk does not tell it."""
        usual = self.linear.centre[-strengths.shape[1] :]
        count = torch.ones_like(strengths[:, :1]).sum()  # a number that a graph can count, too
        return usual + (count - 1.0).clamp(max=1.0) * (changes(strengths) - usual)[None]

    def selected(self, features: FeatureRows) -> FeatureRows:
        """Return the columns that the network uses, shape (n_tracks, n_used).

        Raises:
            UnfitSound: there are more or fewer columns than agreed, or numbers are missing.
        """
        return selected(features, self.config.features, self.config.used)


def changes(strengths: Tensor) -> Tensor:
    """Return how much the answers of a trunk's blocks change from chunk to chunk of a track.

    Args:
        strengths: shape (..., n_chunks, n_strengths).
    """
    return strengths.std(dim=-2, correction=0)


def _linear_config(config: JointConfig) -> LinearConfig:
    """Return the shape of the last layer: a network of features, of which some are the trunk's."""
    analysis = tuple(f"trunk.{place:04}" for place in range(config.heard_count))
    both = FeatureSet(f"{config.features.definition} and trunk", (*config.used, *analysis))
    return LinearConfig(both, both.columns, config.knots)
