import numpy as np
import pytest

from musicreclass.core.ensemble.precision import Outcomes
from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.core.genre import Taxonomy
from musicreclass.core.review.bulk import PrecisionBasis
from musicreclass.core.review.tag_agreement import known_genres, tag_outcomes

TAXONOMY = Taxonomy.shipped()
GENRES = ("Rock", "Jazz")


def said(genre, confidence=0.8, verdict=Verdict.SURE):
    return SuggestionLine(genre, confidence, verdict)


def test_a_finer_genre_counts_as_the_one_above_it():
    known = known_genres(["Hard Rock", "爵士", "Zydeco", ""], GENRES, TAXONOMY)

    assert known == {"Hard Rock": [0], "爵士": [1], "Zydeco": [], "": []}


def test_suggestions_are_held_against_what_the_files_say():
    tagged = [("Hard Rock", said("Rock", 0.9)), ("Jazz", said("Rock", 0.6))]

    found = tag_outcomes(tagged, GENRES, TAXONOMY)

    assert found.confidences.tolist() == [0.9, 0.6]
    assert found.is_right.tolist() == [1.0, 0.0]


@pytest.mark.parametrize(
    "tagged", [[("Zydeco", said("Rock"))], [("Rock", said("Rock", verdict=Verdict.NOVEL))], []]
)
def test_what_cannot_be_compared_says_nothing(tagged):
    assert len(tag_outcomes(tagged, GENRES, TAXONOMY).confidences) == 0


def basis(agreeing, count=200):
    calibration = Outcomes(np.full(100, 0.9), np.r_[np.ones(90), np.zeros(10)])
    tagged = Outcomes(np.full(count, 0.9), np.r_[np.ones(agreeing), np.zeros(count - agreeing)])
    return PrecisionBasis.of(calibration, Outcomes.none(), tagged)


def test_files_that_disagree_lower_what_is_expected_at_once():
    before = PrecisionBasis.of(basis(0, 0).calibration, Outcomes.none())
    shown = np.array([0.9])

    expected = basis(40).expected(shown, 0.9)

    assert before.expected(shown, 0.9).precision.expected == pytest.approx(0.9)
    assert expected.precision.expected == pytest.approx((90 + 20) / 200)
    assert (expected.tagged, expected.agreement) == (200, pytest.approx(0.2))
    assert expected.precision.low < expected.precision.expected < expected.precision.high


def test_files_count_half_as_much_as_decisions():
    decided = Outcomes(np.array([0.9] * 100), np.array([1.0] * 100))
    shown = np.array([0.9])

    by_decisions = PrecisionBasis.of(basis(0, 0).calibration, decided).expected(shown, 0.9)
    by_files = basis(100, 100).expected(shown, 0.9)

    assert by_decisions.precision.expected == pytest.approx(190 / 200)
    assert by_files.precision.expected == pytest.approx(140 / 150)
