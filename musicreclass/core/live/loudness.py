"""How loud sound is, in decibels below full scale, and from where on it is silence."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from musicreclass.core.live.pcm import Samples

LOWEST_DB = -90.0  # what is less is shown as this
# Rooms come through microphones at -50 to -70 dB, and music played into one at -45 to -10.
SILENT_DB = -60.0
FALL_DB = 20.0  # a second: as slowly a meter falls, so that eyes can follow it
BLOCK_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Loudness:
    """Of a stretch of sound."""

    rms_db: float = LOWEST_DB
    peak_db: float = LOWEST_DB

    @classmethod
    def of(cls, samples: Samples) -> Loudness:
        """Return how loud samples are; a shift away from zero (DC) is no sound."""
        if not len(samples):
            return cls()
        around = samples - samples.mean(dtype=np.float64)
        rms = float(np.sqrt(np.mean(np.square(around, dtype=np.float64))))
        return cls(_db(rms), _db(float(np.abs(samples).max())))

    def fallen_to(self, now: Loudness, seconds: float) -> Loudness:
        """Return what a meter shows `seconds` later: louder at once, quieter by and by."""
        fallen = FALL_DB * seconds
        return Loudness(
            max(now.rms_db, self.rms_db - fallen), max(now.peak_db, self.peak_db - fallen)
        )


def is_silent(samples: Samples, sample_rate: int) -> bool:
    """Say whether nothing sounds for longer than a tenth of a second: a click alone is silence."""
    block = max(1, round(BLOCK_SECONDS * sample_rate))
    starts = range(0, len(samples), block)
    loud = sum(Loudness.of(samples[at : at + block]).rms_db >= SILENT_DB for at in starts)
    return loud <= 1


def _db(level: float) -> float:
    return max(LOWEST_DB, 20.0 * float(np.log10(level))) if level > 0.0 else LOWEST_DB
