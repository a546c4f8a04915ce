"""What is to be done to each file of a batch, and its place in the journal before that."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from musicreclass.core.location import path_of
from musicreclass.core.review.decision import GENRE_SEPARATOR, ReviewState
from musicreclass.core.tag_change import ChangeState, WriteChoices
from musicreclass.core.track import TrackLine
from musicreclass.errors import FileProblem
from musicreclass.library.journal import Intention, KeptChange, UndoIntention
from musicreclass.library.store import Library
from musicreclass.pipeline.writing.file_writes import Ready, ready_to_write
from musicreclass.pipeline.writing.write_run import WritePlan
from musicreclass.tags.safe_write.disk import Disk

GONE = "it is no longer in the library; scan its folder again"


def genres_of(line: TrackLine) -> tuple[str, ...]:
    """Return the genres in the file, as it was when it was scanned."""
    return tuple(filter(None, line.genre.split(GENRE_SEPARATOR)))


def write_plan(
    track_id: int,
    genres: tuple[str, ...],
    line: TrackLine | None,
    choices: WriteChoices,
    disk: Disk,
) -> WritePlan:
    """Return how a track gets genres, or why not.

    Args:
        line: None where the library knows no such track any more.
    """
    path = Path() if line is None else path_of(line.location)
    try:
        if line is None:
            raise FileProblem(path, GONE)
        ready = ready_to_write(line, genres, choices, disk)
    except FileProblem as error:
        before = () if line is None else genres_of(line)
        return WritePlan(track_id, path, before, genres, ChangeState.REFUSED, str(error.reason))
    if not ready.order.patches:
        return WritePlan(track_id, path, ready.before, ready.after, ChangeState.UNCHANGED)
    return WritePlan(track_id, path, ready.before, ready.after, ChangeState.INTENDED, ready=ready)


def note_writes(
    library: Library, batch: int, lines: Mapping[int, TrackLine], plans: Sequence[WritePlan]
) -> list[WritePlan]:
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


def undo_plan(change: KeptChange, ready_of: Callable[[KeptChange], Ready]) -> WritePlan:
    """Return how a change is taken back, or why not.

    Args:
        ready_of: says how, or raises a `FileProblem`.
    """
    plan = WritePlan(
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
        return replace(plan, state=ChangeState.REFUSED, reason=str(error.reason))
    if not ready.order.patches:
        return replace(plan, before=ready.before, state=ChangeState.UNDONE)
    return replace(plan, before=ready.before, ready=ready)


def note_undos(library: Library, plans: Sequence[WritePlan]) -> list[WritePlan]:
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


def note_still_written(library: Library, plans: Sequence[WritePlan]) -> None:
    """Take back that changes were about to be taken back: their files were not touched."""
    with library.in_one_go():
        for plan in plans:
            library.journal.settle(plan.change_id, ChangeState.WRITTEN)
