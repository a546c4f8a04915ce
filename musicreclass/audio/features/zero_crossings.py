"""How often a sound changes sign, frame by frame, counted in bits."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from musicreclass.audio.decoding.waveform import Samples
from musicreclass.audio.features.stft import FRAME, HOP, frame_count

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
