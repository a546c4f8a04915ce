"""How many files make a group: as the disk allows, so that one is done in about a second."""

from __future__ import annotations

from dataclasses import dataclass

FIRST, MOST = 8, 256
SECONDS = 1.0  # that a group may take; people want to see that something happens
SLOW_SECONDS = 0.005  # who looks at files at this pace waits for a disk far away
WAITING = 48  # files at a time that are waited for
ROOM = 32 << 20  # bytes of a group that are written in place


@dataclass(slots=True)
class GroupPace:
    """What was learned from the groups so far.

    A group is noted in the journal together, by one commit: the larger it is, the less that costs.
    """

    size: int = FIRST
    at_a_time: int | None = FIRST  # None: as many as suit a disk that is not far away

    @property
    def is_far(self) -> bool:
        """Say whether the disk seems to be far away: many files are waited for at a time."""
        return self.at_a_time == WAITING

    def learn(self, files: int, looking: float, seconds: float, room: int) -> None:
        """Set the next group by the last one.

        Args:
            looking: seconds that it took to look at the files before anything was written.
            seconds: that it took in all.
            room: bytes of it that were written in place.
        """
        per_file = seconds / files
        is_slow = looking / files > SLOW_SECONDS or self.is_far
        self.at_a_time = WAITING if is_slow else None
        least = 2 * WAITING if is_slow else FIRST  # or some threads would have nothing to do
        fits = max(int(SECONDS / max(per_file, 1e-6)), least)
        self.size = max(min(fits, MOST, ROOM // max(room // files, 1)), 1)
