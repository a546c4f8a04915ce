"""Features of the sound and what a trunk makes of its mel, looked at together by one layer."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from torch import nn

from musicreclass.classifiers.cnn import Mel, ShortChunkCnn
from musicreclass.classifiers.mlp import FeatureMlp, FeatureRows, selected
from musicreclass.classifiers.spec import (
    FeatureSet,
    JointConfig,
    LinearConfig,
    MelAnswer,
)

FeatureRow = npt.NDArray[np.float32]  # shape (n_columns,), in the order of the columns


class Joint(nn.Module):
    """Log-probabilities of genres from features and mel, weighed against each other.

    It has a trunk of its own, so that it needs no other classifier. What it says of a segment is
    what it would say of a track with these features that sounds like that segment throughout.
    """

    def __init__(self, config: JointConfig, n_genres: int) -> None:
        super().__init__()
        self.config = config
        self.trunk = ShortChunkCnn(config.trunk, n_genres=1)  # which nobody asks for genres
        self.linear = FeatureMlp(_linear_config(config), n_genres)

    def answer(self, features: FeatureRow, mel: Mel) -> MelAnswer:
        """Return what the network says of one track.

        Raises:
            UnfitSound: one of the two is not as agreed, or numbers are missing.
        """
        row = self.selected(features[None])
        segments = self.trunk.heard(mel)
        embedding = segments.mean(axis=0)
        heard = np.vstack([embedding, segments])
        rows = np.concatenate([row.repeat(len(heard), axis=0), heard], axis=1)
        log_probs = self.linear.answers(rows).log_probs
        return MelAnswer(log_probs[0], log_probs[1:], self.trunk.starts(mel), embedding)

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
