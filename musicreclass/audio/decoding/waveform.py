"""Waveforms: mono sound, mixed, checked and resampled, and where it came from. Reads no file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
import soxr
from numpy.typing import NDArray

from musicreclass.errors import FileProblem
from musicreclass.sentences.reason import Reason, because

Samples = NDArray[np.float32]  # shape (n_samples,), mono, full scale is ±1


class DecodeError(FileProblem):
    """No sound could be got out of the file."""


class Remark(Enum):
    """Something about a sound that people should know; the value is what caches keep."""

    TRUNCATED = "the file holds less sound than it says, as when it was cut off"
    DAMAGED = "parts of the file cannot be decoded; they were left out"
    SILENT = "there is nothing but silence"
    NOT_NUMBERS = "some samples are no numbers; they were taken as silence"
    OFFSET = "the sound is shifted away from zero (DC offset)"
    CLIPPED = "the sound hits the ceiling for much of the time"
    CUT = "the file is too long to be heard at once; its beginning was used"

    @property
    def reason(self) -> Reason:
        """Return what it says to people."""
        return because(f"audio.remark_{self.name.lower()}")


@dataclass(frozen=True, slots=True)
class Source:
    """The sound as it lies in the file."""

    sample_rate: int  # Hz
    channels: int
    seconds: float | None  # None when nothing reliable tells
    codec: str  # as the decoder calls it
    decoder: str  # "libsndfile" or "FFmpeg"


@dataclass(frozen=True, slots=True, eq=False)
class Waveform:
    """A stretch of mono sound."""

    samples: Samples
    sample_rate: int  # Hz
    start_seconds: float  # where it begins in the file
    source: Source
    remarks: tuple[Remark, ...] = ()

    @property
    def seconds(self) -> float:
        return len(self.samples) / self.sample_rate


Block = NDArray[np.float32]  # shape (n_frames, n_channels)

SILENCE_PEAK = 1e-4  # -80 dB: below the dither of 16 bits and above no music
CEILING = 0.999
CLIPPED_SHARE = 1e-3  # of all samples; of 160 clips of real music none has more
OFFSET_LEVEL = 0.01
BLOCK_SECONDS = 0.01
SILENT_END_PEAK = 1e-3  # -60 dB: what fades in and out is as good as silent there
LARGEST_SAMPLE = 1e6  # beyond lie misread bytes, and squares that overflow


class SoundCheck:
    """The running sums over one file; `mono` takes the blocks in order."""

    def __init__(self) -> None:
        self._peak = 0.0
        self._total = 0.0
        self._at_ceiling = 0
        self._mono_count = 0
        self._raw_count = 0
        self._has_nonsense = False

    def mono(self, block: Block) -> Samples:
        """Return the mean of the channels, with a zero for what is no number."""
        peak = _peak(block)
        if not peak <= LARGEST_SAMPLE:  # so that NaN is caught as well
            self._has_nonsense = True
            block = np.where(np.abs(block) <= LARGEST_SAMPLE, block, np.float32(0.0))
            peak = _peak(block)
        self._peak = max(self._peak, peak)
        if peak >= CEILING:
            self._at_ceiling += int(np.count_nonzero(np.abs(block) >= CEILING))
        mono = _mean_of_channels(block)
        self._total += float(mono.sum(dtype=np.float64))
        self._mono_count += len(mono)
        self._raw_count += block.size
        return mono

    def remarks(self) -> tuple[Remark, ...]:
        found = (
            (Remark.SILENT, self._mono_count > 0 and self._peak < SILENCE_PEAK),
            (Remark.NOT_NUMBERS, self._has_nonsense),
            (Remark.OFFSET, abs(self._total) > OFFSET_LEVEL * max(self._mono_count, 1)),
            (Remark.CLIPPED, self._at_ceiling > CLIPPED_SHARE * self._raw_count),
        )
        return tuple(remark for remark, is_so in found if is_so)


def _peak(block: Block) -> float:
    return float(max(block.max(), -block.min())) if block.size else 0.0


def _mean_of_channels(block: Block) -> Samples:
    channels = block.shape[1]
    if channels == 1:
        return np.ascontiguousarray(block[:, 0])
    # A product with a vector: numpy's own mean over so short an axis takes eighty times as long.
    return block @ np.full(channels, 1.0 / channels, dtype=np.float32)


def resampled(samples: Samples, sample_rate: int, wanted: int) -> Samples:
    """Return mono `samples` at the rate `wanted`, in Hz; themselves where it is theirs."""
    if sample_rate == wanted:
        return samples
    result: Samples = soxr.resample(samples, sample_rate, wanted, quality="HQ")
    return result


def without_silent_ends(waveform: Waveform) -> Waveform:
    """Return the sound from where it begins to where it ends; silence alone stays as it is."""
    block = max(1, round(BLOCK_SECONDS * waveform.sample_rate))
    count = len(waveform.samples) // block
    peaks = np.abs(waveform.samples[: count * block]).reshape(count, block).max(axis=1)
    loud = np.flatnonzero(peaks >= SILENT_END_PEAK)
    if not len(loud):
        return waveform
    first, end = int(loud[0]) * block, (int(loud[-1]) + 1) * block
    if loud[-1] == count - 1:  # the rest is less than a block
        end = len(waveform.samples)
    return replace(
        waveform,
        samples=waveform.samples[first:end],
        start_seconds=waveform.start_seconds + first / waveform.sample_rate,
    )
