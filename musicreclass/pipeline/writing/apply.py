"""Writing decided genres into files, and taking them back.

Every file goes from wholly old to wholly new in one step, and the library knows the old bytes
before that step. What cannot be written safely is refused with the reason, and the rest goes on.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path

from musicreclass.core.job import JobContext, Progress
from musicreclass.core.location import path_of, readable
from musicreclass.core.review.transitions import ReviewQueue
from musicreclass.core.tag_change import ChangeState, GenreChange, Id3Version, WriteChoices
from musicreclass.core.track import TrackLine
from musicreclass.errors import FileProblem, UsageProblem
from musicreclass.library.store import Library
from musicreclass.library.write_lock import write_lock
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache
from musicreclass.pipeline.writing.file_writes import (
    foreseen,
    ready_to_restore,
    ready_to_undo,
)
from musicreclass.pipeline.writing.write_plans import (
    GONE,
    genres_of,
    note_still_written,
    note_undos,
    note_writes,
    undo_plan,
    write_plan,
)
from musicreclass.pipeline.writing.write_run import WritePlan, WriteRun
from musicreclass.sentences.reason import Reason
from musicreclass.tags.safe_write.disk import Disk

PUBLISH_PREVIEWS = 200


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
    before: tuple[str, ...] = ()  # genres in the file; as last scanned where it would be refused
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of one file."""

    track_id: int
    path: Path
    before: tuple[str, ...]  # genres in the file; as last scanned where it was refused unread
    after: tuple[str, ...]
    outcome: ChangeState  # written, unchanged, refused or undone
    reason: str = ""  # why it was refused
    remarks: tuple[Reason, ...] = ()  # what could not be kept of the file beside its bytes
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
    disk: Disk | None = None,
) -> Iterator[Preview]:
    """Yield what `write_genres` would do to each file, in the order given; changes nothing.

    Raises:
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    disk = disk or Disk()
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
            change = foreseen(line, one.genres, choices, disk)
        except FileProblem as error:
            before = () if line is None else genres_of(line)
            yield Preview(one.track_id, path, None, str(error.reason), before, one.genres)
        else:
            yield Preview(one.track_id, path, change, "", change.before, change.after)


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
    cache: AnalysisCache | None = None,
    disk: Disk | None = None,
) -> ApplySummary:
    """Write genres into files as one batch of the history; publish batches of `Applied`.

    What was written is `ReviewState.WRITTEN` and need not be heard again. What was refused stays
    in its queue.

    Raises:
        LibraryProblem: the library cannot be used, or somebody else is writing with it.
        Cancelled: the user stopped; what was written until then is published and in the history.
    """
    if not wanted:
        return _summary(0, Counter(), time.monotonic())
    started = time.monotonic()
    disk = disk or Disk()
    with write_lock(library_file), Library(library_file) as library:
        run = _run(library, ctx, disk, cache, len(wanted))
        lines = _lines(library, wanted)
        batch = library.journal.begin(choices)
        planners = [
            partial(
                write_plan,
                one.track_id,
                one.genres,
                lines.get(one.track_id),
                choices,
                disk,
            )
            for one in wanted
        ]
        try:
            run.carry_out(
                planners,
                partial(note_writes, library, batch, lines),
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
    cache: AnalysisCache | None = None,
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
    disk = disk or Disk()
    with write_lock(library_file), Library(library_file) as library:
        # To go back to another version would change more than the genre.
        choices = replace(_choices(library, batch), id3=Id3Version.KEEP)
        kept = library.journal.kept_changes(batch, change_ids)
        run = _run(library, ctx, disk, cache, len(kept))
        restore = partial(ready_to_restore, choices=choices, disk=disk)
        ready_of = restore if genre_only else partial(ready_to_undo, disk=disk)
        run.carry_out(
            [partial(undo_plan, change, ready_of) for change in kept],
            partial(note_undos, library),
            ChangeState.UNDONE,
            partial(note_still_written, library),
        )
    return _summary(batch, run.counts, started)


def _choices(library: Library, batch: int) -> WriteChoices:
    try:
        return library.journal.choices(batch)
    except KeyError as error:
        raise UsageProblem(f"There is no batch {batch} in the history.") from error


def _run(
    library: Library, ctx: JobContext, disk: Disk, cache: AnalysisCache | None, total: int
) -> WriteRun:
    def tell(plans: Sequence[WritePlan]) -> None:
        ctx.publish([_applied(plan) for plan in plans])

    cache = cache or AnalysisCache.of_this_user()
    return WriteRun(library, ctx, disk, cache, tell, total)


def _applied(plan: WritePlan) -> Applied:
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
