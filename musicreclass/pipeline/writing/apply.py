"""Writing decided genres into files, and taking them back.

Every file goes from wholly old to wholly new in one step, and the library knows the old bytes
before that step. What cannot be written safely is refused with the reason, and the rest goes on.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path

from musicreclass.core.decision import ReviewState
from musicreclass.core.genres.genre_file import taxonomy_in_use
from musicreclass.core.genres.genre_rules import GenreRules, GenreRuling, NamesAs, UsualNames
from musicreclass.core.job import JobContext, Progress
from musicreclass.core.location import path_of, readable
from musicreclass.core.review.transitions import ReviewQueue
from musicreclass.core.sound_tags import additional_genres
from musicreclass.core.tag_change import (
    ChangeState,
    FileChange,
    GenreChange,
    Id3Version,
    SafeWay,
    WriteChoices,
)
from musicreclass.core.track import TrackLine
from musicreclass.errors import UsageProblem
from musicreclass.library.history.kept_change import Intention, KeptChange, UndoIntention
from musicreclass.library.integrity import sound_for_writing
from musicreclass.library.sqlite_errors import LibraryDamaged
from musicreclass.library.store import Library
from musicreclass.library.write_lock import write_lock
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache
from musicreclass.pipeline.processes.compute_child import Run, in_place
from musicreclass.pipeline.writing.batch_bytes import with_bytes
from musicreclass.pipeline.writing.file_writes import FileWrites
from musicreclass.pipeline.writing.plan import (
    WantedGenres,
    WritePlan,
    foreseen,
    plan_undo,
    plan_write,
    stamp_in_library,
)
from musicreclass.pipeline.writing.tag_calls import TagCalls, closing_calls
from musicreclass.sentences.reason import because
from musicreclass.tags.safe_write.disk import Disk

PUBLISH_PREVIEWS = 200
Preview = GenreChange | FileChange  # what a write would do to one file, or how it is refused


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
            WantedGenres.of(track_id, line)
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
    compute: Run = in_place,
) -> Iterator[tuple[Path, Preview]]:
    """Yield what `write_genres` would do to each file, in the order given; changes nothing.

    Args:
        compute: where networks are, which know styles.

    Raises:
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    disk = disk or Disk()
    if choices.styles:
        wanted = compute(partial(_with_styles, library_file, wanted, choices), ctx)
    with Library(library_file) as library:
        lines = _lines(library, wanted)
        ruling = ruling_of(library, choices.rules)
    stamp_of = partial(stamp_in_library, library_file)
    with closing_calls(ctx) as tags:
        for done, one in enumerate(wanted):
            ctx.raise_if_cancelled()
            line = lines.get(one.track_id)
            path = Path() if line is None else path_of(line.location)
            ctx.report(Progress(done, len(wanted), readable(path.name)))
            yield path, foreseen(one, line, choices, disk, ruling, tags, stamp_of)


def preview(
    library_file: Path,
    wanted: Sequence[WantedGenres],
    choices: WriteChoices,
    ctx: JobContext,
    compute: Run = in_place,
) -> int:
    """Publish batches of track ids with their `Preview`, and return how many there are.

    Raises:
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    source = zip(wanted, previews(library_file, wanted, choices, ctx, compute=compute), strict=True)
    while some := list(islice(source, PUBLISH_PREVIEWS)):
        ctx.publish([(one.track_id, found) for one, (_, found) in some])
    return len(wanted)


def write_genres(
    library_file: Path,
    wanted: Sequence[WantedGenres],
    choices: WriteChoices,
    ctx: JobContext,
    *,
    cache: AnalysisCache | None = None,
    disk: Disk | None = None,
    compute: Run = in_place,
) -> ApplySummary:
    """Write genres into files as one batch of the history; publish lists of `FileChange`.

    What was written is `ReviewState.WRITTEN` and need not be analyzed again. What was refused
    stays in its queue.

    Args:
        compute: where networks are, which know styles.

    Raises:
        LibraryDamaged: the library is not whole; no file was touched.
        LibraryProblem: the library cannot be used, or somebody else is writing with it.
        Cancelled: the user stopped; what was written until then is published and in the history.
    """
    if not wanted:
        return _summary(0, Counter(), time.monotonic())
    started = time.monotonic()
    disk = disk or Disk()
    cache = cache or AnalysisCache.of_this_user()
    with write_lock(library_file), Library(library_file) as library, closing_calls(ctx) as tags:
        sound_for_writing(library_file)  # a damaged one must not begin
        run = FileWrites(library, ctx, disk, cache, tags, len(wanted))
        if choices.styles:
            wanted = compute(partial(_with_styles, library_file, wanted, choices), ctx)
        lines = _lines(library, wanted)
        ruling = ruling_of(library, choices.rules)
        batch = library.journal.begin(choices)
        stamp_of = partial(stamp_in_library, library_file)
        try:
            run.carry_out(
                partial(plan_write, choices=choices, batch=batch, ruling=ruling, stamp_of=stamp_of),
                [(one, lines.get(one.track_id)) for one in wanted],
                partial(_note_writes, library, batch),
                ChangeState.WRITTEN,
                library.journal.drop,
            )
        finally:
            library.journal.end()
    return _summary(batch, run.counts, started)


def undo_batch(
    library_file: Path,
    batch: int,
    ctx: JobContext,
    *,
    change_ids: Sequence[int] | None = None,
    genre_only: bool = False,
    safe: SafeWay = SafeWay.AUTO,
    cache: AnalysisCache | None = None,
    disk: Disk | None = None,
) -> ApplySummary:
    """Give files of a batch back the bytes that they had; publish lists of `FileChange`.

    Args:
        change_ids: which of the batch's changes; all where left out.
        genre_only: write the old genre and leave all else, also where somebody else has changed
            the file since.
        safe: how bytes are given back.

    Raises:
        UsageProblem: there is no such batch.
        LibraryProblem: the library cannot be used, or somebody else is writing with it.
        Cancelled: the user stopped; what was undone until then is published and in the history.
    """
    started = time.monotonic()
    disk = disk or Disk()
    cache = cache or AnalysisCache.of_this_user()
    with write_lock(library_file), Library(library_file) as library, closing_calls(ctx) as tags:
        # To go back to another version would change more than the genre.
        choices = replace(_choices(library, batch), id3=Id3Version.KEEP)
        kept = with_bytes(library, batch, library.journal.kept_changes(batch, change_ids))
        back = choices if genre_only else None
        counts = take_back(library, kept, back, ctx, cache, disk, safe, tags)
    return _summary(batch, counts, started)


def take_back(
    library: Library,
    kept: Sequence[KeptChange],
    choices: WriteChoices | None,
    ctx: JobContext,
    cache: AnalysisCache,
    disk: Disk,
    safe: SafeWay,
    tags: TagCalls,
) -> Counter[ChangeState]:
    """Take changes back and note that in the journal; publish lists of `FileChange`.

    Args:
        choices: how the old genre is written where only that is restored; None restores bytes.
        safe: how bytes are given back.

    Raises: as `undo_batch`.
    """
    later = library.journal.later_batches({change.batch for change in kept})
    run = FileWrites(library, ctx, disk, cache, tags, len(kept), later)
    run.carry_out(
        partial(plan_undo, choices=choices, safe=safe),
        kept,
        partial(_note_undos, library),
        ChangeState.UNDONE,
        partial(_note_still_written, library),
    )
    return run.counts


def _choices(library: Library, batch: int) -> WriteChoices:
    try:
        return library.journal.choices(batch)
    except KeyError as error:
        raise UsageProblem(because("pipeline.no_such_batch", batch=str(batch))) from error


def _note_writes(library: Library, batch: int, plans: Sequence[WritePlan]) -> list[WritePlan]:
    """Keep plans in the journal before any file is touched; return them with their numbers.

    Of a track that the library does not know any more, the journal holds nothing.
    """
    known = [plan for plan in plans if plan.stamp is not None]
    intentions = [
        Intention(
            plan.change,
            plan.stamp,
            plan.write.patches if plan.write else (),
            plan.in_place.regions if plan.in_place else (),
            plan.in_place.digest if plan.in_place else "",
        )
        for plan in known
        if plan.stamp is not None
    ]
    numbers = iter(library.journal.intend(batch, intentions))
    unchanged = [p.change.track_id for p in known if p.change.state is ChangeState.UNCHANGED]
    library.decisions.mark(unchanged, ReviewState.WRITTEN)
    noted = [replace(plan, change=replace(plan.change, id=next(numbers))) for plan in known]
    return [*noted, *(plan for plan in plans if plan.stamp is None)]


def _note_undos(library: Library, plans: Sequence[WritePlan]) -> Sequence[WritePlan]:
    """Keep what is about to be taken back in the journal, before any file is touched.

    Where the library is damaged, what it cannot keep is left as it is, and the rest goes on.
    """
    try:
        return _note_undos_of(library, plans)
    except LibraryDamaged:
        return [noted for plan in plans for noted in _note_undo(library, plan)]


def _note_undo(library: Library, plan: WritePlan) -> Sequence[WritePlan]:
    try:
        return _note_undos_of(library, [plan])
    except LibraryDamaged as error:
        reason = because("pipeline.undo_not_noted", reason=error.sentence)
        refused = replace(plan.change, state=ChangeState.REFUSED, reason=reason)
        return [replace(plan, change=refused, write=None)]


def _note_undos_of(library: Library, plans: Sequence[WritePlan]) -> Sequence[WritePlan]:
    library.journal.intend_undo(
        UndoIntention(
            plan.change.id,
            plan.stamp.size,
            plan.in_place.regions if plan.in_place else plan.write.patches,
        )
        for plan in plans
        if plan.write is not None and plan.stamp is not None
    )
    with library.in_one_go():
        for change in (plan.change for plan in plans if plan.write is None):
            if change.state is ChangeState.REFUSED:
                library.journal.record(change.id, ChangeState.WRITTEN, reason=change.reason)
            else:  # the file says so already
                library.journal.record(change.id, ChangeState.UNDONE)
                library.decisions.mark([change.track_id], ReviewState.UNDONE)
    return plans


def _note_still_written(library: Library, change_ids: Sequence[int]) -> None:
    """Take back that changes were about to be taken back: their files were not touched."""
    library.journal.record_all(ChangeState.WRITTEN, dict.fromkeys(change_ids))


def _summary(batch: int, counts: Mapping[ChangeState, int], started: float) -> ApplySummary:
    return ApplySummary(
        batch=batch,
        written=counts[ChangeState.WRITTEN],
        unchanged=counts[ChangeState.UNCHANGED],
        refused=counts[ChangeState.REFUSED],
        undone=counts[ChangeState.UNDONE],
        seconds=round(time.monotonic() - started, 3),
    )


def ruling_for(library_file: Path, rules: GenreRules) -> GenreRuling:
    """Return rules with all that they go by in a library.

    Raises:
        LibraryProblem: the library cannot be used.
    """
    with Library(library_file) as library:
        return ruling_of(library, rules)


def ruling_of(library: Library, rules: GenreRules) -> GenreRuling:
    """Return rules with all that they go by: a person's genres, and how files call them."""
    taxonomy = taxonomy_in_use()
    if rules.names_as is not NamesAs.FILES:
        return GenreRuling(rules, taxonomy)
    texts = Counter(line.genre for batch in library.lines() for line in batch if line.genre)
    return GenreRuling(rules, taxonomy, UsualNames.measured(texts, taxonomy))


def _with_styles(
    library_file: Path, wanted: Sequence[WantedGenres], choices: WriteChoices, ctx: JobContext
) -> Sequence[WantedGenres]:
    """Return what is wanted with styles behind it."""
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.classification.sound_tagging import load_sound_tagging  # torch

    known, most = taxonomy_in_use(), choices.styles
    with Library(library_file) as library:
        tags_of = load_sound_tagging(None).of_tracks(library, [one.track_id for one in wanted])
    return [
        replace(one, genres=additional_genres(one.genres, tags, known, most, choices.style_score))
        if (tags := tags_of.get(one.track_id))
        else one
        for one in wanted
    ]


def _lines(library: Library, wanted: Sequence[WantedGenres]) -> dict[int, TrackLine]:
    return {line.id: line for line in library.lines_of([one.track_id for one in wanted])}
