"""Sounds that are no music of any genre: noises, hums, tones, clicks, lone strings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import numpy as np
import numpy.typing as npt
import scipy.signal

Sound = npt.NDArray[np.float32]  # shape (n_samples,)

SECONDS = 24.0
EACH = 6  # sounds of every kind
PENTATONIC = (0, 2, 4, 7, 9)


def noises(sample_rate: int, seed: int) -> dict[str, Sound]:
    """Return sounds by name; another seed gives other ones of the same kinds."""
    kinds = {
        "coloured": _coloured,
        "gusts": _gusts,
        "hum": _hum,
        "tones": _tones,
        "sweep": _sweep,
        "clicks": _clicks,
        "plucked": _plucked,
        "bowed": _bowed,
    }
    made = {}
    for number, (name, make) in enumerate(kinds.items()):
        for i in range(EACH):
            rng = np.random.default_rng((seed, number, i))
            sound = make(rng, sample_rate, round(SECONDS * sample_rate))
            made[f"{name} {i}"] = (0.5 * sound / np.abs(sound).max()).astype(np.float32)
    made["silence"] = np.zeros(round(SECONDS * sample_rate), dtype=np.float32)
    return made


def _sound(numbers: npt.NDArray[np.float64]) -> Sound:
    return numbers.astype(np.float32)


def _coloured(rng: np.random.Generator, rate: int, n: int) -> Sound:
    """Return noise whose power falls by 0 to 12 dB an octave."""
    spectrum = np.fft.rfft(rng.standard_normal(n))
    spectrum[1:] /= np.arange(1, len(spectrum)) ** rng.uniform(0.0, 2.0)
    spectrum[: int(20 * n / rate)] = 0.0
    return np.fft.irfft(spectrum, n).astype(np.float32)


def _gusts(rng: np.random.Generator, rate: int, n: int) -> Sound:
    swell = np.interp(np.arange(n), np.linspace(0, n, 20), rng.random(20))
    return (_coloured(rng, rate, n) * swell).astype(np.float32)


def _hum(rng: np.random.Generator, rate: int, n: int) -> Sound:
    time = np.arange(n) / rate
    base = rng.choice([50.0, 60.0, rng.uniform(80, 400)])
    tones = sum(np.sin(2 * np.pi * base * k * time) / k for k in range(1, 12))
    noise = rng.standard_normal(n)
    return _sound(tones + rng.uniform(0.01, 0.5) * noise)


def _tones(rng: np.random.Generator, rate: int, n: int) -> Sound:
    """Return tones that begin and end anywhere, as telephones and machines make them."""
    time = np.arange(n) / rate
    sound = 1e-4 * rng.standard_normal(n)
    for _ in range(rng.integers(1, 12)):
        begin, length = rng.uniform(0.0, SECONDS), rng.uniform(0.2, SECONDS)
        sounding = (time >= begin) & (time < begin + length)
        sound += sounding * np.sin(2 * np.pi * rng.uniform(100, 6000) * time)
    return sound.astype(np.float32)


def _sweep(rng: np.random.Generator, rate: int, n: int) -> Sound:
    time = np.arange(n) / rate
    period = rng.uniform(0.5, SECONDS)
    low, high = rng.uniform(50, 500), rng.uniform(1000, 9000)
    return _sound(scipy.signal.chirp(time % period, low, period, high, "logarithmic"))


def _clicks(rng: np.random.Generator, rate: int, n: int) -> Sound:
    sound = np.zeros(n)
    sound[rng.integers(0, n, rng.integers(20, 400))] = rng.uniform(-1, 1)
    ring = np.exp(-np.arange(2000) / rng.uniform(10, 400)) * rng.standard_normal(2000)
    return _sound(scipy.signal.fftconvolve(sound, ring)[:n] + 1e-5)


def _plucked(rng: np.random.Generator, rate: int, n: int) -> Sound:
    """Return lone plucked strings, after Karplus and Strong."""
    sound = np.zeros(n)
    for begin, hertz in _melody(rng, rate, n, slowest=1.2):
        period = max(2, round(rate / hertz))
        burst = rng.uniform(-1, 1, period)
        length = min(n - begin, 2 * rate)
        loop = np.zeros(period + 2)
        loop[0], loop[period], loop[period + 1] = 1.0, -0.498, -0.498
        start = np.zeros(length)
        start[: min(period, length)] = burst[:length]
        sound[begin : begin + length] += scipy.signal.lfilter([1.0], loop, start)
    return (sound + 1e-6 * rng.standard_normal(n)).astype(np.float32)


def _bowed(rng: np.random.Generator, rate: int, n: int) -> Sound:
    """Return one bowed string with vibrato that slides from tone to tone."""
    notes = list(_melody(rng, rate, n, slowest=2.0))
    hertz = np.interp(np.arange(n), [b for b, _ in notes], [h for _, h in notes])
    vibrato = 1.0 + 0.012 * np.sin(2 * np.pi * rng.uniform(4, 7) * np.arange(n) / rate)
    phase = np.cumsum(hertz * vibrato) / rate
    saw = scipy.signal.sawtooth(2 * np.pi * phase)
    body = scipy.signal.butter(2, [300, 4000], "bandpass", fs=rate, output="sos")
    return _sound(scipy.signal.sosfilt(body, saw) + 1e-5 * rng.standard_normal(n))


def _melody(
    rng: np.random.Generator, rate: int, n: int, slowest: float
) -> Iterator[tuple[int, float]]:
    """Yield where notes of a five-tone scale begin, and their pitches in hertz."""
    key, index, begin = rng.uniform(110.0, 330.0), 5, 0
    for _ in count():
        if begin >= n:
            return
        index = int(np.clip(index + rng.integers(-2, 3), 0, 14))
        yield begin, key * 2.0 ** (index // 5 + PENTATONIC[index % 5] / 12.0)
        begin += round(rng.uniform(0.15, slowest) * rate)
