"""Setting a library right: broken indexes, a library that is damaged, what a crash left behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from musicreclass.core.job import JobContext
from musicreclass.core.location import readable
from musicreclass.library.backup import restore as restoring
from musicreclass.library.backup.backups import backups, refuse_emptied
from musicreclass.library.history.forgetting import batch_files
from musicreclass.library.integrity import made_sound
from musicreclass.library.sqlite_errors import LibraryDamaged
from musicreclass.pipeline.care.window_claim import without_windows
from musicreclass.pipeline.scanning.leftovers import remove_leftovers
from musicreclass.sentences.reason import Reason, because


def repair(library_file: Path, ctx: JobContext) -> Iterator[Reason]:
    """Set right what can be, and yield what was done; nothing where all was well.

    Indexes are made anew. A library with worse damage is kept aside, and the latest backup that is
    whole takes its place.

    Raises:
        LibraryDamaged: there is no backup that is whole.
        LibraryProblem: somebody is using the library, or the disk refuses.
        Cancelled: the user stopped.
    """
    ctx.raise_if_cancelled()
    if not library_file.exists():
        return
    try:
        refuse_emptied(library_file)
        said = made_sound(library_file)
        if said is not None:
            yield said
    except LibraryDamaged as error:
        yield error.sentence
        yield from _restored(library_file, error, ctx)
    ctx.raise_if_cancelled()
    left = remove_leftovers(library_file)
    if left.removed:
        yield because("pipeline.leftovers_removed", count=left.removed)
    if left.too_young or left.refused:
        yield because("pipeline.leftovers_left", count=left.too_young + left.refused)


def _restored(library_file: Path, damage: LibraryDamaged, ctx: JobContext) -> Iterator[Reason]:
    """Put the latest backup that is whole in the library's place."""
    with without_windows(library_file):
        for backup in backups(library_file):
            ctx.raise_if_cancelled()
            try:
                aside = restoring.restore(library_file, backup.path)
            except LibraryDamaged as error:
                yield error.sentence
                continue
            yield because("cli.restored", backup=readable(str(backup.path)))
            if aside is not None:
                yield because("cli.kept_aside", path=readable(str(aside)))
            if files := batch_files(library_file):
                folder = readable(str(files[0].path.parent))
                yield because("cli.undo_files", folder=folder)
            return
    raise damage
