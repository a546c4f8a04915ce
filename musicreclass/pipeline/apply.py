"""Writing decided genres into files, and taking them back.

Every file goes from wholly old to wholly new in one step, and the library knows the old bytes
before that step. What cannot be written safely is refused with the reason, and the rest goes on.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path

from musicreclass import paths
from musicreclass.core.decision import GENRE_SEPARATOR, ReviewState
from musicreclass.core.history import ChangeState
from musicreclass.core.job import JobContext, Progress
from musicreclass.core.location import path_of, readable
from musicreclass.core.review import ReviewQueue
from musicreclass.core.tag_change import GenreChange, Id3Version, WriteChoices
from musicreclass.core.track import TrackLine
from musicreclass.errors import FileProblem, UsageProblem
from musicreclass.library.journal import Intention, KeptChange, UndoIntention
from musicreclass.library.store import Library
from musicreclass.library.write_lock import write_lock
from musicreclass.pipeline.file_writes import (
    Ready,
    foreseen,
    ready_to_restore,
    ready_to_undo,
    ready_to_write,
)
from musicreclass.pipeline.heard_cache import HeardCache
from musicreclass.pipeline.write_run import Plan, WriteRun
from musicreclass.tags.disk import Disk, LocalDisk

PUBLISH_PREVIEWS = 200
GONE = "it is no longer in the library; scan its folder again"


@dataclass(frozen=True, slots=True)
class WantedGenres:
    """What is to be written into the file of one track."""

    track_id: int
    genres: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a write would do to one file, or why it would be refused."""

    track_id: int
    path: Path
    change: GenreChange | None  # None where it would be refused
    reason: str = ""  # a sentence, where it would be refused


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of one file."""

    track_id: int
    path: Path
    before: tuple[str, ...]  # genres as they were in the file; empty where it was refused unread
    after: tuple[str, ...]
    outcome: ChangeState  # written, unchanged, refused or undone
    reason: str = ""  # why it was refused
    remarks: tuple[str, ...] = ()  # what could not be kept of the file beside its bytes
    change_id: int = 0  # in the journal; 0 where the library knows no such track


@dataclass(frozen=True, slots=True)
class ApplySummary:
    """What writing or undoing came to."""

    batch: int  # in the journal
    written: int
    unchanged: int
    refused: int
    undone: int
    seconds: float


def wanted_genres(
    library_file: Path, ctx: JobContext, track_ids: Sequence[int] | None = None
) -> list[WantedGenres]:
    """Return what was accepted or changed and is not written yet, of all tracks or some.

    Raises:
        LibraryProblem: the library cannot be used.
    """
    ctx.raise_if_cancelled()
    only = None if track_ids is None else set(track_ids)
    with Library(library_file) as library:
        return [
            WantedGenres(track_id, line.genres)
            for batch in library.decisions.lines()
            for track_id, line in batch
            if ReviewQueue.ACCEPTED.holds((line.state, None)) and (only is None or track_id in only)
        ]


def previews(
    library_file: Path,
    wanted: Sequence[WantedGenres],
    choices: WriteChoices,
    ctx: JobContext,
    *,
    part_links: bool = False,
    disk: Disk | None = None,
) -> Iterator[Preview]:
    """Yield what `write_genres` would do to each file, in the order given; changes nothing.

    Raises:
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    disk = disk or LocalDisk()
    with Library(library_file) as library:
        lines = _lines(library, wanted)
    for done, one in enumerate(wanted):
        ctx.raise_if_cancelled()
        line = lines.get(one.track_id)
        path = Path() if line is None else path_of(line.location)
        ctx.report(Progress(done, len(wanted), readable(path.name)))
        try:
            if line is None:
                raise FileProblem(path, GONE)
            change = foreseen(line, one.genres, choices, disk, part_links=part_links)
        except FileProblem as error:
            yield Preview(one.track_id, path, None, error.reason)
        else:
            yield Preview(one.track_id, path, change)


def preview(
    library_file: Path, wanted: Sequence[WantedGenres], choices: WriteChoices, ctx: JobContext
) -> int:
    """Publish batches of `Preview` for all that is wanted, and return how many.

    Raises:
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    source = previews(library_file, wanted, choices, ctx)
    while some := list(islice(source, PUBLISH_PREVIEWS)):
        ctx.publish(some)
    return len(wanted)


def write_genres(
    library_file: Path,
    wanted: Sequence[WantedGenres],
    choices: WriteChoices,
    ctx: JobContext,
    *,
    part_links: bool = False,
    cache: HeardCache | None = None,
    disk: Disk | None = None,
) -> ApplySummary:
    """Write genres into files as one batch of the history; publish batches of `Applied`.

    What was written is `ReviewState.WRITTEN` and need not be heard again. What was refused stays
    in its queue.

    Args:
        part_links: write also to files with several hard links; the other links keep the old file.

    Raises:
        LibraryProblem: the library cannot be used, or somebody else is writing with it.
        Cancelled: the user stopped; what was written until then is published and in the history.
    """
    if not wanted:
        return _summary(0, Counter(), time.monotonic())
    started = time.monotonic()
    disk = disk or LocalDisk()
    with write_lock(library_file), Library(library_file) as library:
        run = _run(library, ctx, disk, cache, len(wanted))
        lines = _lines(library, wanted)
        batch = library.journal.begin(choices)
        planners = [
            partial(_plan, one, lines.get(one.track_id), choices, part_links, disk)
            for one in wanted
        ]
        try:
            run.carry_out(
                planners,
                partial(_note, library, batch, lines),
                ChangeState.WRITTEN,
                lambda plans: library.journal.drop(plan.change_id for plan in plans),
            )
        finally:
            library.journal.drop_empty()
    return _summary(batch, run.counts, started)


def undo_batch(
    library_file: Path,
    batch: int,
    ctx: JobContext,
    *,
    change_ids: Sequence[int] | None = None,
    genre_only: bool = False,
    cache: HeardCache | None = None,
    disk: Disk | None = None,
) -> ApplySummary:
    """Give files of a batch back the bytes that they had; publish batches of `Applied`.

    Args:
        change_ids: which of the batch's changes; all where left out.
        genre_only: write the old genre and leave all else, also where somebody else has changed
            the file since.

    Raises:
        UsageProblem: there is no such batch.
        LibraryProblem: the library cannot be used, or somebody else is writing with it.
        Cancelled: the user stopped; what was undone until then is published and in the history.
    """
    started = time.monotonic()
    disk = disk or LocalDisk()
    with write_lock(library_file), Library(library_file) as library:
        # To go back to another version would change more than the genre.
        choices = replace(_choices(library, batch), id3=Id3Version.KEEP)
        kept = library.journal.kept_changes(batch, change_ids)
        run = _run(library, ctx, disk, cache, len(kept))
        ready = partial(ready_to_restore, choices=choices, disk=disk)
        run.carry_out(
            [
                partial(_undo_plan, change, ready if genre_only else ready_to_undo)
                for change in kept
            ],
            partial(_note_undo, library),
            ChangeState.UNDONE,
            partial(_note_still_written, library),
        )
    return _summary(batch, run.counts, started)


def _choices(library: Library, batch: int) -> WriteChoices:
    try:
        return library.journal.choices(batch)
    except KeyError as error:
        raise UsageProblem(f"There is no batch {batch} in the history.") from error


def _run(
    library: Library, ctx: JobContext, disk: Disk, cache: HeardCache | None, total: int
) -> WriteRun:
    def tell(plans: Sequence[Plan]) -> None:
        ctx.publish([_applied(plan) for plan in plans])

    cache = cache or HeardCache(paths.cache_dir() / "heard")
    return WriteRun(library, ctx, disk, cache, tell, total)


def _applied(plan: Plan) -> Applied:
    return Applied(
        plan.track_id,
        plan.path,
        plan.before,
        plan.after,
        plan.state,
        plan.reason,
        plan.remarks,
        plan.change_id,
    )


def _summary(batch: int, counts: Counter[ChangeState], started: float) -> ApplySummary:
    return ApplySummary(
        batch=batch,
        written=counts[ChangeState.WRITTEN],
        unchanged=counts[ChangeState.UNCHANGED],
        refused=counts[ChangeState.REFUSED],
        undone=counts[ChangeState.UNDONE],
        seconds=round(time.monotonic() - started, 3),
    )


def _lines(library: Library, wanted: Sequence[WantedGenres]) -> dict[int, TrackLine]:
    return {line.id: line for line in library.lines_of([one.track_id for one in wanted])}


def _plan(
    one: WantedGenres, line: TrackLine | None, choices: WriteChoices, part_links: bool, disk: Disk
) -> Plan:
    path = Path() if line is None else path_of(line.location)
    try:
        if line is None:
            raise FileProblem(path, GONE)
        ready = ready_to_write(line, one.genres, choices, disk, part_links=part_links)
    except FileProblem as error:
        before = () if line is None else tuple(filter(None, line.genre.split(GENRE_SEPARATOR)))
        return Plan(one.track_id, path, before, one.genres, ChangeState.REFUSED, error.reason)
    if not ready.order.patches:
        return Plan(one.track_id, path, ready.before, ready.after, ChangeState.UNCHANGED)
    return Plan(one.track_id, path, ready.before, ready.after, ChangeState.INTENDED, ready=ready)


def _note(
    library: Library, batch: int, lines: Mapping[int, TrackLine], plans: Sequence[Plan]
) -> list[Plan]:
    """Keep plans in the journal before any file is touched; return them with their numbers."""
    known = [plan for plan in plans if plan.track_id in lines]
    intentions = [
        Intention(
            plan.track_id,
            plan.path,
            plan.before,
            plan.after,
            plan.ready.stamp if plan.ready else lines[plan.track_id].stamp,
            plan.ready.order.patches if plan.ready else (),
            plan.state,
            plan.reason,
        )
        for plan in known
    ]
    numbers = library.journal.intend(batch, intentions)
    unchanged = [plan.track_id for plan in known if plan.state is ChangeState.UNCHANGED]
    library.decisions.mark(unchanged, ReviewState.WRITTEN)
    unknown = [plan for plan in plans if plan.track_id not in lines]
    noted = zip(known, numbers, strict=True)
    return [*(replace(plan, change_id=number) for plan, number in noted), *unknown]


def _undo_plan(change: KeptChange, ready_of: Callable[[KeptChange], Ready]) -> Plan:
    plan = Plan(
        change.track_id,
        change.path,
        change.after,
        change.before,
        ChangeState.UNDOING,
        change_id=change.id,
    )
    try:
        ready = ready_of(change)
    except FileProblem as error:
        return replace(plan, state=ChangeState.REFUSED, reason=error.reason)
    if not ready.order.patches:
        return replace(plan, before=ready.before, state=ChangeState.UNDONE)
    return replace(plan, before=ready.before, ready=ready)


def _note_undo(library: Library, plans: Sequence[Plan]) -> list[Plan]:
    """Keep what is about to be taken back in the journal, before any file is touched."""
    library.journal.intend_undo(
        UndoIntention(plan.change_id, plan.ready.stamp.size, plan.ready.order.patches)
        for plan in plans
        if plan.ready is not None
    )
    with library.in_one_go():
        for plan in plans:
            if plan.state is ChangeState.REFUSED:
                library.journal.settle(plan.change_id, ChangeState.WRITTEN, reason=plan.reason)
            elif plan.ready is None:  # the file says so already
                library.journal.settle(plan.change_id, ChangeState.UNDONE)
                library.decisions.mark([plan.track_id], ReviewState.UNDONE)
    return list(plans)


def _note_still_written(library: Library, plans: Sequence[Plan]) -> None:
    with library.in_one_go():
        for plan in plans:
            library.journal.settle(plan.change_id, ChangeState.WRITTEN)
