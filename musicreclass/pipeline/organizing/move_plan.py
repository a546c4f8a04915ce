"""Where each file is to go, or why it stays: names, collisions, rights, room; touches nothing."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path, PurePath

from musicreclass.core.decision import ReviewState
from musicreclass.core.file_move import FileMove, MoveKind, MoveState
from musicreclass.core.location import path_of
from musicreclass.core.naming.name_patterns import USUAL_PATTERN, NamePattern, key_of_name, numbered
from musicreclass.core.track import FileStamp, TrackLine
from musicreclass.errors import FileProblem
from musicreclass.sentences.reason import Reason, because
from musicreclass.tags.safe_write.disk import Disk, write_errors
from musicreclass.tags.tag_errors import WriteRefused

SORTED_STATES = (ReviewState.ACCEPTED, ReviewState.CHANGED, ReviewState.WRITTEN)
SPARE_BYTES = 1 << 20  # that must stay free on the disk; a full one breaks other programs
PIECE = 1 << 20  # bytes compared at a time
UNKNOWN = {"artist": "Unknown artist", "album": "Unknown album", "year": "Unknown year"}


@dataclass(frozen=True, slots=True)
class OrganizeChoices:
    """How files are sorted into folders."""

    into: Path
    kind: MoveKind = MoveKind.MOVE
    pattern: NamePattern = field(default_factory=lambda: NamePattern.of(USUAL_PATTERN))
    prunes_empty: bool = False  # folders that a move has left empty go, too

    def at(self, folder: Path) -> OrganizeChoices:
        return replace(self, into=folder)


@dataclass(frozen=True, slots=True)
class MovePlan:
    """What is to become of one file."""

    move: FileMove
    stamp: FileStamp  # of the file before; zeros where nobody could look at it


class Unsorted(Enum):
    """Why a track stays where it is when files are sorted by genre."""

    UNDECIDED = "undecided"
    SKIPPED = "skipped"
    TAKEN_BACK = "taken_back"  # what was written of it
    MISSING = "missing"


def why_unsorted(line: TrackLine) -> Unsorted | None:
    """Return why a track cannot be sorted by genre; None where it can."""
    said = line.decision
    if said is not None and said.state is ReviewState.UNDONE:
        return Unsorted.TAKEN_BACK
    if said is not None and said.state is ReviewState.SKIPPED:
        return Unsorted.SKIPPED
    if not is_sortable(line):
        return Unsorted.UNDECIDED
    return Unsorted.MISSING if line.is_missing else None


def is_sortable(line: TrackLine) -> bool:
    """Say whether a track's genre is decided, in its file or not yet."""
    said = line.decision
    return said is not None and said.state in SORTED_STATES and bool(said.genres)


def values_of(line: TrackLine, genre: str, album_artist: str = "") -> dict[str, str]:
    """Return what patterns may ask for of a track."""
    path = PurePath(os.fsdecode(line.location))
    number = re.match(r"\d+", line.track_number)
    artist = line.artist or UNKNOWN["artist"]
    return {
        "genre": genre,
        "filename": path.name,
        "name": path.stem,
        "ext": path.suffix[1:],
        "title": line.title or path.stem,
        "artist": artist,
        "albumartist": album_artist or artist,
        "album": line.album or UNKNOWN["album"],
        "track": number[0].zfill(2) if number else "00",
        "year": line.year or UNKNOWN["year"],
    }


@dataclass(slots=True)
class MovePlanner:
    """Plans the files of one batch, one after the other: each knows of those before it."""

    into: Path
    kind: MoveKind
    known: frozenset[str] = frozenset()  # keys of paths of the library's tracks, missing ones too
    disk: Disk = field(default_factory=Disk)
    _names: dict[Path, dict[str, str]] = field(default_factory=dict)  # folder -> key -> name there
    _planned: dict[str, Path] = field(default_factory=dict)  # key of a target -> its source
    _room: dict[int, int] = field(default_factory=dict)  # disk -> bytes left

    def sort(self, line: TrackLine, pattern: NamePattern, album_artist: str = "") -> MovePlan:
        """Return where the file of a track goes whose genre is decided, or why it stays."""
        assert line.decision is not None
        genre = line.decision.genres[0]
        source = path_of(line.location)
        relative = pattern.path(values_of(line, genre, album_artist))
        return self.plan(source, relative, genre, line.id, line.stamp)

    def plan(
        self,
        source: Path,
        relative: PurePath,
        genre: str,
        track_id: int | None,
        stamp: FileStamp | None,
    ) -> MovePlan:
        """Return how a file gets to `relative` below the folder, or why it stays.

        Args:
            stamp: that the file must bear; None: any.
        """
        target = self._spelt(relative)
        move = FileMove(0, 0, track_id, source, target, genre, MoveState.INTENDED)
        try:
            with write_errors(source):
                found = self._looked_at(source, stamp)
                move = self._with_target(move, found)
                if move.state is MoveState.INTENDED:
                    self._take_room(move, found.size)
                    self._note(move)
        except FileProblem as error:
            refused = replace(move, state=MoveState.REFUSED, reason=error.reason)
            return MovePlan(refused, stamp or FileStamp(0, 0))
        return MovePlan(move, found)

    def _looked_at(self, source: Path, stamp: FileStamp | None) -> FileStamp:
        """Return the stamp of a file that may be moved.

        Raises:
            WriteRefused: it must not.
            OSError: it cannot.
        """
        was = source.lstat()
        if stat.S_ISLNK(was.st_mode):
            raise WriteRefused(source, because("pipeline.move_is_link"))
        if not stat.S_ISREG(was.st_mode):
            raise WriteRefused(source, because("tags.no_ordinary_file"))
        found = FileStamp.of_stat(was)
        if stamp not in (None, found):
            raise WriteRefused(source, because("tags.changed_since_scan"))
        if self.kind is MoveKind.MOVE and not self.disk.may_write(source.parent):
            raise WriteRefused(source, because("tags.read_only_folder"))
        return found

    def _with_target(self, move: FileMove, found: FileStamp) -> FileMove:
        """Return a move with a target that nothing has, or unchanged where the file is there.

        Raises:
            WriteRefused: nothing can be put there.
        """
        if self.kind.leaves_source and self.into in move.source.parents:
            inside = because("pipeline.inside_target")
            return replace(move, target=move.source, state=MoveState.UNCHANGED, reason=inside)
        folder, name = move.target.parent, move.target.name
        if (blocker := _blocker(folder, self.disk)) is not None:
            raise WriteRefused(move.source, blocker)
        number = 1
        while True:
            target = folder / (name if number == 1 else numbered(name, number))
            key = key_of_name(str(target))
            if target == move.source:
                return replace(move, target=target, state=MoveState.UNCHANGED)
            there = self._there(target)
            if there is not None and move.source == there:  # spelt otherwise
                return replace(move, target=move.source, state=MoveState.UNCHANGED)
            other = self._planned.get(key) or there
            if other is not None and _is_identical(move.source, other, found.size):
                reason = because("pipeline.same_file_there", path=target)
                return replace(move, target=target, state=MoveState.UNCHANGED, reason=reason)
            if other is None and (key not in self.known):
                return replace(move, target=target)
            number += 1

    def _take_room(self, move: FileMove, size: int) -> None:
        """Count the bytes that a file takes where it goes.

        Raises:
            WriteRefused: there is no room for them.
        """
        folder = _nearest(move.target.parent)
        disk_there = folder.stat().st_dev
        is_elsewhere = disk_there != move.source.lstat().st_dev
        if self.kind is not MoveKind.COPY and not (self.kind is MoveKind.MOVE and is_elsewhere):
            return
        if disk_there not in self._room:
            self._room[disk_there] = self.disk.free_bytes(folder)
        if self._room[disk_there] < size + SPARE_BYTES:
            raise WriteRefused(move.source, because("pipeline.no_room_there"))
        self._room[disk_there] -= size

    def _note(self, move: FileMove) -> None:
        self._planned[key_of_name(str(move.target))] = move.source
        folder = move.target.parent
        while folder not in (self.into, folder.parent):
            self._names_in(folder.parent).setdefault(key_of_name(folder.name), folder.name)
            folder = folder.parent

    def _spelt(self, relative: PurePath) -> Path:
        """Return a path below the folder, by the names of folders that are there already.

        "hip-hop" and "Hip-Hop" are one folder to half of all systems.
        """
        folder = self.into
        for part in relative.parts[:-1]:
            folder /= self._names_in(folder).get(key_of_name(part), part)
        return folder / relative.name

    def _there(self, target: Path) -> Path | None:
        """Return what lies at a target, however it is spelt."""
        name = self._names_in(target.parent).get(key_of_name(target.name))
        return None if name is None else target.with_name(name)

    def _names_in(self, folder: Path) -> dict[str, str]:
        if folder not in self._names:
            try:
                with os.scandir(folder) as entries:
                    names = sorted(entry.name for entry in entries)
            except OSError:  # not made yet, or closed: `_blocker` says so
                names = []
            self._names[folder] = {key_of_name(name): name for name in reversed(names)}
        return self._names[folder]


def known_paths(paths: Iterable[str]) -> frozenset[str]:
    """Return the keys of paths of tracks, for `MovePlanner`."""
    return frozenset(map(key_of_name, paths))


def is_same_content(one: Path, other: Path) -> bool:
    """Say whether two files hold the same bytes; not where either cannot be read."""
    try:
        with one.open("rb") as left, other.open("rb") as right:
            while True:
                piece = left.read(PIECE)
                if piece != right.read(PIECE):
                    return False
                if not piece:
                    return True
    except OSError:
        return False


def _is_identical(source: Path, other: Path, size: int) -> bool:
    try:
        was = other.stat()
    except OSError:
        return False
    if not stat.S_ISREG(was.st_mode) or was.st_size != size:
        return False
    return is_same_content(source, other)


def _nearest(folder: Path) -> Path:
    """Return the folder itself, or the nearest one above it that is there."""
    while not os.path.lexists(folder) and folder != folder.parent:
        folder = folder.parent
    return folder


def _blocker(folder: Path, disk: Disk) -> Reason | None:
    """Return why nothing can be put into a folder, None where it can."""
    nearest = _nearest(folder)
    if not nearest.is_dir():
        return because("pipeline.no_folder_there", path=nearest)
    if not disk.may_write(nearest):
        return because("pipeline.closed_folder_there", path=nearest)
    return None
