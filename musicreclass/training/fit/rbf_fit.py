"""The lesson of classifiers that compare tracks with known ones: solved at once, without epochs."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import torch

from musicreclass.classifiers.kinds.mlp import FeatureNetwork
from musicreclass.classifiers.kinds.rbf import QuantileTransform, RbfKernelLayer
from musicreclass.classifiers.spec import RbfConfig
from musicreclass.training.data.labelled_tracks import Indices, LabelledTracks
from musicreclass.training.fit.joint_fit import solved
from musicreclass.training.fit.network_fit import feature_rows

Floats = npt.NDArray[np.float64]

FLATTEST = 1e-6  # of the longest direction; along shorter ones likenesses differ by rounding


@dataclass(frozen=True, slots=True)
class RbfTrainingConfig:
    """How known tracks are weighed."""

    freedom: float = 16.0  # how far weights may grow to get known tracks right
    most_steps: int = 1_000


def shaped_for(config: RbfConfig, tracks: LabelledTracks) -> RbfConfig:
    """Return `config` with as many anchors as there are tracks, at most as many as it says."""
    return replace(config, anchors=min(config.anchors, int(tracks.has_genre.sum())))


def fit_rbf(
    network: FeatureNetwork, tracks: LabelledTracks, training_config: RbfTrainingConfig, seed: int
) -> None:
    """Teach a network whose config came from `shaped_for` and these tracks.

    Logistic regression in the space that the likenesses span. Where there are more tracks than
    anchors, some of each genre become anchors; the others are learned from all the same.
    """
    evening, likeness = _layers(network)
    known = tracks.at(np.flatnonzero(tracks.has_genre))
    features = feature_rows(network, known)
    network.learn_scaling(features)
    with torch.inference_mode():
        scaled = network.scaled(torch.from_numpy(network.selected(features)))
        evening.learn(scaled.numpy())
        evened = evening(scaled)
        chosen = _anchors(known.labels, len(likeness.anchors), np.random.default_rng(seed))
        likeness.anchors.copy_(evened[chosen])
        likenesses = likeness(evened).numpy().astype(np.float64)
    directions = _directions(likenesses[chosen])
    weights, biases = solved(
        likenesses @ directions,
        known.labels,
        len(known.genres),
        training_config.freedom,
        training_config.most_steps,
    )
    with torch.no_grad():
        network.head.weight.copy_(torch.from_numpy(weights @ directions.T))
        network.head.bias.copy_(torch.from_numpy(biases))
    network.eval()


def _layers(network: FeatureNetwork) -> tuple[QuantileTransform, RbfKernelLayer]:
    evening, likeness = network.trunk
    assert isinstance(evening, QuantileTransform)
    assert isinstance(likeness, RbfKernelLayer)
    return evening, likeness


def _anchors(labels: Indices, count: int, rng: np.random.Generator) -> Indices:
    """Return `count` places, of each genre about its share."""
    shuffled = rng.permutation(len(labels))
    by_genre = shuffled[np.argsort(labels[shuffled], kind="stable")]
    evenly = np.linspace(0, len(labels) - 1, count).round().astype(np.intp)
    return np.sort(by_genre[evenly])


def _directions(likenesses: Floats) -> Floats:
    """Return (n_anchors, n_directions) that turn likenesses into coordinates."""
    sizes, vectors = np.linalg.eigh(likenesses)
    is_long = sizes > FLATTEST * sizes[-1]
    return np.asarray(vectors[:, is_long] / np.sqrt(sizes[is_long]))
