"""One process at a time writes to the files of a library: the others can wait, or be told."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from musicreclass.library.connection import LibraryProblem

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
    try:
        connection = sqlite3.connect(lock, timeout=0.0, isolation_level=None)
    except sqlite3.Error as error:
        raise LibraryProblem(f"No file can be made beside {library_file} ({error}).") from error
    with closing(connection):
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            raise AlreadyWriting(
                "Genres are being written with this library already; wait until that is done."
            ) from error
        yield
