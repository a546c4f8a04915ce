"""Looking through a library before it is relied upon, and making its indexes anew.

An index says nothing that its table does not say. Where only indexes are at fault nothing is lost,
and nobody needs a backup.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from musicreclass.library.connection import BUSY_SECONDS
from musicreclass.library.sqlite_errors import LibraryDamaged, LibraryProblem, library_errors
from musicreclass.sentences.reason import Reason, because

# What is changed whenever files are: some 0.2 s for 100,000 tracks, where all takes twice as long.
WRITTEN_TABLES = (
    *("track", "decision", "touch", "tag_batch", "tag_change", "move_batch", "file_move"),
)
FRESH = timedelta(hours=1)  # so long nobody looks again
MOST_SAID = 3  # of what is wrong


class IndexesDamaged(LibraryDamaged):
    """Only indexes are broken, which can be made anew."""


def look_through(library_file: Path) -> None:
    """Compare all of a library's tables with their indexes; nothing is changed.

    Raises:
        IndexesDamaged: `made_sound` can help.
        LibraryDamaged: it is not whole.
    """
    with _opened(library_file) as db:
        faults = _faults(db, ())
        if not faults:
            return
        is_slight = _reindexed(db, keeps=False)
    said = "; ".join(faults)
    kind = IndexesDamaged if is_slight else LibraryDamaged
    raise kind(because("library.damaged", path=library_file, said=said))


def sound_for_writing(library_file: Path, *, at_once: bool = False) -> Reason | None:
    """Do as `made_sound` with the tables that writing changes, unless that was done of late.

    Args:
        at_once: whenever it was done.

    Raises: as `made_sound`.
    """
    now = datetime.now(UTC)
    if not at_once and _is_fresh(library_file, now):
        return None
    said = made_sound(library_file, WRITTEN_TABLES)
    with suppress(LibraryProblem), _opened(library_file) as db:
        db.execute("INSERT OR REPLACE INTO looked_through(id, at) VALUES (1, ?)", [now.isoformat()])
    return said


def made_sound(library_file: Path, tables: Sequence[str] = ()) -> Reason | None:
    """Compare tables with their indexes, and make these anew where they alone are at fault.

    Args:
        tables: only these; all of the library where none are given.

    Returns:
        What was done; None where all was well, and where there is no library.

    Raises:
        LibraryDamaged: there is more at fault.
        LibraryProblem: it cannot be used for other reasons.
    """
    if not library_file.exists() or not library_file.stat().st_size:
        return None
    with _opened(library_file) as db:
        faults = _faults(db, tables)
        if not faults:
            return None
        if _reindexed(db, keeps=True):
            return because("library.indexes_made_anew", path=library_file)
    raise LibraryDamaged(because("library.damaged", path=library_file, said="; ".join(faults)))


def _is_fresh(library_file: Path, now: datetime) -> bool:
    """Say whether tables and indexes were seen to agree within the last hour."""
    try:
        with _opened(library_file) as db, stored_values(library_file):
            row = db.execute("SELECT at FROM looked_through").fetchone()
            return row is not None and timedelta() <= now - datetime.fromisoformat(row[0]) < FRESH
    except LibraryProblem:
        return False


@contextmanager
def stored_values(library_file: Path) -> Iterator[None]:
    """Take values that nobody can have stored for what they are: damage.

    Raises:
        LibraryDamaged: inside, values made no sense.
    """
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        said = str(error) or type(error).__name__
        raise LibraryDamaged(because("library.damaged", path=library_file, said=said)) from error


@contextmanager
def _opened(library_file: Path) -> Iterator[sqlite3.Connection]:
    with (
        library_errors(library_file),
        closing(sqlite3.connect(library_file, timeout=BUSY_SECONDS, isolation_level=None)) as db,
    ):
        yield db


def _faults(db: sqlite3.Connection, tables: Sequence[str]) -> list[str]:
    """Return what is wrong with some tables, or with all; nothing is wrong with what is not ours.

    Raises:
        sqlite3.Error: for reasons that lie elsewhere.
    """
    names = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "tag_change" not in names:
        return []
    chosen = [f'"{table}"' for table in tables if table in names] or [str(MOST_SAID)]
    found: list[str] = []
    for one in chosen:
        try:
            rows = db.execute(f"PRAGMA integrity_check({one})").fetchmany(MOST_SAID)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as error:
            rows = [(str(error),)]
        found += [" ".join(str(row[0]).split()) for row in rows if row[0] != "ok"]
    return found[:MOST_SAID]


def _reindexed(db: sqlite3.Connection, *, keeps: bool) -> bool:
    """Make all indexes anew and say whether all is well then; else, all stays as it was.

    Args:
        keeps: whether they are kept where all is well.
    """
    db.execute("BEGIN IMMEDIATE")
    is_well = False
    try:
        db.execute("REINDEX")
        is_well = db.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]
    except sqlite3.OperationalError:  # a disk that is full
        raise
    except sqlite3.DatabaseError:
        return False
    finally:
        with suppress(sqlite3.Error):  # it may have been rolled back already
            db.execute("COMMIT" if is_well and keeps else "ROLLBACK")
    return is_well
