"""A log-mel spectrogram in some hundred numbers: what a small network can learn genres from.

Timbre (cepstra and their moments), rhythm (how fast bands rise and fall), and how much tones stand
out of the noise between them. They need nothing but the mel, so that music of which only pictures
are known can be learned from, and files cost one mel for all classifiers.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.spec import UnfitSound
from musicreclass.core.analysis import MelSpec
from musicreclass.sentences.reason import because

Mel = npt.NDArray[np.floating]  # shape (n_mels, frames), dB
Numbers = npt.NDArray[np.float64]

DEFINITION = "mel-summary-1"  # another whenever the numbers change

CEPSTRA = 20
STATISTICS = ("mean", "std", "median", "min", "max", "change", "skew")
RHYTHM_BANDS = 16
RHYTHM_SECONDS = 5.3  # one look at the rhythm; looks overlap by half
RHYTHM_HZ = (0.3, 0.7, 1.2, 1.8, 2.5, 3.5, 5.0, 7.0, 9.0, 12.0)
FAINTEST_RHYTHM = 1e-3  # dB squared: what stands still moves by so much
CONTRAST_BANDS = 16
TONE_BANDS = 31  # pairs of bands in the lower half, where single tones can be seen
EVEN = 1e-4  # dB; a row that spreads less has no skew but that of roundings


def columns() -> tuple[str, ...]:
    """Return the names of the numbers, in their order."""
    names = [f"cepstrum.{s}.{i:02}" for s in STATISTICS for i in range(1, CEPSTRA + 1)]
    for low, high in pairwise(RHYTHM_HZ):
        names += [f"rhythm.{low}-{high}.{i:02}" for i in range(1, RHYTHM_BANDS + 1)]
    names += [f"contrast.{s}.{i:02}" for s in ("mean", "std") for i in range(1, CONTRAST_BANDS + 1)]
    names += [f"tones.mean.{i:02}" for i in range(1, TONE_BANDS + 1)]
    return (*names, "tones.spread")


def feature_set() -> FeatureSet:
    """Return what these numbers are called in a bundle."""
    return FeatureSet(DEFINITION, columns())


def summarise(mel: Mel, spec: MelSpec) -> npt.NDArray[np.float32]:
    """Return the numbers of one track, shape (n_columns,).

    Raises:
        UnfitSound: the mel is empty, of other bands, or numbers are missing.
    """
    if mel.ndim != 2 or mel.shape[0] != spec.n_mels or mel.shape[1] == 0:
        raise UnfitSound(because("classifiers.mel_shape", shape=str(mel.shape)))
    wide = mel.astype(np.float64)
    if not np.isfinite(wide).all():
        raise UnfitSound(because("classifiers.mel_lacks_numbers"))
    parts = (_cepstra(wide), _rhythm(wide, spec), _contrast(wide), _tones(wide))
    return np.concatenate(parts).astype(np.float32)


def _cepstra(mel: Numbers) -> Numbers:
    rows = _cosines(len(mel)) @ mel
    centred = rows - rows.mean(axis=1, keepdims=True)
    spread = rows.std(axis=1)
    third = (centred**3).mean(axis=1)
    skew = np.where(spread > EVEN, third / np.maximum(spread, EVEN) ** 3, 0.0)
    change = np.diff(rows, axis=1).std(axis=1) if rows.shape[1] > 1 else np.zeros(CEPSTRA)
    middle = np.median(rows, axis=1)
    return np.concatenate(
        [rows.mean(axis=1), spread, middle, rows.min(axis=1), rows.max(axis=1), change, skew]
    )


@lru_cache(maxsize=8)
def _cosines(n_mels: int) -> Numbers:
    """Return the first rows of the orthonormal DCT-II, shape (CEPSTRA, n_mels)."""
    turns = np.arange(CEPSTRA)[:, None] * (np.arange(n_mels) + 0.5) * np.pi / n_mels
    rows = np.cos(turns) * np.sqrt(2.0 / n_mels)
    rows[0] /= np.sqrt(2.0)
    return np.asarray(rows)


def _rhythm(mel: Numbers, spec: MelSpec) -> Numbers:
    """Return how strongly bands rise and fall at some paces, in nepers."""
    power = _joined(10.0 ** (mel / 10.0), RHYTHM_BANDS)
    level = 10.0 * np.log10(np.maximum(power, 1e-12))
    level -= level.mean(axis=1, keepdims=True)
    size = round(RHYTHM_SECONDS * spec.frames_per_second)
    if level.shape[1] < size:
        level = np.pad(level, ((0, 0), (0, size - level.shape[1])))
    looks = range(0, level.shape[1] - size + 1, size // 2)
    window = np.hanning(size)
    spectra = [np.abs(np.fft.rfft(level[:, i : i + size] * window)) ** 2 for i in looks]
    mean = np.mean(spectra, axis=0) / size
    paces = np.fft.rfftfreq(size, 1.0 / spec.frames_per_second)
    rows = []
    for low, high in pairwise(RHYTHM_HZ):
        inside = (paces >= low) & (paces < high)
        rows.append(mean[:, inside].mean(axis=1) if inside.any() else np.zeros(RHYTHM_BANDS))
    return np.log(np.concatenate(rows) + FAINTEST_RHYTHM)


def _contrast(mel: Numbers) -> Numbers:
    """Return how far the loudest of neighbouring bands stands above the faintest."""
    gaps = np.stack([band.max(axis=0) - band.min(axis=0) for band in _parts(mel, CONTRAST_BANDS)])
    return np.concatenate([gaps.mean(axis=1), gaps.std(axis=1)])


def _tones(mel: Numbers) -> Numbers:
    """Return how far bands of the lower half stand above both their neighbours."""
    low = mel[: len(mel) // 2]
    sharpness = low[1:-1] - 0.5 * (low[:-2] + low[2:])
    raised = np.maximum(sharpness, 0.0).mean(axis=1)
    pairs = [part.mean() for part in _parts(raised, TONE_BANDS)]
    return np.append(pairs, sharpness.std())


def _joined(power: Numbers, count: int) -> Numbers:
    """Return the mean power of `count` groups of neighbouring bands."""
    return np.stack([part.mean(axis=0) for part in _parts(power, count)])


def _parts(rows: Numbers, count: int) -> list[Numbers]:
    """Return `count` runs of neighbouring rows; where there are fewer, some stand for two."""
    bounds = [i * len(rows) // count for i in range(count + 1)]
    return [rows[start : max(end, start + 1)] for start, end in pairwise(bounds)]
