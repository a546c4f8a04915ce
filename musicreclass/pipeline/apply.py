"""Writing decided genres into files, and taking them back.

Every file goes from wholly old to wholly new in one step, and the library knows the old bytes
before that step. What cannot be written safely is refused with the reason, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from musicreclass.core.history import ChangeState
from musicreclass.core.job import JobContext
from musicreclass.core.tag_change import GenreChange, WriteChoices


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
    """Return what was accepted or changed and is not written yet, of all tracks or some."""
    raise NotImplementedError


def previews(
    library_file: Path, wanted: Sequence[WantedGenres], choices: WriteChoices, ctx: JobContext
) -> Iterator[Preview]:
    """Yield what `write_genres` would do to each file, in the order given; changes nothing.

    Raises:
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    raise NotImplementedError


def preview(
    library_file: Path, wanted: Sequence[WantedGenres], choices: WriteChoices, ctx: JobContext
) -> int:
    """Publish batches of `Preview` for all that is wanted, and return how many.

    Raises:
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    raise NotImplementedError


def write_genres(
    library_file: Path,
    wanted: Sequence[WantedGenres],
    choices: WriteChoices,
    ctx: JobContext,
    *,
    part_links: bool = False,
) -> ApplySummary:
    """Write genres into files as one batch of the history; publish batches of `Applied`.

    What was written is `ReviewState.WRITTEN` and need not be heard again. What was refused stays
    in its queue.

    Args:
        part_links: write also to files with several hard links; the other links keep the old file.

    Raises:
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped; what was written until then is published and in the history.
    """
    raise NotImplementedError


def undo_batch(
    library_file: Path,
    batch: int,
    ctx: JobContext,
    *,
    change_ids: Sequence[int] | None = None,
    genre_only: bool = False,
) -> ApplySummary:
    """Give files of a batch back the bytes that they had; publish batches of `Applied`.

    Args:
        change_ids: which of the batch's changes; all where left out.
        genre_only: write the old genre and leave all else, also where somebody else has changed
            the file since.

    Raises:
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped; what was undone until then is published and in the history.
    """
    raise NotImplementedError
