"""Opening the database: who may, and which versions."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from musicreclass.library import own_file
from musicreclass.library.migrations import migrations
from musicreclass.library.sqlite_errors import (
    LibraryDamaged,
    LibraryProblem,
    is_damage,
    library_errors,
)
from musicreclass.sentences.reason import because

SUFFIX = ".opening"
BUSY_SECONDS = 30.0  # a scan in another window commits for milliseconds; wait rather than fail

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
        if not is_damage(error):
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
