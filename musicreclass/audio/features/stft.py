"""Magnitude spectra of a long sound, a block of frames at a time. Knows nothing of features."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from musicreclass.audio.features.stretch import Stretch

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
