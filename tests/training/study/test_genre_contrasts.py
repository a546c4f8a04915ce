import numpy as np
import pytest

from musicreclass.training.study.genre_contrasts import (
    difficulties,
    effect_sizes,
    family_of,
    feature_contrasts,
    pair_contrasts,
)
from tests.training.fit_material import tracks

NAMES = ("mfcc.mean.01", "mfcc.median.01", "zcr.mean.01", "rmse.mean.01")


def scores(some, n_wrong):
    said = np.where(np.arange(2) == some.labels[:, None], 0.0, -3.0)
    said[:n_wrong] = said[:n_wrong, ::-1]
    return said


def test_the_effect_is_how_many_spreads_the_medians_are_apart():
    rng = np.random.default_rng(0)
    first, second = (rng.normal(at, 1.0, (4_000, 1)).astype(np.float32) for at in (2.0, 0.0))

    assert effect_sizes(first, second)[0] == pytest.approx(2.0, abs=0.1)


def test_what_never_moves_has_no_effect():
    flat = np.ones((5, 2), dtype=np.float32)

    assert effect_sizes(flat, flat).tolist() == [0.0, 0.0]


def test_one_of_each_family_is_named_the_largest_first():
    rng = np.random.default_rng(0)
    rows = rng.normal(size=(40, 4)).astype(np.float32)
    rows[:20] += np.array([3.0, 2.9, 1.5, 0.0], dtype=np.float32)

    found = feature_contrasts(rows, NAMES, np.arange(20), np.arange(20, 40), np.arange(40), 2)

    assert [family_of(one.column) for one in found] == ["mfcc.01", "zcr.01"]
    assert found[0].effect > found[1].effect > 0.0
    assert found[0].interval.low < found[0].effect < found[0].interval.high


def test_genres_come_from_the_easiest_with_what_they_are_taken_for():
    some = tracks(n=40)
    said = scores(some, 0)
    said[some.labels == 1] = said[some.labels == 1][:, ::-1]

    easy, hard = difficulties(said, [said, scores(some, 0)], some)

    assert (easy.genre, easy.right, easy.taken_for) == ("Low", 1.0, "")
    assert (hard.genre, hard.right, hard.by_all, hard.taken_for) == ("High", 0.0, 0.5, "Low")
    assert hard.times == 20


def test_a_pair_that_is_confused_has_the_features_that_part_it():
    some = tracks(n=60)

    (pair,) = pair_contrasts(scores(some, 30), some, some.features, some_names(some))

    assert {pair.first, pair.second} == {"Low", "High"}
    assert abs(pair.features[0].effect) > 1.0


def test_genres_that_are_told_apart_make_no_pair():
    some = tracks(n=60)

    assert pair_contrasts(scores(some, 0), some, some.features, some_names(some)) == ()


def some_names(some):
    return [f"mfcc.mean.{i:02}" for i in range(some.features.shape[1])]
