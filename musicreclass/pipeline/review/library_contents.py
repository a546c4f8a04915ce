"""What a window or a list wants to know of a library as it stands."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from musicreclass.core.job import JobContext
from musicreclass.core.review.columns.line_columns import LineColumns
from musicreclass.core.track import Folder, Problem, TrackLine
from musicreclass.library.folders import RemovedFolder
from musicreclass.library.store import Library

PUBLISH_LINES = 1_000  # a table takes in this many between two frames


@dataclass(frozen=True, slots=True)
class Contents:
    """A library's folders and problems. Its tracks are too many to be handed over at once."""

    folders: tuple[Folder, ...]
    problems: tuple[Problem, ...]


def load(library_file: Path, ctx: JobContext) -> Contents:
    """Publish all tracks as `LineColumns`, some thousand each, and return the rest."""
    with Library(library_file) as library:
        for lines in library.lines():
            ctx.raise_if_cancelled()
            ctx.publish(LineColumns.of(lines))
        return contents_of(library)


def contents(library_file: Path, ctx: JobContext) -> Contents:
    """Return the folders and problems of a library."""
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        return contents_of(library)


@contextmanager
def lines_reader(library_file: Path) -> Iterator[Callable[[Sequence[int]], list[TrackLine]]]:
    """Give what returns tracks as they stand, with what is decided of them; for one thread.

    Raises:
        LibraryProblem: the library cannot be used.
    """
    with Library(library_file) as library:

        def read(track_ids: Sequence[int]) -> list[TrackLine]:
            lines = library.lines_of(track_ids)
            decided = {line.id: library.decisions.of_track(line.id) for line in lines}
            return [
                line._replace(decision=decision.line if (decision := decided[line.id]) else None)
                for line in lines
            ]

        yield read


def decided_lines(library_file: Path, ctx: JobContext) -> list[TrackLine]:
    """Return all tracks with what is decided of them, without suggestions.

    Raises:
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    with Library(library_file) as library:
        decided = {i: line for batch in library.decisions.lines() for i, line in batch}
        lines: list[TrackLine] = []
        for batch in library.lines():
            ctx.raise_if_cancelled()
            lines += (line._replace(decision=decided.get(line.id)) for line in batch)
        return lines


def add_folders(library_file: Path, paths: Sequence[Path], ctx: JobContext) -> Contents:
    """Watch over more folders, and return what there is then; what is in them a scan finds."""
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        for path in paths:
            library.add_folder(path)
        return contents_of(library)


@dataclass(frozen=True, slots=True)
class FolderGone:
    """A folder that was taken out of the library, and what is left without it."""

    contents: Contents
    removed: RemovedFolder | None  # what brings it back; None where it was not there

    @property
    def path(self) -> Path | None:
        return None if self.removed is None else self.removed.folder.path


def remove_folder(library_file: Path, folder_id: int, ctx: JobContext) -> FolderGone:
    """Stop watching over a folder; what was decided of its tracks is kept."""
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        removed = library.remove_folder(folder_id)
        return FolderGone(contents_of(library), removed)


def restore_folder(library_file: Path, gone: FolderGone, ctx: JobContext) -> Contents:
    """Bring back a folder that was removed, and publish its tracks as batches of `TrackLine`."""
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        track_ids = [] if gone.removed is None else library.restore_folder(gone.removed)
        for start in range(0, len(track_ids), PUBLISH_LINES):
            ctx.publish(library.lines_of(track_ids[start : start + PUBLISH_LINES]))
        return contents_of(library)


def set_watched(library_file: Path, folder_id: int, is_watched: bool, ctx: JobContext) -> Contents:
    """Choose whether changes in a folder are noticed by themselves."""
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        library.set_watched(folder_id, is_watched)
        return contents_of(library)


def contents_of(library: Library) -> Contents:
    """Return the folders and problems of an open library."""
    return Contents(tuple(library.folders()), tuple(library.problems()))
