"""A part of a sound that also answers for what lies beyond the sound's two ends."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from musicreclass.audio.decoding.waveform import Samples


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """Samples `first` up to `first + len(samples)` of a sound that is `length` samples long."""

    samples: Samples
    first: int
    length: int

    def mirrored(self, start: int, stop: int) -> Samples:
        """Return positions `start` up to `stop`; beyond an end lies the sound's mirror image."""
        inside = self._inside(start, stop)
        if len(inside) == stop - start:
            return inside
        before = self._at(np.arange(start, min(0, stop)))
        after = self._at(np.arange(max(self.length, start), stop))
        return np.concatenate((before, inside, after))

    def silenced(self, start: int, stop: int) -> Samples:
        """Return positions `start` up to `stop`; zeros stand for what is not here."""
        low = max(start, self.first)
        inside = self.samples[low - self.first : max(low, stop) - self.first]
        if len(inside) == stop - start:
            return inside
        padded = np.zeros(stop - start, dtype=np.float32)
        padded[low - start : low - start + len(inside)] = inside
        return padded

    def _inside(self, start: int, stop: int) -> Samples:
        low = max(start, 0) - self.first
        return self.samples[low : max(low, min(stop, self.length) - self.first)]

    def _at(self, positions: NDArray[np.int64]) -> Samples:
        period = max(2 * self.length - 2, 1)
        folded = np.abs(positions) % period
        places = np.minimum(folded, period - folded) - self.first
        return np.asarray(self.samples[places])


def mirror_range(start: int, stop: int, length: int) -> tuple[int, int]:
    """Return the range inside a sound that `mirrored(start, stop)` reads."""
    low, high = max(start, 0), min(stop, length)
    if start < 0:
        high = min(length, max(high, 1 - start))
    if stop > length:
        low = max(0, min(low, 2 * length - 1 - stop))
    return low, high
