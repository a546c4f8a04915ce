"""The spectrum of sound as it plays: mel bands in steps of loudness, a column at a time.

Coarser than what classifiers look at, and without scipy: it is computed where it is shown.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
import numpy.typing as npt

from musicreclass.audio.features.mel_filters import mel_bank, mel_centres_hz
from musicreclass.core.analysis import MelSpec
from musicreclass.core.live.pcm import Samples

Columns = npt.NDArray[np.uint8]  # shape (n_bands, n_columns): steps from quiet to loud

COLUMNS_PER_SECOND = 20
BANDS = 64
FRAME_SECONDS = 0.046
LOWEST_HZ, HIGHEST_HZ = 40.0, 16_000.0
QUIET_DB, LOUD_DB = -90.0, -12.0  # of a band, below full scale: the ends of the scale
STEPS = 255


class RunningSpectrum:
    """Takes sound in any portions, and gives the columns that are whole with it."""

    def __init__(self, sample_rate: int) -> None:
        frame = 2 ** round(np.log2(FRAME_SECONDS * sample_rate))
        self._hop = max(1, round(sample_rate / COLUMNS_PER_SECOND))
        top = min(HIGHEST_HZ, sample_rate / 2)
        self.spec = MelSpec(sample_rate, frame, min(frame, self._hop), BANDS, LOWEST_HZ, top)
        self._window = np.hanning(frame).astype(np.float32)
        self._held = np.empty(0, dtype=np.float32)

    @cached_property
    def band_hz(self) -> tuple[float, ...]:
        """Return the frequency in the middle of each band."""
        return tuple(mel_centres_hz(self.spec).tolist())

    def add(self, samples: Samples) -> Columns:
        """Return the columns that are whole by now, none where too little came."""
        self._held = np.concatenate([self._held, samples])
        need = max(self.spec.n_fft, self._hop)
        count = max(0, 1 + (len(self._held) - need) // self._hop) if len(self._held) >= need else 0
        if not count:
            return np.empty((BANDS, 0), dtype=np.uint8)
        starts = np.arange(count) * self._hop
        frames = self._held[starts[:, None] + np.arange(self.spec.n_fft)] * self._window
        self._held = self._held[count * self._hop :]
        spectra = np.fft.rfft(frames, axis=1)
        power = (spectra.real**2 + spectra.imag**2).astype(np.float32)
        bands = mel_bank(self.spec).bands(power) / np.float32(np.square(self._window).sum())
        decibels = 10.0 * np.log10(np.maximum(bands.T, 1e-12))
        share = (decibels - QUIET_DB) / (LOUD_DB - QUIET_DB)
        return np.asarray(np.clip(share, 0.0, 1.0) * STEPS).astype(np.uint8)
