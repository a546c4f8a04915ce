"""Findings that a person dismissed: labels that are right, and problems to hide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database

from musicreclass.core.genre import key_of
from musicreclass.core.location import location_of, path_of
from musicreclass.core.track import FileStamp, Problem
from musicreclass.library.sqlite_errors import library_errors


class ConfirmedLabel(NamedTuple):
    """A genre that is right for all files of one sound, whatever classifiers say."""

    fingerprint: str
    genre: str

    @property
    def key(self) -> tuple[str, str]:
        return self.fingerprint, key_of(self.genre) or self.genre


class DismissalStore:
    """Lives on the connection of a library."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db = db
        self._path = path

    def confirm(self, labels: Iterable[ConfirmedLabel]) -> None:
        """Remember that these labels are right."""
        with library_errors(self._path), self._db.atomic():
            self._db.conn.executemany(
                "INSERT OR IGNORE INTO confirmed_label(fingerprint, genre) VALUES (?, ?)",
                [label.key for label in labels],
            )

    def withdraw(self, labels: Iterable[ConfirmedLabel]) -> None:
        """Forget that these labels were said to be right."""
        with library_errors(self._path), self._db.atomic():
            self._db.conn.executemany(
                "DELETE FROM confirmed_label WHERE fingerprint = ? AND genre = ?",
                [label.key for label in labels],
            )

    def confirmed_among(self, labels: Sequence[ConfirmedLabel]) -> list[bool]:
        """Say of each label whether it was confirmed."""
        with library_errors(self._path):
            known = set(self._db.execute("SELECT fingerprint, genre FROM confirmed_label"))
        return [label.key in known for label in labels]

    def hide_problems(self, paths: Iterable[Path]) -> None:
        """Show problems of these files no more, as long as the files stay as they are."""
        with library_errors(self._path), self._db.atomic():
            for path in paths:
                stamp = stamp_of(path)
                self._db.execute(
                    "INSERT OR REPLACE INTO hidden_problem(location, size, mtime_ns)"
                    " VALUES (?, ?, ?)",
                    [location_of(str(path)), stamp.size, stamp.mtime_ns],
                )

    def show_problems(self) -> None:
        """Show all problems again."""
        with library_errors(self._path), self._db.atomic():
            self._db.execute("DELETE FROM hidden_problem")

    def not_hidden(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return the problems of files that are not hidden, or are others than they were then."""
        with library_errors(self._path):
            rows = self._db.execute("SELECT location, size, mtime_ns FROM hidden_problem")
            hidden = {path_of(location): FileStamp(*stamp) for location, *stamp in rows}
        return [
            problem
            for problem in problems
            if problem.path not in hidden or stamp_of(problem.path) != hidden[problem.path]
        ]


def stamp_of(path: Path) -> FileStamp:
    """Return how a file stands; one that cannot be looked at has no size."""
    try:
        return FileStamp.of(path)
    except OSError:
        return FileStamp(-1, 0)
