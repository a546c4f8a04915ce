"""Decibels as librosa 0.5.0 counts them: from one on, and at most 80 below the loudest."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FLOOR = np.float32(1e-10)
RANGE = np.float32(80.0)  # dB
PER_NEPER = np.float32(10.0 / np.log(10.0))  # dB; numpy is quickest with natural logarithms

Values = NDArray[np.float32]


def decibels(values: Values, largest: np.float32) -> Values:
    """Return 10 log10 of `values`; what lies 80 dB below `largest` and less is raised to that."""
    levels = np.maximum(values, FLOOR)
    np.log(levels, out=levels)
    levels *= PER_NEPER
    lowest = np.log(max(largest, FLOOR)) * PER_NEPER - RANGE
    np.maximum(levels, lowest, out=levels)
    return levels
