"""One process at a time writes to the files of a library: the others can wait, or be told."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from musicreclass.library.connection import LibraryProblem, library_errors
from musicreclass.sentences.reason import because

SUFFIX = ".writing"


class AlreadyWriting(LibraryProblem):
    """Somebody else writes to the files of this library just now."""


@contextmanager
def write_lock(library_file: Path) -> Iterator[None]:
    """Keep all others from writing; whoever dies lets go.

    An empty database beside the library is locked rather than the library itself, which others
    are to read and to decide in meanwhile. SQLite knows how to lock files on every system.

    Raises:
        AlreadyWriting: another process or thread is at it.
        LibraryProblem: no file can be made beside the library.
    """
    lock = library_file.with_name(library_file.name + SUFFIX)
    with library_errors(lock):
        connection = sqlite3.connect(lock, timeout=0.0, isolation_level=None)
    with closing(connection):
        _lock(connection, lock)
        yield


def _lock(connection: sqlite3.Connection, path: Path) -> None:
    with library_errors(path):
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            raise AlreadyWriting(because("library.already_writing")) from error
