import json

import numpy as np
import pytest

from musicreclass.core.ensemble.calibrator import ConformalSets
from musicreclass.core.ensemble.log_probs import UnusableScores
from musicreclass.core.ensemble.precision import Outcomes, fit_precision
from musicreclass.training.measure.evaluation import CannotEvaluate, evaluate, paired
from tests.training.answers import answers_of, mostly_right

GENRES = ("Blues", "Jazz", "Rock")
TRUTH = np.array([0, 0, 0, 1, 1, 2])
SAID = np.array([0, 0, 1, 1, 1, 1])
MANY = np.arange(1_000) % 3


def curve_of(confidences, right):
    return fit_precision(Outcomes(np.asarray(confidences), np.asarray(right, dtype=np.float64)))


def test_the_figures_of_a_few_tracks_can_be_counted_by_hand():
    found = evaluate(answers_of(SAID), TRUTH, GENRES)

    assert (found.n_tracks, found.n_groups) == (6, 6)
    assert found.accuracy == pytest.approx(4 / 6)
    assert found.balanced_accuracy == pytest.approx((2 / 3 + 1.0 + 0.0) / 3)
    assert found.macro_f1 == pytest.approx((0.8 + 2 / 3 + 0.0) / 3)
    assert found.log_loss == pytest.approx(-(4 * np.log(0.8) + 2 * np.log(0.1)) / 6)
    assert found.calibration_error == pytest.approx(0.8 - 4 / 6)
    assert found.confusion.tolist() == [[2, 1, 0], [0, 2, 0], [0, 1, 0]]
    assert found.untested == ()


def test_every_interval_holds_its_figure():
    found = evaluate(mostly_right(MANY, 0.7, 3), MANY, GENRES, np.arange(1_000) // 4)

    figures = [found.accuracy, found.balanced_accuracy, found.macro_f1, found.log_loss]
    intervals = [
        found.accuracy_interval,
        found.balanced_accuracy_interval,
        found.macro_f1_interval,
        found.log_loss_interval,
    ]
    assert found.n_groups == 250
    assert all(i.low < figure < i.high for figure, i in zip(figures, intervals, strict=True))


def test_a_genre_that_was_not_tested_is_named_and_spoils_no_mean():
    found = evaluate(answers_of(np.array([0, 1, 2])), np.array([0, 1, 1]), GENRES)

    assert found.untested == ("Rock",)
    assert found.balanced_accuracy == pytest.approx(0.75)
    assert np.isfinite([found.macro_f1, found.macro_f1_interval.low]).all()


def test_one_artist_has_figures_but_no_intervals():
    found = evaluate(answers_of(SAID), TRUTH, GENRES, np.zeros(6, dtype=int))

    assert found.accuracy == pytest.approx(4 / 6)
    assert found.accuracy_interval is None
    assert found.log_loss_interval is None


def test_sets_are_held_to_their_coverage():
    log_probs = mostly_right(MANY, 0.9, 3)

    covered = evaluate(log_probs, MANY, GENRES, sets=ConformalSets(0.8, 0.5)).covered

    assert covered.wanted == 0.8
    assert covered.reached == (log_probs.argmax(axis=1) == MANY).mean()
    assert (covered.mean_size, covered.single_share, covered.empty_share) == (1.0, 1.0, 0.0)


def test_a_promised_precision_is_held_against_what_is_accepted():
    sure, unsure = answers_of(MANY[:300], belief=0.95), mostly_right(MANY[300:], 0.4, 3)
    curve = curve_of([0.9] * 200 + [0.8] * 200, [1] * 199 + [0] + [1] * 80 + [0] * 120)

    kept = evaluate(np.concatenate([sure, unsure]), MANY, GENRES, curve=curve).kept

    assert kept.promised == 0.9
    assert kept.threshold == 0.9
    assert kept.accepted == 300
    assert kept.share_right == 1.0
    assert 0.98 < kept.interval.low < 1.0


@pytest.mark.parametrize(
    ("curve", "threshold"),
    [(curve_of([0.9] * 20, [0] * 20), None), (curve_of([0.99] * 200, [1] * 200), 0.99)],
    ids=["nothing is promised", "nothing is sure enough"],
)
def test_where_nothing_is_accepted_no_share_is_right(curve, threshold):
    kept = evaluate(answers_of(SAID), TRUTH, GENRES, curve=curve).kept

    assert kept.threshold == threshold
    assert (kept.accepted, kept.share_right, kept.interval) == (0, None, None)


def test_an_evaluation_can_be_written_as_json_and_holds_no_nan():
    found = evaluate(
        answers_of(SAID), TRUTH, GENRES, sets=ConformalSets(0.9, 0.05), curve=curve_of([], [])
    )

    stored = json.loads(json.dumps(found.to_plain(), allow_nan=False))

    assert stored["accuracy"] == found.accuracy
    assert stored["accuracy_interval"]["low"] == found.accuracy_interval.low
    assert stored["by_genre"][2]["precision"] is None
    assert stored["confusion"] == found.confusion.tolist()
    assert stored["covered"]["mean_size"] == 3.0
    assert stored["kept"]["threshold"] is None
    assert "kept" not in evaluate(answers_of(SAID), TRUTH, GENRES).to_plain()


def test_the_difference_of_two_is_known_better_than_each_alone():
    better = mostly_right(MANY, 0.8, 3)
    worse = better.copy()
    worse[::50] = answers_of((MANY[::50] + 1) % 3)

    difference = paired(better, worse, MANY)

    alone = evaluate(better, MANY, GENRES).accuracy_interval
    assert 0.005 < difference.interval.low < difference.accuracy < difference.interval.high
    assert difference.interval.high - difference.interval.low < 0.5 * (alone.high - alone.low)
    assert difference.p_not_better == pytest.approx(1 / 2_001)
    assert paired(worse, better, MANY).p_not_better > 0.99


def test_who_is_equal_is_not_better():
    same = mostly_right(MANY, 0.8, 3)

    difference = paired(same, same, MANY)

    assert (difference.accuracy, difference.p_not_better) == (0.0, 1.0)


def test_several_runs_count_by_their_mean():
    runs = np.stack([mostly_right(MANY, 0.8, 3, seed) for seed in range(3)])
    always_right = answers_of(MANY)

    difference = paired(always_right, runs, MANY, np.arange(1_000) // 5)

    assert difference.accuracy == pytest.approx(1.0 - (runs.argmax(axis=-1) == MANY).mean())
    assert difference.p_not_better < 0.001


def test_of_one_artist_no_difference_is_certain():
    difference = paired(answers_of(TRUTH), answers_of(SAID), TRUTH, np.zeros(6, dtype=int))

    assert difference.accuracy == pytest.approx(2 / 6)
    assert (difference.interval, difference.p_not_better) == (None, None)


def test_without_tracks_nothing_can_be_said():
    with pytest.raises(CannotEvaluate, match="no tracks to measure the classifier on; add some"):
        evaluate(np.empty((0, 3)), np.empty(0, dtype=int), GENRES)


def test_answers_that_are_no_numbers_are_refused():
    with pytest.raises(UnusableScores):
        evaluate(np.full((6, 3), np.nan), TRUTH, GENRES)


@pytest.mark.parametrize(
    ("truth", "reason"),
    [(np.zeros(5, dtype=int), "answers of shape"), (np.array([0, 1, 2, 0, 1, -1]), "no genre")],
)
def test_what_does_not_fit_together_is_a_bug(truth, reason):
    with pytest.raises(ValueError, match=reason):
        evaluate(answers_of(SAID), truth, GENRES)
