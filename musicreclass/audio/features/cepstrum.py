"""MFCCs as librosa 0.5.0 makes them: mel bands of power spectra, their decibels and cepstrum."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from musicreclass.audio.features.mel_filters import mel_bank
from musicreclass.audio.features.stft import FRAME, HOP, Spectra
from musicreclass.core.analysis import MelSpec

MELS = 128
COEFFICIENTS = 20
BLOCK_FRAMES = 512

MelPower = NDArray[np.float32]  # shape (n_frames, 128)


def mel_power(power: Spectra, sample_rate: int) -> MelPower:
    """Return the power in each mel band."""
    return mel_bank(MelSpec(sample_rate, n_fft=FRAME, hop=HOP, n_mels=MELS)).bands(power)


def cepstrum(mels: MelPower) -> NDArray[np.float32]:
    """Return the first 20 cosine coefficients of every frame's decibels, shape (n_frames, 20).

    The whole sound is wanted: its loudest point is everybody's measure.
    """
    largest = mels.max()
    coefficients = np.empty((len(mels), COEFFICIENTS), dtype=np.float32)
    for first in range(0, len(mels), BLOCK_FRAMES):
        block = slice(first, first + BLOCK_FRAMES)
        np.matmul(decibels(mels[block], largest), _cosines(), out=coefficients[block])
    return coefficients


@lru_cache(maxsize=1)
def _cosines() -> NDArray[np.float32]:
    """Return the orthonormal DCT-II, shape (128, 20)."""
    angle = np.outer(np.arange(MELS) + 0.5, np.arange(COEFFICIENTS)) * np.pi / MELS
    scale = np.sqrt(np.where(np.arange(COEFFICIENTS) == 0, 1, 2) / MELS)
    return (np.cos(angle) * scale).astype(np.float32)


FLOOR = np.float32(1e-10)
RANGE = np.float32(80.0)  # dB
PER_NEPER = np.float32(10.0 / np.log(10.0))  # dB; numpy is quickest with natural logarithms

Values = NDArray[np.float32]


def decibels(values: Values, largest: np.float32) -> Values:
    """Return 10 log10 of `values`; what lies 80 dB below `largest` and less is raised to that."""
    levels = np.maximum(values, FLOOR)
    np.log(levels, out=levels)
    levels *= PER_NEPER
    np.maximum(levels, np.log(max(largest, FLOOR)) * PER_NEPER - RANGE, out=levels)
    return levels
