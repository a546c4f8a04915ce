"""One process at a time does some things to a library: the others can wait, or be told."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from musicreclass.library.sqlite_errors import LibraryProblem, library_errors
from musicreclass.sentences.reason import because

SUFFIX = ".writing"
WINDOW_SUFFIX = ".window"


class AlreadyWriting(LibraryProblem):
    """Somebody else writes to the files of this library just now."""


class WindowOpen(LibraryProblem):
    """A window is open on this library."""


@contextmanager
def write_lock(library_file: Path) -> Iterator[None]:
    """Keep all others from writing; whoever dies lets go.

    An empty database beside the library is locked rather than the library itself, which others
    are to read and to decide in meanwhile. SQLite knows how to lock files on every system.

    Raises:
        AlreadyWriting: another process or thread is at it.
        LibraryProblem: no file can be made beside the library.
    """
    with beside_lock(library_file, SUFFIX, _already_writing):
        yield


@contextmanager
def window_lock(library_file: Path) -> Iterator[None]:
    """Be the one window on a library; whoever dies makes room for another.

    Raises:
        WindowOpen: another window is open on it.
        LibraryProblem: no file can be made beside the library.
    """
    with library_errors(library_file):
        library_file.parent.mkdir(parents=True, exist_ok=True)
    with beside_lock(library_file, WINDOW_SUFFIX, lambda: _window_open(library_file)):
        yield


@contextmanager
def beside_lock(
    library_file: Path, suffix: str, refusal: Callable[[], LibraryProblem]
) -> Iterator[None]:
    """Hold a lock beside the library, by an empty database of its name and `suffix`.

    Raises:
        LibraryProblem: the `refusal` where somebody else holds it.
    """
    lock = library_file.with_name(library_file.name + suffix)
    with library_errors(lock):
        connection = sqlite3.connect(lock, timeout=0.0, isolation_level=None)
    with closing(connection):
        _lock(connection, lock, refusal)
        yield


def _lock(
    connection: sqlite3.Connection, path: Path, refusal: Callable[[], LibraryProblem]
) -> None:
    with library_errors(path):
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            raise refusal() from error


def _already_writing() -> LibraryProblem:
    return AlreadyWriting(because("library.already_writing"))


def _window_open(library_file: Path) -> LibraryProblem:
    return WindowOpen(because("library.window_open", path=library_file))
