"""What others have changed in a library since one looked last."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from musicreclass.library.connection import library_errors
from musicreclass.library.store import Library


@dataclass(frozen=True, slots=True)
class Touched:
    """What may be otherwise than before."""

    track_ids: tuple[int, ...]  # with tags, places or decisions that were written
    has_predictions: bool  # others than before
    has_writes: bool  # another batch was written into files


class ChangeReader:
    """One look after the other at a library, for one thread; cheap where nothing has happened."""

    def __init__(self, library_file: Path) -> None:
        Library(library_file).close()  # made, or brought up to date
        self._path = library_file
        with library_errors(library_file):
            self._db = sqlite3.connect(library_file, timeout=30.0)
            self._version = self._data_version()
            self._turn = self._latest("max(turn)", "touch")
            self._marks = self._now()

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
            marks, before = self._now(), self._marks
        self._marks = marks
        if rows:
            self._turn = rows[-1][0]
        return Touched(
            tuple(track_id for _, track_id in rows), marks[0] != before[0], marks[1] != before[1]
        )

    def _data_version(self) -> int:
        """Return a number that is another one as soon as another connection has written."""
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def _now(self) -> tuple[int, int]:
        """Return what is another as soon as there are new predictions, and writes."""
        return self._latest("max(rowid)", "prediction"), self._latest("max(id)", "tag_batch")

    def _latest(self, what: str, table: str) -> int:
        with closing(self._db.execute(f"SELECT {what} FROM {table}")) as found:
            return int(found.fetchone()[0] or 0)
