from dataclasses import replace

import numpy as np
import pytest

from musicreclass.training.measure.comparison import (
    Comparison,
    Costs,
    Entry,
    differences_of,
    rows_of,
)
from musicreclass.training.study.plain_answer import Firmness, plain_answer

TRUTH = np.arange(400) % 2
GROUPS = np.arange(400) // 4


def entry(name, share, seconds, seed=0):
    is_right = np.random.default_rng(seed).permutation(400) < 400 * share
    said = np.where((np.arange(2) == TRUTH[:, None]) == is_right[:, None], 0.0, -3.0)
    return Entry(name, said, Costs(1.0, seconds, 10))


def answer(*entries):
    found = Comparison(
        "made up",
        rows_of(entries, TRUTH, ("A", "B"), GROUPS),
        differences_of(entries, TRUTH, GROUPS, resamples=4_000),
        3,
        {},
        0.0,
    )
    return plain_answer(found)


def test_what_is_really_best_is_said_to_be_so():
    found = answer(entry("good", 0.9, 1.0), entry("bad", 0.5, 0.1, seed=1))

    assert (found.use, found.firmness) == ("good", Firmness.CLEAR)
    assert found.worse == ("bad",)


def test_the_cheaper_of_two_that_are_alike_is_recommended():
    good = entry("dear", 0.9, 1.0)
    nearly = replace(good, name="cheap", costs=Costs(1.0, 0.1, 10), log_probs=good.log_probs.copy())
    nearly.log_probs[0] = nearly.log_probs[0, ::-1]

    found = answer(good, nearly, entry("bad", 0.5, 0.01, seed=1))

    assert (found.use, found.firmness) == ("cheap", Firmness.BEST_OF_SOME)
    assert {found.most_right, found.use} >= {"cheap"}
    assert abs(found.given_up) <= 1 / 400 + 1e-9


def test_what_may_lose_much_is_not_recommended_for_being_cheap():
    found = answer(entry("dear", 0.72, 1.0), entry("cheap", 0.68, 0.1, seed=1))

    assert found.use == "dear"


def test_nothing_is_certain_where_nothing_differs():
    found = answer(entry("one", 0.7, 1.0), entry("other", 0.7, 1.0, seed=1))

    assert found.firmness is Firmness.OPEN


@pytest.mark.parametrize("resamples", [500, 5_000])
def test_a_difference_is_the_same_from_both_sides(resamples):
    one, other = entry("one", 0.8, 1.0), entry("other", 0.7, 1.0, seed=1)

    (found,) = differences_of([one, other], TRUTH, GROUPS, resamples=resamples)
    (turned,) = differences_of([other, one], TRUTH, GROUPS, resamples=resamples)

    assert found == turned
