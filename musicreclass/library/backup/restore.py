"""Making a backup the library again, or beginning a new one; what was there is kept aside.

At every moment there is a library, or a good backup of it.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from musicreclass.library.backup.backups import copy_library
from musicreclass.library.connection import damage_in, refuse_unknown
from musicreclass.library.sqlite_errors import LibraryDamaged, LibraryProblem, library_errors
from musicreclass.library.write_lock import write_lock
from musicreclass.sentences.reason import because

UNFINISHED = ".restoring"


def restore(library_file: Path, backup: Path, now: datetime | None = None) -> Path | None:
    """Make a copy of `backup` the library.

    Returns:
        Where the library that was there is now; None where there was none.

    Raises:
        LibraryDamaged: the backup is not whole either.
        LibraryProblem: somebody is using the library, or the disk refuses.
    """
    with library_errors(backup):
        if damage := damage_in(backup):
            raise LibraryDamaged(because("library.backup_damaged", path=backup, said=damage))
        refuse_unknown(backup)
    with write_lock(library_file), _nobody_else_in(library_file), library_errors(library_file):
        unfinished = library_file.with_name(library_file.name + UNFINISHED)
        unfinished.unlink(missing_ok=True)  # of a restoring that was killed
        try:
            copy_library(backup, unfinished)
            aside = _set_aside(library_file, now or datetime.now(UTC), leaves_it=True)
            unfinished.replace(library_file)
        finally:
            unfinished.unlink(missing_ok=True)
    return aside


def start_anew(library_file: Path, now: datetime | None = None) -> Path | None:
    """Move the library aside, so that the next one who opens it begins a new one.

    Raises:
        LibraryProblem: somebody is using the library, or the disk refuses.
    """
    with write_lock(library_file), _nobody_else_in(library_file), library_errors(library_file):
        return _set_aside(library_file, now or datetime.now(UTC), leaves_it=False)


def _set_aside(library_file: Path, now: datetime, *, leaves_it: bool) -> Path | None:
    """Keep the library under a name with a date; with it the log of what was not merged yet."""
    if not library_file.exists():
        return None
    aside = _free_name(library_file, now)
    log = library_file.with_name(library_file.name + "-wal")
    if not leaves_it:
        library_file.replace(aside)
    else:
        try:
            aside.hardlink_to(library_file)
        except OSError:  # a file system without hard links
            shutil.copy2(library_file, aside)
    if log.exists():
        # Beside another library it would be taken for that one's, and ruin it.
        log.replace(aside.with_name(aside.name + "-wal"))
    library_file.with_name(library_file.name + "-shm").unlink(missing_ok=True)
    return aside


def _free_name(library_file: Path, now: datetime) -> Path:
    stamp = now.astimezone().strftime("%Y-%m-%d %H%M%S")
    for number in range(1, 1000):
        more = "" if number == 1 else f" {number}"
        name = f"{library_file.stem} until {stamp}{more}{library_file.suffix}"
        if not (path := library_file.with_name(name)).exists():
            return path
    raise FileExistsError(library_file)


@contextmanager
def _nobody_else_in(library_file: Path) -> Iterator[None]:
    """Make sure that no other connection has the library open; what it holds is all in one file.

    One that is damaged may not tell; then whoever has it open reads on in the file set aside.

    Raises:
        LibraryProblem: somebody has.
    """
    if library_file.exists() and library_file.stat().st_size:
        with (
            suppress(sqlite3.DatabaseError),
            closing(sqlite3.connect(library_file, timeout=2.0, isolation_level=None)) as alone,
        ):
            try:
                # Only the one who is alone can turn away from the log of writes.
                alone.execute("PRAGMA journal_mode = DELETE")
            except sqlite3.OperationalError as error:
                if "locked" in str(error):
                    raise LibraryProblem(because("library.in_use", path=library_file)) from error
    yield
