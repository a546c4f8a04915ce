"""What is wanted of a file's sound, and what was heard of it: the agreement between rooms.

`audio` makes it, `pipeline` keeps it, `classifiers` want it; none of them knows the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt

from musicreclass.core.mel_spec import MelSpec
from musicreclass.core.plain import spelt

Features = npt.NDArray[np.float32]  # shape (518,), in the order of features.csv
LogMel = npt.NDArray[np.float16]  # shape (n_mels, frames), in dB


class Part(Enum):
    """Which seconds of a file are heard."""

    MIDDLE = "middle"
    START = "start"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Hearing:
    """What to hear of a file. Equal hearings of one file give equal numbers."""

    part: Part = Part.MIDDLE
    seconds: float = 30.0  # of the middle; the whole takes what there is
    features: bool = True
    mels: tuple[MelSpec, ...] = ()

    def key(self) -> str:
        """Return what it is known by in the keys of what is kept on disk."""
        # Spelt as the first version spelt it, so that what was kept is still found.
        part = f"<Part.{self.part.value.upper()}: {self.part.value!r}>"
        return (
            f"Hearing(part={part}, seconds={self.seconds!r}, features={self.features!r}, "
            f"mels={spelt(self.mels)})"
        )


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """What was heard of a file, and how much of it."""

    start_seconds: float
    seconds: float
    total_seconds: float | None  # None where the file does not say
    features: Features | None
    mels: tuple[LogMel, ...]  # in the order of `Hearing.mels`
    remarks: tuple[str, ...] = ()  # sentences for people: cut off, silent, ...
