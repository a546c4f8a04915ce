"""Sorting the files of a library into folders by genre, and taking that back.

What is about to be moved is on the disk before any file is; the library's tracks follow their
files, with all that is known and decided of them. What cannot be moved safely is refused with the
reason, and the rest goes on.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePath

from musicreclass import paths
from musicreclass.core.file_move import FileMove, MoveBatch, MoveKind, MoveState
from musicreclass.core.job import JobContext, Progress
from musicreclass.core.location import readable
from musicreclass.core.track import TrackLine
from musicreclass.errors import UsageProblem
from musicreclass.library.moves import KeptMove
from musicreclass.library.store import Library
from musicreclass.library.write_lock import write_lock
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache
from musicreclass.pipeline.organizing.move_plan import (
    MovePlan,
    MovePlanner,
    OrganizeChoices,
    is_sortable,
    known_paths,
)
from musicreclass.pipeline.organizing.move_run import MoveRun, remove_empty
from musicreclass.sentences.reason import because
from musicreclass.tags.safe_write.disk import Disk

PUBLISH_PLANS = 200


@dataclass(frozen=True, slots=True)
class OrganizeSummary:
    """What sorting files or taking that back came to."""

    batch: int  # in the history; 0 where nothing came into it
    moved: int
    unchanged: int
    refused: int
    undone: int
    seconds: float
    folder_added: Path | None = None  # that the library watches over since


def sorted_plans(
    library_file: Path,
    lines: Sequence[TrackLine],
    choices: OrganizeChoices,
    ctx: JobContext,
    *,
    disk: Disk | None = None,
) -> Iterator[FileMove]:
    """Yield what `organize` would do to each file whose genre is decided; changes nothing.

    Raises:
        UsageProblem: the folder to sort into can be none.
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    with Library(library_file) as library:
        for plan in _plans(library, lines, choices, ctx, disk or Disk()):
            yield plan.move


def preview_moves(
    library_file: Path, lines: Sequence[TrackLine], choices: OrganizeChoices, ctx: JobContext
) -> int:
    """Publish lists of `FileMove`: what `organize` would do; return how many there are.

    Raises:
        UsageProblem: the folder to sort into can be none.
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    number = 0
    plans = sorted_plans(library_file, lines, choices, ctx)
    while some := list(islice(plans, PUBLISH_PLANS)):
        ctx.publish(some)
        number += len(some)
    return number


def organize(
    library_file: Path,
    lines: Sequence[TrackLine],
    choices: OrganizeChoices,
    ctx: JobContext,
    *,
    disk: Disk | None = None,
    cache: AnalysisCache | None = None,
) -> OrganizeSummary:
    """Sort files whose genre is decided into folders, as one batch of the history.

    Lists of `FileMove` are published. Where files are moved, the library watches over the folder
    that they go into from then on.

    Raises:
        UsageProblem: the folder to sort into can be none.
        LibraryProblem: the library cannot be used, or somebody else is writing with it.
        Cancelled: the user stopped; what was moved until then is published and in the history.
    """
    started = time.monotonic()
    disk = disk or Disk()
    with write_lock(library_file), Library(library_file) as library:
        plans = list(_plans(library, lines, choices, ctx, disk))
        summary = _carried_out(library, plans, choices, ctx, disk, cache)
    return replace(summary, seconds=round(time.monotonic() - started, 3))


def relocate(
    library_file: Path | None,
    path: Path,
    target_dir: Path,
    ctx: JobContext,
    *,
    disk: Disk | None = None,
    cache: AnalysisCache | None = None,
) -> FileMove:
    """Move one file into a folder, as a batch of the history that can be taken back.

    The file need not be in the library; where it is, its track follows.

    Args:
        library_file: whose history keeps the move; None for the one in use.

    Returns:
        What became of the file, with the number of its batch; published as well.

    Raises:
        UsageProblem: the folder can be none.
        LibraryProblem: the library cannot be used, or somebody else is writing with it.
        Cancelled: the user stopped before anything was moved.
    """
    disk = disk or Disk()
    into = Path(os.path.abspath(target_dir))  # noqa: PTH100, links keep the names people know
    source = Path(os.path.abspath(path))  # noqa: PTH100
    choices = OrganizeChoices(into)
    library_file = library_file or paths.library_file()
    with write_lock(library_file), Library(library_file) as library:
        line = library.line_at(source)
        planner = _planner(library, choices, disk)
        track_id = None if line is None else line.id
        plan = planner.plan(source, PurePath(source.name), into.name, track_id, None)
        telling = _Keeping(ctx)
        _carried_out(library, [plan], choices, telling, disk, cache)
    return telling.kept[-1]


def undo_moves(
    library_file: Path,
    batch: int,
    ctx: JobContext,
    *,
    move_ids: Sequence[int] | None = None,
    disk: Disk | None = None,
    cache: AnalysisCache | None = None,
) -> OrganizeSummary:
    """Put files of a batch back where they were; remove copies and links that it made.

    A file that was changed since by others is left where it is. Lists of `FileMove` are published.

    Args:
        move_ids: which of the batch's moves; all where left out.

    Raises:
        UsageProblem: there is no such batch.
        LibraryProblem: the library cannot be used, or somebody else is writing with it.
        Cancelled: the user stopped; what was put back until then is published and in the history.
    """
    started = time.monotonic()
    disk = disk or Disk()
    with write_lock(library_file), Library(library_file) as library:
        if not library.moves.has_batch(batch):
            raise UsageProblem(because("pipeline.no_such_batch", batch=str(batch)))
        kept = library.moves.kept_moves(batch, move_ids)
        run = MoveRun(library, ctx, disk, cache or AnalysisCache.of_this_user(), len(kept))
        run.take_back(kept)
        _tidy_after_undo(kept, disk)
        library.moves.drop_added_folder(batch)
    seconds = round(time.monotonic() - started, 3)
    return _summary(batch, run.counts, seconds)


def move_batches(library_file: Path, ctx: JobContext) -> list[MoveBatch]:
    """Return all batches of moved files, the last one first."""
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        return library.moves.batches()


def batch_moves(library_file: Path, batch: int, ctx: JobContext) -> list[FileMove]:
    """Return the files of one batch, by path."""
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        return library.moves.moves(batch)


def is_move_batch(library_file: Path, batch: int, ctx: JobContext) -> bool:
    """Say whether a batch of the history moved files, rather than wrote into them."""
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        return library.moves.has_batch(batch)


def check_into(choices: OrganizeChoices, sources: Sequence[Path] = ()) -> None:
    """Make sure that files can be sorted into a folder at all.

    Args:
        sources: files and folders that are to be sorted.

    Raises:
        UsageProblem: it is a file, or lies in one, or copies would lie among what is copied.
    """
    into = Path(os.path.abspath(choices.into))  # noqa: PTH100
    for folder in (into, *into.parents):
        if os.path.lexists(folder):
            if not folder.is_dir():
                raise UsageProblem(because("pipeline.into_is_no_folder", path=folder))
            break
    for source in sources:
        is_same = os.path.realpath(source) == os.path.realpath(into)
        if choices.kind.leaves_source and is_same:
            raise UsageProblem(because("pipeline.into_itself", path=into))


class _Keeping:
    """A job's context that keeps what is published, too."""

    def __init__(self, ctx: JobContext) -> None:
        self._ctx = ctx
        self.kept: list[FileMove] = []

    def report(self, progress: Progress) -> None:
        self._ctx.report(progress)

    def publish(self, batch: object) -> None:
        assert isinstance(batch, list)
        self.kept.extend(batch)
        self._ctx.publish(batch)

    def raise_if_cancelled(self) -> None:
        self._ctx.raise_if_cancelled()


def _plans(
    library: Library,
    lines: Sequence[TrackLine],
    choices: OrganizeChoices,
    ctx: JobContext,
    disk: Disk,
) -> Iterator[MovePlan]:
    check_into(choices)
    chosen = [line for line in lines if is_sortable(line) and not line.is_missing]
    artists = {}
    if choices.pattern.asks_for("albumartist"):
        artists = {track_id: names.album_artist for track_id, names, _ in library.names()}
    planner = _planner(library, choices, disk)
    for done, line in enumerate(chosen):
        ctx.raise_if_cancelled()
        ctx.report(Progress(done, len(chosen), readable(line.name)))
        yield planner.sort(line, choices.pattern, artists.get(line.id, ""))


def _planner(library: Library, choices: OrganizeChoices, disk: Disk) -> MovePlanner:
    into = Path(os.path.abspath(choices.into))  # noqa: PTH100, links keep the names people know
    known = known_paths(path for path in library.locations() if path.startswith(str(into)))
    return MovePlanner(into, choices.kind, known, disk)


def _carried_out(
    library: Library,
    plans: Sequence[MovePlan],
    choices: OrganizeChoices,
    ctx: JobContext,
    disk: Disk,
    cache: AnalysisCache | None,
) -> OrganizeSummary:
    """Carry plans out as a batch; the seconds are for the caller to know."""
    added = _added_folder(library, plans, choices)
    run = MoveRun(library, ctx, disk, cache or AnalysisCache.of_this_user(), len(plans))
    into = Path(os.path.abspath(choices.into))  # noqa: PTH100
    batch = library.moves.begin(choices.kind, into, adds_folder=added is not None)
    try:
        run.carry_out(batch, plans, choices.kind)
        if choices.prunes_empty and choices.kind is MoveKind.MOVE:
            roots = [folder.path for folder in library.folders()]
            remove_empty((plan.move.source.parent for plan in plans), roots, disk)
    finally:
        library.moves.drop_empty()
    is_kept = library.moves.has_batch(batch)
    return replace(_summary(batch if is_kept else 0, run.counts, 0.0), folder_added=added)


def _added_folder(
    library: Library, plans: Sequence[MovePlan], choices: OrganizeChoices
) -> Path | None:
    """Let the library watch over where its files go; return the folder where that is news."""
    follows = any(
        plan.move.state is MoveState.INTENDED and plan.move.track_id is not None for plan in plans
    )
    if choices.kind is not MoveKind.MOVE or not follows:
        return None
    before = {folder.id for folder in library.folders()}
    added = library.add_folder(choices.into)
    return None if added.id in before else added.path


def _tidy_after_undo(kept: Sequence[KeptMove], disk: Disk) -> None:
    """Remove the folders that a batch made and that nothing lies in any more."""
    remove_empty((one.move.target.parent for one in kept), [one.into for one in kept[:1]], disk)


def _summary(batch: int, counts: Counter[MoveState], seconds: float) -> OrganizeSummary:
    return OrganizeSummary(
        batch=batch,
        moved=counts[MoveState.MOVED],
        unchanged=counts[MoveState.UNCHANGED],
        refused=counts[MoveState.REFUSED],
        undone=counts[MoveState.UNDONE],
        seconds=seconds,
    )
