"""Sound that goes on is cut into pieces of three seconds, each beginning half of one later.

Three seconds are what the encoder in the box looks at.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from musicreclass.core.live.pcm import Samples

PIECE_SECONDS = 3.0
HOP_SECONDS = 1.5


@dataclass(frozen=True, slots=True, eq=False)
class SoundPiece:
    """A few seconds of what plays."""

    number: int  # from 0 on
    start_seconds: float  # since the sound began
    samples: Samples
    sample_rate: int  # Hz

    @property
    def end_seconds(self) -> float:
        return self.start_seconds + len(self.samples) / self.sample_rate


class PieceCutter:
    """Cuts sound as it comes."""

    def __init__(self, sample_rate: int) -> None:
        self._rate = sample_rate
        self._length = round(PIECE_SECONDS * sample_rate)
        self._hop = round(HOP_SECONDS * sample_rate)
        self._held = np.empty(0, dtype=np.float32)
        self._number = 0

    def add(self, samples: Samples) -> list[SoundPiece]:
        """Return the pieces that are whole with these samples."""
        self._held = np.concatenate([self._held, samples])
        made = []
        while len(self._held) >= self._length:
            start = self._number * self._hop / self._rate
            made.append(
                SoundPiece(self._number, start, self._held[: self._length].copy(), self._rate)
            )
            self._held = self._held[self._hop :]
            self._number += 1
        return made
