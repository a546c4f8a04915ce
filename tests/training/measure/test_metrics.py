import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn import metrics as sklearn_metrics

from musicreclass.training.measure.metrics import (
    balanced_accuracy,
    confusion_of,
    expected_calibration_error,
    genre_figures,
    macro_f1,
    tallies,
)

GENRES = ("Blues", "Jazz", "Rock")
PAIRS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=40)


@given(PAIRS)
def test_figures_are_those_of_everybody(pairs):
    truth, answers = np.array(pairs).T
    present = np.unique(truth)

    sums = tallies(answers, truth, 3).sum(axis=0)

    hit = [np.mean(answers[truth == genre] == genre) for genre in present]
    f1 = sklearn_metrics.f1_score(
        truth, answers, labels=present, average="macro", zero_division=0.0
    )
    assert balanced_accuracy(sums) == pytest.approx(np.mean(hit))
    assert macro_f1(sums) == pytest.approx(f1)
    np.testing.assert_array_equal(
        confusion_of(answers, truth, 3),
        sklearn_metrics.confusion_matrix(truth, answers, labels=[0, 1, 2]),
    )


def test_each_genre_has_its_figures():
    truth, answers = np.array([0, 0, 0, 1, 1, 2]), np.array([0, 0, 1, 1, 1, 1])

    blues, jazz, rock = genre_figures(confusion_of(answers, truth, 3), GENRES)

    assert (blues.genre, blues.support, blues.answered) == ("Blues", 3, 2)
    assert (blues.precision, blues.recall, blues.f1) == (1.0, 2 / 3, 0.8)
    assert (jazz.precision, jazz.recall, jazz.f1) == (0.5, 1.0, 2 / 3)
    assert (rock.precision, rock.recall, rock.f1) == (None, 0.0, 0.0)


def test_a_genre_without_tracks_has_no_figures_but_a_precision():
    truth, answers = np.array([0, 1]), np.array([0, 2])

    rock = genre_figures(confusion_of(answers, truth, 3), GENRES)[2]

    assert (rock.support, rock.answered) == (0, 1)
    assert (rock.precision, rock.recall, rock.f1) == (0.0, None, None)
    assert balanced_accuracy(tallies(answers, truth, 3).sum(axis=0)) == 0.5


@pytest.mark.parametrize("equal_mass", [False, True])
@pytest.mark.parametrize(
    ("confidence", "share_right", "error"), [(0.8, 0.8, 0.0), (1.0, 0.6, 0.4), (0.3, 1.0, 0.7)]
)
def test_the_calibration_error_is_the_gap_between_claim_and_truth(
    equal_mass, confidence, share_right, error
):
    is_right = np.tile(np.arange(10) < 10 * share_right, 15)
    confidences = np.full(len(is_right), confidence)

    found = expected_calibration_error(confidences, is_right, equal_mass=equal_mass)

    assert found == pytest.approx(error, abs=1e-12)


def test_bins_keep_opposite_errors_from_hiding_each_other():
    confidences = np.repeat([0.9, 0.3], 50)
    is_right = np.repeat([False, True], 50)

    assert expected_calibration_error(confidences, is_right) == pytest.approx(0.8)


def test_nothing_has_no_calibration_error():
    assert expected_calibration_error(np.empty(0), np.empty(0, dtype=bool)) == 0.0
