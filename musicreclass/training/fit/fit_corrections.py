"""Learning from a person's corrections, in less than a second.

How far they may be trusted to speak for other tracks is tried out on themselves, a part held out
at a time. Where they say nothing about each other, nothing is learned.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from musicreclass.core.ensemble.corrections import (
    Corrections,
    Embeddings,
    genres_with,
    in_view,
    widened,
)
from musicreclass.core.ensemble.log_probs import LogProbs, log_softmax
from musicreclass.training.data.labelled_tracks import Indices

FEWEST = 5  # corrections; less say nothing
MOST = 2_000  # the latest ones; more take longer than a second, and tastes change
N_PARTS = 5
HOLDS = (0.3, 0.1, 0.03, 0.01)  # how strongly each weight is held back, for each track


def fit_corrections(
    classifier: str,
    known: Sequence[str],
    log_probs: LogProbs,
    embeddings: Embeddings,
    given: Sequence[str],
    groups: Indices | None = None,
) -> Corrections | None:
    """Return a head that learned what a person made of tracks; None where that helps nobody.

    Args:
        classifier: whose embeddings these are.
        known: the genres of `log_probs`.
        log_probs: what was said of the tracks, shape (n_tracks, n_known).
        embeddings: shape (n_tracks, n_dimensions).
        given: the genre that a person gave each of them.
        groups: whose tracks they are, shape (n_tracks,): one artist's speak for one another too
            well to be tried out on each other.
    """
    if len(given) < FEWEST:
        return None
    genres = genres_with(known, given)
    row_of = {genre: i for i, genre in enumerate(genres)}
    truth = np.array([row_of[genre] for genre in given], dtype=np.intp)
    rows = np.asarray(embeddings, dtype=np.float64)
    center, spread = rows.mean(axis=0), rows.std(axis=0)
    spread = np.maximum(spread, 1e-3 * max(float(spread.max()), 1e-12))
    seen, said = in_view(rows, center, spread), widened(log_probs, len(genres))
    hold = _best_hold(seen, said, truth, _parts(groups, len(truth)))
    if hold is None:
        return None
    return Corrections(classifier, genres, center, spread, _fitted(seen, said, truth, hold))


def _parts(groups: Indices | None, n_tracks: int) -> Indices:
    """Return in which part each track is held out; the tracks of a group are in one."""
    groups = np.arange(n_tracks) if groups is None else groups
    _, group = np.unique(groups, return_inverse=True)
    order = np.random.default_rng(0).permutation(int(group.max()) + 1)
    return np.asarray(order[group] % N_PARTS)


def _best_hold(
    seen: npt.NDArray[np.float64], said: LogProbs, truth: Indices, parts: Indices
) -> float | None:
    """Return how strongly to hold back so that held-out corrections are foreseen best.

    None where they are foreseen no better than without learning, or maybe by chance.
    """
    without = -said[np.arange(len(truth)), truth]
    losses = {hold: _held_out_losses(seen, said, truth, parts, hold) for hold in HOLDS}
    best = min(HOLDS, key=lambda hold: float(losses[hold].mean()))
    gains = without - losses[best]
    doubt = float(gains.std()) / np.sqrt(len(gains))
    return best if gains.mean() > doubt else None


def _held_out_losses(
    seen: npt.NDArray[np.float64], said: LogProbs, truth: Indices, parts: Indices, hold: float
) -> npt.NDArray[np.float64]:
    """Return -log p(the genre given) of each track by a head that did not know its part."""
    losses = np.empty(len(truth))
    for part in np.unique(parts):
        inside = parts == part
        weights = _fitted(seen[~inside], said[~inside], truth[~inside], hold)
        corrected = log_softmax(said[inside] + seen[inside] @ weights)
        losses[inside] = -corrected[np.arange(len(corrected)), truth[inside]]
    return losses


def _fitted(
    seen: npt.NDArray[np.float64], said: LogProbs, truth: Indices, hold: float
) -> npt.NDArray[np.float64]:
    """Return the weights (n_dimensions + 1, n_genres) that explain `truth` best, held to zero."""
    shape = seen.shape[1], said.shape[1]
    wanted = np.eye(shape[1])[truth]
    everyone = np.arange(len(truth))

    def loss(flat: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        weights = flat.reshape(shape)
        log_probs = log_softmax(said + seen @ weights)
        slope = seen.T @ (np.exp(log_probs) - wanted) / len(truth) + hold * weights
        lost = -log_probs[everyone, truth].mean() + 0.5 * hold * float((weights**2).sum())
        return float(lost), slope.ravel()

    if not len(truth):
        return np.zeros(shape)
    found = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B",
                     options={"maxiter": 100})  # fmt: skip
    return np.asarray(found.x.reshape(shape))
