"""The seven statistics of a feature over time, as FMA's script and the scipy of 2017 have them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

STATISTICS = ("kurtosis", "max", "mean", "median", "min", "skew", "std")
# A row that varies by less than its rounding is constant: its skew would be that of noise.
ROUNDING = 1e-6  # of the largest value
IN_WORK = 1 << 15  # values: few enough for the cache, and a long sound needs no second copy

Rows = NDArray[np.float32]  # shape (n_rows, n_frames)


def seven_statistics(rows: Rows) -> NDArray[np.float64]:
    """Return the statistics of each row in the order of `STATISTICS`, shape (7, n_rows).

    A constant row has skew 0 and kurtosis -3, which is what scipy said when features.csv was made;
    it says NaN today.
    """
    step = max(1, IN_WORK // rows.shape[1])
    parts = [_statistics(rows[first : first + step]) for first in range(0, len(rows), step)]
    return np.concatenate(parts, axis=1)


def _statistics(rows: Rows) -> NDArray[np.float64]:
    count = rows.shape[1]
    smallest, largest = rows.min(axis=1), rows.max(axis=1)
    mean = rows.mean(axis=1, dtype=np.float64)
    away = rows - mean[:, np.newaxis]
    squares = away * away
    variance = np.vecdot(away, away) / count
    constant = np.sqrt(variance) <= ROUNDING * np.maximum(np.abs(smallest), np.abs(largest))
    divisor = np.where(constant, 1.0, variance)
    skew = np.where(constant, 0.0, np.vecdot(squares, away) / count / divisor**1.5)
    kurtosis = np.where(constant, 0.0, np.vecdot(squares, squares) / count / divisor**2) - 3.0
    deviation = np.sqrt(variance)
    return np.stack((kurtosis, largest, mean, _median(rows), smallest, skew, deviation))


def _median(rows: Rows) -> NDArray[np.float32]:
    half = rows.shape[1] // 2
    ordered = np.partition(rows, half, axis=1)
    if rows.shape[1] % 2:
        return ordered[:, half]
    below = ordered[:, :half].max(axis=1)
    return np.asarray((below + ordered[:, half]) / 2)
