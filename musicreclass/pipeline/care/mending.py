"""A damaged library: what there is to be done about it, and doing that."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from musicreclass.core.job import JobContext
from musicreclass.core.location import readable
from musicreclass.errors import MusicReclassError
from musicreclass.library.backup import restore as restoring
from musicreclass.library.backup.backups import backups
from musicreclass.library.history.forgetting import batch_files
from musicreclass.library.integrity import IndexesDamaged
from musicreclass.library.sqlite_errors import LibraryDamaged
from musicreclass.pipeline.care.backing_up import KeptBackup, kept
from musicreclass.sentences.reason import Reason, because


@dataclass(frozen=True, slots=True)
class Damage:
    """A library that cannot be used as it is, and what could stand in for it."""

    library_file: Path
    reason: Reason
    backups: tuple[KeptBackup, ...]
    undo_files: tuple[Path, ...] = ()  # of batches, in their order
    is_slight: bool = False  # only indexes are at fault

    @property
    def advice(self) -> Reason:
        """Return what can be done about it at a terminal."""
        if self.is_slight:
            return because("cli.damage_of_indexes")
        if not self.backups:
            return because("cli.damage_without_backups")
        last = self.backups[0]
        return because(
            "cli.damage_with_backups",
            made_at=f"{last.made_at.astimezone():%Y-%m-%d %H:%M}",
            decisions="?" if last.decisions is None else last.decisions,
        )

    @property
    def undo_advice(self) -> Reason | None:
        """Return how to take back what was written all the same; nothing where nothing was."""
        if self.is_slight or not self.undo_files:
            return None
        folder = readable(str(self.undo_files[0].parent))
        return because("cli.damage_with_undo_files", folder=folder, count=len(self.undo_files))


def is_damage(error: Exception) -> bool:
    """Say whether an error means that the library's file is broken, or none."""
    return isinstance(error, LibraryDamaged)


def damage(library_file: Path, error: MusicReclassError) -> Damage:
    """Return what a person has to know to choose."""
    files = tuple(one.path for one in batch_files(library_file))
    is_slight = isinstance(error, IndexesDamaged)
    found = tuple(kept(backups(library_file)))
    return Damage(library_file, error.sentence, found, files, is_slight)


def restore(library_file: Path, backup: Path, ctx: JobContext) -> Path | None:
    """Make a copy of a backup the library, and return where the one before is now.

    Raises:
        LibraryDamaged: the backup is not whole either.
        LibraryProblem: somebody is using the library, or the disk refuses.
    """
    ctx.raise_if_cancelled()
    return restoring.restore(library_file, backup)


def start_anew(library_file: Path, ctx: JobContext) -> Path | None:
    """Move the library aside, for a new one to be begun, and return where it is now.

    Raises:
        LibraryProblem: somebody is using the library, or the disk refuses.
    """
    ctx.raise_if_cancelled()
    return restoring.start_anew(library_file)
