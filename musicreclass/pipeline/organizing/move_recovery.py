"""After a crash: finish or take back the move that was under way, going by what the disk says."""

from __future__ import annotations

import contextlib
import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from musicreclass.core.file_move import MoveKind, MoveState
from musicreclass.core.job import JobContext
from musicreclass.core.location import readable
from musicreclass.core.track import FileStamp
from musicreclass.errors import FileProblem
from musicreclass.library.moves import KeptMove
from musicreclass.library.store import Library
from musicreclass.library.write_lock import AlreadyWriting, write_lock
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache
from musicreclass.pipeline.organizing.move_files import finish_move
from musicreclass.pipeline.organizing.move_plan import is_same_content
from musicreclass.pipeline.organizing.move_run import follow_file
from musicreclass.pipeline.scanning.drives import is_folder
from musicreclass.sentences.reason import Reason, because
from musicreclass.tags.safe_write.disk import Disk
from musicreclass.tags.safe_write.safe_file import is_unfinished

STATES = (MoveState.MOVED, MoveState.REFUSED, MoveState.UNDONE, MoveState.UNDOING)


def recover_moves(
    library_file: Path,
    ctx: JobContext,
    *,
    cache: AnalysisCache | None = None,
    disk: Disk | None = None,
) -> tuple[Reason, ...]:
    """Bring disk, tracks and journal together again; return what was found, mostly nothing.

    To be called before anything else is moved, written or scanned. Does nothing while somebody is
    writing. What lies on a disk that is not there now waits until it is.

    Raises:
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped; the rest waits for the next time.
    """
    if not library_file.exists():
        return ()
    try:
        with write_lock(library_file), Library(library_file) as library:
            cache = cache or AnalysisCache.of_this_user()
            return _MoveRecovery(library, ctx, cache, disk or Disk()).run()
    except AlreadyWriting:
        return ()


class _MoveRecovery:
    def __init__(self, library: Library, ctx: JobContext, cache: AnalysisCache, disk: Disk) -> None:
        self._library = library
        self._ctx = ctx
        self._cache = cache
        self._disk = disk

    def run(self) -> tuple[Reason, ...]:
        became: Counter[MoveState] = Counter()
        found: list[Reason] = []
        moves = [one for one in self._library.moves.open_moves() if _can_be_told(one)]
        self._sweep({one.move.target.parent for one in moves})
        self._sweep({one.move.source.parent for one in moves})
        for kept in moves:
            self._ctx.raise_if_cancelled()
            try:
                became[self._recorded(kept)] += 1
            except FileProblem as error:  # of the disk; another time it may do
                path = readable(str(kept.move.source))
                found.append(because("pipeline.not_recovered", path=path, reason=error.reason))
        self._library.moves.drop_empty()
        if became:
            found.insert(0, _counted(became))
        return tuple(found)

    def _sweep(self, folders: Iterable[Path]) -> None:
        """Take away copies that were never put in place."""
        for folder in folders:
            with contextlib.suppress(OSError), os.scandir(folder) as entries:
                for path in [Path(e.path) for e in entries if is_unfinished(e.name)]:
                    self._disk.remove(path)

    def _recorded(self, kept: KeptMove) -> MoveState:
        """Note what became of a move, and return it.

        Raises:
            FileProblem: the disk refuses to finish it.
        """
        move = kept.move
        if move.state is MoveState.UNDOING:
            return self._recorded_undo(kept)
        if kept.kind is MoveKind.MOVE:
            is_done = self._arrived(move.source, move.target, kept.stamp)
        else:
            is_done = _is_copy(kept)
        if not is_done:
            reason = because("pipeline.move_interrupted")
            self._library.moves.record(move.id, MoveState.REFUSED, reason=reason)
            return MoveState.REFUSED
        now = FileStamp.of_stat(move.target.lstat())
        with self._library.in_one_go():
            self._library.moves.record(move.id, MoveState.MOVED, stamp_now=now)
            if kept.kind is MoveKind.MOVE:
                self._follow(kept, move.target, kept.stamp, now)
        return MoveState.MOVED

    def _recorded_undo(self, kept: KeptMove) -> MoveState:
        move, before = kept.move, kept.stamp_now or kept.stamp
        if kept.kind is MoveKind.MOVE:
            is_done = self._arrived(move.target, move.source, before)
        else:
            is_done = not os.path.lexists(move.target)
        if not is_done:
            self._library.moves.record(move.id, MoveState.MOVED)
            return MoveState.UNDOING
        with self._library.in_one_go():
            self._library.moves.record(move.id, MoveState.UNDONE)
            if kept.kind is MoveKind.MOVE:
                now = FileStamp.of_stat(move.source.lstat())
                self._follow(kept, move.source, before, now)
        return MoveState.UNDONE

    def _follow(self, kept: KeptMove, path: Path, old: FileStamp, new: FileStamp) -> None:
        follow_file(self._library, self._cache, kept.move.track_id, path, old, new)

    def _arrived(self, source: Path, target: Path, stamp: FileStamp) -> bool:
        """Say whether a file has moved; one that is in both places is made to be in one.

        Raises:
            FileProblem: the disk refuses to.
        """
        if not os.path.lexists(target):
            return False
        if not os.path.lexists(source):
            return target.lstat().st_size == stamp.size
        if _has_two_names(source, target):
            finish_move(source, self._disk)
            return True
        if target.lstat().st_size == 0 and stamp.size > 0:  # it only kept the name
            finish_move(target, self._disk)
            return False
        # A copy that was put in place, and whose original was still to go. Whoever has the same
        # bytes there by chance loses nothing.
        if FileStamp.of_stat(source.lstat()) == stamp and is_same_content(source, target):
            finish_move(source, self._disk)
            return True
        return False


def _can_be_told(kept: KeptMove) -> bool:
    """Say whether the disk can tell: not where the file may lie on one that is not mounted."""
    source, target = kept.move.source, kept.move.target
    if os.path.lexists(source) or os.path.lexists(target):
        return True
    return is_folder(source.parent) and is_folder(target.parent)


def _has_two_names(source: Path, target: Path) -> bool:
    return source.samefile(target) and source.lstat().st_nlink > 1


def _is_copy(kept: KeptMove) -> bool:
    source, target = kept.move.source, kept.move.target
    if not os.path.lexists(target):
        return False
    if kept.kind is MoveKind.COPY:
        return target.lstat().st_size == kept.stamp.size and is_same_content(source, target)
    return source.samefile(target)


def _counted(became: Counter[MoveState]) -> Reason:
    parts = tuple(
        because(f"pipeline.moves_{state.value}", number=became[state])
        for state in STATES
        if became[state]
    )
    return because("pipeline.moving_interrupted", parts=parts)
