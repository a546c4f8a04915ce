"""How much each classifier counts: learned from answers to tracks that it was not trained on.

One weight per classifier and not one per classifier and genre: the few hundred tracks of a
person's folders can tell who is better, hardly in what.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.log_probs import LogProbs, log_softmax, mean_log_loss
from musicreclass.core.ensemble.weighting import Known, Weights, mean_of_knowing, pooled

MIN_TRACKS_PER_CLASSIFIER = 20  # with less, equal weights: the noise would choose the winner

# Pulls the weights to equal ones, so hard as a loss of 0.001 per squared weight: where all are
# right always, weights would grow without end, and confidence with them.
_RIDGE = 1e-3
_MAX_STEPS = 50


def fit_weights(stack: LogProbs, known: Known, truth: npt.NDArray[np.intp]) -> Weights:
    """Return the weights with the least log-loss, none below zero.

    Projected Newton steps, from the better of equal weights and each classifier alone, so that
    the result is never worse on these tracks than the best of them by more than the ridge, 0.001.
    The same numbers give the same weights.

    Args:
        stack: calibrated log-probabilities, out of fold, (n_classifiers, n_tracks, n_genres).
        known: which classifier knows which genre, (n_classifiers, n_genres).
        truth: index of the right genre of each track, (n_tracks,).

    Returns:
        Shape (n_classifiers,). Equal weights of sum one where there are too few tracks.
    """
    count = len(stack)
    equal: Weights = np.full(count, 1.0 / count)
    is_knowable = np.asarray(known.any(axis=0))[truth]  # the others are missed at any weights
    stack, truth = stack[:, is_knowable], truth[is_knowable]
    if count == 1 or len(truth) < MIN_TRACKS_PER_CLASSIFIER * count:
        return equal
    starts: list[Weights] = [equal, *np.eye(count)]
    losses = [_loss(stack, known, truth, start) for start in starts]
    weights, loss = starts[int(np.argmin(losses))], min(losses)
    for _ in range(_MAX_STEPS):
        better = _step(stack, known, truth, weights, loss)
        if better is None:
            break
        weights, loss = better
    return weights


def _loss(stack: LogProbs, known: Known, truth: npt.NDArray[np.intp], weights: Weights) -> float:
    if not (weights @ known)[truth].all():
        return float("inf")
    log_loss = mean_log_loss(log_softmax(pooled(stack, known, weights)), truth)
    return log_loss + _RIDGE * float(((weights - 1.0 / len(weights)) ** 2).sum())


def _step(
    stack: LogProbs, known: Known, truth: npt.NDArray[np.intp], weights: Weights, loss: float
) -> tuple[Weights, float] | None:
    """Return better weights and their loss, or None where there are none."""
    slope, curvature = _derivatives(stack, known, truth, weights)
    free = (weights > 0.0) | (slope < 0.0)
    if not free.any():
        return None
    direction = np.zeros_like(weights)
    direction[free] = np.linalg.solve(curvature[np.ix_(free, free)], slope[free])
    for length in 0.5 ** np.arange(20):
        tried = np.maximum(0.0, weights - length * direction)
        tried_loss = _loss(stack, known, truth, tried)
        if tried_loss < loss - 1e-9:
            return tried, tried_loss
    return None


def _derivatives(
    stack: LogProbs, known: Known, truth: npt.NDArray[np.intp], weights: Weights
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return slope (n_classifiers,) and Gauss-Newton curvature of the loss.

    The curvature is exact where all know all genres: the loss is then convex in the weights.
    """
    mean, support = mean_of_knowing(stack, known, weights)
    share = weights.sum() * known / np.where(support > 0.0, support, 1.0)
    change = share[:, None, :] * (stack - mean) + mean  # of each score with each weight
    change *= support > 0.0
    belief = np.exp(log_softmax(pooled(stack, known, weights)))
    expected = (belief * change).sum(axis=2)  # (n_classifiers, n_tracks)
    slope = (expected - change[:, np.arange(len(truth)), truth]).mean(axis=1)
    spread = change - expected[:, :, None]
    curvature = np.einsum("kng,lng,ng->kl", spread, spread, belief) / len(truth)
    pull = 2.0 * _RIDGE * (weights - 1.0 / len(weights))
    return slope + pull, curvature + 2.0 * _RIDGE * np.eye(len(weights))
