"""After a crash: finish or roll back what was being written, and say so.

A patch that was torn is put right first, from the journal: before anybody reads the tags.
"""

from __future__ import annotations

import contextlib
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from musicreclass.core.job import JobContext
from musicreclass.core.location import readable
from musicreclass.core.tag_change import ChangeState, FileChange, Patch, reversed_patches
from musicreclass.core.track import FileStamp
from musicreclass.errors import FileProblem
from musicreclass.library.history.kept_change import KeptChange, UndoIntention
from musicreclass.library.integrity import sound_for_writing
from musicreclass.library.sqlite_errors import LibraryDamaged
from musicreclass.library.store import Library
from musicreclass.library.write_lock import AlreadyWriting, write_lock
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache
from musicreclass.pipeline.scanning.drives import is_folder
from musicreclass.pipeline.writing.file_writes import facts_of, record_outcome
from musicreclass.sentences.reason import Reason, because
from musicreclass.tags.safe_write.disk import Disk
from musicreclass.tags.safe_write.in_place import mended
from musicreclass.tags.safe_write.safe_file import (
    SafeWrite,
    Side,
    Written,
    digest_of,
    is_unfinished,
    side_of,
)

INTERRUPTED = because("pipeline.interrupted_before")
UNKNOWN = because("pipeline.interrupted_and_changed")


def recover(
    library_file: Path,
    ctx: JobContext,
    *,
    cache: AnalysisCache | None = None,
    disk: Disk | None = None,
) -> tuple[Reason, ...]:
    """Bring files and journal together again; return what was found, mostly nothing.

    To be called before anything else is written, at the start of whatever opens the library for
    that. Does nothing while somebody is writing. What lies on a disk that is not there now waits
    until it is.

    Raises:
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped; the rest waits for the next time.
    """
    if not library_file.exists():
        return ()
    try:
        with write_lock(library_file), Library(library_file) as library:
            said = _set_sound(library)
            cache = cache or AnalysisCache.of_this_user()
            return (*said, *_Recovery(library, ctx, cache, disk or Disk()).run())
    except AlreadyWriting:
        return ()


def _set_sound(library: Library) -> tuple[Reason, ...]:
    """Make broken indexes anew, and say so; of worse damage, only say so."""
    try:
        said = sound_for_writing(library.path, at_once=bool(library.journal.open_changes()))
    except LibraryDamaged as error:
        said = error.sentence
    return () if said is None else (said,)


class _Recovery:
    def __init__(self, library: Library, ctx: JobContext, cache: AnalysisCache, disk: Disk) -> None:
        self._library = library
        self._ctx = ctx
        self._cache = cache
        self._disk = disk
        self._became: Counter[ChangeState] = Counter()
        self._found: list[Reason] = []

    def run(self) -> tuple[Reason, ...]:
        every = self._library.journal.open_changes()
        unread = sum(change.is_unread for change in every)
        changes = [c for c in every if not c.is_unread and is_folder(_folder(c.path))]
        sweep({_folder(change.path) for change in changes}, self._disk)
        for change in changes:
            self._ctx.raise_if_cancelled()
            try:
                self._became[self._recorded(change)] += 1
            # Of the disk, which may be read another time; or of the library, which is damaged.
            except (FileProblem, LibraryDamaged) as error:
                path = readable(str(change.path))
                self._found.append(
                    because("pipeline.not_recovered", path=path, reason=error.reason)
                )
        if unread:
            self._found.append(because("pipeline.changes_unread", count=unread))
        with contextlib.suppress(LibraryDamaged):
            self._library.journal.drop_empty()
        if self._became:
            self._found.insert(0, _summary(self._became))
        return tuple(self._found)

    def _recorded(self, change: KeptChange) -> ChangeState:
        """Note what became of a change, going by the file, and return it.

        Raises:
            FileProblem: the file is there and cannot be read.
        """
        if change.state is ChangeState.UNDOING:
            return self._recorded_undo(change)
        patches = change.patches or ()
        side = self._side(change, change.stamp)
        if side is Side.NEW:
            self._keep(change, ChangeState.WRITTEN, patches, change.stamp)
            return ChangeState.WRITTEN
        reason = INTERRUPTED if side is Side.OLD else UNKNOWN
        self._library.journal.record(change.id, ChangeState.REFUSED, reason=reason)
        return ChangeState.REFUSED

    def _recorded_undo(self, change: KeptChange) -> ChangeState:
        assert change.pending is not None
        track = self._library.lines_of([change.track_id])
        was = replace(track[0].stamp if track else change.stamp, size=change.pending.size)
        if self._side(change, was) is Side.NEW:
            self._keep(change, ChangeState.UNDONE, change.pending.patches, was)
            return ChangeState.UNDONE
        self._library.journal.record(change.id, ChangeState.WRITTEN)
        return ChangeState.UNDOING

    def _side(self, change: KeptChange, was: FileStamp) -> Side:
        """Return what a file is, made wholly old or new before where it was written in place.

        Args:
            was: the stamp of the file before.
        """
        if not os.path.lexists(change.path):
            return Side.NEITHER
        patches = change.patches if change.pending is None else change.pending.patches
        side = side_of(change.path, patches or (), was.size, self._disk)
        if change.pending is None or not change.digest:
            return side
        mended_side = self._mended(change, change.pending, was)
        if mended_side is not Side.NEITHER:
            return mended_side
        if side is Side.NEITHER:
            path = readable(str(change.path))
            self._found.append(because("pipeline.not_mended", path=path))
        return side

    def _mended(self, change: KeptChange, pending: UndoIntention, was: FileStamp) -> Side:
        is_undo = change.state is ChangeState.UNDOING
        patches = change.patches or ()
        keeps_times = is_undo or self._library.journal.choices(change.batch).keep_times
        order = SafeWrite(
            change.path,
            reversed_patches(patches) if is_undo else patches,
            lambda old, new: None,
            digest=change.digest,
            modified_ns=change.stamp.mtime_ns if keeps_times else None,
        )
        return mended(order, pending.patches, self._disk, was=was, forward=is_undo)

    def _keep(
        self,
        change: KeptChange,
        state: ChangeState,
        patches: tuple[Patch, ...],
        stamp_before: FileStamp,
    ) -> None:
        """Note a change that is in its file."""
        digest = change.digest
        if not digest:
            digest = digest_of(change.path, reversed_patches(patches), self._disk)
        written = Written(stamp_before, FileStamp.of(change.path), digest)
        became = FileChange(
            change.id,
            change.batch,
            change.track_id,
            change.path,
            change.before,
            change.after,
            state,
        )
        record_outcome(self._library, self._cache, became, written, facts_of(change.path))


def sweep(folders: Iterable[Path], disk: Disk) -> None:
    """Take away copies that were never put in place."""
    for folder in folders:
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            leftovers = [Path(entry.path) for entry in entries if is_unfinished(entry.name)]
            for leftover in leftovers:
                disk.remove(leftover)


def _folder(path: Path) -> Path:
    """Return the folder of the file itself, wherever links lead."""
    return Path(os.path.realpath(path)).parent


def _summary(became: Counter[ChangeState]) -> Reason:
    states = (ChangeState.WRITTEN, ChangeState.REFUSED, ChangeState.UNDONE, ChangeState.UNDOING)
    parts = tuple(
        because(f"pipeline.recovered_{state.value}", number=became[state])
        for state in states
        if became[state]
    )
    return because("pipeline.was_interrupted", parts=parts)
