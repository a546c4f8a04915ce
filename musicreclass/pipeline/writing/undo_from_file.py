"""Taking a batch back from its own file: with a library that is damaged, restored or gone, too.

The same checks hold as for any undo. What the library knows of the batch is noted there; of all
else the files themselves tell whether there is anything to take back.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from musicreclass.core.decision import ReviewState
from musicreclass.core.job import JobContext, Progress
from musicreclass.core.location import readable
from musicreclass.core.tag_change import (
    ChangeState,
    FileChange,
    SafeWay,
    reversed_patches,
    unpacked,
)
from musicreclass.errors import FileProblem
from musicreclass.library.history.batch_file import BatchChange, KeptBatch, read_batch
from musicreclass.library.history.kept_change import KeptChange
from musicreclass.library.sqlite_errors import LibraryProblem
from musicreclass.library.store import Library
from musicreclass.library.write_lock import write_lock
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache
from musicreclass.pipeline.writing.apply import take_back
from musicreclass.pipeline.writing.batch_bytes import completed
from musicreclass.pipeline.writing.file_writes import in_threads
from musicreclass.pipeline.writing.recover import sweep
from musicreclass.pipeline.writing.tag_calls import closing_calls
from musicreclass.sentences.reason import because
from musicreclass.tags.safe_write.disk import Disk
from musicreclass.tags.safe_write.in_place import mended
from musicreclass.tags.safe_write.patched_bytes import ChangedSince
from musicreclass.tags.safe_write.safe_file import (
    SafeWrite,
    Side,
    digest_of,
    reads_back,
    side_of,
    write_safely,
)


@dataclass(frozen=True, slots=True)
class FileUndoSummary:
    """What came of a batch file."""

    undone: int
    unchanged: int  # files that were as before already
    refused: int
    gaps: int  # places at which the batch file is damaged: what was there is not known


def undo_from_file(
    library_file: Path,
    batch_file: Path,
    ctx: JobContext,
    *,
    safe: SafeWay = SafeWay.AUTO,
    cache: AnalysisCache | None = None,
    disk: Disk | None = None,
) -> FileUndoSummary:
    """Give all files of a batch back the bytes that they had; publish lists of `FileChange`.

    Args:
        library_file: need not be there, nor be usable.
        safe: how bytes are given back to what the library knows; all else is replaced by copies.

    Raises:
        LibraryProblem: the batch file cannot be used, or somebody else is writing.
        Cancelled: the user stopped; what was undone until then is published.
    """
    disk = disk or Disk()
    kept = read_batch(batch_file)
    counting = _Counting(ctx, len(kept.changes))
    with _nobody_writing(library_file), _marked(batch_file) as was_interrupted:
        handled = _by_library(library_file, kept, counting, cache, disk, safe)
        rest = [change for change in kept.changes if change.id not in handled]
        # Where a crash came between, a copy may lie beside the file.
        unsure = [one.path for one in kept.changes if was_interrupted or not one.digest]
        sweep({Path(os.path.realpath(path)).parent for path in unsure}, disk)
        number = 0 if kept.head is None else kept.head.number
        for finished in in_threads(partial(_restored, number, disk), rest, ctx):
            counting.publish([change for _, change in finished])
    return FileUndoSummary(
        undone=counting.counts[ChangeState.UNDONE],
        unchanged=counting.counts[ChangeState.UNCHANGED],
        refused=counting.counts[ChangeState.REFUSED],
        gaps=kept.gaps,
    )


class _Counting:
    """A job's context for both ways of taking back."""

    def __init__(self, ctx: JobContext, total: int) -> None:
        self._ctx = ctx
        self._total = total
        self.counts: Counter[ChangeState] = Counter()
        self.handled: set[int] = set()  # ids of changes

    def report(self, progress: Progress) -> None:
        self._ctx.report(progress)

    def raise_if_cancelled(self) -> None:
        self._ctx.raise_if_cancelled()

    def publish(self, batch: object) -> None:
        assert isinstance(batch, list)
        changes: list[FileChange] = batch
        self.counts.update(change.state for change in changes)
        self.handled.update(change.id for change in changes)
        self._ctx.publish(changes)
        name = readable(changes[-1].path.name)
        self._ctx.report(Progress(sum(self.counts.values()), self._total, name))


@contextmanager
def _nobody_writing(library_file: Path) -> Iterator[None]:
    with write_lock(library_file) if library_file.parent.is_dir() else nullcontext():
        yield


@contextmanager
def _marked(batch_file: Path) -> Iterator[bool]:
    """Leave a mark beside the batch file for as long as it is worked on.

    Yields:
        Whether there was one: a crash came between.
    """
    mark = batch_file.with_name(batch_file.name + ".undoing")
    was_there = mark.exists()
    with suppress(OSError):  # what cannot be written beside can be read all the same
        mark.touch(mode=0o600)
    try:
        yield was_there
    except Exception:
        _unmark(mark)
        raise
    _unmark(mark)


def _unmark(mark: Path) -> None:
    with suppress(OSError):
        mark.unlink(missing_ok=True)


def _by_library(
    library_file: Path,
    kept: KeptBatch,
    counting: _Counting,
    cache: AnalysisCache | None,
    disk: Disk,
    safe: SafeWay,
) -> set[int]:
    """Take back what the library knows, so that it knows of that; return the ids of changes.

    The bytes are those of the batch file, whatever the library has.
    """
    if kept.head is None or not library_file.exists():
        return set()
    by_id = {change.id: change for change in kept.changes}
    try:
        with Library(library_file) as library:
            if library.journal.made_at(kept.head.number) != kept.head.made_at:
                return set()
            known = [
                completed(change, by_id[change.id])
                for change in library.journal.kept_changes(kept.head.number)
                if change.id in by_id and _are_same(change, by_id[change.id])
            ]
            back = [change for change in known if _has_old_bytes(change, disk)]
            _note_back(library, back, counting)
            left = [change for change in known if change not in back]
            cache = cache or AnalysisCache.of_this_user()
            with closing_calls(counting) as tags:
                take_back(library, left, None, counting, cache, disk, safe, tags)
    except LibraryProblem:
        pass  # the files tell what is left to do
    return counting.handled


def _are_same(change: KeptChange, found: BatchChange) -> bool:
    return change.is_unread or change.track_id == found.track_id


def _has_old_bytes(change: KeptChange, disk: Disk) -> bool:
    """Say whether a file was given its bytes back without the library knowing of it."""
    try:
        return side_of(change.path, change.patches or (), change.stamp.size, disk) is Side.OLD
    except FileProblem:
        return False


def _note_back(library: Library, back: Sequence[KeptChange], counting: _Counting) -> None:
    """Let the library know that files have their old bytes; the next scan looks at them."""
    if not back:
        return
    with library.in_one_go():
        library.journal.record_all(ChangeState.UNDONE, {change.id: None for change in back})
        library.decisions.mark([change.track_id for change in back], ReviewState.UNDONE)
    counting.publish([_as_change(change, ChangeState.UNCHANGED) for change in back])


def _as_change(kept: KeptChange, state: ChangeState) -> FileChange:
    return FileChange(kept.id, kept.batch, kept.track_id, kept.path, kept.after, kept.before, state)


def _not_checked(old: BinaryIO, new: BinaryIO) -> None:
    """Nothing is written by it."""


def _restored(number: int, disk: Disk, kept: BatchChange) -> FileChange:
    """Give one file back its bytes, and return what became of it."""
    intended = FileChange(
        *(kept.id, number, kept.track_id, kept.path, kept.after, kept.before),
        state=ChangeState.UNDONE,
    )
    try:
        patches = unpacked(kept.patches)
        if kept.regions and kept.digest:  # writing may have been cut off within them
            torn = SafeWrite(kept.path, patches, _not_checked, digest=kept.digest)
            mended(torn, unpacked(kept.regions), disk, was=kept.stamp, forward=False)
        side = side_of(kept.path, patches, kept.stamp.size, disk)
        if side is Side.OLD:
            return replace(intended, state=ChangeState.UNCHANGED)
        if side is Side.NEITHER:
            raise ChangedSince(kept.path)
        back = reversed_patches(patches)
        digest = kept.digest or digest_of(kept.path, back, disk)
        check, mtime = reads_back(kept.path, back), kept.stamp.mtime_ns
        order = SafeWrite(kept.path, back, check, digest=digest, modified_ns=mtime)
        return replace(intended, remarks=write_safely(order, disk).remarks)
    except ChangedSince:
        reason = because("pipeline.changed_since_written_bytes")
    except FileProblem as error:
        reason = error.reason
    return replace(intended, state=ChangeState.REFUSED, reason=reason)
