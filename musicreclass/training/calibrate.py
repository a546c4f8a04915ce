"""Calibration: temperatures, ensemble weights, conformal sets and novelty, fitted out of fold.

All of it is fitted on answers to tracks that the classifiers were not trained on. `core.ensemble`
applies what is fitted here.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.calibrator import ConformalSets, EnsembleCalibrator
from musicreclass.core.ensemble.genre_mix import GenreMix
from musicreclass.core.ensemble.log_probs import (
    LogProbs,
    Reals,
    UnusableScores,
    cooled,
    log_softmax,
    mean_log_loss,
    normalised,
)
from musicreclass.core.ensemble.novelty import Embeddings, NoveltyScore
from musicreclass.core.ensemble.pooling import (
    LEAST_TEMPERATURE,
    MOST_TEMPERATURE,
    USUAL_TEMPERATURE,
    Companies,
    Pooling,
)
from musicreclass.core.ensemble.precision import Outcomes
from musicreclass.core.ensemble.weighting import (
    HIGHEST_TEMPERATURE,
    LOWEST_TEMPERATURE,
    Ensemble,
    Known,
    Weights,
    aligned,
    common_genres,
    mean_of_knowing,
    pooled,
)
from musicreclass.sentences.reason import because

# scipy and scikit-learn are loaded where they are used: not by a window that shows reports.

MIN_TRACKS = 10  # with fewer, confidences are left as they are
MIN_TRACKS_PER_CLASSIFIER = 20  # with less, equal weights: the noise would choose the winner
MIN_COMPANIES = 10  # artists of several tracks; with fewer, pooled answers are as sure as usual
COMPANIES_OF_USUAL = 20.0  # so many of those speak for the usual
MAX_HELD_OUT = 1000  # so many distances are kept; more would tell nothing more

# Pulls the weights to equal ones, so hard as a loss of 0.001 per squared weight: where all are
# right always, weights would grow without end, and confidence with them.
_RIDGE = 1e-3
_IMPOSSIBLE = 1e6  # the loss where a right genre is known to nobody with a weight
# Directions in which all training tracks are alike to this part of the mean spread are noise.
_LEAST_SPREAD = 1e-6

Members = Mapping[str, tuple[Sequence[str], Reals]]  # classifier -> genres, (n_tracks, its genres)
Indices = npt.NDArray[np.intp]  # shape (n_tracks,)


class Calibrated(NamedTuple):
    """A calibrator, and the answers out of fold that its promises were measured on."""

    calibrator: EnsembleCalibrator
    log_probs: LogProbs | None  # of `combined_out_of_fold`; None with fewer than two folds


def fit_calibrator(
    members: Members,
    truth_genres: Sequence[str],
    folds: Indices,
    coverage: float = 0.9,
    novelty: NoveltyScore | None = None,
    groups: Indices | None = None,
    *,
    folds_are_libraries: bool = False,
) -> Calibrated:
    """Fit all that makes suggestions of predictions.

    Coverage and precision are measured on answers of ensembles fitted without the fold in
    question, so that they promise nothing that was only fitted. With fewer than two folds there
    are none such: every genre stays possible, no precision is known, and no verdict is sure.

    Args:
        members: as for `fit_ensemble`.
        truth_genres: the right genre of each track.
        folds: which fold each track is in, shape (n_tracks,); an artist in one fold only.
        coverage: share of tracks whose set of possible genres holds the right one.
        novelty: kept with the calibrator as it is.
        groups: which tracks are by one artist, shape (n_tracks,); none crosses folds.
        folds_are_libraries: each fold is what a stranger may have: its mix of genres counts.
    """
    genres = common_genres([*(known for known, _ in members.values()), truth_genres])
    truth = np.array([genres.index(genre) for genre in truth_genres], dtype=np.intp)
    if not len(truth):
        unmeasured = Ensemble.of_equals({name: known for name, (known, _) in members.items()})
        return Calibrated(EnsembleCalibrator(unmeasured), None)
    ensemble = fit_ensemble(members, genres, truth)
    if len(np.unique(folds)) < 2:
        return Calibrated(EnsembleCalibrator(ensemble, novelty=novelty), None)
    log_probs, mix = combined_out_of_fold(members, genres, truth, folds), None
    if folds_are_libraries:
        mix = GenreMix.of_answers(log_probs)
        log_probs = mixed_out_of_fold(log_probs, folds)
    calibrator = EnsembleCalibrator(
        ensemble,
        fit_conformal_sets(log_probs, truth, coverage),
        fit_outcomes(log_probs, truth, groups),
        novelty,
        pooling=Pooling() if groups is None else fit_pooling(log_probs, truth, groups),
        mix=mix,
    )
    return Calibrated(calibrator, log_probs)


def fit_outcomes(log_probs: LogProbs, truth: Indices, groups: Indices | None = None) -> Outcomes:
    """Return how suggestions turned out, and how many tracks each of them counts as.

    Where answers of one group are off in the same direction, a hundred tracks of ten groups prove
    little more than ten; the design effect of cluster sampling says how much less.

    Args:
        log_probs: of tracks that nothing was fitted on, shape (n_tracks, n_genres).
        truth: shape (n_tracks,).
        groups: whose tracks they are, shape (n_tracks,).
    """
    confidences = np.exp(log_probs.max(axis=1))
    right = (log_probs.argmax(axis=1) == truth).astype(np.float64)
    worth = 1.0 if groups is None else 1.0 / _design_effect(right - confidences, groups)
    return Outcomes(confidences, right, worth)


def _design_effect(values: npt.NDArray[np.float64], groups: Indices) -> float:
    """Return by how much groups widen the variance of a mean: 1 where they are nothing to it."""
    code = np.unique(groups, return_inverse=True)[1]
    sizes, total = np.bincount(code).astype(np.float64), len(values)
    if not 1 < len(sizes) < total:
        return 1.0
    means = np.bincount(code, weights=values) / sizes
    between = float((sizes * (means - values.mean()) ** 2).sum() / (len(sizes) - 1))
    within = float(((values - means[code]) ** 2).sum() / (total - len(sizes)))
    squares = float((sizes**2).sum())
    usual = (total - squares / total) / (len(sizes) - 1)
    spread = between + (usual - 1.0) * within
    alike = max(0.0, (between - within) / spread) if spread > 0.0 else 0.0
    return 1.0 + (squares / total - 1.0) * alike


def combined_out_of_fold(
    members: Members, genres: Sequence[str], truth: Indices, folds: Indices
) -> LogProbs:
    """Return the ensemble's answers to each fold, fitted on the other folds.

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


def mixed_out_of_fold(log_probs: LogProbs, folds: Indices) -> LogProbs:
    """Return answers that the mix of genres in each fold counts in, as if it were a library.

    Args:
        log_probs: of `combined_out_of_fold`; what is usual is told by the other folds.
    """
    found = log_probs.copy()
    for fold in np.unique(folds):
        inside = folds == fold
        mix = GenreMix.of_answers(log_probs[~inside]).in_library(log_probs[inside])
        if mix is not None:
            found[inside] = mix.weighed(log_probs[inside])
    return found


def fit_ensemble(members: Members, genres: Sequence[str], truth: Indices) -> Ensemble:
    """Fit temperatures and weights to answers out of fold.

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
    index = np.array([known.index(g) if g in known else -1 for g in genres], dtype=np.intp)
    is_known = index[truth] >= 0
    return fit_temperature(normalised(scores)[is_known], index[truth[is_known]])


def _rows(members: Members, which: npt.NDArray[np.bool_]) -> Members:
    return {name: (genres, scores[which]) for name, (genres, scores) in members.items()}


def fit_temperature(log_probs: LogProbs, truth: Indices) -> float:
    """Return the temperature with the least log-loss.

    A pull towards 1 worth one track keeps a small set without a mistake from promising certainty.

    Args:
        log_probs: out of fold, shape (n_tracks, n_genres).
        truth: index of the right genre of each track, shape (n_tracks,).
    """
    if len(truth) < MIN_TRACKS:
        return 1.0

    def loss(log_temperature: float) -> float:
        tempered = cooled(log_probs, math.exp(log_temperature))
        return mean_log_loss(tempered, truth) + log_temperature**2 / len(truth)

    bounds = math.log(LOWEST_TEMPERATURE), math.log(HIGHEST_TEMPERATURE)
    from scipy.optimize import minimize_scalar

    found = minimize_scalar(loss, bounds=bounds, method="bounded", options={"xatol": 1e-6})
    return math.exp(found.x)


def fit_pooling(log_probs: LogProbs, truth: Indices, groups: Indices) -> Pooling:
    """Return how sure answers are once they are pooled over the tracks of an artist.

    Each artist counts the same, for tracks of one are wrong together: where each track counts, the
    three most frequent artists of 280 tracks decide, and others have a greater log-loss.

    Args:
        log_probs: out of fold, shape (n_tracks, n_genres).
        truth: shape (n_tracks,).
        groups: which tracks are by one artist, shape (n_tracks,).
    """
    companies = Companies.of_groups(groups)
    sizes = np.bincount(companies.codes)[companies.codes]
    has_company = sizes > 1
    n_companies = len(np.unique(companies.codes[has_company]))
    if n_companies < MIN_COMPANIES:
        return Pooling()
    shares = np.where(has_company, 1.0 / sizes, 0.0) / (n_companies + COMPANIES_OF_USUAL)

    def loss(log_temperature: float) -> float:
        pooled = Pooling(math.exp(log_temperature)).pooled(log_probs, companies)
        from_usual = log_temperature - math.log(USUAL_TEMPERATURE)
        pull = COMPANIES_OF_USUAL / (n_companies + COMPANIES_OF_USUAL) * from_usual**2
        return float(pull - (shares * pooled[np.arange(len(truth)), truth]).sum())

    bounds = math.log(LEAST_TEMPERATURE) + 1e-9, math.log(MOST_TEMPERATURE) - 1e-9
    from scipy.optimize import minimize_scalar

    found = minimize_scalar(loss, bounds=bounds, method="bounded", options={"xatol": 1e-4})
    return Pooling(math.exp(found.x))


def fit_weights(stack: LogProbs, known: Known, truth: Indices) -> Weights:
    """Return the weights of classifiers with the least log-loss, none below zero.

    One weight a classifier and not one a classifier and genre: the few hundred tracks of a
    person's folders can tell who is better, hardly in what. The search starts from the better of
    equal weights and each classifier alone, so that the result is never worse on these tracks than
    the best of them by more than the ridge, 0.001. The same numbers give the same weights.

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

    def loss(weights: Weights) -> tuple[float, Weights]:
        return _weights_loss(stack, known, truth, weights)

    start = min((equal, *np.eye(count)), key=lambda weights: loss(weights)[0])
    options = {"ftol": 1e-12, "gtol": 1e-8}
    bounds = [(0.0, None)] * count
    from scipy.optimize import minimize

    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options=options)
    return np.asarray(found.x)


def _weights_loss(
    stack: LogProbs, known: Known, truth: Indices, weights: Weights
) -> tuple[float, Weights]:
    """Return the log-loss with the ridge, and its slope (n_classifiers,)."""
    if not (weights @ known)[truth].all():
        return _IMPOSSIBLE, np.zeros_like(weights)
    log_probs = log_softmax(pooled(stack, known, weights))
    mean, support = mean_of_knowing(stack, known, weights)
    share = weights.sum() * known / np.where(support > 0.0, support, 1.0)
    change = share[:, None, :] * (stack - mean) + mean  # of each score with each weight
    change *= support > 0.0
    expected = (np.exp(log_probs) * change).sum(axis=2)  # (n_classifiers, n_tracks)
    slope = (expected - change[:, np.arange(len(truth)), truth]).mean(axis=1)
    apart = weights - 1.0 / len(weights)
    loss = mean_log_loss(log_probs, truth) + _RIDGE * float((apart**2).sum())
    return loss, slope + 2.0 * _RIDGE * apart


def fit_conformal_sets(log_probs: LogProbs, truth: Indices, coverage: float = 0.9) -> ConformalSets:
    """Return sets that cover as stated, whatever the classifier is worth.

    The bound is the k-th largest probability that a right genre got, with
    k = ceil((n + 1) coverage): the share then holds for n as small as it is. Where n is too
    small for the coverage, as where there is nothing at all, every genre is possible.

    Args:
        log_probs: of tracks that nothing was fitted on, shape (n_tracks, n_genres).
        truth: shape (n_tracks,).
    """
    rank = math.ceil((len(truth) + 1) * coverage - 1e-9)
    if not len(truth) or rank > len(truth):
        return ConformalSets(coverage, 0.0)
    of_right = np.exp(log_probs[np.arange(len(truth)), truth])
    return ConformalSets(coverage, float(np.sort(of_right)[::-1][rank - 1]))


def fit_novelty(
    classifier: str, embeddings: Embeddings, truth: Indices, held_out: Embeddings
) -> NoveltyScore:
    """Fit the centroids and the covariance of embeddings of known music.

    Args:
        embeddings: of training tracks, shape (n_tracks, n_dimensions).
        truth: index of the genre of each, shape (n_tracks,).
        held_out: of tracks of the same genres that neither the classifier nor this was trained
            on, shape (n_held_out, n_dimensions).

    Raises:
        UnusableScores: no training tracks, or numbers that mean nothing.
    """
    if not len(embeddings) or not (np.isfinite(embeddings).all() and np.isfinite(held_out).all()):
        raise UnusableScores(because("training.no_embeddings", classifier=classifier))
    wide = embeddings.astype(np.float64)
    centroids = np.stack([wide[truth == genre].mean(axis=0) for genre in np.unique(truth)])
    whitener = _whitener(wide - centroids[np.unique(truth, return_inverse=True)[1]])
    known = NoveltyScore(
        classifier,
        (centroids @ whitener).astype(np.float32),
        whitener.astype(np.float32),
        np.empty(0, dtype=np.float32),
    )
    distances = np.sort(known.distances(held_out)).astype(np.float32)
    kept = np.linspace(0, len(distances) - 1, min(len(distances), MAX_HELD_OUT)).round()
    return NoveltyScore(
        classifier, known.centroids, known.whitener, distances[kept.astype(np.intp)]
    )


def _whitener(residuals: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the matrix that makes `residuals` (n, d) round, after shrinking; shape (d, d)."""
    twice = np.concatenate([residuals, residuals])  # as many of each; of one alone it would warn
    from sklearn.covariance import ledoit_wolf

    covariance, _ = ledoit_wolf(residuals if len(residuals) > 1 else twice, assume_centered=True)
    mean_spread = np.trace(covariance) / len(covariance) or 1.0  # all alike: any unit will do
    spreads, directions = np.linalg.eigh(covariance)
    return np.asarray(directions / np.sqrt(np.maximum(spreads, _LEAST_SPREAD * mean_spread)))
