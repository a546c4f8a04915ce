"""What others have changed in a library since one looked last."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from musicreclass.library.sqlite_errors import library_errors
from musicreclass.library.store import Library

Answer = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Touched:
    """What may be otherwise than before."""

    track_ids: tuple[int, ...]  # with tags, places or decisions that were written
    has_predictions: bool  # others than before
    has_folders: bool  # other folders or problems


class ChangeReader:
    """One look after the other at a library, for one thread; cheap where nothing has happened."""

    def __init__(self, library_file: Path) -> None:
        Library(library_file).close()  # made, or brought up to date
        self._path = library_file
        with library_errors(library_file):
            self._db = sqlite3.connect(library_file, timeout=30.0)
            self._version = self._data_version()
            self._turn = int(self._answer("SELECT max(turn) FROM touch")[0] or 0)
            self._predictions, self._folders = self._now()

    def close(self) -> None:
        self._db.close()

    def __enter__(self) -> ChangeReader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def look(self) -> Touched | None:
        """Return what was changed since the last look, None where nobody wrote anything."""
        with library_errors(self._path):
            if (version := self._data_version()) == self._version:
                return None
            self._version = version
            rows = self._db.execute(
                "SELECT turn, track_id FROM touch WHERE turn > ? ORDER BY turn", [self._turn]
            ).fetchall()
            predictions, folders = self._now()
        before = self._predictions, self._folders
        self._predictions, self._folders = predictions, folders
        if rows:
            self._turn = rows[-1][0]
        return Touched(
            tuple(track_id for _, track_id in rows), predictions != before[0], folders != before[1]
        )

    def _data_version(self) -> int:
        """Return a number that is another one as soon as another connection has written."""
        return int(self._answer("PRAGMA data_version")[0])

    def _now(self) -> tuple[Answer, Answer]:
        """Return what is another as soon as there are other predictions, and other folders."""
        predictions = self._answer("SELECT max(rowid) FROM prediction")
        return predictions, (*self._answer(_FOLDERS), *self._answer(_PROBLEMS))

    def _answer(self, question: str) -> Answer:
        with closing(self._db.execute(question)) as found:
            return tuple(found.fetchone())


_FOLDERS = "SELECT count(*), max(id), total(is_watched), total(length(location)) FROM folder"
_PROBLEMS = "SELECT count(*), max(rowid) FROM problem"
