"""Opening the database: who may, which versions, and what its errors mean to a person."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from musicreclass.errors import MusicReclassError
from musicreclass.library import own_file
from musicreclass.library.migrations import migrations
from musicreclass.sentences.reason import Reason, because

SUFFIX = ".opening"
BUSY_SECONDS = 30.0  # a scan in another window commits for milliseconds; wait rather than fail
LEAST_FREE = 1 << 17  # bytes; the log of writes and its index take as much as that

# What SQLite says, and what that means to people.
_KNOWN_WORDS = {
    "locked": "library.in_use",
    "full": "library.disk_full",
    "readonly": "library.read_only",
}


class LibraryProblem(MusicReclassError):
    """The library file cannot be used."""


class LibraryDamaged(LibraryProblem):
    """The file is broken, or no library at all; a backup may stand in for it."""


@contextmanager
def library_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite and the disk raise into a sentence about the library at `path`."""
    try:
        yield
    except sqlite3.Error as error:
        raise _problem(error, path) from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:  # of what lies in the columns
        raise LibraryDamaged(because("library.damaged", path=path, said=str(error))) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise LibraryProblem(because("library.cannot_open", path=path, said=reason)) from error


BeforeMigrating = Callable[[str], object]  # told the name of the first migration that is due


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


def connect(path: Path, before_migrating: BeforeMigrating = lambda name: None) -> Database:
    """Open the database at `path`, made or brought up to date where needed.

    Args:
        before_migrating: called where a library of an older version is about to be changed.

    Raises:
        LibraryDamaged: it is broken, or no library.
        LibraryProblem: it is newer than this program, locked or out of reach.
    """
    refuse_strangers(path)
    with library_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with _one_at_a_time(path):
            if not path.exists() or not path.stat().st_size:
                own_file.begin(path)
            connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
            try:
                return _prepared(Database(connection), path, before_migrating)
            except BaseException:
                connection.close()
                raise


def damage_in(path: Path, *, has_log: bool = False) -> str:
    """Return what is wrong with the database in a file, nothing where it is whole.

    Args:
        has_log: whether others may have it open, so that there is more than the file.

    Raises:
        sqlite3.Error: it cannot be read at all, but for reasons that lie elsewhere.
    """
    how = "rw" if has_log else "ro&immutable=1"  # who only reads cannot open a log
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode={how}", uri=True)) as db:
            db.execute("PRAGMA query_only = ON")
            found = [str(row[0]) for row in db.execute("PRAGMA quick_check(3)")]
            is_library = _is_library(Database(db))
    except sqlite3.DatabaseError as error:
        if not _is_damage(error):
            raise
        return str(error)
    if found != ["ok"]:
        return "; ".join(" ".join(line.split()) for line in found)
    return "" if is_library else "it belongs to another program"


def refuse_strangers(path: Path) -> None:
    """Refuse a file of another program, before anything of it or beside it is changed.

    Raises:
        LibraryDamaged: it is such, or was overwritten by one.
        LibraryProblem: it cannot be read.
    """
    with library_errors(path):
        if own_file.is_strangers(path):
            raise LibraryDamaged(because("library.no_library", path=path))


def require(path: Path) -> None:
    """Make sure that there is a library, for who only reads it.

    Raises:
        LibraryProblem: there is none yet.
    """
    if not path.exists():
        raise LibraryProblem(because("library.not_there", path=path))


def refuse_unknown(path: Path) -> None:
    """Refuse a database in a file that a newer version made.

    Raises:
        LibraryProblem: it is such.
    """
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        _refuse_newer(Database(connection), path)


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


def _prepared(db: Database, path: Path, before_migrating: BeforeMigrating) -> Database:
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA synchronous = NORMAL")  # with WAL: a power cut loses the last commit at most
    if not _is_library(db):
        raise LibraryDamaged(because("library.no_library", path=path))
    _refuse_newer(db, path)
    if pending := migrations.pending(db):
        if migrations.applied(db):
            before_migrating(pending[0].name)
        own_file.hide_from_others(path)
        db.enable_wal()  # a window reads while a scan writes
        migrations.apply(db)
        db.execute("PRAGMA wal_checkpoint(PASSIVE)")  # or its head would not say yet whose it is
    return db


def _refuse_newer(db: Database, path: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as empty:
        known = {migration.name for migration in migrations.pending(Database(empty))}
    if any(migration.name not in known for migration in migrations.applied(db)):
        raise LibraryProblem(because("library.newer", path=path))


def _is_library(db: Database) -> bool:
    """Say whether a database is a library, or empty and may become one."""
    return bool(migrations.applied(db)) or not set(db.table_names()) - {migrations.migrations_table}


def _is_damage(error: sqlite3.Error) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    damages = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
    # Text that is no text has no code of its own.
    return (code is not None and code & 0xFF in damages) or "Could not decode" in str(error)


def _problem(error: sqlite3.Error, path: Path) -> LibraryProblem:
    if not _is_damage(error):
        return LibraryProblem(_meaning(error, path))
    if "not a database" in str(error):
        return LibraryDamaged(because("library.no_library", path=path))
    return LibraryDamaged(because("library.damaged", path=path, said=str(error)))


def _is_full(path: Path) -> bool:
    """Say whether a disk has so little room that SQLite cannot even say so."""
    try:
        return shutil.disk_usage(path.parent).free < LEAST_FREE
    except OSError:
        return False


def _meaning(error: sqlite3.Error, path: Path) -> Reason:
    text = str(error)
    for words, code in _KNOWN_WORDS.items():
        if words in text:
            return because(code, path=path)
    if "disk I/O error" in text and _is_full(path):
        return because("library.disk_full", path=path)
    return because("library.unusable", path=path, said=text)
