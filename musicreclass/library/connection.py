"""Opening the database: who may, which versions, and what its errors mean to a person."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from musicreclass.errors import MusicReclassError
from musicreclass.library.migrations import migrations
from musicreclass.sentences.reason import Reason, because

SUFFIX = ".opening"
BUSY_SECONDS = 30.0  # a scan in another window commits for milliseconds; wait rather than fail


# What SQLite says, and what that means to people.
_KNOWN_WORDS = {
    "not a database": "library.no_library",
    "locked": "library.in_use",
    "full": "library.disk_full",
    "readonly": "library.read_only",
}


class LibraryProblem(MusicReclassError):
    """The library file cannot be used."""


@contextmanager
def library_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite and the disk raise into a sentence about the library at `path`."""
    try:
        yield
    except sqlite3.Error as error:
        raise LibraryProblem(_meaning(error, path)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise LibraryProblem(because("library.cannot_open", path=path, said=reason)) from error


@contextmanager
def surely(db: Database, path: Path) -> Iterator[None]:
    """Commit what is done inside so that not even a power cut can lose it."""
    with library_errors(path):
        db.execute("PRAGMA synchronous = FULL")
        try:
            with db.atomic():
                yield
        finally:
            db.execute("PRAGMA synchronous = NORMAL")


def connect(path: Path) -> Database:
    """Open the database at `path`, made or brought up to date where needed.

    Raises:
        LibraryProblem: it is newer than this program, no database, locked or out of reach.
    """
    with library_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with _one_at_a_time(path):
            connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
            try:
                return _prepared(Database(connection), path)
            except BaseException:
                connection.close()
                raise


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    """Keep others from opening the library meanwhile: of two that make it, one would fail.

    As in `write_lock`, an empty database beside it is locked. Where none can be made, nobody can
    make a library either.
    """
    with ExitStack() as held:
        with suppress(sqlite3.OperationalError):
            beside = path.with_name(path.name + SUFFIX)
            lock = held.enter_context(closing(sqlite3.connect(beside, timeout=BUSY_SECONDS)))
            lock.execute("BEGIN EXCLUSIVE")
        yield


def _prepared(db: Database, path: Path) -> Database:
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA synchronous = NORMAL")  # with WAL: a power cut loses the last commit at most
    _refuse_newer(db, path)
    if migrations.pending(db):
        db.enable_wal()  # a window reads while a scan writes
        migrations.apply(db)
    return db


def _refuse_newer(db: Database, path: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as empty:
        known = {migration.name for migration in migrations.pending(Database(empty))}
    if any(migration.name not in known for migration in migrations.applied(db)):
        raise LibraryProblem(because("library.newer", path=path))


def _meaning(error: sqlite3.Error, path: Path) -> Reason:
    text = str(error)
    for words, code in _KNOWN_WORDS.items():
        if words in text:
            return because(code, path=path)
    return because("library.unusable", path=path, said=text)
