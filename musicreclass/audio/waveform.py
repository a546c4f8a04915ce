"""What decoding yields: mono sound, where it came from, and what is odd about it. Reads nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from musicreclass.errors import FileProblem

Samples = NDArray[np.float32]  # shape (n_samples,), mono, full scale is ±1


class DecodeError(FileProblem):
    """No sound could be got out of the file."""


class Remark(Enum):
    """Something about a sound that its listener should know; the value is for people."""

    TRUNCATED = "the file holds less sound than it says, as when it was cut off"
    DAMAGED = "parts of the file cannot be decoded; they were left out"
    SILENT = "there is nothing but silence"
    NOT_NUMBERS = "some samples are no numbers; they were taken as silence"
    OFFSET = "the sound is shifted away from zero (DC offset)"
    CLIPPED = "the sound hits the ceiling for much of the time"
    CUT = "the file is too long to be heard at once; its beginning was used"


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
