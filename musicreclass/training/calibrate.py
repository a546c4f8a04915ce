"""Learning from answers out of fold how a judge should judge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.calibration import ConformalSets, fit_temperature
from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.log_probs import LogProbs, Reals, cooled, normalised
from musicreclass.core.ensemble.novelty import NoveltyScore
from musicreclass.core.ensemble.precision import Outcomes
from musicreclass.core.ensemble.weighting import Ensemble, aligned, common_genres
from musicreclass.training.stacking import fit_weights

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


def fit_calibrator(
    members: Members,
    truth_genres: Sequence[str],
    folds: Indices,
    coverage: float = 0.9,
    familiarity: NoveltyScore | None = None,
) -> EnsembleCalibrator:
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
        return EnsembleCalibrator(
            Ensemble.of_equals({name: known for name, (known, _) in members.items()})
        )
    ensemble = fit_ensemble(members, genres, truth)
    if len(np.unique(folds)) < 2:
        return EnsembleCalibrator(ensemble, familiarity=familiarity)
    log_probs = combined_out_of_fold(members, genres, truth, folds)
    right = (log_probs.argmax(axis=1) == truth).astype(np.float64)
    return EnsembleCalibrator(
        ensemble,
        ConformalSets.fit(log_probs, truth, coverage),
        Outcomes(np.exp(log_probs.max(axis=1)), right),
        familiarity,
    )


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
