"""Sounds altered on purpose: what is left of them, noise, missing bands, another speed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy.signal import butter, sosfiltfilt

from musicreclass.audio.decoding.segments import excerpt
from musicreclass.audio.decoding.waveform import Samples, Waveform, resampled
from musicreclass.core.analysis import Alteration, AlterationKind

FILTER_ORDER = 4  # run forth and back: 48 dB an octave, and nothing is delayed
HIGHEST_SHARE = 0.99  # of half the sample rate; a filter cannot cut above


def altered(waveform: Waveform, alteration: Alteration, rng: np.random.Generator) -> Waveform:
    """Return the sound with an alteration; its sample rate stays what it is."""
    samples, rate, amount = waveform.samples, waveform.sample_rate, alteration.amount
    match alteration.kind:
        case AlterationKind.SECONDS:
            segment = excerpt(len(samples) / rate, amount)
            return replace(
                waveform,
                samples=samples[segment.positions(rate)],
                start_seconds=waveform.start_seconds + segment.start_seconds,
            )
        case AlterationKind.NOISE:
            return replace(waveform, samples=with_noise(samples, amount, rng))
        case AlterationKind.LOW_PASS:
            return replace(waveform, samples=_filtered(samples, rate, amount, "lowpass"))
        case AlterationKind.HIGH_PASS:
            return replace(waveform, samples=_filtered(samples, rate, amount, "highpass"))
        case AlterationKind.SPEED:
            return replace(waveform, samples=resampled(samples, round(rate * amount), rate))


def with_noise(samples: Samples, snr_db: float, rng: np.random.Generator) -> Samples:
    """Return the sound with white noise `snr_db` below its own level."""
    level = float(np.sqrt(np.mean(np.square(samples, dtype=np.float64)))) if len(samples) else 0.0
    noise = rng.standard_normal(len(samples), dtype=np.float32)
    return samples + np.float32(level * 10.0 ** (-snr_db / 20.0)) * noise


def _filtered(samples: Samples, rate: int, hz: float, kind: str) -> Samples:
    if hz >= HIGHEST_SHARE * rate / 2 or len(samples) <= 6 * FILTER_ORDER:
        return samples
    sections = butter(FILTER_ORDER, hz, kind, fs=rate, output="sos")
    return np.asarray(sosfiltfilt(sections, samples), dtype=np.float32)
