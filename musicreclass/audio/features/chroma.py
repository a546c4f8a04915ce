"""Pitch classes from spectra, and what is made of pitch classes: CENS and tonal centroids."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from musicreclass.audio.features.spectral_shape import AXIS_RATE
from musicreclass.audio.features.stft import BINS, FRAME, Spectra

NOTES = 12
CENTRE_OCTAVE = 5.0
OCTAVE_WIDTH = 2.0
QUANTA = (0.4, 0.2, 0.1, 0.05)
SMOOTHING_FRAMES = 43

Chroma = NDArray[np.float32]  # shape (n_frames, 12), C first


def stft_chroma(power: Spectra, tuning: float) -> Chroma:
    """Return the power in each pitch class, the frequency axis being that of 22,050 Hz."""
    return power[:, :BINS] @ _chroma_filters(tuning)


def by_largest(chroma: Chroma) -> Chroma:
    """Return rows divided by their largest value; rows of zeros stay."""
    return _divided(chroma, chroma.max(axis=1))


def cens(chroma: Chroma) -> Chroma:
    """Return the energy-normalised chroma: shares, quantised, smoothed over time."""
    shares = _divided(chroma, chroma.sum(axis=1))
    steps = np.zeros_like(shares)
    for quantum in QUANTA:
        steps += shares > quantum
    around = SMOOTHING_FRAMES // 2
    smooth = [np.convolve(note, _smoothing())[around : around + len(note)] for note in steps.T]
    columns = np.stack(smooth, axis=1)
    return _divided(columns, np.sqrt(np.vecdot(columns, columns)))


def tonal_centroid(chroma: Chroma) -> NDArray[np.float32]:
    """Return the place in the circles of fifths and of minor and major thirds, (n_frames, 6)."""
    turns = np.outer(np.arange(NOTES), (7 / 6, 7 / 6, 3 / 2, 3 / 2, 2 / 3, 2 / 3))
    turns -= (0.5, 0.0) * 3
    positions = np.cos(np.pi * turns) * (1, 1, 1, 1, 0.5, 0.5)
    return _divided(chroma, chroma.sum(axis=1)) @ positions.astype(np.float32)


def _divided(rows: Chroma, sizes: NDArray[np.float32]) -> Chroma:
    divisors = np.where(sizes < np.finfo(np.float32).tiny, np.float32(1.0), sizes)
    return np.asarray(rows / divisors[:, np.newaxis])


@lru_cache(maxsize=1)
def _smoothing() -> NDArray[np.float32]:
    """Return librosa 0.5.0's window: a periodic Hann, hence half a frame askew."""
    turns = np.arange(SMOOTHING_FRAMES) / SMOOTHING_FRAMES
    window = 0.5 - 0.5 * np.cos(2 * np.pi * turns)
    return np.asarray(window / window.sum() / len(QUANTA), dtype=np.float32)


@lru_cache(maxsize=128)  # one for each hundredth of a semitone, 49 KB each
def _chroma_filters(tuning: float) -> NDArray[np.float32]:
    """Return how much of each bin belongs to each pitch class, shape (1025, 12).

    After Ellis's chromagram: Gaussian bumps, a semitone wide or as wide as the bin, under a
    Gaussian over the octaves.
    """
    a440 = 440.0 * 2 ** (tuning / NOTES)
    frequencies = np.arange(1, BINS + 1) * (AXIS_RATE / FRAME)
    pitch = NOTES * np.log2(frequencies / (a440 / 16))
    pitch = np.concatenate(([pitch[0] - 1.5 * NOTES], pitch))  # 0 Hz has none: far below bin 1
    width = np.maximum(np.diff(pitch), 1.0)[:, np.newaxis]
    pitch = pitch[:-1, np.newaxis]
    away = np.remainder(pitch - np.arange(NOTES) + 10.5 * NOTES, NOTES) - NOTES / 2
    bumps = np.exp(-0.5 * (2 * away / width) ** 2)
    bumps /= np.sqrt(np.square(bumps).sum(axis=1, keepdims=True))
    bumps *= np.exp(-0.5 * ((pitch / NOTES - CENTRE_OCTAVE) / OCTAVE_WIDTH) ** 2)
    return np.ascontiguousarray(np.roll(bumps, -3, axis=1), dtype=np.float32)  # from A to C
