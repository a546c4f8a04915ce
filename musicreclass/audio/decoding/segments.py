"""Which seconds of a track to analyze, and how much they are worth. Arithmetic only."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

EXCERPT_SECONDS = 30.0
# Where to begin when nobody knows how long a track is: past the intro of most songs. Decoding
# moves what would lie beyond the end back to it.
START_OF_UNKNOWN_SECONDS = 60.0

# A classifier that had learnt from 24 s got 59 % of four genres right on 8 s and more, 57 % on
# 3 s, 56 % on 2 s, 50 % on one and 49 % on half of one (280 clips, artists kept together).
GOOD_FROM_SECONDS = 8.0
WEAK_FROM_SECONDS = 1.0


class Evidence(Enum):
    """How far a genre told from a stretch of sound can be trusted."""

    GOOD = "long enough"
    WEAK = "so short that the genre is less certain"
    NONE = "too short to tell a genre"

    @classmethod
    def of(cls, seconds: float) -> Evidence:
        """Return what `seconds` of sound are worth."""
        if seconds >= GOOD_FROM_SECONDS:
            return cls.GOOD
        return cls.WEAK if seconds >= WEAK_FROM_SECONDS else cls.NONE


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a track."""

    start_seconds: float
    seconds: float | None  # None reaches to the end, wherever that is

    @property
    def evidence(self) -> Evidence:
        """Return what the segment is worth, if the track is as long as it says."""
        return Evidence.GOOD if self.seconds is None else Evidence.of(self.seconds)

    def positions(self, per_second: float) -> slice:
        """Return where the segment lies among samples or frames.

        Segments of the same length have the same number of them, wherever they begin.
        """
        start = round(self.start_seconds * per_second)
        return slice(
            start, None if self.seconds is None else start + round(self.seconds * per_second)
        )


def whole(total_seconds: float | None) -> Segment:
    """Return the whole track as one segment."""
    return Segment(0.0, _known(total_seconds))


def excerpt(total_seconds: float | None, seconds: float = EXCERPT_SECONDS) -> Segment:
    """Return `seconds` from the middle of a track, or all of one that is shorter.

    Args:
        total_seconds: None, zero and other impossible lengths mean that it is unknown.
    """
    total = _known(total_seconds)
    if total is None:
        return Segment(START_OF_UNKNOWN_SECONDS, seconds)
    return Segment(0.0, total) if total <= seconds else Segment((total - seconds) / 2, seconds)


def spread(total_seconds: float | None, count: int, segment_seconds: float) -> tuple[Segment, ...]:
    """Return up to `count` segments, each in the middle of an equal share of the track.

    They are fewer where more would overlap by more than two thirds: the same twice adds nothing.
    Of a track as short as one segment, or of unknown length, there is one.
    """
    total = _known(total_seconds)
    if total is None or total <= segment_seconds:
        return (excerpt(total, segment_seconds),)
    room = total - segment_seconds
    count = min(count, max(1, math.floor(room / (segment_seconds / 3))))
    starts = (room * (number + 0.5) / count for number in range(count))
    return tuple(Segment(start, segment_seconds) for start in starts)


def _known(total_seconds: float | None) -> float | None:
    return None if total_seconds is None or not 0.0 < total_seconds < math.inf else total_seconds
