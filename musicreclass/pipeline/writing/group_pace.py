"""How many files make a group, and how many threads it gets: as the disk allows."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import NamedTuple

FIRST, MOST = 8, 256
SECONDS = 1.0  # that a group may take; people want to see that something happens
FAR_SECONDS = 0.005  # so long for each file is only waited for a disk far away
BACK_SECONDS = 0.0002  # many threads wait less for one near, which a busy processor made look far
QUICK_SECONDS = 0.002  # who is through with one sooner waits for hardly anything
ROOM = 32 << 20  # bytes of a group that are written in place


class Stopwatch:
    """Tells since it was made, by the clock and by what the process has computed."""

    def __init__(self) -> None:
        self._started = time.monotonic(), time.process_time()

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._started[0]

    @property
    def waited(self) -> float:
        """Return the seconds in which nothing was computed."""
        return max(self.seconds - (time.process_time() - self._started[1]), 0.0)


class Threads(NamedTuple):
    """How many files are worked on at a time, and how many each thread takes in a row."""

    looking: int
    patching: int  # they wait together for one commit of the disk
    patched_in_a_row: int


NOBODY_KNOWS = Threads(8, 8, 1)
FAR = Threads(48, 48, 1)
NEAR = Threads(2, 16, 1)
# Where nothing is waited for, threads take turns; to hand them files one by one takes longer.
QUICK = Threads(1, 4, 4)


@dataclass(slots=True)
class GroupPace:
    """What was learned from the groups so far.

    A group is noted in the journal together, by one commit: the larger it is, the less that costs.
    """

    size: int = FIRST
    threads: Threads = field(default_factory=lambda: NOBODY_KNOWS)

    @property
    def is_far(self) -> bool:
        """Say whether the disk seems to be far away: many files are waited for at a time."""
        return self.threads is FAR

    def learn(self, files: int, waited: float, seconds: float, room: int) -> None:
        """Set the next group by the last one.

        Args:
            waited: seconds of looking at the files in which nothing was computed.
            seconds: that it took in all.
            room: bytes of it that were written in place.
        """
        per_file, waiting = seconds / files, waited / files
        stays_far = self.is_far and (waiting > BACK_SECONDS or per_file > FAR_SECONDS)
        if waiting > FAR_SECONDS or stays_far:
            self.threads = FAR
        else:
            self.threads = QUICK if per_file < QUICK_SECONDS else NEAR
        least = 2 * FAR.looking if self.is_far else FIRST  # or some threads have nothing to do
        fits = max(int(SECONDS / max(per_file, 1e-6)), least)
        self.size = max(min(fits, MOST, ROOM // max(room // files, 1)), 1)
