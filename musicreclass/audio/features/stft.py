"""Magnitude spectra of a long sound, a block of frames at a time, with padding at its two ends."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from musicreclass.audio.decoding.waveform import Samples

Spectra = NDArray[np.float32]  # shape (n_frames, STRIDE); columns from BINS on are zero

FRAME = 2048
HOP = 512
BINS = FRAME // 2 + 1
CHUNK = 32
# Rows are a whole number of chunks long: the sums of all chunks are then one matrix product.
STRIDE = -(-BINS // CHUNK) * CHUNK
STRIP = 64  # frames transformed at a time, so that they stay in the second-level cache


def frame_count(n_samples: int) -> int:
    """Return how many frames a sound has when frame t is centred on sample 512 t."""
    return 1 + n_samples // HOP


def magnitudes(sound: Stretch, first: int, last: int) -> Spectra:
    """Return the magnitude spectra of frames `first` up to `last`, Hann window, mirrored edges."""
    start = first * HOP - FRAME // 2
    piece = sound.mirrored(start, start + (last - first - 1) * HOP + FRAME)
    frames = sliding_window_view(piece, FRAME)[::HOP]
    sizes = np.empty((last - first, STRIDE), dtype=np.float32)
    sizes[:, BINS:] = 0.0
    for low in range(0, len(frames), STRIP):
        strip = slice(low, low + STRIP)
        # In single precision the transform's own noise would cover what a codec's low-pass leaves.
        spectra = np.fft.rfft(frames[strip] * _window()).astype(np.complex64)
        np.abs(spectra, out=sizes[strip, :BINS])
    return sizes


@lru_cache(maxsize=1)
def _window() -> NDArray[np.float64]:
    return 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(FRAME) / FRAME)


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
        return np.concatenate((before, inside, self._at(np.arange(max(self.length, start), stop))))

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
        positions = np.minimum(folded, period - folded) - self.first
        return np.asarray(self.samples[positions])


def mirror_range(start: int, stop: int, length: int) -> tuple[int, int]:
    """Return the range inside a sound that `mirrored(start, stop)` reads."""
    low, high = max(start, 0), min(stop, length)
    if start < 0:
        high = min(length, max(high, 1 - start))
    if stop > length:
        low = max(0, min(low, 2 * length - 1 - stop))
    return low, high
