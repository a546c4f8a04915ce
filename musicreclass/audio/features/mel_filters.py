"""Banks of triangular filters, evenly spaced on a mel scale: Slaney's or HTK's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from musicreclass.core.analysis import MelSpec

Power = NDArray[np.float32]  # shape (n_frames, n_bins), or (n_frames, n_mels)

_GROUP = 16  # neighbours overlap few bins: small products take a fifth of one large one's time
_SLANEY_LINEAR_HZ = 200.0 / 3.0  # per mel, up to 1000 Hz
_SLANEY_BEND_HZ = 1000.0
_SLANEY_LOG_STEP = np.log(6.4) / 27.0  # per mel, above
_HTK_MELS = 2595.0
_HTK_HZ = 700.0


@dataclass(frozen=True, slots=True)
class MelBank:
    """The filters of a `MelSpec`, in groups of neighbours."""

    n_mels: int
    groups: tuple[tuple[int, int, NDArray[np.float32]], ...]  # first bin, end, weights

    def bands(self, power: Power) -> Power:
        """Return the power in each band from that in each bin."""
        bands = np.empty((len(power), self.n_mels), dtype=np.float32)
        for number, (low, high, weights) in enumerate(self.groups):
            out = bands[:, number * _GROUP : (number + 1) * _GROUP]
            np.matmul(power[:, low:high], weights, out=out)
        return bands


def mel_bank(spec: MelSpec) -> MelBank:
    """Return the filters of `spec`, ready for use."""
    return _bank(
        spec.sample_rate,
        spec.n_fft,
        spec.n_mels,
        spec.fmin,
        spec.top_hz,
        spec.scale == "htk",
        spec.is_area_normed,
    )


def mel_centres_hz(spec: MelSpec) -> NDArray[np.float64]:
    """Return the frequency at which each filter peaks, shape (n_mels,)."""
    return _edges_hz(spec.n_mels, spec.fmin, spec.top_hz, spec.scale == "htk")[1:-1]


@lru_cache(maxsize=16)
def _bank(
    sample_rate: int,
    n_fft: int,
    n_mels: int,
    fmin: float,
    top_hz: float,
    is_htk: bool,
    is_area_normed: bool,
) -> MelBank:
    bins = np.arange(n_fft // 2 + 1, dtype=np.float64) * (sample_rate / n_fft)
    weights = _triangles(bins, _edges_hz(n_mels, fmin, top_hz, is_htk), is_area_normed)
    groups = [_group(weights[:, first : first + _GROUP]) for first in range(0, n_mels, _GROUP)]
    return MelBank(n_mels, tuple(groups))


def _group(weights: NDArray[np.float64]) -> tuple[int, int, NDArray[np.float32]]:
    used = np.flatnonzero(weights.any(axis=1))
    low, high = (int(used[0]), int(used[-1]) + 1) if len(used) else (0, 0)
    return low, high, np.ascontiguousarray(weights[low:high], dtype=np.float32)


def _triangles(
    bins: NDArray[np.float64], edges: NDArray[np.float64], is_area_normed: bool
) -> NDArray[np.float64]:
    """Return one filter per column, shape (n_bins, n_mels)."""
    widths = np.diff(edges)
    rising = (bins[:, np.newaxis] - edges[:-2]) / widths[:-1]
    falling = (edges[2:] - bins[:, np.newaxis]) / widths[1:]
    triangles = np.maximum(0.0, np.minimum(rising, falling))
    return triangles * (2.0 / (edges[2:] - edges[:-2])) if is_area_normed else triangles


def _edges_hz(n_mels: int, fmin: float, top_hz: float, is_htk: bool) -> NDArray[np.float64]:
    to_mel, to_hz = (_htk_mel, _htk_hz) if is_htk else (_slaney_mel, _slaney_hz)
    low, high = to_mel(np.array([fmin, top_hz]))
    return to_hz(np.linspace(low, high, n_mels + 2))


def _slaney_mel(hz: NDArray[np.float64]) -> NDArray[np.float64]:
    bend = _SLANEY_BEND_HZ / _SLANEY_LINEAR_HZ
    above = bend + np.log(np.maximum(hz, _SLANEY_BEND_HZ) / _SLANEY_BEND_HZ) / _SLANEY_LOG_STEP
    return np.where(hz < _SLANEY_BEND_HZ, hz / _SLANEY_LINEAR_HZ, above)


def _slaney_hz(mel: NDArray[np.float64]) -> NDArray[np.float64]:
    bend = _SLANEY_BEND_HZ / _SLANEY_LINEAR_HZ
    above = _SLANEY_BEND_HZ * np.exp(_SLANEY_LOG_STEP * (mel - bend))
    return np.where(mel < bend, _SLANEY_LINEAR_HZ * mel, above)


def _htk_mel(hz: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(_HTK_MELS * np.log10(1.0 + hz / _HTK_HZ))


def _htk_hz(mel: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(_HTK_HZ * (10.0 ** (mel / _HTK_MELS) - 1.0))
