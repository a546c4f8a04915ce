"""The batches that were written: what is known of them, and when they are forgotten."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from musicreclass.core.job import JobContext
from musicreclass.core.tag_change import FileChange, WriteBatch
from musicreclass.library.history.pruning import Keeping
from musicreclass.library.store import Library
from musicreclass.library.write_lock import AlreadyWriting, write_lock
from musicreclass.settings import HistorySettings


def batches(library_file: Path, ctx: JobContext) -> list[WriteBatch]:
    """Return all batches of the history, the last one first."""
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        return library.journal.batches()


def changes(library_file: Path, batch: int, ctx: JobContext) -> list[FileChange]:
    """Return the files of one batch, by path."""
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        return library.journal.changes(batch)


def prune(
    library_file: Path, limits: HistorySettings, ctx: JobContext, *, now: datetime | None = None
) -> int:
    """Forget the old bytes of what was written long ago and takes too much room.

    Does nothing while somebody is writing. Not to be called by what takes back, or only looks.

    Returns:
        How many changes can no longer be taken back.
    """
    ctx.raise_if_cancelled()
    keeping = Keeping(limits.keep_days, limits.keep_megabytes << 20)
    try:
        with write_lock(library_file), Library(library_file) as library:
            return library.journal.prune(keeping, now)
    except AlreadyWriting:
        return 0
