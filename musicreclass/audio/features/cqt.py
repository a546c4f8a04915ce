"""The twelve pitch classes of a sound by a constant-Q transform, octave by octave.

The filters and the halving of the rate between octaves are those of librosa 0.5.0. Only the sum
over the octaves is kept, and only a piece of the sound is in work at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from musicreclass.audio.decoding.waveform import Samples
from musicreclass.audio.features.chroma import NOTES, Chroma
from musicreclass.audio.features.halving import halved, read_range
from musicreclass.audio.features.stft import HOP, Stretch, mirror_range

OCTAVES = 7
TOP_OCTAVE_HZ = 440.0 * 2 ** (27 / 12)  # C7; the lowest octave begins with C1
Q = 1 / (2 ** (1 / NOTES) - 1)
HANN_BANDWIDTH = 1.50018310546875  # bins
PASSED = 0.85  # share of the band below half the rate that halving leaves as it is
DROPPED = 0.01  # share of each filter's spectrum that librosa leaves out, smallest values first
BLOCK_FRAMES = 4096

Filters = NDArray[np.float32]  # shape (n_taps, 24): real and imaginary part by turns
Range = tuple[int, int]


def constant_q_chroma(
    samples: Samples, sample_rate: int, tuning: float, block_frames: int = BLOCK_FRAMES
) -> Chroma:
    """Return the magnitudes of 84 constant-Q bins summed over octaves, one row per frame.

    Args:
        samples: mono sound.
        sample_rate: in Hz, up to 48,000.
        tuning: deviation from A = 440 Hz in semitones.
        block_frames: how many frames are in work at a time. Changes values by roundings only.
    """
    top = _early_halvings(sample_rate)
    lengths = [len(samples)]
    while len(lengths) < top + OCTAVES:
        lengths.append(-(-lengths[-1] // 2))
    ladder = _Ladder(lengths, top, _octave_filters(sample_rate / 2**top, tuning))
    count = ladder.frame_count()
    firsts = range(0, count, block_frames)
    return np.concatenate(
        [ladder.chroma(samples, first, min(first + block_frames, count)) for first in firsts]
    )


class _Ladder:
    """The sound at its own rate, at half of it, a quarter: from level `top` on an octave each."""

    def __init__(self, lengths: Sequence[int], top: int, filters: Filters) -> None:
        self._lengths = lengths  # samples on each level
        self._top = top
        self._filters = filters

    def frame_count(self) -> int:
        levels = range(self._top, len(self._lengths))
        return min(1 + self._lengths[level] // (HOP >> level) for level in levels)

    def chroma(self, samples: Samples, first: int, last: int) -> Chroma:
        """Return frames `first` up to `last`, going down level by level."""
        sound = Stretch(samples, 0, len(samples))
        chroma = np.zeros((last - first, NOTES), dtype=np.float32)
        for level, needed in enumerate(self._needed(first, last)):
            if level:
                sound = halved(sound, *needed)
            if level >= self._top:
                chroma += self._octave(sound, *self._span(level, first, last), HOP >> level)
        return chroma

    def _octave(self, sound: Stretch, start: int, stop: int, hop: int) -> Chroma:
        frames = sliding_window_view(sound.mirrored(start, stop), len(self._filters))[::hop]
        response = np.ascontiguousarray(frames) @ self._filters
        return np.abs(response.view(np.complex64))

    def _needed(self, first: int, last: int) -> list[Range]:
        """Return for each level which samples it must have for itself and those below it."""
        needed: list[Range] = []
        for level in reversed(range(len(self._lengths))):
            length = self._lengths[level]
            wanted = [read_range(*needed[-1], length)] if needed else []
            if level >= self._top:
                wanted.append(mirror_range(*self._span(level, first, last), length))
            needed.append((min(low for low, _ in wanted), max(high for _, high in wanted)))
        return needed[::-1]

    def _span(self, level: int, first: int, last: int) -> Range:
        """Return from where to where the filters reach, possibly beyond the sound."""
        hop, span = HOP >> level, len(self._filters) // 2
        return first * hop - span, (last - 1) * hop + span


def _early_halvings(sample_rate: int) -> int:
    """Return how often the rate is halved before the top octave, by librosa's own rule."""
    cutoff = TOP_OCTAVE_HZ * 2 ** (11 / NOTES) * (1 + 0.5 * HANN_BANDWIDTH / Q)
    spare = int(np.ceil(np.log2(PASSED * sample_rate / 2 / cutoff)))
    return min(max(0, spare - 2), 3)


@lru_cache(maxsize=128)  # one for each hundredth of a semitone, 25 KB each
def _octave_filters(sample_rate: float, tuning: float) -> Filters:
    """Return the filters of the top octave; each lower one has them at half the rate.

    A filter's size is such that all have the same energy for a tone of the same loudness: divided
    by its sum, times the square root of its length.
    """
    frequencies = TOP_OCTAVE_HZ * 2 ** ((np.arange(NOTES) + tuning) / NOTES)
    lengths = Q * sample_rate / frequencies
    size = int(2 ** np.ceil(np.log2(lengths[0])))
    spectra = np.fft.fft([_wavelet(length, size) for length in lengths])[:, : size // 2 + 1]
    taps = np.fft.ifft(_without_smallest(spectra), n=size) * np.sqrt(lengths)[:, np.newaxis]
    return np.ascontiguousarray(taps.T, dtype=np.complex64).view(np.float32)


def _wavelet(length: float, size: int) -> NDArray[np.complex128]:
    """Return Q turns under a Hann window of `length` samples, in the middle of `size`."""
    whole = int(length)
    window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(whole) / whole)
    wave = window * np.exp(2j * np.pi * Q * np.arange(whole) / length)
    wavelet = np.zeros(size, dtype=np.complex128)
    start = (size - int(np.ceil(length))) // 2
    wavelet[start : start + whole] = wave / np.abs(wave).sum()
    return wavelet


def _without_smallest(spectra: NDArray[np.complex128]) -> NDArray[np.complex128]:
    sizes = np.abs(spectra)
    ordered = np.sort(sizes, axis=1)
    shares = np.cumsum(ordered / sizes.sum(axis=1, keepdims=True), axis=1)
    smallest_kept = ordered[np.arange(len(ordered)), np.argmin(shares < DROPPED, axis=1)]
    return np.where(sizes >= smallest_kept[:, np.newaxis], spectra, 0.0)
