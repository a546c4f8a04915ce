"""What was written, for those who look back."""

from __future__ import annotations

from pathlib import Path

from musicreclass.core.job import JobContext
from musicreclass.core.tag_change import FileChange, WriteBatch
from musicreclass.library.store import Library
from musicreclass.settings import HistorySettings


def batches(library_file: Path, ctx: JobContext) -> list[WriteBatch]:
    """Return all batches, the last one first."""
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        return library.journal.batches()


def changes(library_file: Path, batch: int, ctx: JobContext) -> list[FileChange]:
    """Return the files of one batch, by path."""
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        return library.journal.changes(batch)


def prune(library_file: Path, limits: HistorySettings, ctx: JobContext) -> int:
    """Forget the old bytes of what was written too long ago or takes too much room.

    Returns:
        How many changes can no longer be taken back.
    """
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        return library.journal.prune(limits.keep_days, limits.keep_megabytes << 20)
