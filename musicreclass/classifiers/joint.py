"""Features of the sound and what a trunk makes of its mel, looked at together by one layer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from torch import nn

from musicreclass.classifiers.cnn import Mel, ShortChunkCnn
from musicreclass.classifiers.mlp import FeatureMlp, FeatureRows, selected
from musicreclass.classifiers.spec import (
    Embedding,
    FeatureSet,
    JointConfig,
    LinearConfig,
    LogProbs,
)

FeatureRow = npt.NDArray[np.float32]  # shape (n_columns,), in the order of the columns


@dataclass(frozen=True, slots=True, eq=False)
class JointAnswer:
    """What a `Joint` says of one track."""

    log_probs: LogProbs
    embedding: Embedding


class Joint(nn.Module):
    """Log-probabilities of genres from features and mel, weighed against each other.

    It has a trunk of its own, so that it needs no other classifier.
    """

    def __init__(self, config: JointConfig, n_genres: int) -> None:
        super().__init__()
        self.config = config
        self.trunk = ShortChunkCnn(config.trunk, n_genres=1)  # which nobody asks for genres
        self.linear = FeatureMlp(_linear_config(config), n_genres)

    def answer(self, features: FeatureRow, mel: Mel) -> JointAnswer:
        """Return what the network says of one track.

        Raises:
            UnfitSound: one of the two is not as agreed, or numbers are missing.
        """
        row = self.selected(features[None])
        embedding = self.trunk.heard(mel)
        said = self.linear.answers(np.concatenate([row, embedding[None]], axis=1))
        return JointAnswer(said.log_probs[0], embedding)

    def selected(self, features: FeatureRows) -> FeatureRows:
        """Return the columns that the network uses, shape (n_tracks, n_used).

        Raises:
            UnfitSound: there are more or fewer columns than agreed, or numbers are missing.
        """
        return selected(features, self.config.features, self.config.used)


def _linear_config(config: JointConfig) -> LinearConfig:
    """Return the shape of the last layer: a network of features, of which some are the trunk's."""
    heard = tuple(f"trunk.{place:04}" for place in range(config.embedding_width))
    both = FeatureSet(f"{config.features.definition} and trunk", (*config.used, *heard))
    return LinearConfig(both, both.columns, config.knots)
