"""The seven statistics, with scipy as the reference."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from musicreclass.audio.features.frame_statistics import STATISTICS, seven_statistics


def of_rows(rows, size=None):
    rows = np.asarray(rows, dtype=np.float32)
    sizes = np.abs(rows).max(axis=1) if size is None else np.full(len(rows), size)
    return dict(zip(STATISTICS, seven_statistics(rows, sizes), strict=True))


@given(
    seed=st.integers(0, 2**32 - 1),
    count=st.integers(2, 200),
    rows=st.integers(1, 9),
    offset=st.sampled_from((0.0, 3.0, -40.0)),
)
def test_they_are_scipys(seed, count, rows, offset):
    values = (np.random.default_rng(seed).gamma(1.5, size=(rows, count)) + offset).astype("f4")
    exact = values.astype(np.float64)

    got = of_rows(values)

    wanted = {
        "kurtosis": stats.kurtosis(exact, axis=1),
        "max": exact.max(axis=1),
        "mean": exact.mean(axis=1),
        "median": np.median(exact, axis=1),
        "min": exact.min(axis=1),
        "skew": stats.skew(exact, axis=1),
        "std": exact.std(axis=1),
    }
    assert got == {name: pytest.approx(of, rel=1e-6, abs=1e-7) for name, of in wanted.items()}


def test_more_values_than_are_in_work_at_a_time_are_done_row_by_row():
    values = np.random.default_rng(0).standard_normal((5, 50_000)).astype("f4")

    together = of_rows(values)
    alone = [of_rows(row[np.newaxis]) for row in values]

    joined = {name: np.concatenate([each[name] for each in alone]) for name in STATISTICS}
    assert together == {name: pytest.approx(of, rel=0, abs=0) for name, of in joined.items()}


@pytest.mark.parametrize("value", [0.0, 1.0, -1131.37, 1e-20, 3e7])
@pytest.mark.parametrize("count", [1, 2, 1000])
def test_a_constant_row_has_no_skew_and_the_kurtosis_of_2017(value, count):
    got = of_rows(np.full((1, count), value))

    assert got["skew"] == 0.0
    assert got["kurtosis"] == -3.0
    assert got["mean"] == got["median"] == got["min"] == got["max"] == np.float32(value)


def test_a_row_that_varies_by_roundings_only_is_constant():
    row = np.full(999, 0.3, dtype=np.float32)
    row[::7] = np.nextafter(row[0], np.float32(1.0))

    got = of_rows(row[np.newaxis])

    assert (got["std"], got["skew"], got["kurtosis"]) == (0.0, 0.0, -3.0)


def test_a_row_of_differences_between_large_numbers_is_constant_by_their_measure():
    row = 1e-5 * np.random.default_rng(0).standard_normal((1, 100))

    assert of_rows(row, size=1000.0)["kurtosis"] == -3.0
    assert of_rows(row)["kurtosis"] > -2.0
