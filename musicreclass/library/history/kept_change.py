"""What the journal is told of a change before it is made, and what it keeps of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from musicreclass.core.tag_change import ChangeState, FileChange, Patch
from musicreclass.core.track import FileStamp


@dataclass(frozen=True, slots=True)
class Intention:
    """A change that is about to be made, or that of a file that was not to be changed."""

    change: FileChange
    stamp: FileStamp  # of the file before
    patches: tuple[Patch, ...] = ()
    regions: tuple[Patch, ...] = ()  # that are to be written in place, with all that they move
    digest: str = ""  # of what is outside the patches, where that is known before


@dataclass(frozen=True, slots=True)
class UndoIntention:
    """A change that is about to be taken back; or the bytes that one is writing in place."""

    change_id: int
    size: int  # of the file before that
    patches: tuple[Patch, ...]  # whole regions where they are written in place


@dataclass(frozen=True, slots=True)
class KeptChange:
    """A change with all that is needed to finish it or to take it back."""

    id: int
    batch: int
    track_id: int
    path: Path  # where the file is now, as far as the library knows
    before: tuple[str, ...]
    after: tuple[str, ...]
    stamp: FileStamp  # of the file before
    state: ChangeState
    digest: str  # of the bytes outside the patches; empty until it was written
    patches: tuple[Patch, ...] | None  # None where they were pruned
    pending: UndoIntention | None = None  # while it is being undone, or written in place
    is_unread: bool = False  # it is damaged: nothing is known of it but its number
