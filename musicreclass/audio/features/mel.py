"""Log-mel spectrograms as librosa makes them, several from one sound, without librosa.

Power first, decibels last: the loudest point is known only at the end, and bands are a hundredth
of the sound's size, so that `MelStream` takes sound of any length piece by piece.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import scipy.fft
import soxr
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from musicreclass.audio.decoding.waveform import LARGEST_SAMPLE, Samples
from musicreclass.audio.features.mel_filters import Power, mel_bank
from musicreclass.core.analysis import MelSpec

LogMel = NDArray[np.float32]  # shape (n_mels, n_frames), decibels

_PIECE = 2**17  # samples worked on at once
_FRAMES_AT_ONCE = 64  # their spectra stay in the processor's cache: a third faster than all


def log_mels(samples: Samples, sample_rate: int, specs: Iterable[MelSpec]) -> dict[MelSpec, LogMel]:
    """Return a log-mel spectrogram for each of `specs`.

    What they have in common is done once: one resampling for each rate, one transform for each
    frame size, hop and padding.
    """
    stream = MelStream(sample_rate, specs)
    for start in range(0, len(samples), _PIECE):
        stream.add(samples[start : start + _PIECE])
    return stream.finish()


class MelStream:
    """Log-mel spectrograms of sound that comes in pieces: `add` them all, then `finish`."""

    def __init__(self, sample_rate: int, specs: Iterable[MelSpec]) -> None:
        rates: dict[int, list[MelSpec]] = {}
        for spec in dict.fromkeys(specs):
            rates.setdefault(spec.sample_rate, []).append(spec)
        self._rates = [_AtRate(sample_rate, rate, wanted) for rate, wanted in rates.items()]

    def add(self, samples: Samples) -> None:
        """Take the next piece, at the rate that was announced."""
        if len(samples) == 0:
            return
        # The same for NaN, which is not smaller than anything.
        if not max(samples.max(), -samples.min()) <= LARGEST_SAMPLE:
            samples = np.where(np.abs(samples) <= LARGEST_SAMPLE, samples, np.float32(0.0))
        samples = np.ascontiguousarray(samples, dtype=np.float32)
        for rate in self._rates:
            rate.add(samples)

    def finish(self) -> dict[MelSpec, LogMel]:
        """Return what was asked for; nothing may be added afterwards."""
        return {spec: mel for rate in self._rates for spec, mel in rate.finish()}


class _AtRate:
    """All spectrograms that need the sound at one sample rate."""

    def __init__(self, given: int, wanted: int, specs: list[MelSpec]) -> None:
        self._resampler = None
        if given != wanted:
            self._resampler = soxr.ResampleStream(given, wanted, 1, dtype="float32", quality="HQ")
        transforms: dict[tuple[int, int, str], list[MelSpec]] = {}
        for spec in specs:
            transforms.setdefault((spec.n_fft, spec.hop, spec.pad), []).append(spec)
        self._transforms = [_Transform(shared) for shared in transforms.values()]

    def add(self, samples: Samples, *, is_last: bool = False) -> None:
        if self._resampler is not None:
            samples = self._resampler.resample_chunk(samples, last=is_last)
        for transform in self._transforms:
            transform.add(samples)

    def finish(self) -> Iterator[tuple[MelSpec, LogMel]]:
        if self._resampler is not None:
            self.add(np.empty(0, dtype=np.float32), is_last=True)
        for transform in self._transforms:
            yield from transform.finish()


class _Transform:
    """All spectrograms that can be summed up from the same spectra."""

    def __init__(self, specs: list[MelSpec]) -> None:
        first = specs[0]
        self._framer = _Framer(first.n_fft, first.hop, first.pad)
        # In single precision the transform's own noise shows 80 dB below the loudest point.
        turns = np.arange(first.n_fft) / first.n_fft
        self._window = 0.5 - 0.5 * np.cos(2 * np.pi * turns)
        self._banks = {spec: mel_bank(spec) for spec in specs}
        self._power: dict[MelSpec, list[Power]] = {spec: [] for spec in specs}

    def add(self, samples: Samples) -> None:
        self._sum_up(self._framer.add(samples))

    def finish(self) -> Iterator[tuple[MelSpec, LogMel]]:
        self._sum_up(self._framer.finish())
        for spec, blocks in self._power.items():
            yield spec, _kept(spec, _decibels(spec, blocks))

    def _sum_up(self, frames: NDArray[np.float32]) -> None:
        for start in range(0, len(frames), _FRAMES_AT_ONCE):
            block = frames[start : start + _FRAMES_AT_ONCE] * self._window
            power = _power(scipy.fft.rfft(block, overwrite_x=True))
            for spec, bank in self._banks.items():
                self._power[spec].append(bank.bands(power))


def _power(spectra: NDArray[np.complex128]) -> Power:
    """Return the squared magnitudes; `spectra` are used up."""
    parts = spectra.view(np.float64)
    parts *= parts
    return (parts[:, ::2] + parts[:, 1::2]).astype(np.float32)


class _Framer:
    """Cuts sound that comes in pieces into overlapping frames, padded at both ends of the sound."""

    def __init__(self, n_fft: int, hop: int, pad: str) -> None:
        self._n_fft = n_fft
        self._hop = hop
        self._mode = {"zeros": "constant", "mirror": "reflect", "none": None}[pad]
        self._half = n_fft // 2 if self._mode else 0
        self._held = np.empty(0, dtype=np.float32)
        self._has_begun = False

    def add(self, samples: Samples) -> NDArray[np.float32]:
        """Return the frames that are complete now, shape (n_frames, n_fft)."""
        self._held = np.concatenate([self._held, samples])
        if not self._has_begun and len(self._held) > self._half:
            self._has_begun = True
            self._pad(self._half, 0)
        return self._taken(len(self._held) - self._half - 1)  # the end is mirrored from these

    def finish(self) -> NDArray[np.float32]:
        """Return the frames that are left."""
        self._pad(0 if self._has_begun else self._half, self._half)
        return self._taken(len(self._held))

    def _pad(self, before: int, after: int) -> None:
        if before + after == 0:
            return
        if self._mode == "reflect" and len(self._held) > 0:
            self._held = np.pad(self._held, (before, after), mode="reflect")
        else:
            self._held = np.pad(self._held, (before, after))

    def _taken(self, end: int) -> NDArray[np.float32]:
        count = max(0, 1 + (end - self._n_fft) // self._hop)
        if count == 0:
            return np.empty((0, self._n_fft), dtype=np.float32)
        frames = sliding_window_view(self._held, self._n_fft)[: count * self._hop : self._hop]
        self._held = self._held[count * self._hop :]
        return frames[:count]


def _kept(spec: MelSpec, mel: LogMel) -> LogMel:
    if spec.keep_from == 0.0 and spec.keep_every == 1.0:
        return mel
    return np.ascontiguousarray(mel[:, spec.kept(mel.shape[1])])


def _decibels(spec: MelSpec, blocks: list[Power]) -> LogMel:
    power = np.concatenate(blocks) if blocks else np.empty((0, spec.n_mels), dtype=np.float32)
    loudest = float(power.max(initial=0.0))
    if spec.reference == "max" and loudest <= spec.floor:
        # librosa calls silence 0 dB, as loud as the loudest; a picture of it should be dark.
        return np.full(power.T.shape, spec.lowest_db, dtype=np.float32)
    reference = loudest if spec.reference == "max" else float(spec.reference)
    decibels = np.ascontiguousarray(np.maximum(power, np.float32(spec.floor)).T)
    np.log10(decibels, out=decibels)
    decibels *= 10.0
    decibels -= np.float32(10.0 * np.log10(max(reference, spec.floor)))
    if spec.top_db is not None:
        highest = decibels.max(initial=-np.inf)
        np.maximum(decibels, highest - np.float32(spec.top_db), out=decibels)
    return decibels
