"""Centroid, bandwidth, roll-off and contrast of magnitude spectra, frame by frame.

The frequency axis is that of a sound at 22,050 Hz whatever the sound's real rate: so it is in the
FMA data set, whose script never says otherwise.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from musicreclass.audio.features.cepstrum import decibels
from musicreclass.audio.features.stft import BINS, CHUNK, FRAME, STRIDE, Spectra

AXIS_RATE = 22_050  # Hz
BIN_HZ = AXIS_RATE / FRAME
ROLLED_OFF = 0.85
DOUBT = 1e-5  # of the whole; librosa loses less than this to rounding
QUANTILE = 0.02
BANDS = 7
CONTRAST_EDGES_HZ = (0.0, *(200.0 * 2**octave for octave in range(BANDS)))

Rows = NDArray[np.float32]  # shape (n_frames, n_values)
Sums = NDArray[np.float64]  # shape (n_frames, n_chunks)


def centroid_bandwidth_rolloff(spectra: Spectra) -> Rows:
    """Return the three in Hz; silence has 0 of each.

    All come from each chunk's sum and its moments about its own middle. Moments about 0 Hz would
    lose the bandwidth of a pure tone to rounding.
    """
    chunks = STRIDE // CHUNK
    sums = (spectra.reshape(-1, CHUNK) @ _chunk_moments()).reshape(len(spectra), chunks, 3)
    weight, first, second = sums.transpose(2, 0, 1).astype(np.float64, order="C")
    total = weight.sum(axis=1)
    total[total < np.finfo(np.float32).tiny] = 1.0
    middle = CHUNK * np.arange(chunks) + (CHUNK - 1) / 2
    centroid = (first.sum(axis=1) + weight @ middle) / total
    away = middle - centroid[:, np.newaxis]
    variance = (second + away * (2 * first + away * weight)).sum(axis=1) / total
    bandwidth = np.sqrt(np.maximum(variance, 0.0))
    columns = np.stack((centroid, bandwidth, _rolloff_bin(spectra, weight)), axis=1)
    return (columns * BIN_HZ).astype(np.float32)


def _rolloff_bin(spectra: Spectra, weight: Sums) -> NDArray[np.int64]:
    """Return the bin that brings the sum to 85 %: first its chunk, then its position in there."""
    reached = np.cumsum(weight, axis=1)
    wanted = ROLLED_OFF * reached[:, -1]
    chunk = np.argmax(reached >= wanted[:, np.newaxis], axis=1)
    frame = np.arange(len(spectra))
    rest = wanted - reached[frame, chunk] + weight[frame, chunk]
    inside = spectra.reshape(len(spectra), -1, CHUNK)[frame, chunk]
    sums = np.cumsum(inside, axis=1, dtype=np.float64)
    enough = sums >= rest[:, np.newaxis]
    enough[:, -1] = True  # the two ways of summing may differ by a rounding
    position = np.argmax(enough, axis=1)
    surplus = sums[frame, position] - rest
    leeway = np.minimum(surplus, inside[frame, position] - surplus)
    bins = CHUNK * chunk + position
    close = np.flatnonzero(leeway < DOUBT * reached[:, -1])
    bins[close] = _rolloff_bin_as_librosa(spectra[close])
    return np.asarray(bins)


def _rolloff_bin_as_librosa(spectra: Spectra) -> NDArray[np.int64]:
    """Sum bin after bin in single precision: slow, and where it is close librosa's roundings."""
    sums = np.cumsum(spectra[:, :BINS], axis=1)
    return np.asarray(np.argmax(sums >= np.float32(ROLLED_OFF) * sums[:, -1:], axis=1))


def contrast_extremes(spectra: Spectra) -> Rows:
    """Return valleys, then peaks, of seven bands, shape (n_frames, 14); `spectra` is spoilt.

    They are the means of a band's smallest and of its largest 2 %.
    """
    for low, high, _ in _contrast_bands():
        spectra[:, low:high].sort(axis=1)
    columns, means = _extreme_columns()
    return spectra.take(columns, axis=1) @ means


def contrast(extremes: Rows) -> Rows:
    """Return how many decibels the peaks lie above the valleys, shape (n_frames, 7).

    The extremes of the whole sound are wanted: each kind ends 80 dB below its own loudest.
    """
    valleys, peaks = extremes[:, :BANDS], extremes[:, BANDS:]
    return decibels(peaks, peaks.max()) - decibels(valleys, valleys.max())


@lru_cache(maxsize=1)
def _chunk_moments() -> NDArray[np.float32]:
    position = np.arange(CHUNK) - (CHUNK - 1) / 2
    return np.stack((position**0, position, position**2), axis=1).astype(np.float32)


@lru_cache(maxsize=1)
def _extreme_columns() -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return which columns of the sorted bands are extremes, and the matrix of their means."""
    bands = _contrast_bands()
    runs = [np.arange(low, low + count) for low, _, count in bands]
    runs += [np.arange(high - count, high) for _, high, count in bands]
    ends = np.cumsum([0, *map(len, runs)])
    means = np.zeros((ends[-1], len(runs)), dtype=np.float32)
    for number, run in enumerate(runs):
        means[ends[number] : ends[number + 1], number] = 1 / len(run)
    return np.concatenate(runs), means


@lru_cache(maxsize=1)
def _contrast_bands() -> tuple[tuple[int, int, int], ...]:
    """Return first bin, end and how many bins are 2 % of each band.

    But for the first, a band begins a bin early; but for the last, it ends a bin early. The 2 %
    are counted before the end is cut.
    """
    frequencies = np.linspace(0, AXIS_RATE / 2, BINS)
    bands = []
    for low_hz, high_hz in pairwise(CONTRAST_EDGES_HZ):
        inside = np.flatnonzero((frequencies >= low_hz) & (frequencies <= high_hz))
        low, high = max(int(inside[0]) - 1, 0), int(inside[-1]) + 1
        count = max(int(np.rint(QUANTILE * (high - low))), 1)
        bands.append((low, high if high == BINS else high - 1, count))
    return tuple(bands)
