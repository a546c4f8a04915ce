import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn import metrics as sklearn_metrics

from musicreclass.training.measure.metrics import (
    balanced_accuracy,
    confusion_of,
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
