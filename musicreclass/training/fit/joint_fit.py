"""The lesson of networks that look at features and a trunk together: solved at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from sklearn.linear_model import LogisticRegression

from musicreclass.classifiers.kinds.joint import JointNetwork
from musicreclass.classifiers.kinds.mlp import FeatureNetwork, FeatureRows
from musicreclass.classifiers.kinds.rbf import QuantileTransform
from musicreclass.core.job import JobContext
from musicreclass.training.config import AudioAugmentation, ChannelAugmentation
from musicreclass.training.data.labelled_tracks import Indices, LabelledTracks, check_copies
from musicreclass.training.fit.backbone import Backbone, CopyId

Floats = npt.NDArray[np.float64]

CHANNEL_AUGMENTATION = ChannelAugmentation()
PLAYED_AGAIN = AudioAugmentation()
UNKNOWN = -20.0  # what speaks for a genre of which no track is known


@dataclass(frozen=True, slots=True)
class JointTrainingConfig:
    """How far weights may grow to get known tracks right.

    The figures did well on four folders of 70 tracks, dealt into folds in twelve ways other than
    those that the README tells of. Half or twice the freedom, shares of 0.55 and 0.8, one take or
    twenty were right as often within half a point. Without the changes, it was less by 0.9.
    """

    freedom: float = 0.03
    trunk_share: float = 0.65  # as if what the trunk says were so much smaller than features
    channel_augmentation: ChannelAugmentation = (
        CHANNEL_AUGMENTATION  # of the machines that a trunk hears each track from
    )
    most_steps: int = 2_000
    copies: int = 0  # of each track, played otherwise before it is measured
    audio_augmentation: AudioAugmentation = PLAYED_AGAIN


def fit_joint(
    network: JointNetwork,
    tracks: LabelledTracks,
    training_config: JointTrainingConfig,
    ctx: JobContext,
    *,
    backbone: Backbone,
    seed: int,
    copies: Sequence[LabelledTracks] = (),
) -> None:
    """Teach a network these tracks; those of no genre are passed over.

    It hears what `backbone` does, of each track several takes, which count as one together.

    Args:
        copies: the same tracks in the same order, played otherwise; further takes of them.

    Raises:
        Cancelled: the user stopped.
    """
    check_copies(tracks, copies)
    backbone.start(network.trunk)
    known = np.flatnonzero(tracks.has_genre)
    rows = _rows(network, tracks.at(known), training_config, backbone, seed, ctx, None)
    for number, copy in enumerate(copies, start=1):
        which = training_config.audio_augmentation, number
        rows += _rows(network, copy.at(known), training_config, backbone, seed, ctx, which)
    evened = _evened(network.linear, rows)
    shares = np.ones(evened.shape[1])
    shares[-network.config.heard_count :] = training_config.trunk_share
    weights, biases = solved(
        evened * shares,
        np.tile(tracks.labels[known], len(rows)),
        len(tracks.genres),
        training_config.freedom / len(rows),
        training_config.most_steps,
    )
    with torch.no_grad():
        network.linear.head.weight.copy_(torch.from_numpy(weights * shares))
        network.linear.head.bias.copy_(torch.from_numpy(biases))
    network.eval()


def _rows(
    network: JointNetwork,
    tracks: LabelledTracks,
    training_config: JointTrainingConfig,
    backbone: Backbone,
    seed: int,
    ctx: JobContext,
    which: CopyId,
) -> list[FeatureRows]:
    """Return what is learned from, take by take: features, and what the trunk makes of the mel."""
    if tracks.features is None:
        raise ValueError("these tracks come without features")
    features = network.selected(tracks.features)
    variants = backbone.variants(tracks, training_config.channel_augmentation, seed, ctx, which)
    return [np.concatenate([features, take], axis=1) for take in variants]


def _evened(network: FeatureNetwork, variants: Sequence[FeatureRows]) -> Floats:
    """Return all takes as the last layer sees them, once scale and curves are those of the first.

    Returns:
        Shape (n_takes * n_tracks, n_columns).
    """
    (evening,) = network.trunk
    assert isinstance(evening, QuantileTransform)
    network.learn_scaling(variants[0])
    with torch.inference_mode():
        evening.learn(network.scaled(torch.from_numpy(variants[0])).numpy())
        evened = network.embed(torch.from_numpy(np.concatenate(variants)))
    return np.asarray(evened.numpy(), dtype=np.float64)


def solved(
    rows: Floats, labels: Indices, n_genres: int, freedom: float, most_steps: int
) -> tuple[Floats, Floats]:
    """Return weights (n_genres, n_columns) and biases (n_genres,) of a logistic regression.

    Where one genre alone is known, nothing but its bias speaks for it.
    """
    present = np.unique(labels)
    weights, biases = np.zeros((n_genres, rows.shape[1])), np.full(n_genres, UNKNOWN)
    if len(present) == 1:
        biases[present] = 0.0
        return weights, biases
    found = LogisticRegression(C=freedom, max_iter=most_steps).fit(rows, labels)
    is_pair = len(present) == 2  # of which only the second genre's weights are given
    weights[present[1:] if is_pair else present] = found.coef_
    biases[present] = 0.0
    biases[present[1:] if is_pair else present] = found.intercept_
    return weights, biases
