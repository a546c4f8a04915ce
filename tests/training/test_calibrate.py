import numpy as np
import pytest

from musicreclass.core.ensemble.calibrator import EnsembleCalibrator, VerdictRule
from musicreclass.core.ensemble.columns import PredictionColumns, Said
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.training.calibrate import fit_calibrator
from tests.core.ears import GENRES, near_zero, says


def answers(n_tracks, seed, skill=3.0):
    """Return the right genres and raw scores of two ears, (n_tracks, 3) each."""
    random = np.random.default_rng(seed)
    truth = random.integers(3, size=n_tracks)
    a, b = random.normal(size=(2, n_tracks, 3)) + skill * np.eye(3)[truth]
    return [GENRES[i] for i in truth], {"a": (GENRES, a), "b": (GENRES, b)}


def suggestions(calibrator, members):
    said = {name: Said(genres, scores) for name, (genres, scores) in members.items()}
    n_tracks = len(said["a"].scores)
    heard = PredictionColumns(said, np.full(n_tracks, 30.0), np.zeros(n_tracks, dtype=np.bool_))
    made = calibrator.suggest_many(heard)
    return [made[row] for row in range(n_tracks)]


def test_without_calibration_nothing_is_sure():
    unmeasured, _ = fit_calibrator(
        {"a": (GENRES, np.empty((0, 3)))}, [], np.empty(0, dtype=np.intp)
    )

    assert unmeasured.suggest([says("a", 0.999, 0.0005, 0.0005)]).verdict is Verdict.NOT_SURE


def test_measured_on_one_fold_only_nothing_is_sure():
    truth, members = answers(200, seed=1)

    fitted_only, _ = fit_calibrator(members, truth, np.zeros(200, dtype=np.intp))

    said = [says(name, 0.999, 0.0005, 0.0005) for name in "ab"]
    assert fitted_only.suggest(said).verdict is Verdict.NOT_SURE
    assert not len(fitted_only.outcomes.confidences)


def test_a_fitted_judge_covers_and_is_right_where_it_is_sure():
    truth, members = answers(1000, seed=1)
    fitted, _ = fit_calibrator(members, truth, np.arange(1000) % 5, coverage=0.95)
    new_truth, new_members = answers(1000, seed=2)

    made = suggestions(fitted, new_members)

    covered = np.mean([t in s.possible for t, s in zip(new_truth, made, strict=True)])
    sure = [s.genre == t for t, s in zip(new_truth, made, strict=True) if s.genre]
    assert covered == pytest.approx(0.95, abs=4 * np.sqrt(0.95 * 0.05 * 2 / 1000))
    assert len(sure) > 500
    assert np.mean(sure) > 0.95


def test_a_genre_that_no_classifier_knows_costs_precision_and_coverage_not_weights():
    truth, members = answers(300, seed=1)
    folds = np.arange(300) % 5
    strange = ["Polka" if i % 3 == 0 else genre for i, genre in enumerate(truth)]

    plain, _ = fit_calibrator(members, truth, folds)
    bothered, _ = fit_calibrator(members, strange, folds)

    assert bothered.ensemble.genres == (*GENRES, "Polka")
    assert bothered.outcomes.is_right.mean() < plain.outcomes.is_right.mean() - 0.2
    assert bothered.ensemble.weights == pytest.approx(plain.ensemble.weights, abs=0.3)


def test_a_judge_comes_back_as_it_was_stored():
    truth, members = answers(200, seed=1)
    fitted, _ = fit_calibrator(members, truth, np.arange(200) % 5, familiarity=near_zero())
    said = [says("a", 0.6, 0.3, 0.1, embedding=np.ones(4)), says("b", 0.7, 0.2, 0.1)]

    again = EnsembleCalibrator.from_dict(fitted.to_dict())

    assert again.suggest(said) == fitted.suggest(said)
    assert again.rule == VerdictRule()
