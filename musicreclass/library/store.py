"""The library on disk: tracks, and what a scan says of them. SQL is known in this package only."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from musicreclass.core.company import Names
from musicreclass.core.location import is_same_name, location_of, path_of
from musicreclass.core.naming.scripts import script_of
from musicreclass.core.track import FileStamp, Folder, Problem, ScannedFile, Track, TrackLine
from musicreclass.library import folders
from musicreclass.library.backup.backups import back_up, refuse_emptied
from musicreclass.library.connection import connect
from musicreclass.library.encodings import EncodingStore
from musicreclass.library.folders import RemovedFolder
from musicreclass.library.journal import Journal
from musicreclass.library.moves import MoveStore
from musicreclass.library.named_lines import named_lines, names_in
from musicreclass.library.predictions import PredictionStore
from musicreclass.library.review.decisions import DecisionStore
from musicreclass.library.review.dismissals import DismissalStore
from musicreclass.library.rows import (
    LINE_COLUMNS,
    TRACK_COLUMNS,
    KnownFile,
    genres_of_row,
    marks,
    row_of,
    slices,
    track_of,
)
from musicreclass.library.sqlite_errors import library_errors
from musicreclass.sentences.reason import from_stored, to_stored

BATCH = 2_500  # rows read at a time: milliseconds each, so that readers stay responsive


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of the files of one batch, by track id."""

    new: tuple[int, ...]
    changed: tuple[int, ...]
    moved: tuple[int, ...]

    @property
    def ids(self) -> tuple[int, ...]:
        return self.new + self.changed + self.moved


class Library:
    """One connection, for one thread. Open another for another thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        refuse_emptied(path)
        self._db = connect(path, before_migrating=lambda name: back_up(path, name))
        self.predictions = PredictionStore(self._db, path)
        self.encodings = EncodingStore(self._db, path)
        self.decisions = DecisionStore(self._db, path)
        self.journal = Journal(self._db, path)
        self.moves = MoveStore(self._db, path)
        self.dismissals = DismissalStore(self._db, path)

    def close(self) -> None:
        self._db.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def in_one_go(self) -> Iterator[None]:
        """Keep all that is noted inside, or nothing of it should something go wrong."""
        with library_errors(self.path), self._db.atomic():
            yield

    def folders(self) -> list[Folder]:
        """Return the folders watched over, with their counts, in the order of their paths."""
        with library_errors(self.path):
            return folders.all_folders(self._db)

    def add_folder(self, path: Path) -> Folder:
        """Watch over `path`; a folder inside one that is known already is that one.

        Folders inside the new one become part of it, with their tracks.
        """
        with library_errors(self.path), self._db.atomic():
            return folders.add(self._db, path)

    def remove_folder(self, folder_id: int) -> RemovedFolder | None:
        """Stop watching over a folder. Its tracks keep their history, should it come back.

        Returns:
            What brings it back as it was; None where there is no such folder.
        """
        with library_errors(self.path), self._db.atomic():
            return folders.remove(self._db, folder_id)

    def restore_folder(self, removed: RemovedFolder) -> list[int]:
        """Bring back a folder that was removed, and return the ids of its tracks."""
        with library_errors(self.path), self._db.atomic():
            return folders.restore(self._db, removed)

    def set_watched(self, folder_id: int, is_watched: bool) -> None:
        """Choose whether changes in a folder are to be noticed by themselves."""
        with library_errors(self.path), self._db.atomic():
            self._db.execute(
                "UPDATE folder SET is_watched = ? WHERE id = ?", [is_watched, folder_id]
            )

    def holds_anything(self) -> bool:
        """Say whether there is anything in the library that one could lose."""
        with library_errors(self.path):
            found = self._db.execute("SELECT EXISTS (SELECT 1 FROM track)").fetchone()
        return bool(found[0])

    def known_files(self) -> dict[str, KnownFile]:
        """Return every file the library has ever seen, by path."""
        with library_errors(self.path):
            rows = self._db.execute(
                "SELECT location, id, size, mtime_ns, is_missing, folder_id FROM track"
            )
            return {
                row[0] if isinstance(row[0], str) else os.fsdecode(row[0]): KnownFile(*row[1:])
                for row in rows
            }

    def known_files_in(self, directories: Iterable[str]) -> dict[str, KnownFile]:
        """Return the files that lie in some directories themselves, not below them, by path."""
        found: dict[str, KnownFile] = {}
        with library_errors(self.path):
            for directory in directories:
                inside = directory.rstrip(os.sep) + os.sep
                for location, *known in self._rows_in(inside):
                    path = os.fsdecode(location)
                    if os.sep not in path[len(inside) :]:
                        found[path] = KnownFile(*known)
        return found

    def record(self, files: Sequence[ScannedFile]) -> Recorded:
        """Add or renew the tracks of `files` in one transaction.

        A file that is new by its path, but whose sound is that of a track whose own file is gone,
        is that track under a new name.
        """
        new: list[int] = []
        changed: list[int] = []
        moved: list[int] = []
        with library_errors(self.path), self._db.atomic():
            for file in files:
                if (track_id := self._at(file.path)) is not None:
                    changed.append(self._renew(track_id, file))
                elif (track_id := self._moved_here(file)) is not None:
                    moved.append(self._renew(track_id, file))
                else:
                    new.append(self._insert(file))
            self._forget_problems(file.path for file in files)
        return Recorded(tuple(new), tuple(changed), tuple(moved))

    def record_genres(
        self, changes: Iterable[tuple[int, FileStamp, FileStamp, Sequence[str]]]
    ) -> set[int]:
        """Renew tracks whose files say nothing new but their genres; return those that were.

        Args:
            changes: ids, the stamp of the file before, which the track must bear, the one that it
                bears now, and its genres.
        """
        with library_errors(self.path), self._db.atomic():
            return {
                track_id
                for track_id, was, stamp, genres in changes
                if self._db.conn.execute(
                    _UPDATE_GENRES,
                    (*genres_of_row(genres), *_numbers(stamp), track_id, *_numbers(was)),
                ).rowcount
            }

    def mark_missing(self, track_ids: Iterable[int]) -> None:
        """Remember that the files of these tracks are gone; the tracks stay."""
        self._update("is_missing = 1", track_ids)

    def forget_missing(self, track_ids: Iterable[int]) -> None:
        """Show those of some tracks no more that are missing; their history waits for them."""
        with library_errors(self.path), self._db.atomic():
            self._db.conn.executemany(
                "UPDATE track SET folder_id = NULL WHERE id = ? AND is_missing = 1",
                ((i,) for i in track_ids),
            )

    def remember(self, track_ids: Iterable[int], folder_id: int) -> None:
        """Show tracks again that were forgotten."""
        self._update(f"folder_id = {int(folder_id)}", track_ids)

    def mark_found(self, track_ids: Iterable[int], folder_id: int) -> None:
        """Remember that unchanged files are there, below the folder `folder_id`."""
        self._update(f"is_missing = 0, folder_id = {int(folder_id)}", track_ids)

    def replace_problems(
        self, noted: Iterable[Problem], solved: Iterable[str], noticed_at: datetime | None = None
    ) -> None:
        """Note new problems, and forget those of the paths in `solved`."""
        at = (noticed_at or datetime.now(UTC)).isoformat(timespec="seconds")
        with library_errors(self.path), self._db.atomic():
            self._forget_problems(solved)
            self._db.conn.executemany(
                "INSERT OR REPLACE INTO problem(location, folder_id, reason, noticed_at)"
                " VALUES (?, ?, ?, ?)",
                [(location_of(str(p.path)), p.folder_id, to_stored(p.reason), at) for p in noted],
            )

    def problems(self, *, with_hidden: bool = False) -> list[Problem]:
        """Return the files and folders that could not be read or decoded, by path.

        Args:
            with_hidden: also those that a person does not want to be told of any more.
        """
        with library_errors(self.path):
            rows = self._db.execute("SELECT location, reason, folder_id FROM problem")
            unread = [
                Problem(path_of(location), from_stored(reason), folder)
                for location, reason, folder in rows
            ]
        by_path = {problem.path: problem for problem in (*self.predictions.problems(), *unread)}
        every = list(by_path.values())
        shown = every if with_hidden else self.dismissals.not_hidden(every)
        return sorted(shown, key=lambda problem: str(problem.path))

    def fingerprints(self, track_ids: Sequence[int] | None = None) -> dict[int, str]:
        """Return the fingerprint of every track ever seen, or of some, by their ids."""
        select = "SELECT id, fingerprint FROM track"
        with library_errors(self.path):
            if track_ids is None:
                return dict(self._db.execute(select).fetchall())
            found: dict[int, str] = {}
            for some in slices(track_ids):
                found.update(self._db.execute(f"{select} WHERE id IN ({marks(some)})", some))
            return found

    def lines(self) -> Iterator[list[TrackLine]]:
        """Yield all tracks below the library's folders as lines, by path, thousands at a time."""
        with library_errors(self.path):
            rows = self._db.execute(
                f"SELECT {LINE_COLUMNS} FROM track WHERE folder_id IS NOT NULL ORDER BY location"
            )
            roots = self._roots()
            while batch := rows.fetchmany(BATCH):
                yield named_lines(batch, roots)

    def lines_of(self, track_ids: Sequence[int]) -> list[TrackLine]:
        """Return the lines of some tracks, in no particular order."""
        found: list[TrackLine] = []
        with library_errors(self.path):
            roots, siblings = self._roots(), partial(names_in, self._db)
            for some in slices(track_ids):
                rows = self._db.execute(
                    f"SELECT {LINE_COLUMNS} FROM track"
                    f" WHERE folder_id IS NOT NULL AND id IN ({marks(some)})",
                    some,
                )
                found.extend(named_lines(rows.fetchall(), roots, siblings))
        return found

    def line_at(self, path: Path) -> TrackLine | None:
        """Return the track whose file lies at `path`, None where the library knows none."""
        track_id = self._at(str(path))
        return None if track_id is None else next(iter(self.lines_of([track_id])), None)

    def locations(self) -> list[str]:
        """Return the path of every track ever seen, also of those that are missing."""
        with library_errors(self.path):
            rows = self._db.execute("SELECT location FROM track").fetchall()
        return [os.fsdecode(location) for (location,) in rows]

    def names(self) -> list[tuple[int, Names, str]]:
        """Return the id of each track below the library's folders, by id, with its names.

        The last is its genre, as found in the tags.
        """
        with library_errors(self.path):
            return [
                (track_id, Names(os.fsdecode(location), os.fsdecode(root), *names), genre)
                for track_id, location, root, *names, genre in self._db.execute(_NAMES)
            ]

    def scripts_of(self, track_ids: Sequence[int]) -> list[str]:
        """Return which script the names of tracks are written in, as `script_of` tells it."""
        found: dict[int, str] = {}
        with library_errors(self.path):
            for some in slices(track_ids):
                query = (
                    f"SELECT id, name, title, artist, album FROM track WHERE id IN ({marks(some)})"
                )
                found |= {row[0]: script_of(*row[1:]) for row in self._db.execute(query, some)}
        return [found.get(track_id, "") for track_id in track_ids]

    def track(self, track_id: int) -> Track:
        """Return all that is known of one track.

        Raises:
            KeyError: there is no such track.
        """
        with library_errors(self.path):
            for row in self._db.query("SELECT * FROM track WHERE id = ?", [track_id]):
                return track_of(row)
        raise KeyError(track_id)

    def _roots(self) -> dict[int, str]:
        """Return the paths of the folders watched over, by id."""
        rows = self._db.execute("SELECT id, location FROM folder")
        return {folder_id: os.fsdecode(location) for folder_id, location in rows}

    def _at(self, path: str) -> int | None:
        row = self._db.execute(
            "SELECT id FROM track WHERE location = ?", [location_of(path)]
        ).fetchone()
        return None if row is None else int(row[0])

    def _rows_in(self, inside: str) -> Iterator[tuple[Any, ...]]:
        """Yield the files of which the paths begin with `inside`, as far as SQLite can tell."""
        first = os.fsencode(inside)
        behind = first[:-1] + bytes([first[-1] + 1])
        yield from self._db.execute(_BYTES_IN, [first, behind])
        if isinstance(location_of(inside), str):
            values = [inside, os.fsdecode(behind), inside, os.sep]
            yield from self._db.execute(_TEXTS_IN, values)

    def _moved_here(self, file: ScannedFile) -> int | None:
        candidates = self._db.execute(
            "SELECT id, location, title FROM track WHERE size = ? AND fingerprint = ?",
            [file.stamp.size, file.facts.fingerprint],
        ).fetchall()
        gone = [row for row in candidates if _is_now_at(str(path_of(row[1])), file.path)]
        name = Path(file.path).name
        # Several copies may have vanished together: the one that looks most alike comes first.
        gone.sort(key=lambda row: (path_of(row[1]).name != name, row[2] != file.facts.tags.title))
        return int(gone[0][0]) if gone else None

    def _insert(self, file: ScannedFile) -> int:
        cursor = self._db.execute(_INSERT, row_of(file))
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def _renew(self, track_id: int, file: ScannedFile) -> int:
        self._db.execute(_UPDATE, (*row_of(file), track_id))
        return track_id

    def _update(self, setting: str, track_ids: Iterable[int]) -> None:
        with library_errors(self.path), self._db.atomic():
            self._db.conn.executemany(
                f"UPDATE track SET {setting} WHERE id = ?", ((i,) for i in track_ids)
            )

    def _forget_problems(self, paths: Iterable[str]) -> None:
        self._db.conn.executemany(
            "DELETE FROM problem WHERE location = ?", ((location_of(p),) for p in paths)
        )


_BYTES_IN = """
    SELECT location, id, size, mtime_ns, is_missing, folder_id FROM track
    WHERE location >= ? AND location < ?
"""
# Below the folder of a library that is all of it; SQLite is quicker at telling what lies deeper.
_TEXTS_IN = f"{_BYTES_IN} AND instr(substr(location, length(?) + 1), ?) = 0"
_INSERT = (
    f"INSERT INTO track({', '.join(TRACK_COLUMNS)})"
    f" VALUES ({', '.join('?' for _ in TRACK_COLUMNS)})"
)
_NAMES = """
    SELECT t.id, t.location, f.location, artist, album_artist, album, track_number, genre
    FROM track t JOIN folder f ON f.id = t.folder_id ORDER BY t.id
"""
_UPDATE = f"UPDATE track SET {', '.join(f'{c} = ?' for c in TRACK_COLUMNS)} WHERE id = ?"
_UPDATE_GENRES = """
    UPDATE track SET genres = ?, genre = ?, size = ?, mtime_ns = ?, is_missing = 0
    WHERE id = ? AND size = ? AND mtime_ns = ? AND folder_id IS NOT NULL
"""


def _numbers(stamp: FileStamp) -> tuple[int, int]:
    return stamp.size, stamp.mtime_ns


def _is_now_at(old: str, new: str) -> bool:
    """Say whether the file once at `old` may be the one now at `new`."""
    if not os.path.lexists(old):
        return True
    # Some file systems find a file under both the composed and the decomposed form of its name.
    return is_same_name(old, new) and Path(old).samefile(new)
