"""What is to become of each file of a batch: the write that does it, or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from musicreclass.core.decision import GENRE_SEPARATOR, DecisionLine, ReviewState
from musicreclass.core.genres.genre_rules import GenreRuling, Outcome
from musicreclass.core.location import path_of
from musicreclass.core.tag_change import (
    ChangeState,
    FileChange,
    GenreChange,
    Id3Version,
    SafeWay,
    WriteChoices,
    growth,
    reversed_patches,
)
from musicreclass.core.track import FileStamp, TrackLine
from musicreclass.errors import FileProblem
from musicreclass.library.history.kept_change import KeptChange
from musicreclass.pipeline.writing.absorbed_writes import genre_in_place, undo_in_place
from musicreclass.pipeline.writing.tag_calls import TagCalls
from musicreclass.sentences.reason import Reason, because
from musicreclass.tags.safe_write.disk import Disk, write_errors
from musicreclass.tags.safe_write.in_place import InPlaceWrite
from musicreclass.tags.safe_write.safe_file import SafeWrite, inspect, reads_back
from musicreclass.tags.safe_write.tag_view import FileBlocks, view
from musicreclass.tags.tag_errors import WriteRefused
from musicreclass.tags.tag_size import is_heavy_in
from musicreclass.tags.verify.written_check import check_written
from musicreclass.tags.write import GenresFor, genre_edit_in

GONE = because("pipeline.gone_from_library")
CHANGED = because("tags.changed_since_scan")

Result = TypeVar("Result")
StampOf = Callable[[TrackLine], FileStamp]


def stamp_of_line(line: TrackLine) -> FileStamp:
    """Return the stamp that a track is known by."""
    return line.stamp


def stamp_in_library(library_file: Path, line: TrackLine) -> FileStamp:
    """Return which stamp a file may bear that has another one; asked in threads, and seldom."""
    from musicreclass.library.store import Library  # which a child that plans hardly ever needs
    from musicreclass.pipeline.scanning.same_file import stamp_to_bear

    with Library(library_file) as library:
        return stamp_to_bear(library, line)


@dataclass(frozen=True, slots=True)
class WantedGenres:
    """What is to be written into the file of one track."""

    track_id: int
    genres: tuple[str, ...]
    said: ReviewState = ReviewState.CHANGED
    is_typed: bool = True  # a person's own words, which no rule changes

    @classmethod
    def of(cls, track_id: int, decision: DecisionLine) -> WantedGenres:
        return cls(track_id, decision.genres, decision.state, decision.is_typed)

    @property
    def decision(self) -> DecisionLine:
        text = GENRE_SEPARATOR.join(self.genres)
        return DecisionLine(self.said, self.genres, text, self.is_typed)


@dataclass(frozen=True, slots=True)
class WritePlan:
    """What is to become of one file; later, what became of it."""

    change: FileChange
    stamp: FileStamp | None = None  # of the file before, where it was looked at
    write: SafeWrite | InPlaceWrite | None = None  # None where nothing is to be written

    @property
    def in_place(self) -> InPlaceWrite | None:
        """Return the write where nothing moves, so that no copy is needed."""
        return self.write if isinstance(self.write, InPlaceWrite) else None


@dataclass(slots=True)
class _RuledGenres:
    """What a file is to have by the rules, once it is known what it has; and why."""

    wanted: WantedGenres
    ruling: GenreRuling
    choices: WriteChoices
    found: Outcome | None = None

    def __call__(self, file_genres: tuple[str, ...]) -> tuple[str, ...] | None:
        self.found = self.ruling.outcome(file_genres, self.wanted.decision)
        if self.found.is_left and self.choices.id3 is Id3Version.KEEP:
            return None
        return self.found.genres

    @property
    def remarks(self) -> tuple[Reason, ...]:
        reason = None if self.found is None else self.found.reason
        return () if reason is None else (reason,)


def plan_write(
    track: tuple[WantedGenres, TrackLine | None],
    disk: Disk,
    tags: TagCalls,
    *,
    choices: WriteChoices,
    batch: int,
    ruling: GenreRuling,
    stamp_of: StampOf,
) -> WritePlan:
    """Return how a track gets genres, or why not.

    Args:
        track: its line is None where the library knows no such track any more.
        ruling: which of them the file gets.
        stamp_of: asked for a file that bears another stamp than it is known by: which it may.
    """
    wanted, line = track
    ruled = _RuledGenres(wanted, ruling, choices)
    path, before = _known(line)
    change = FileChange(
        0, batch, wanted.track_id, path, before, wanted.genres, ChangeState.INTENDED
    )
    try:
        if line is None:
            raise FileProblem(path, GONE)
        write = partial(_genre_write, change, ruled, choices, disk, tags)
        known = before if _is_in_id3(line) else None
        plan = _unless_changed(
            lambda stamp: write(stamp=stamp, known=known if stamp == line.stamp else None),
            line,
            stamp_of,
        )
    except FileProblem as error:
        stamp = None if line is None else line.stamp
        return WritePlan(replace(change, state=ChangeState.REFUSED, reason=error.reason), stamp)
    change = replace(plan.change, remarks=ruled.remarks)
    if plan.write is None:
        change = replace(change, state=ChangeState.UNCHANGED)
    return replace(plan, change=change)


def plan_undo(
    kept: KeptChange, disk: Disk, tags: TagCalls, *, choices: WriteChoices | None, safe: SafeWay
) -> WritePlan:
    """Return how a change is taken back, or why not.

    Args:
        choices: how the old genre is written where only that is restored; None restores the
            bytes that the file had.
        safe: how bytes are restored.
    """
    change = FileChange(
        kept.id, kept.batch, kept.track_id, kept.path, kept.after, kept.before, ChangeState.UNDOING
    )
    try:
        if kept.is_unread:
            raise WriteRefused(kept.path, because("pipeline.change_unread", number=kept.id))
        if choices is None:
            plan = _bytes_back(change, kept, disk, safe)
        else:
            # The journal's digest is that of other patches, by which nothing could be mended.
            choices = replace(choices, safe=SafeWay.COPY)
            plan = _genre_write(change, change.after, choices, disk, tags)
            plan = replace(plan, change=replace(plan.change, after=kept.before))
    except FileProblem as error:
        return WritePlan(replace(change, state=ChangeState.REFUSED, reason=error.reason))
    return plan if plan.write is not None else _as(plan, ChangeState.UNDONE)


def foreseen(
    wanted: WantedGenres,
    line: TrackLine | None,
    choices: WriteChoices,
    disk: Disk,
    ruling: GenreRuling,
    tags: TagCalls,
    stamp_of: StampOf = stamp_of_line,
) -> GenreChange | FileChange:
    """Return what writing would do to a file as far as can be told cheaply, or a refused change."""
    path, before = _known(line)
    try:
        if line is None:
            raise FileProblem(path, GONE)
        look = partial(inspect, path, disk, part_links=choices.parts_links)
        _unless_changed(lambda stamp: look(stamp=stamp), line, stamp_of)
        ruled = _RuledGenres(wanted, ruling, choices)
        change = tags.genre_edit(path, ruled, choices).change
        return replace(change, remarks=(*ruled.remarks, *change.remarks))
    except FileProblem as error:
        state = ChangeState.REFUSED
        return FileChange(
            0, 0, wanted.track_id, path, before, wanted.genres, state, reason=error.reason
        )


def _unless_changed(
    work: Callable[[FileStamp], Result], line: TrackLine, stamp_of: StampOf
) -> Result:
    """Do something with a file that must bear its stamp, or one that is as good.

    Raises:
        FileProblem: it bears another, or is refused for other reasons.
    """
    try:
        return work(line.stamp)
    except FileProblem as error:
        if error.reason != CHANGED or (stamp := stamp_of(line)) == line.stamp:
            raise
        return work(stamp)


def _known(line: TrackLine | None) -> tuple[Path, tuple[str, ...]]:
    """Return where a track's file is, and which genres were in it when it was scanned."""
    if line is None:
        return Path(), ()
    return path_of(line.location), tuple(filter(None, line.genre.split(GENRE_SEPARATOR)))


def _is_in_id3(line: TrackLine) -> bool:
    """Say whether a scan found a track's tags where an MP3 mostly has them, and as they say."""
    return line.tag_kind.startswith("ID3v2") and not line.legacy_encoding


def _as(plan: WritePlan, state: ChangeState) -> WritePlan:
    return replace(plan, change=replace(plan.change, state=state))


def _bytes_back(change: FileChange, kept: KeptChange, disk: Disk, safe: SafeWay) -> WritePlan:
    """Return the write that gives a file back the bytes that it had.

    Raises:
        FileProblem: it is refused.
    """
    if kept.patches is None:
        raise WriteRefused(kept.path, because("pipeline.bytes_forgotten"))
    back = reversed_patches(kept.patches)
    write = SafeWrite(
        kept.path,
        back,
        reads_back(kept.path, back),
        digest=kept.digest,
        modified_ns=kept.stamp.mtime_ns,
    )
    target, was = inspect(kept.path, disk, growing=growth(back))
    plan = WritePlan(change, FileStamp.of_stat(was), write if back else None)
    if safe is SafeWay.AUTO and back and not growth(back):
        with write_errors(kept.path), disk.open(target) as file:
            blocks = FileBlocks(file)
            if not is_heavy_in(kept.path, view(blocks)):
                plan = replace(plan, write=undo_in_place(write, target, was, blocks, disk) or write)
    return plan


def _genre_write(
    change: FileChange,
    genres: Sequence[str] | GenresFor,
    choices: WriteChoices,
    disk: Disk,
    tags: TagCalls,
    *,
    stamp: FileStamp | None = None,
    known: tuple[str, ...] | None = None,
) -> WritePlan:
    """Return a write by the patches of the file as it is.

    Args:
        genres: that it is to have.
        stamp: that the file must bear; None: any.
        known: the genres that it had in an ID3 tag when it was scanned with this stamp.

    Raises:
        FileProblem: it is refused.
    """
    path = change.path
    target, was = inspect(path, disk, stamp=stamp, part_links=choices.parts_links)
    found = FileStamp.of_stat(was)
    order = partial(
        SafeWrite,
        path,
        stamp=found,
        modified_ns=was.st_mtime_ns if choices.keep_times else None,
        part_links=choices.parts_links,
    )
    write: SafeWrite | InPlaceWrite
    with write_errors(path), disk.open(target) as file:
        blocks = FileBlocks(file)
        if is_heavy_in(path, view(blocks)):  # it is taken to pieces in a child, then copied
            edit = tags.genre_edit(path, genres, choices)
            write = order(patches=edit.patches, check=tags.check(edit))
        else:
            edit = genre_edit_in(path, view(blocks), genres, choices, known=known)
            copied = order(patches=edit.patches, check=partial(check_written, edit=edit))
            write = copied
            if choices.safe is SafeWay.AUTO and edit.patches and not growth(edit.patches):
                write = genre_in_place(copied, edit, target, was, blocks, disk) or copied
    change = replace(change, before=edit.change.before, after=edit.change.after)
    return WritePlan(change, found, write if edit.patches else None)
