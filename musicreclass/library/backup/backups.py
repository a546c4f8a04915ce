"""Backups of the library: copied while it is in use, checked before they count, and rotated.

They lie in the folder `backups` beside the library, one file each. A name says what library it is
of, when it was made (in UTC) and why: `library.db.20261130-051500.daily.db`.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from musicreclass.library.connection import SUFFIX as OPENING
from musicreclass.library.connection import damage_in
from musicreclass.library.sqlite_errors import LibraryDamaged, LibraryProblem, library_errors
from musicreclass.library.write_lock import beside_lock
from musicreclass.sentences.reason import because

FOLDER = "backups"
DAILY, ASKED = "daily", "asked"  # kinds; any other is the migration that it was made before
DAYS, WEEKS, MIGRATIONS, ASKED_FOR = 7, 4, 3, 3  # so many of each sort stay
MOST_BYTES = 2 << 30  # of all backups of a library together, but two stay whatever they weigh
LEAST_KEPT = 2
STEP_PAGES = 128  # copied between two looks around: a millisecond, so that nobody waits
REST_SECONDS = 0.0005
UNFINISHED = ".part"
LEAST_SIZE = 512  # bytes of a database
_STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"\.(?P<made_at>\d{8}-\d{6})\.(?P<kind>\w+)\.db")

LookAround = Callable[[], None]  # raises where the work is to be given up


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a library, as it was then."""

    path: Path
    made_at: datetime
    kind: str
    size: int


class BackupProblem(LibraryProblem):
    """No backup could be made."""


def folder_of(library_file: Path) -> Path:
    """Return the folder in which the backups of a library lie."""
    return library_file.absolute().parent / FOLDER


def backups(library_file: Path) -> list[Backup]:
    """Return the backups of a library, the latest first."""
    found: list[Backup] = []
    with suppress(OSError), os.scandir(folder_of(library_file)) as entries:
        for entry in entries:
            made = _backup(entry, library_file.name)
            if made is not None:
                found.append(made)
    return sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True)


def decision_count(backup: Path) -> int | None:
    """Return how many tracks are decided in a backup, None where that cannot be read."""
    try:
        with closing(_read_only(backup)) as connection:
            return int(connection.execute("SELECT count(*) FROM decision").fetchone()[0])
    except (sqlite3.Error, OSError):
        return None


def refuse_emptied(library_file: Path) -> None:
    """Refuse a file with next to nothing in it, which SQLite would take for a new library.

    Raises:
        LibraryDamaged: it once was one.
    """
    with library_errors(library_file):
        # The log first: one that comes later is that of another job, which begins the library now.
        has_log = library_file.with_name(library_file.name + "-wal").exists()
        size = library_file.stat().st_size if library_file.exists() else None
        was_opened = library_file.with_name(library_file.name + OPENING).exists()
    if size is None:  # the log would be taken for that of the new one, and ruin it
        is_emptied = has_log
    else:
        left = has_log or was_opened or bool(backups(library_file))
        is_emptied = size < LEAST_SIZE and (size > 0 or left)
    if is_emptied:
        raise LibraryDamaged(because("library.emptied", path=library_file))


def is_due(library_file: Path, now: datetime | None = None) -> bool:
    """Say whether a library has no daily backup of today, as the person's calendar has it."""
    today = (now or datetime.now(UTC)).astimezone().date()
    days = {b.made_at.astimezone().date() for b in backups(library_file) if b.kind == DAILY}
    return today not in days


def back_up(
    library_file: Path,
    kind: str,
    *,
    now: datetime | None = None,
    most_bytes: int = MOST_BYTES,
    look_around: LookAround = lambda: None,
) -> Backup:
    """Copy the library, make sure that the copy is whole, and let go of what is old.

    Others read and write meanwhile. The copy has its name only when all of it is on the disk and
    was looked through; no other backup is touched before that.

    Args:
        look_around: called every millisecond; what it raises ends the work, and leaves nothing.

    Raises:
        LibraryDamaged: the library is not whole.
        BackupProblem: the disk refuses, or another process is making a backup.
    """
    folder = folder_of(library_file)
    with library_errors(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with beside_lock(library_file, ".backing-up", _refuse_second), library_errors(folder):
        _sweep(folder, library_file.name)
        _make_sure_of_room(library_file, folder)
        path = _free_name(folder, library_file.name, now or datetime.now(UTC), kind)
        unfinished = path.with_name(path.name + UNFINISHED)
        try:
            copy_library(library_file, unfinished, look_around)
            if damage := damage_in(unfinished):
                raise LibraryDamaged(because("library.damaged", path=library_file, said=damage))
            unfinished.replace(path)
            settle(folder)
        finally:
            unfinished.unlink(missing_ok=True)
    made = next(backup for backup in backups(library_file) if backup.path == path)
    for old in superfluous(backups(library_file), made, most_bytes):
        with suppress(OSError):
            old.path.unlink()
    return made


def copy_library(library_file: Path, target: Path, look_around: LookAround = lambda: None) -> None:
    """Copy a library as it stands at this moment into a new file, readable by its owner alone."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with (
        library_errors(library_file),
        closing(sqlite3.connect(library_file, timeout=30.0, isolation_level=None)) as source,
        closing(sqlite3.connect(target, isolation_level=None)) as copy,
    ):
        # In a transaction that reads, all steps see one and the same moment. Without it, the copy
        # would begin anew whenever somebody writes, and beside a scan never come to an end.
        source.execute("PRAGMA query_only = ON")
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()

        def between_steps(*_: int) -> None:
            look_around()
            time.sleep(REST_SECONDS)

        source.backup(copy, pages=STEP_PAGES, progress=between_steps)
        copy.execute("PRAGMA journal_mode = DELETE")  # or files would lie beside it
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def superfluous(made: Iterable[Backup], newest: Backup, most_bytes: int) -> list[Backup]:
    """Return the backups that need not be kept beside the `newest`, which is known to be whole.

    Goes by what was made when, never by today's date: a clock that is wrong takes nothing away.
    """
    latest_first = sorted(made, key=lambda backup: (backup == newest, backup.made_at), reverse=True)
    daily = [backup for backup in latest_first if backup.kind == DAILY]
    kept = {newest.path}
    kept |= _first_of_each(daily, lambda b: b.made_at.astimezone().date(), DAYS)
    kept |= _first_of_each(daily, lambda b: b.made_at.astimezone().isocalendar()[:2], WEEKS)
    kept |= {b.path for b in [b for b in latest_first if b.kind == ASKED][:ASKED_FOR]}
    before = [b for b in latest_first if b.kind not in (DAILY, ASKED)]
    kept |= {backup.path for backup in before[:MIGRATIONS]}
    room = 0
    gone: list[Backup] = []
    for number, backup in enumerate(b for b in latest_first if b.path in kept):
        room += backup.size
        if number >= LEAST_KEPT and room > most_bytes:
            gone.append(backup)
    return gone + [backup for backup in latest_first if backup.path not in kept]


def _first_of_each(
    backups: Iterable[Backup], when: Callable[[Backup], object], most: int
) -> set[Path]:
    first: dict[object, Path] = {}
    for backup in backups:
        first.setdefault(when(backup), backup.path)
    return set(list(first.values())[:most])


def _backup(entry: os.DirEntry[str], library_name: str) -> Backup | None:
    if not entry.name.startswith(library_name):
        return None
    said = _NAME.fullmatch(entry.name[len(library_name) :])
    if said is None or not entry.is_file():
        return None
    made_at = datetime.strptime(said["made_at"], _STAMP).replace(tzinfo=UTC)
    return Backup(Path(entry.path), made_at, said["kind"], entry.stat().st_size)


def _free_name(folder: Path, library_name: str, now: datetime, kind: str) -> Path:
    while True:
        stamp = now.astimezone(UTC).strftime(_STAMP)
        path = folder / f"{library_name}.{stamp}.{kind}.db"
        if not any(folder.glob(f"{library_name}.{stamp}.*")):
            return path
        now += timedelta(seconds=1)


def _sweep(folder: Path, library_name: str) -> None:
    """Take away what was left by a process that was killed; nobody else is at it now."""
    for left in folder.glob(f"{library_name}.*{UNFINISHED}*"):
        left.unlink(missing_ok=True)


def _make_sure_of_room(library_file: Path, folder: Path) -> None:
    needed = sum(
        beside.stat().st_size
        for beside in (library_file, library_file.with_name(library_file.name + "-wal"))
        if beside.exists()
    )
    if shutil.disk_usage(folder).free < needed + (16 << 20):
        raise BackupProblem(because("library.no_room_for_backup", folder=folder))


def _refuse_second() -> LibraryProblem:
    return BackupProblem(because("library.already_backing_up"))


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def settle(folder: Path) -> None:
    """Make sure that a power cut does not lose the new name, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
