"""The seven statistics of a feature over time, as FMA's script and the scipy of 2017 have them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

STATISTICS = ("kurtosis", "max", "mean", "median", "min", "skew", "std")
# A row that varies by less than this is constant: its skew would be that of roundings.
ROUNDING = 1e-6  # of the row's size
IN_WORK = 1 << 15  # values: few enough for the cache, and a long sound needs no second copy

Rows = NDArray[np.float32]  # shape (n_rows, n_frames)


def seven_statistics(rows: Rows, sizes: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the statistics of each row in the order of `STATISTICS`, shape (7, n_rows).

    A constant row has no deviation, skew 0 and kurtosis -3: this is what scipy said when
    features.csv was made; it says NaN today.

    Args:
        rows: what a feature's values are at each frame.
        sizes: how large the numbers were that each row was made from, shape (n_rows,): that tells
            its roundings.
    """
    step = max(1, IN_WORK // rows.shape[1])
    groups = [slice(first, first + step) for first in range(0, len(rows), step)]
    return np.concatenate([_statistics(rows[group], sizes[group]) for group in groups], axis=1)


def _statistics(rows: Rows, sizes: NDArray[np.float32]) -> NDArray[np.float64]:
    count = rows.shape[1]
    mean = rows.mean(axis=1, dtype=np.float64)
    away = rows - mean[:, np.newaxis]
    squares = away * away
    variance = np.vecdot(away, away) / count
    constant = np.sqrt(variance) <= ROUNDING * sizes
    deviation = np.where(constant, 0.0, np.sqrt(variance))
    divisor = np.where(constant, 1.0, variance)
    skew = np.where(constant, 0.0, np.vecdot(squares, away) / count / divisor**1.5)
    kurtosis = np.where(constant, 0.0, np.vecdot(squares, squares) / count / divisor**2) - 3.0
    largest, smallest = rows.max(axis=1), rows.min(axis=1)
    return np.stack((kurtosis, largest, mean, _median(rows), smallest, skew, deviation))


def _median(rows: Rows) -> NDArray[np.float32]:
    half = rows.shape[1] // 2
    ordered = np.partition(rows, half, axis=1)
    if rows.shape[1] % 2:
        return ordered[:, half]
    below = ordered[:, :half].max(axis=1)
    return np.asarray((below + ordered[:, half]) / 2)
