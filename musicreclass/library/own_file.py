"""Whether a file is a library, told before anything of it is changed; and beginning a new one.

A library says so in its head: `application_id`, which SQLite keeps for that. Those of before it was
written there are known by their list of migrations.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from sqlite_utils import Database

from musicreclass.library.migrations import APPLICATION_ID, migrations

HEAD_SIZE = 100  # bytes; of what is shorter, others speak
UNFINISHED = ".new"


def is_strangers(path: Path) -> bool:
    """Say whether a file is there and belongs to another program; it stays as it is.

    An empty file, and a database without a table, may become a library. What is broken inside is
    for others to tell.

    Nothing but SQLite may open the file: as another one closes it, the system would forget all
    locks that this process holds on it, and a log in use would be taken away.

    Raises:
        OSError: it cannot be looked at.
    """
    try:
        if path.stat().st_size < HEAD_SIZE:
            return False
    except FileNotFoundError:
        return False
    as_it_lies = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(as_it_lies, uri=True)) as db:
            (identity,) = db.execute("PRAGMA application_id").fetchone()
    except sqlite3.Error as error:
        return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB
    if identity:
        return bool(identity != APPLICATION_ID)
    found = _belongs_to_us(as_it_lies)
    if not found and _beside(path, "-wal").exists():
        found = _with_log(path)
    return found is False


def begin(path: Path) -> None:
    """Make a new library, readable by its owner alone, which is there as a whole or not at all.

    Raises:
        sqlite3.Error: it cannot be made.
        OSError: likewise.
    """
    path = path.resolve()  # a link stays one
    prefix = f".{path.name}."
    for left in path.parent.glob(f"{prefix}*{UNFINISHED}*"):  # of who was killed meanwhile
        left.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(prefix=prefix, suffix=UNFINISHED, dir=path.parent)
    os.close(handle)
    unfinished = Path(name)
    try:
        with closing(sqlite3.connect(unfinished)) as connection:
            connection.execute("PRAGMA synchronous = OFF")  # all of it is, before it has its name
            db = Database(connection)
            migrations.apply(db)
            db.enable_wal()  # a window reads while a scan writes
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def hide_from_others(path: Path) -> None:
    """Take others' rights to a library away: it says what somebody listens to.

    What SQLite keeps beside it has the rights that it has.
    """
    with suppress(OSError):  # it is another one's, or lies where there are no such rights
        path.chmod(0o600)


def _beside(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)


def _with_log(path: Path) -> bool | None:
    """Look at a database with what is not merged into it yet; it is not merged hereby either."""
    index = _beside(path, "-shm")
    had_index = index.exists()
    found = _belongs_to_us(f"{path.absolute().as_uri()}?mode=ro")
    if not had_index:
        with suppress(OSError):
            index.unlink(missing_ok=True)
    return found


def _belongs_to_us(uri: str) -> bool | None:
    """Return whether a database is ours; None where it is nobody's, or cannot be read."""
    try:
        with closing(sqlite3.connect(uri, uri=True)) as db:
            kept = migrations.migrations_table
            tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master")}
            if (
                kept in tables
                and db.execute(
                    f"SELECT 1 FROM {kept} WHERE migration_set = ?", [migrations.name]
                ).fetchone()
            ):
                return True
            return False if tables else None
    except sqlite3.Error:
        return None
