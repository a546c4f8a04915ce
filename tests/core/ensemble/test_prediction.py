import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from musicreclass.core.ensemble.log_probs import FLOOR, UnusableScores, normalised
from musicreclass.core.ensemble.prediction import Candidate, Prediction, Suggestion, Verdict

ANY_LOGITS = hnp.arrays(
    np.float32,
    hnp.array_shapes(min_dims=2, max_dims=2, max_side=6),
    elements=st.floats(-200, 200, width=32),
)


def scores(*values):
    return np.array(values, dtype=np.float32)


@settings(deadline=None)
@given(ANY_LOGITS)
def test_normalised_scores_sum_to_one_and_no_genre_is_impossible(logits):
    log_probs = normalised(logits)

    assert np.exp(log_probs).sum(axis=-1) == pytest.approx(1.0)
    assert (log_probs >= FLOOR - 1e-5).all()


def test_a_genre_that_is_never_right_is_silenced_but_not_for_ever():
    log_probs = normalised(scores(0.0, -np.inf))

    assert log_probs[1] == pytest.approx(FLOOR, abs=1e-3)


@pytest.mark.parametrize(
    "bad",
    [
        scores(),
        scores(0.0, np.nan),
        scores(0.0, np.inf),
        scores(-np.inf, -np.inf),
        np.float32(1.0),
    ],
    ids=["none", "nan", "infinity", "never anything", "one number"],
)
def test_numbers_that_mean_nothing_are_refused_in_a_sentence(bad):
    with pytest.raises(UnusableScores, match=r"The classifier .*train it again"):
        normalised(bad)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"genres": ()}, "ear knows no genres"),
        ({"genres": ("Pop", "Pop")}, "ear lists a genre twice"),
        ({"scores": scores(0, 0, 0)}, "ear knows 2 genres but gave scores of shape"),
        ({"scores": scores(0, np.nan)}, "numbers that mean nothing"),
        ({"segments": np.zeros((4, 3), np.float32)}, "ear knows 2 genres but gave scores of"),
        ({"segments": np.full((4, 2), np.nan, np.float32)}, "numbers that mean nothing"),
        ({"embedding": scores(0, np.inf)}, "ear gave numbers that mean nothing"),
    ],
)
def test_a_prediction_that_fits_nothing_is_refused_in_a_sentence(changed, sentence):
    fine = {"classifier": "ear", "genres": ("Pop", "Rock"), "scores": scores(0, 0)}

    with pytest.raises(UnusableScores, match=sentence):
        Prediction(**(fine | changed))


@pytest.mark.parametrize(
    ("verdict", "genre"),
    [
        (Verdict.SURE, "Pop"),
        (Verdict.NOT_SURE, None),
        (Verdict.DIFFER, None),
        (Verdict.NOVEL, None),
    ],
)
def test_a_genre_is_only_named_where_the_verdict_is_sure(verdict, genre):
    suggestion = Suggestion((Candidate("Pop", 0.9), Candidate("Rock", 0.1)), verdict)

    assert suggestion.genre == genre
    assert suggestion.confidence == 0.9
