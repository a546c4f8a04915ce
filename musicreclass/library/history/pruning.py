"""Which old bytes need not be kept any longer, and whether the clock can be trusted to say so.

What is forgotten is gone for good. So a batch goes only where all speaks for it: its age, the room
that is taken, and a clock that has been steady for weeks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

NEWEST_KEPT = 10  # batches, whatever their age and size
MOST_DAYS = 36_500  # more is for ever
STEADY = timedelta(weeks=3)  # so long nothing is forgotten after a clock that jumped
LONGEST_PAUSE = timedelta(weeks=6)  # between two looks at the clock that is no jump
SLACK = timedelta(days=1)  # so much a clock may go back: time zones, summer time


@dataclass(frozen=True, slots=True)
class Keeping:
    """For how long old bytes are kept."""

    days: int  # at least; 0: for ever
    size: int  # bytes, in which older ones are kept, too; 0: any number

    @property
    def is_for_ever(self) -> bool:
        return not 0 < self.days < MOST_DAYS or self.size <= 0


@dataclass(frozen=True, slots=True)
class BatchSize:
    """A batch that can be taken back, and what that costs."""

    id: int
    made_at: datetime
    size: int  # bytes


@dataclass(frozen=True, slots=True)
class SeenClock:
    """What the clock said when it was looked at, and since when that made sense."""

    seen_at: datetime
    steady_since: datetime

    def at(self, now: datetime) -> SeenClock:
        """Return it as it is after another look."""
        has_jumped = not -SLACK <= now - self.seen_at <= LONGEST_PAUSE
        return SeenClock(now, now if has_jumped else self.steady_since)

    def can_be_trusted(self, newest: datetime | None) -> bool:
        """Say whether ages can be told by it.

        Args:
            newest: when the newest of all batches was made; one of the future speaks against it.
        """
        if newest is not None and newest > self.seen_at + SLACK:
            return False
        return self.seen_at - self.steady_since >= STEADY


def superfluous(batches: Sequence[BatchSize], keeping: Keeping, now: datetime) -> list[BatchSize]:
    """Return the batches of which the old bytes need not be kept.

    The first one that is kept keeps all that came after it: they may have changed the same files,
    and a file goes back only the way that it came.

    Args:
        batches: in the order in which they were written.
    """
    if keeping.is_for_ever:
        return []
    eldest = now - timedelta(days=keeping.days)
    room = sum(batch.size for batch in batches)
    gone: list[BatchSize] = []
    for batch in batches[: max(0, len(batches) - NEWEST_KEPT)]:
        if batch.made_at >= eldest or room <= keeping.size:
            break
        gone.append(batch)
        room -= batch.size
    return gone
