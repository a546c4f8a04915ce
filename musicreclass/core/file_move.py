"""Moves of files between folders, as people see them: one by one, and in batches that go back.

Knows neither disks nor databases; both sides of the house talk about a move in these terms.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from musicreclass.sentences.reason import Reason


class MoveKind(Enum):
    """How a file gets to where it belongs."""

    MOVE = "move"
    COPY = "copy"
    HARD_LINK = "hard link"
    SYMBOLIC_LINK = "symbolic link"

    @property
    def leaves_source(self) -> bool:
        """Whether the file stays where it was, too."""
        return self is not MoveKind.MOVE


class MoveState(Enum):
    """What became of one file of a batch."""

    INTENDED = "intended"  # nothing is known yet: the disk tells, see `pipeline.organizing`
    MOVED = "moved"  # or copied, or linked
    UNCHANGED = "unchanged"  # it lies there already
    REFUSED = "refused"
    UNDOING = "undoing"  # as `INTENDED`, on the way back
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class FileMove:
    """One file of a batch, and what became of it."""

    id: int  # in the journal; 0 where that does not know it yet
    batch: int
    track_id: int | None  # None where the library does not know the file
    source: Path  # where it was before
    target: Path
    genre: str  # that it is sorted under
    state: MoveState
    reason: Reason | None = None  # why it was refused, left, or could not be taken back
    remarks: tuple[Reason, ...] = ()  # what could not be kept of the file beside its bytes

    @property
    def can_undo(self) -> bool:
        return self.state is MoveState.MOVED

    @property
    def path(self) -> Path:
        """Return where the file is, as far as the journal knows."""
        return self.target if self.state is MoveState.MOVED else self.source


@dataclass(frozen=True, slots=True)
class MoveBatch:
    """Files that were moved together."""

    id: int  # no batch of written genres has the same
    made_at: datetime
    kind: MoveKind
    into: Path
    counts: Mapping[MoveState, int]
    genres: tuple[tuple[str, int], ...]  # genre, how many files; the most frequent first

    @property
    def undoable(self) -> int:
        """Return how many files can still be taken back."""
        return self.counts.get(MoveState.MOVED, 0)

    @property
    def total(self) -> int:
        return sum(self.counts.values())
