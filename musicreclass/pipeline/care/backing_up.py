"""Backups of the library as jobs: once a day, when asked, and what there is."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from musicreclass.core.job import JobContext
from musicreclass.library.backup import backups
from musicreclass.library.backup.backups import ASKED, DAILY, Backup, back_up, decision_count
from musicreclass.library.connection import damage_in, refuse_strangers
from musicreclass.library.integrity import look_through, made_sound
from musicreclass.library.sqlite_errors import LibraryDamaged, library_errors
from musicreclass.library.store import Library
from musicreclass.sentences.reason import Reason, because

MEGABYTE = 1 << 20

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A backup as a person chooses among them."""

    path: Path
    made_at: datetime
    kind: str
    size: int
    decisions: int | None  # how many tracks are decided in it; None where it cannot be read

    @property
    def why(self) -> Reason:
        """Return why it was made."""
        if self.kind == DAILY:
            return because("pipeline.backup_daily")
        if self.kind == ASKED:
            return because("pipeline.backup_asked")
        return because("pipeline.backup_before", migration=self.kind)

    def to_plain(self) -> dict[str, object]:
        """Return what JSON can hold."""
        return {
            "path": str(self.path),
            "made_at": self.made_at.isoformat(),
            "kind": self.kind,
            "bytes": self.size,
            "decisions": self.decisions,
        }


class Stoppable(Protocol):
    """What of a job's context is needed here."""

    def raise_if_cancelled(self) -> None: ...


def list_backups(library_file: Path, ctx: Stoppable) -> list[KeptBackup]:
    """Return the backups of a library, the latest first."""
    ctx.raise_if_cancelled()
    return kept(backups.backups(library_file))


def back_up_daily(library_file: Path, ctx: JobContext, *, most_megabytes: int) -> KeptBackup | None:
    """Make the backup of today, unless there is one, or nothing yet that would be lost.

    Raises:
        LibraryDamaged: the library is not whole.
        BackupProblem: the disk refuses, or another process is making a backup.
        Cancelled: the user stopped; no backup was made.
    """
    ctx.raise_if_cancelled()
    if not library_file.exists() or not backups.is_due(library_file):
        return None
    with Library(library_file) as library:
        if not library.holds_anything():
            return None
    return _made(library_file, DAILY, ctx, most_megabytes)


def look_after(
    library_file: Path, ctx: JobContext, *, backs_up: bool, most_megabytes: int
) -> KeptBackup | None:
    """Make the backup of today where one is due, else look whether the library is whole.

    Broken indexes are made anew first.

    Raises: as `back_up_daily`.
    """
    if (said := made_sound(library_file)) is not None:
        logger.warning("%s", said)
    if backs_up:
        made = back_up_daily(library_file, ctx, most_megabytes=most_megabytes)
        if made is not None:
            return made  # which was looked through
    check_library(library_file, ctx)
    return None


def back_up_now(library_file: Path, ctx: JobContext, *, most_megabytes: int) -> KeptBackup:
    """Make a backup because a person asks for it.

    Raises: as `back_up_daily`.
    """
    with Library(library_file):  # made, or brought up to date
        return _made(library_file, ASKED, ctx, most_megabytes)


def check_library(library_file: Path, ctx: Stoppable) -> None:
    """Look through all of the library's file.

    Raises:
        IndexesDamaged: only indexes are at fault, which can be made anew.
        LibraryDamaged: it is not whole.
    """
    ctx.raise_if_cancelled()
    if not library_file.exists():
        return
    with library_errors(library_file):
        backups.refuse_emptied(library_file)
        refuse_strangers(library_file)
        if library_file.stat().st_size and (damage := damage_in(library_file, has_log=True)):
            raise LibraryDamaged(because("library.damaged", path=library_file, said=damage))
    if library_file.stat().st_size:
        look_through(library_file)


def kept(made: Iterable[Backup]) -> list[KeptBackup]:
    """Return backups with what is in them."""
    return [KeptBackup(b.path, b.made_at, b.kind, b.size, decision_count(b.path)) for b in made]


def backup_folder(library_file: Path) -> Path:
    """Return where the backups of a library lie, whether there are any or not."""
    return backups.folder_of(library_file)


def _made(library_file: Path, kind: str, ctx: JobContext, most_megabytes: int) -> KeptBackup:
    made = back_up(
        library_file,
        kind,
        most_bytes=most_megabytes * MEGABYTE,
        look_around=ctx.raise_if_cancelled,
    )
    return kept([made])[0]
