"""Statistics over frames: seven of each feature, and how often a sound changes its sign.

They are as FMA's script and the scipy of 2017 have them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from musicreclass.audio.decoding.waveform import Samples
from musicreclass.audio.features.stft import FRAME, HOP, frame_count

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
    return np.asarray((ordered[:, :half].max(axis=1) + ordered[:, half]) / 2)


ZERO = np.float32(1e-10)  # smaller values count as zero, and zero as positive
BLOCK_FRAMES = 4096


def zero_crossing_rate(samples: Samples) -> NDArray[np.float32]:
    """Return the share of samples whose sign is not that of the one before, (n_frames, 1).

    The first and the last sample go on beyond the ends. A frame's own first sample never counts.
    """
    count = frame_count(len(samples))
    firsts = range(0, count, BLOCK_FRAMES)
    rates = [_rates(samples, first, min(first + BLOCK_FRAMES, count)) for first in firsts]
    return np.concatenate(rates)[:, np.newaxis]


def _rates(samples: Samples, first: int, last: int) -> NDArray[np.float32]:
    start, stop = first * HOP - FRAME // 2, (last - 1) * HOP + FRAME // 2
    negative = _negative(samples, start, stop)
    crossed = np.zeros_like(negative)
    np.not_equal(negative[1:], negative[:-1], out=crossed[1:])
    words = np.packbits(crossed).view(np.uint64)
    in_hop = np.bitwise_count(words).reshape(-1, HOP // 64).sum(axis=1, dtype=np.int64)
    until = np.concatenate(([0], np.cumsum(in_hop)))
    hops = FRAME // HOP
    counted = until[hops:] - until[:-hops] - crossed[::HOP][: last - first]
    return (counted / FRAME).astype(np.float32)


def _negative(samples: Samples, start: int, stop: int) -> NDArray[np.bool_]:
    inside = samples[max(start, 0) : stop]
    low = max(-start, 0)
    high = low + len(inside)
    negative = np.empty(stop - start, dtype=np.bool_)
    np.less(inside, -ZERO, out=negative[low:high])
    negative[:low] = negative[low]
    negative[high:] = negative[high - 1]
    return negative
