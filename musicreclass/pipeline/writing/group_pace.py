"""How many files make a group: as the disk allows, so that one is done in about a second."""

from __future__ import annotations

from dataclasses import dataclass

FIRST, MOST = 8, 256
SECONDS = 1.0  # that a group may take; people want to see that something happens
SLOW_SECONDS = 0.05  # a file that takes as long waits for a network
WAITING = 48  # files at a time that are waited for
ROOM = 32 << 20  # bytes of a group that are written in place


@dataclass(slots=True)
class GroupPace:
    """What was learned from the groups so far.

    A group is noted in the journal together, by one commit: the larger it is, the less that costs.
    """

    size: int = FIRST
    at_a_time: int | None = None  # None: as many as suit a disk that is not far away

    def learn(self, files: int, seconds: float, room: int) -> None:
        """Set the next group by the last one.

        Args:
            seconds: that it took.
            room: bytes of it that were written in place.
        """
        per_file = seconds / files
        if per_file > SLOW_SECONDS:
            self.at_a_time = WAITING
        least = FIRST if self.at_a_time is None else 2 * WAITING  # or some would have nothing to do
        fits = max(int(SECONDS / max(per_file, 1e-6)), least)
        self.size = max(min(fits, MOST, ROOM // max(room // files, 1)), 1)
