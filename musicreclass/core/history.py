"""What was written into files, batch by batch, as people see it who may want it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path


class ChangeState(Enum):
    """What became of one file of a batch."""

    INTENDED = "intended"  # nothing is known yet: the file tells, see `pipeline.recover`
    WRITTEN = "written"
    UNCHANGED = "unchanged"  # the file said so already
    REFUSED = "refused"
    UNDOING = "undoing"  # as `INTENDED`, on the way back
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class WriteBatch:
    """Files that were written together."""

    id: int
    made_at: datetime
    counts: Mapping[ChangeState, int]
    genres: tuple[tuple[str, str, int], ...]  # from, to, how many; the most frequent first
    undoable: int  # changes that can still be taken back
    is_pruned: bool = False  # the old bytes of some are gone for good

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file of a batch."""

    id: int
    batch: int
    track_id: int
    path: Path  # where the file is now, as far as the library knows
    before: tuple[str, ...]
    after: tuple[str, ...]
    state: ChangeState
    reason: str = ""  # why it was refused, or could not be taken back
    can_undo: bool = False
