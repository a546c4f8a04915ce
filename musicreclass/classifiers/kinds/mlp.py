"""A small network on features: robustly scaled by what it carries along, then hidden layers.

Or, in place of those, how like known tracks a track is, or nothing.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from musicreclass.classifiers.kinds.network import array, eval_mode
from musicreclass.classifiers.kinds.rbf import QuantileTransform, RbfKernelLayer
from musicreclass.classifiers.scaling import Scaling
from musicreclass.classifiers.spec import (
    FeatureAnswers,
    FeatureConfig,
    FeatureSet,
    LinearConfig,
    MlpConfig,
    RbfConfig,
    UnfitSound,
)
from musicreclass.core.plain import listed

FeatureRows = npt.NDArray[np.float32]  # shape (n_tracks, n_columns), in the order of the columns


class FeatureNetwork(nn.Module):
    """Log-probabilities of genres from features measured of the whole sound."""

    centre: Tensor  # shape (n_used,)
    spread: Tensor  # shape (n_used,), above 0

    def __init__(self, config: FeatureConfig, n_genres: int) -> None:
        super().__init__()
        self.config = config
        self.register_buffer("centre", torch.zeros(len(config.used)))
        self.register_buffer("spread", torch.ones(len(config.used)))
        self.trunk = nn.Sequential(*_trunk_layers(config))
        self.head = nn.Linear(config.embedding_width, n_genres)

    def selected(self, features: FeatureRows) -> FeatureRows:
        """Return the columns that the network uses, shape (n_tracks, n_used).

        Raises:
            UnfitSound: there are more or fewer columns than agreed, or numbers are missing.
        """
        return selected(features, self.config.features, self.config.used)

    def learn_scaling(self, features: FeatureRows) -> None:
        """Take centre and spread of each column from the tracks that are trained on."""
        scaling = Scaling.of(self.selected(features))
        self.centre.copy_(torch.from_numpy(scaling.centre))
        self.spread.copy_(torch.from_numpy(scaling.spread))

    def embed(self, selected: Tensor) -> Tensor:
        """Return the last hidden layer, shape (n_tracks, embedding_width)."""
        embedding: Tensor = self.trunk(self.scaled(selected))
        return embedding

    def scaled(self, selected: Tensor) -> Tensor:
        """Return the columns around 0 and of one size, shape (n_tracks, n_used)."""
        scaled = (selected - self.centre) / self.spread
        if self.config.clip is not None:
            scaled = scaled.clamp(-self.config.clip, self.config.clip)
        return scaled

    def forward(self, selected: Tensor) -> Tensor:
        """Return logits, shape (n_tracks, n_genres), for the columns in use."""
        logits: Tensor = self.head(self.embed(selected))
        return logits

    def answers(self, features: FeatureRows) -> FeatureAnswers:
        """Return what the network says of each track.

        Raises:
            UnfitSound: the features are not those agreed, or numbers are missing.
        """
        rows = torch.from_numpy(np.ascontiguousarray(self.selected(features)))
        with eval_mode(self) as device:
            embeddings = self.embed(rows.to(device))
            log_probs = torch.log_softmax(self.head(embeddings), dim=1)
        return FeatureAnswers(array(log_probs), array(embeddings))


def selected(features: FeatureRows, known: FeatureSet, used: Sequence[str]) -> FeatureRows:
    """Return the columns `used` of rows that hold the columns `known`.

    Raises:
        UnfitSound: there are more or fewer columns than agreed, or numbers are missing.
    """
    if features.ndim != 2 or features.shape[1] != len(known.columns):
        raise UnfitSound(
            f"The classifier knows {len(known.columns)} features of each track, these have the "
            f"shape {features.shape}; measure the tracks again."
        )
    place = {name: i for i, name in enumerate(known.columns)}
    rows = features[:, [place[name] for name in used]].astype(np.float32, copy=False)
    if not np.isfinite(rows).all():
        raise UnfitSound(_missing(rows, used))
    return rows


def _missing(rows: FeatureRows, used: Sequence[str]) -> str:
    is_bad = ~np.isfinite(rows)
    names = [used[int(i)] for i in np.flatnonzero(is_bad.any(axis=0))]
    return (
        f"{int(is_bad.any(axis=1).sum())} of {len(rows)} tracks lack numbers for "
        f"{listed(names)}; measure them again, or leave them out."
    )


def _trunk_layers(config: FeatureConfig) -> list[nn.Module]:
    if isinstance(config, RbfConfig):
        n_used = len(config.used)
        return [
            QuantileTransform(config.knots, n_used),
            RbfKernelLayer(config.anchors, n_used, config.reach),
        ]
    if isinstance(config, LinearConfig):
        return [QuantileTransform(config.knots, len(config.used))]
    return _hidden_layers(config)


def _hidden_layers(config: MlpConfig) -> list[nn.Module]:
    widths = (len(config.used), *config.hidden)
    layers: list[nn.Module] = []
    for n_in, n_out in pairwise(widths):
        layers += [nn.Linear(n_in, n_out), nn.ReLU(), nn.Dropout(config.dropout)]
    return layers
