"""What others change in the library while a window is open: the command line, another window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import sleep

from musicreclass.core.decision import DecisionLine
from musicreclass.core.job import JobContext
from musicreclass.core.track import TrackLine
from musicreclass.library.rows import slices
from musicreclass.library.store import Library
from musicreclass.library.touched import ChangeReader
from musicreclass.pipeline.review.library_contents import Contents, contents_of

LOOK_SECONDS = 1.0
WAIT_SECONDS = 0.25  # so long, nobody waits for the job to notice that it was stopped
AT_ONCE = 250  # tracks: the window waits for Python's lock while they are compared

ShownLines = Callable[[list[int]], Mapping[int, TrackLine]]  # what a window shows, by id


@dataclass(frozen=True, slots=True)
class OutsideChange:
    """What is otherwise in the library than a window shows it."""

    lines: tuple[TrackLine, ...] = ()  # tracks that are new, or whose files are others now
    gone: tuple[int, ...] = ()  # ids of tracks that are shown and belong to no folder any more
    decided: tuple[int, ...] = ()  # ids of tracks of which something else is decided
    contents: Contents | None = None  # folders and problems, behind all else
    has_predictions: bool = False


def follow_changes(
    library_file: Path,
    shown: ShownLines,
    ctx: JobContext,
    is_behind: Callable[[], bool] = lambda: False,
) -> None:
    """Publish `OutsideChange`s as the library comes to differ from what is shown.

    What the window itself has written does not differ, and costs no more than a look.

    Args:
        shown: asked from this thread; it must not mind.
        is_behind: whether the window is about to show more than it does, from a scan of its own;
            it is not looked at until then.

    Raises:
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped; the only way in which it ends well.
    """
    with ChangeReader(library_file) as reader, Library(library_file) as library:
        while True:
            _rest(ctx)
            if is_behind():
                continue
            touched = reader.look()
            if touched is None:
                continue
            differs = False
            for some in slices(touched.track_ids, AT_ONCE):
                ctx.raise_if_cancelled()
                change = _difference(library, some, shown)
                if change.lines or change.gone or change.decided:
                    differs = True
                    ctx.publish(change)
            if differs or touched.has_folders:
                ctx.publish(OutsideChange(contents=contents_of(library)))
            if touched.has_predictions:
                ctx.publish(OutsideChange(has_predictions=True))


def _rest(ctx: JobContext) -> None:
    for _ in range(round(LOOK_SECONDS / WAIT_SECONDS)):
        ctx.raise_if_cancelled()
        sleep(WAIT_SECONDS)


def _difference(library: Library, track_ids: list[int], shown: ShownLines) -> OutsideChange:
    lines = {line.id: line for line in library.lines_of(track_ids)}
    decided = library.decisions.lines_of(track_ids)
    as_shown = shown(track_ids)
    changed: list[TrackLine] = []
    gone: list[int] = []
    otherwise: list[int] = []
    for track_id in track_ids:
        old, new = as_shown.get(track_id), lines.get(track_id)
        if new is None:
            if old is not None:
                gone.append(track_id)
            continue
        if old is None or _scanned(old) != _scanned(new):
            changed.append(new)
        if (old.decision if old else None) != decided.get(track_id):
            otherwise.append(track_id)
    return OutsideChange(tuple(changed), tuple(gone), tuple(otherwise))


def _scanned(line: TrackLine) -> TrackLine:
    """Return what a scan says of a track, and nothing else."""
    return line._replace(sound_tags=None, suggestion=None, decision=None)


def decisions_on(
    library_file: Path, track_ids: Iterable[int], ctx: JobContext
) -> list[tuple[int, DecisionLine | None]]:
    """Return what is decided of some tracks, None where nothing is."""
    ctx.raise_if_cancelled()
    ids = list(track_ids)
    with Library(library_file) as library:
        decided = library.decisions.lines_of(ids)
    return [(track_id, decided.get(track_id)) for track_id in ids]
