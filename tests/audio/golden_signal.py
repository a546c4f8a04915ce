"""The signal whose 518 features librosa 0.5.0 has measured, and what it measured."""

import json
from pathlib import Path

import numpy as np

VALUES = Path(__file__).parents[1] / "data" / "fma518_of_golden_signal.json"


def golden_signal(sample_rate, seconds=12.0):
    """Return chords, a sweep, noise bursts twice a second and a noise floor, mono float32."""
    count = int(sample_rate * seconds)
    t = np.arange(count) / sample_rate
    random = np.random.RandomState(7)
    y = np.zeros(count)
    notes = (110.0, 220.0 * 2 ** (4 / 12), 440.0 * 2 ** (7 / 12), 1760.0)
    for k, (hz, size) in enumerate(zip(notes, (0.3, 0.2, 0.15, 0.05), strict=True)):
        swell = 0.5 + 0.5 * np.sin(2 * np.pi * (0.3 + 0.2 * k) * t)
        y += size * np.sin(2 * np.pi * hz * t + k) * swell
    y += 0.15 * np.sin(2 * np.pi * (200 * t + (3000 - 200) / (2 * seconds) * t**2))
    y += 0.3 * (np.mod(t, 0.5) < 0.02) * random.randn(count)
    y += 0.003 * random.randn(count)
    y /= np.abs(y).max() * 1.05
    return y.astype(np.float32)


def golden_values(sample_rate):
    """Return (feature, statistic, number) -> value, measured at the signal's own rate."""
    values = json.loads(VALUES.read_text(encoding="utf-8"))[str(sample_rate)]
    return {tuple(name.split("|")): value for name, value in values.items()}
