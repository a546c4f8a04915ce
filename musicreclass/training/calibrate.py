"""Learning from answers out of fold how a judge should judge.

How much each classifier counts: learned from answers to tracks that it was not trained on.

One weight per classifier and not one per classifier and genre: the few hundred tracks of a
person's folders can tell who is better, hardly in what.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.calibration import ConformalSets, fit_temperature
from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.log_probs import (
    LogProbs,
    Reals,
    cooled,
    log_softmax,
    mean_log_loss,
    normalised,
)
from musicreclass.core.ensemble.novelty import NoveltyScore
from musicreclass.core.ensemble.precision import Outcomes
from musicreclass.core.ensemble.weighting import (
    Ensemble,
    Known,
    Weights,
    aligned,
    common_genres,
    mean_of_knowing,
    pooled,
)

Members = Mapping[str, tuple[Sequence[str], Reals]]  # classifier -> genres, (n_tracks, its genres)
Indices = npt.NDArray[np.intp]  # shape (n_tracks,)


def fit_ensemble(members: Members, genres: Sequence[str], truth: Indices) -> Ensemble:
    """Learn temperatures and weights from answers out of fold.

    Args:
        members: classifier -> its genres and raw scores (n_tracks, its genres), of the same
            tracks in the same order, by classifiers that were not trained on them.
        genres: the list that suggestions come from.
        truth: index in `genres` of the right one, shape (n_tracks,).

    Raises:
        UnusableScores: scores that mean nothing, or a classifier that knows none of `genres`.
    """
    temperatures = [_own_temperature(member, genres, truth) for member in members.values()]
    own = [
        (known, cooled(normalised(scores), temperature))
        for (known, scores), temperature in zip(members.values(), temperatures, strict=True)
    ]
    weights = fit_weights(*aligned(own, genres), truth)
    untempered = Ensemble(tuple(genres), tuple(members), weights, np.array(temperatures))
    is_knowable = np.isin(genres, common_genres(known for known, _ in members.values()))[truth]
    combined = untempered.combine(members)[is_knowable]
    temperature = fit_temperature(combined, truth[is_knowable])
    return Ensemble(tuple(genres), tuple(members), weights, untempered.temperatures, temperature)


def _own_temperature(
    member: tuple[Sequence[str], Reals], genres: Sequence[str], truth: Indices
) -> float:
    """Fit on the tracks of genres that the classifier knows; others it cannot get right."""
    known, scores = member
    places = np.array([known.index(g) if g in known else -1 for g in genres], dtype=np.intp)
    is_known = places[truth] >= 0
    return fit_temperature(normalised(scores)[is_known], places[truth[is_known]])


class Calibrated(NamedTuple):
    """A calibrator, and the answers out of fold that its promises were measured on."""

    calibrator: EnsembleCalibrator
    log_probs: LogProbs | None  # of `combined_out_of_fold`; None with fewer than two folds


def fit_calibrator(
    members: Members,
    truth_genres: Sequence[str],
    folds: Indices,
    coverage: float = 0.9,
    familiarity: NoveltyScore | None = None,
) -> Calibrated:
    """Learn how to judge from answers out of fold.

    Coverage and precision are measured on answers of ensembles fitted without the fold in
    question, so that they promise nothing that was only fitted. With fewer than two folds there
    are none such: every genre stays possible, no precision is known, and no verdict is sure.

    Args:
        members: as for `fit_ensemble`.
        truth_genres: the right genre of each track.
        folds: which fold each track is in, shape (n_tracks,); an artist in one fold only.
        coverage: share of tracks whose set of possible genres holds the right one.
    """
    genres = common_genres([*(known for known, _ in members.values()), truth_genres])
    truth = np.array([genres.index(genre) for genre in truth_genres], dtype=np.intp)
    if not len(truth):
        equals = Ensemble.of_equals({name: known for name, (known, _) in members.items()})
        return Calibrated(EnsembleCalibrator(equals), None)
    ensemble = fit_ensemble(members, genres, truth)
    if len(np.unique(folds)) < 2:
        return Calibrated(EnsembleCalibrator(ensemble, familiarity=familiarity), None)
    log_probs = combined_out_of_fold(members, genres, truth, folds)
    right = (log_probs.argmax(axis=1) == truth).astype(np.float64)
    calibrator = EnsembleCalibrator(
        ensemble,
        ConformalSets.fit(log_probs, truth, coverage),
        Outcomes(np.exp(log_probs.max(axis=1)), right),
        familiarity,
    )
    return Calibrated(calibrator, log_probs)


def combined_out_of_fold(
    members: Members, genres: Sequence[str], truth: Indices, folds: Indices
) -> LogProbs:
    """Return what all classifiers together say of each track, weighed by what they say of others.

    Args:
        members: as for `fit_ensemble`.
        genres: the list that suggestions come from.
        truth: index in `genres` of the right one, shape (n_tracks,).
        folds: which fold each track is in, shape (n_tracks,); there are two at least.

    Returns:
        Shape (n_tracks, n_genres).
    """
    log_probs = np.empty((len(truth), len(genres)))
    for fold in np.unique(folds):
        inside = folds == fold
        ensemble = fit_ensemble(_rows(members, ~inside), genres, truth[~inside])
        log_probs[inside] = ensemble.combine(_rows(members, inside))
    return log_probs


def _rows(members: Members, which: npt.NDArray[np.bool_]) -> Members:
    return {name: (genres, scores[which]) for name, (genres, scores) in members.items()}


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
