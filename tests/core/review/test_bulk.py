import numpy as np
import pytest

from musicreclass.core.decision import ReviewState
from musicreclass.core.ensemble.precision import Outcomes
from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.core.review.bulk import PrecisionBasis, is_acceptable
from tests.core.review_lines import JAZZ, POP, decided, line

LINES = [
    line(1, suggestion=POP),
    line(2, suggestion=JAZZ),
    line(3),
    line(4, suggestion=SuggestionLine("Rock", 0.95, Verdict.NOVEL)),
    line(5, suggestion=SuggestionLine("Rock", 0.7, Verdict.DIFFER)),
    line(6, suggestion=POP, decision=decided(ReviewState.SKIPPED)),
    line(7, suggestion=POP, decision=decided(ReviewState.UNDONE, "Pop")),
    line(8, suggestion=POP, is_missing=1),
]


@pytest.mark.parametrize(
    ("min_confidence", "expected"),
    [(None, [1, 7]), (0.0, [1, 2, 5, 7]), (0.7, [1, 5, 7]), (0.91, [1, 7]), (0.92, [])],
)
def test_only_what_waits_for_a_word_and_is_known_music_is_accepted(min_confidence, expected):
    assert [line.id for line in LINES if is_acceptable(line, min_confidence)] == expected


def outcomes(*pairs):
    confidences, is_right = np.array(pairs, dtype=np.float64).reshape(-1, 2).T
    return Outcomes(confidences, is_right)


def test_the_expectation_says_where_it_comes_from():
    basis = PrecisionBasis.of(outcomes((0.5, 0), (0.9, 1), (0.95, 1)), outcomes((0.92, 1)))

    expected = basis.expected(np.array([0.93, 0.99]), 0.9)

    assert (expected.tracks, expected.calibration_tracks, expected.own_decisions) == (2, 2, 1)
    assert expected.precision.expected == 1.0
    assert expected.precision.low < 0.7


def test_corrections_lower_what_is_expected():
    calibration = outcomes(*[(0.9, 1)] * 50)
    naive = PrecisionBasis.of(calibration, Outcomes.none()).expected(np.array([0.9]), 0.9)
    corrected = PrecisionBasis.of(calibration, outcomes(*[(0.9, 0)] * 50))

    assert naive.precision.expected == 1.0
    assert corrected.expected(np.array([0.9]), 0.9).precision.expected == pytest.approx(0.5)


def test_without_a_threshold_it_is_about_tracks_as_sure_as_the_least():
    basis = PrecisionBasis.of(outcomes((0.3, 0), (0.38, 0), (0.91, 1)), Outcomes.none())

    assert basis.of_lines(LINES[:3]).tracks == 2
    assert basis.of_lines(LINES[:3]).calibration_tracks == 2


def test_nothing_known_promises_nothing():
    expected = PrecisionBasis.none().expected(np.array([0.9]))

    assert (expected.precision.low, expected.precision.high) == (0.0, 1.0)
    assert PrecisionBasis.none().expected(np.empty(0)).tracks == 0
