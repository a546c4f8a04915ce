"""One run over many files: noted in the journal, moved, followed by tracks, group by group."""

from __future__ import annotations

import contextlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from musicreclass.core.file_move import FileMove, MoveKind, MoveState
from musicreclass.core.job import JobContext, Progress
from musicreclass.core.location import readable
from musicreclass.core.track import FileStamp
from musicreclass.errors import Cancelled, FileProblem
from musicreclass.library.moves import KeptMove, MoveIntention
from musicreclass.library.store import Library
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, sound_key
from musicreclass.pipeline.organizing.move_files import MovedFile, move_file, take_away
from musicreclass.pipeline.organizing.move_plan import MovePlan
from musicreclass.pipeline.writing.file_writes import in_threads
from musicreclass.sentences.reason import because
from musicreclass.tags.safe_write.disk import Disk
from musicreclass.tags.tag_errors import WriteRefused

GROUP = 64  # files whose moves are noted together before the first of them is touched

COARSE_NS = 2_000_000_000  # so coarse are times on some disks

Attempt = MovedFile | FileProblem
Item = TypeVar("Item", MovePlan, KeptMove)


@dataclass(slots=True)
class MoveRun:
    """What stays the same for all files of a run, and how far it is; publishes `FileMove`s."""

    library: Library
    ctx: JobContext
    disk: Disk
    cache: AnalysisCache
    total: int
    counts: Counter[MoveState] = field(default_factory=Counter)

    def carry_out(self, batch: int, plans: Sequence[MovePlan], kind: MoveKind) -> None:
        """Move, copy or link files, each one that can be.

        Raises:
            Cancelled: the user stopped; nothing is half done.
        """

        def attempt(plan: MovePlan) -> Attempt:
            move = plan.move
            return _tried(lambda: move_file(move.source, move.target, kind, plan.stamp, self.disk))

        for start in range(0, len(plans), GROUP):
            noted = self._noted(batch, plans[start : start + GROUP])
            self._publish([p.move for p in noted if p.move.state is not MoveState.INTENDED])
            waiting = [p for p in noted if p.move.state is MoveState.INTENDED]
            recorded = partial(self._recorded, kind)
            self._in_turn(waiting, attempt, recorded, self.library.moves.drop)

    def take_back(self, kept: Sequence[KeptMove]) -> None:
        """Put files back where they were, each one that can be.

        Raises:
            Cancelled: the user stopped; nothing is half done.
        """

        def attempt(one: KeptMove) -> Attempt:
            return _tried(lambda: put_back(one, self.disk))

        for start in range(0, len(kept), GROUP):
            group = kept[start : start + GROUP]
            self.library.moves.intend_undo([one.move.id for one in group])
            self._in_turn(group, attempt, self._recorded_undo, self._note_still_moved)

    def _noted(self, batch: int, plans: Sequence[MovePlan]) -> list[MovePlan]:
        """Keep plans in the journal, but for files that lie where they belong."""
        worth = [p for p in plans if p.move.state is not MoveState.UNCHANGED or p.move.reason]
        numbers = self.library.moves.intend(batch, [MoveIntention(p.move, p.stamp) for p in worth])
        number_of = dict(zip(map(id, worth), numbers, strict=True))
        return [
            replace(p, move=replace(p.move, id=number_of.get(id(p), 0), batch=batch)) for p in plans
        ]

    def _in_turn(
        self,
        items: Sequence[Item],
        attempt: Callable[[Item], Attempt],
        recorded: Callable[[Item, Attempt], FileMove],
        give_up: Callable[[Sequence[int]], None],
    ) -> None:
        untouched = {one.move.id for one in items}
        try:
            for finished in in_threads(attempt, items, self.ctx):
                self._sync(one.move for one, _ in finished)
                with self.library.in_one_go():
                    moves = [recorded(one, outcome) for one, outcome in finished]
                self._publish(moves)
                untouched -= {one.move.id for one, _ in finished}
        except Cancelled:
            give_up(sorted(untouched))
            raise

    def _sync(self, moves: Iterable[FileMove]) -> None:
        """Make the names in all folders safe from a power cut, before the library knows of them."""
        for folder in {f for m in moves for f in (m.source.parent, m.target.parent)}:
            with contextlib.suppress(OSError):  # of a folder that is gone, or a disk that cannot
                self.disk.sync_folder(folder)

    def _recorded(self, kind: MoveKind, plan: MovePlan, outcome: Attempt) -> FileMove:
        move = plan.move
        if isinstance(outcome, FileProblem):
            self.library.moves.record(move.id, MoveState.REFUSED, reason=outcome.reason)
            return replace(move, state=MoveState.REFUSED, reason=outcome.reason)
        self.library.moves.record(move.id, MoveState.MOVED, stamp_now=outcome.stamp)
        if kind is MoveKind.MOVE:
            follow_file(
                self.library, self.cache, move.track_id, move.target, plan.stamp, outcome.stamp
            )
        return replace(move, state=MoveState.MOVED, remarks=outcome.remarks)

    def _recorded_undo(self, kept: KeptMove, outcome: Attempt) -> FileMove:
        move = kept.move
        if isinstance(outcome, FileProblem):
            self.library.moves.record(move.id, MoveState.MOVED, reason=outcome.reason)
            return replace(move, state=MoveState.REFUSED, reason=outcome.reason)
        self.library.moves.record(move.id, MoveState.UNDONE)
        if kept.kind is MoveKind.MOVE:
            before = kept.stamp_now or kept.stamp
            follow_file(self.library, self.cache, move.track_id, move.source, before, outcome.stamp)
        return replace(move, state=MoveState.UNDONE, remarks=outcome.remarks)

    def _note_still_moved(self, move_ids: Sequence[int]) -> None:
        """Take back that moves were about to be taken back: their files were not touched."""
        with self.library.in_one_go():
            for move_id in move_ids:
                self.library.moves.record(move_id, MoveState.MOVED)

    def _publish(self, moves: Sequence[FileMove]) -> None:
        if not moves:
            return
        self.counts.update(move.state for move in moves)
        self.ctx.publish(list(moves))
        done = sum(self.counts.values())
        self.ctx.report(Progress(done, self.total, readable(moves[-1].source.name)))


def put_back(kept: KeptMove, disk: Disk) -> MovedFile:
    """Put one file back where it was, or remove the copy or link that was made of it.

    Raises:
        FileProblem: it cannot be, or was changed since; it is left as it is.
    """
    source, target, now = kept.move.source, kept.move.target, kept.stamp_now or kept.stamp
    if kept.kind is MoveKind.MOVE:
        if os.path.lexists(source):
            raise WriteRefused(target, because("pipeline.old_name_taken", path=source))
        moved = move_file(target, source, MoveKind.MOVE, now, disk)
        return replace(moved, stamp=_with_old_time(source, moved.stamp, kept.stamp, disk))
    if not os.path.lexists(source):
        raise WriteRefused(target, because("pipeline.only_copy_left", path=source))
    if os.path.lexists(target):  # or somebody has removed it already
        is_same = kept.kind is MoveKind.HARD_LINK and source.samefile(target)
        take_away(target, FileStamp.of(target) if is_same else now, disk)
    return MovedFile(FileStamp.of_stat(source.lstat()))


def follow_file(
    library: Library,
    cache: AnalysisCache,
    track_id: int | None,
    path: Path,
    old: FileStamp,
    new: FileStamp,
) -> None:
    """Let a track follow its file; what was analyzed of it goes on to hold."""
    if track_id is None:
        return
    try:
        track = library.track(track_id)
    except KeyError:  # it has left the library since
        return
    is_known = track.stamp == old  # else a scan has yet to see what others changed
    library.moves.follow(track_id, path, new if is_known else track.stamp)
    if is_known and old != new:
        library.predictions.carry_over(track_id, old, new)
        cache.carry_over(sound_key(track.fingerprint, old), sound_key(track.fingerprint, new))


def remove_empty(folders: Iterable[Path], roots: Iterable[Path], disk: Disk) -> None:
    """Remove folders in which nothing is left, and those above them, below some folders."""
    limits = set(roots)
    for folder in sorted(set(folders), key=lambda one: len(one.parts), reverse=True):
        while folder not in limits and limits & set(folder.parents):
            try:
                disk.remove_folder(folder)
            except OSError:  # there is something in it, or it is gone
                if folder.exists():
                    break
            folder = folder.parent


def _tried(work: Callable[[], MovedFile]) -> Attempt:
    try:
        return work()
    except FileProblem as error:
        return error


def _with_old_time(path: Path, now: FileStamp, before: FileStamp, disk: Disk) -> FileStamp:
    """Give a file its time of modification to the nanosecond again, where a disk has cut it off."""
    is_cut_off = now.size == before.size and abs(now.mtime_ns - before.mtime_ns) <= COARSE_NS
    if is_cut_off and now != before:
        with contextlib.suppress(OSError):
            disk.set_times(path, path.stat().st_atime_ns, before.mtime_ns)
        return FileStamp.of(path)
    return now
