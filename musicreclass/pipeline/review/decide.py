"""What a person decides, kept in the library: one track or many, and taken back again.

Loads no network: who decides has the suggestions before their eyes, as lines.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import length_hint
from pathlib import Path

from musicreclass.core.decision import Decision, LogEntry
from musicreclass.core.job import JobContext, Progress
from musicreclass.core.review.bulk import is_acceptable
from musicreclass.core.review.transitions import (
    CannotDecide,
    ReviewQueue,
    accept,
    change,
    skip,
    standing_of,
)
from musicreclass.core.track import TrackLine
from musicreclass.library.review.decision_log import KEPT_BATCHES, Undone
from musicreclass.library.store import Library
from musicreclass.sentences.reason import Reason

CHECK_TRACKS = 1_000  # so many are decided between two looks at whether to stop


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of tracks that were decided together, by track id."""

    decisions: dict[int, Decision]
    refused: dict[int, Reason]  # why some could not be decided


def begin_session(library_file: Path, ctx: JobContext, *, kept: int = KEPT_BATCHES) -> None:
    """Give up taking back all but the last batches of earlier sessions.

    For a window that opens, once: while it is open, all can be taken back.
    """
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        library.decisions.forget_undos(kept)


def decisions(library_file: Path, ctx: JobContext) -> int:
    """Publish batches of (track id, `DecisionLine`) for all that is decided, and return how many.

    Raises:
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    total = 0
    with Library(library_file) as library:
        for batch in library.decisions.lines():
            ctx.raise_if_cancelled()
            ctx.publish(batch)
            total += len(batch)
    return total


def decide(
    library_file: Path, track_id: int, decision: Decision, ctx: JobContext, *, bundle: str = ""
) -> None:
    """Keep what was decided of one track that a person looked at.

    Args:
        bundle: digest of the classifiers whose suggestion was answered.

    Raises:
        LibraryProblem: the library cannot be used.
    """
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        library.decisions.record({track_id: decision}, bundle)


def accept_all(
    library_file: Path,
    lines: Iterable[TrackLine],
    ctx: JobContext,
    *,
    min_confidence: float | None = None,
    bundle: str = "",
) -> Decided:
    """Accept the suggestions of those tracks that are `acceptable`, as one batch.

    Raises:
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped; nothing was decided.
    """
    wanted = partial(is_acceptable, min_confidence=min_confidence)
    return _decide_all(library_file, lines, accept, ctx, bundle, wanted)


def set_genres(
    library_file: Path,
    lines: Iterable[TrackLine],
    genres: Sequence[str],
    ctx: JobContext,
    *,
    bundle: str = "",
) -> Decided:
    """Give all of some tracks the same genres, as one batch, whatever was decided before.

    Raises:
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped; nothing was decided.
    """
    return _decide_all(library_file, lines, lambda line: change(line, genres), ctx, bundle)


def skip_all(
    library_file: Path, lines: Iterable[TrackLine], ctx: JobContext, *, bundle: str = ""
) -> Decided:
    """Skip all of some tracks, as one batch, but for those that are written already.

    Raises:
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped; nothing was decided.
    """
    return _decide_all(library_file, lines, skip, ctx, bundle)


def accept_shown(
    library_file: Path, lines: Iterable[TrackLine], ctx: JobContext, *, bundle: str = ""
) -> Decided:
    """Accept what the rows of some tracks show, as one batch; what is decided stays as it is.

    Raises:
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped; nothing was decided.
    """
    return _decide_all(library_file, lines, accept, ctx, bundle, _is_open)


def clear_all(library_file: Path, lines: Iterable[TrackLine], ctx: JobContext) -> Undone:
    """Forget what was decided of tracks, as one batch, but for those that are written.

    Raises:
        LibraryProblem: the library cannot be used.
    """
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        return library.decisions.clear([line.id for line in lines])


def undo_last(library_file: Path, ctx: JobContext) -> Undone:
    """Take back the last batch of decisions: one track, or all of a bulk accept."""
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        return library.decisions.undo()


def redo_last(library_file: Path, ctx: JobContext) -> Undone:
    """Do again what was taken back last, unless something was decided since."""
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        return library.decisions.redo()


def take_back(library_file: Path, batch: int, ctx: JobContext) -> Undone:
    """Take back a batch of the log, but for tracks that something was decided on since."""
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        return library.decisions.take_back(batch)


def log_entries(library_file: Path, most: int, ctx: JobContext) -> list[LogEntry]:
    """Return the last batches of decisions, the latest first."""
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        return library.decisions.entries(most)


def tracks_of(library_file: Path, batch: int, ctx: JobContext) -> frozenset[int]:
    """Return the ids of the tracks that a batch of decisions was about."""
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        return frozenset(library.decisions.tracks_of(batch))


def queue_counts(lines: Iterable[TrackLine]) -> dict[ReviewQueue, int]:
    """Return how many of some tracks are in each queue."""
    standings = [standing_of(line) for line in lines]
    return {queue: sum(map(queue.holds, standings)) for queue in ReviewQueue}


def lines_at(
    lines: Sequence[TrackLine], paths: Iterable[Path]
) -> tuple[list[TrackLine], list[Path]]:
    """Return the tracks at and below some paths, each once, and the paths without any."""
    names = [os.fsdecode(line.location) for line in lines]
    found: dict[int, TrackLine] = {}
    empty: list[Path] = []
    for path in paths:
        spellings = {os.path.abspath(path), os.path.realpath(path)}  # noqa: PTH100
        below = tuple(spelling.rstrip(os.sep) + os.sep for spelling in spellings)
        here = [
            line
            for line, name in zip(lines, names, strict=True)
            if name in spellings or name.startswith(below)
        ]
        found.update((line.id, line) for line in here)
        if not here:
            empty.append(path)
    return list(found.values()), empty


def _decide_all(
    library_file: Path,
    lines: Iterable[TrackLine],
    decision_on: Callable[[TrackLine], Decision],
    ctx: JobContext,
    bundle: str,
    wanted: Callable[[TrackLine], bool] = lambda line: True,
) -> Decided:
    """Decide on those lines that are wanted: one after the other, for all of them may be many."""
    total, decided = length_hint(lines), Decided({}, {})
    for done, line in enumerate(lines):
        if done % CHECK_TRACKS == 0:
            ctx.report(Progress(done, max(total, done), line.shown_title))
            ctx.raise_if_cancelled()
        if not wanted(line):
            continue
        try:
            made = decision_on(line)
        except CannotDecide as error:
            decided.refused[line.id] = error.reason
        else:
            decided.decisions[line.id] = replace(made, in_bulk=True)
    with Library(library_file) as library:
        library.decisions.record(decided.decisions, bundle)
    return decided


def _is_open(line: TrackLine) -> bool:
    return not (line.decision and line.decision.holds)
