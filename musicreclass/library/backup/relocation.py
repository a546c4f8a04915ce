"""A library is copied to another folder whole, while nobody can write to it, and compared."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from musicreclass.library.connection import BUSY_SECONDS
from musicreclass.library.sqlite_errors import LibraryProblem, library_errors
from musicreclass.sentences.reason import because

PAGES_AT_A_TIME = 2_000
BESIDE = ("-wal", "-shm")  # what SQLite keeps beside a database

Advance = Callable[[int, int], None]  # pages done, pages in all


def copy_library(source: Path, target: Path, advance: Advance) -> None:
    """Copy the library at `source` to `target`, where nothing may be, and compare both.

    Raises:
        LibraryProblem: it cannot be read or written, or the copy is another than the original.
    """
    with library_errors(source):
        original = sqlite3.connect(source, timeout=BUSY_SECONDS, isolation_level=None)
    with closing(original):
        with library_errors(source):
            original.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            # Readers may go on; who would write waits until the copy is compared.
            original.execute("BEGIN IMMEDIATE")
            counts = _row_counts(original)
        try:
            with library_errors(target):
                _copy(source, target, advance)
                _compare(target, counts)
        except BaseException:
            remove_library(target)
            raise


def remove_library(path: Path) -> None:
    """Take a database away, with what lies beside it."""
    for name in (path, *(path.with_name(path.name + end) for end in BESIDE)):
        with suppress(OSError):
            name.unlink(missing_ok=True)


def _copy(source: Path, target: Path, advance: Advance) -> None:
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))

    def tell(_status: int, left: int, total: int) -> None:
        advance(total - left, total)

    with (
        closing(sqlite3.connect(source, timeout=BUSY_SECONDS)) as reader,
        closing(sqlite3.connect(target)) as copied,
    ):
        reader.backup(copied, pages=PAGES_AT_A_TIME, progress=tell)
        copied.execute("PRAGMA journal_mode = WAL")


def _compare(target: Path, counts: dict[str, int]) -> None:
    with closing(sqlite3.connect(target)) as copied:
        (said,) = copied.execute("PRAGMA integrity_check").fetchone()
        if said != "ok" or _row_counts(copied) != counts:
            raise LibraryProblem(because("library.copy_differs", path=target))


def _row_counts(db: sqlite3.Connection) -> dict[str, int]:
    tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {
        name: int(db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for (name,) in tables
    }
