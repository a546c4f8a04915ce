"""The lesson of networks whose last layer is their only one: solved at once, without epochs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from sklearn.linear_model import LogisticRegression

from musicreclass.classifiers.joint import Joint
from musicreclass.classifiers.likeness import Evening
from musicreclass.classifiers.mlp import FeatureMlp, FeatureRows
from musicreclass.core.job import JobContext
from musicreclass.training.labelled import Indices, LabelledTracks
from musicreclass.training.lessons import feature_rows
from musicreclass.training.transfer import Trunk

Floats = npt.NDArray[np.float64]

UNKNOWN = -20.0  # what speaks for a genre of which no track is known


@dataclass(frozen=True, slots=True)
class LinearRecipe:
    """How far weights may grow to get known tracks right.

    The figures did best on four folders of 70 tracks, in ten ways to deal them into folds other
    than those that the README tells of.
    """

    freedom: float = 0.03
    trunk_share: float = 0.5  # as if what the trunk says were so much smaller than features
    most_steps: int = 2_000


def teach_linear(network: FeatureMlp, tracks: LabelledTracks, recipe: LinearRecipe) -> None:
    """Teach a network of features these tracks; those of no genre are passed over."""
    known = tracks.at(np.flatnonzero(tracks.has_genre))
    shares = np.ones(len(network.config.used))
    _solve(network, feature_rows(network, known), shares, known, recipe)


def teach_joint(
    network: Joint, tracks: LabelledTracks, recipe: LinearRecipe, ctx: JobContext, *, trunk: Trunk
) -> None:
    """Teach a network these tracks, of which it hears what `trunk` does.

    Raises:
        Cancelled: the user stopped.
    """
    trunk.start(network.trunk)
    known = tracks.at(np.flatnonzero(tracks.has_genre))
    if known.features is None:
        raise ValueError("these tracks come without features")
    heard = trunk.heard(known, ctx)
    rows = np.concatenate([network.selected(known.features), heard], axis=1)
    shares = np.ones(len(network.linear.config.used))
    shares[-network.config.embedding_width :] = recipe.trunk_share
    _solve(network.linear, rows, shares, known, recipe)
    network.eval()


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


def _solve(
    network: FeatureMlp,
    rows: FeatureRows,
    shares: Floats,
    known: LabelledTracks,
    recipe: LinearRecipe,
) -> None:
    """Teach the network `rows`, one for each known track.

    Args:
        shares: how large each column is made in the eyes of the penalty on weights.
    """
    (evening,) = network.trunk
    assert isinstance(evening, Evening)
    network.learn_scaling(rows)
    with torch.inference_mode():
        scaled = network.scaled(torch.from_numpy(network.selected(rows)))
        evening.learn(scaled.numpy())
        evened = evening(scaled).numpy().astype(np.float64)
    weights, biases = solved(
        evened * shares, known.labels, len(known.genres), recipe.freedom, recipe.most_steps
    )
    with torch.no_grad():
        network.head.weight.copy_(torch.from_numpy(weights * shares))
        network.head.bias.copy_(torch.from_numpy(biases))
    network.eval()
