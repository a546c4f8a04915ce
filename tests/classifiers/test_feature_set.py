import numpy as np
import pytest

from musicreclass.classifiers.feature_set import Scaling


def test_columns_are_brought_to_one_size_around_zero_whatever_the_outliers():
    rows = np.random.default_rng(0).normal([5.0, -3.0], [0.1, 40.0], (2_000, 2))
    rows[0] = 1e9

    scaled = Scaling.of(rows).scaled(rows, clip=5.0)

    assert np.median(scaled, axis=0) == pytest.approx(np.zeros(2), abs=1e-9)
    assert scaled[1:].std(axis=0) == pytest.approx(np.ones(2), rel=0.1)
    assert scaled[0].tolist() == [5.0, 5.0]


def test_a_column_that_is_mostly_constant_is_divided_by_its_deviation():
    rows = np.zeros((100, 2))
    rows[:10, 0] = 3.0

    scaling = Scaling.of(rows)

    assert scaling.spread.tolist() == pytest.approx([rows[:, 0].std(), 1.0])
