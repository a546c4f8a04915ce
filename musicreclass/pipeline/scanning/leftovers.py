"""Copies that a crash left beside the music, and that no journal knows of any more."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from musicreclass.core.track import Problem
from musicreclass.library.store import Library
from musicreclass.library.write_lock import AlreadyWriting, write_lock
from musicreclass.sentences.reason import because
from musicreclass.tags.safe_write.disk import Disk
from musicreclass.tags.safe_write.safe_file import is_unfinished

# A younger one may be that of a writer who is at it with another library.
LEAST_AGE_SECONDS = 600.0

LEFTOVER = because("pipeline.leftover_copy")


@dataclass(frozen=True, slots=True)
class RemovedLeftovers:
    """What became of leftovers, by number."""

    removed: int
    too_young: int
    refused: int  # by the disk


def leftovers_among(library_file: Path, paths: Iterable[str], folder_id: int) -> list[Problem]:
    """Return as problems those of some unfinished copies that nobody is at work on."""
    found = list(paths)
    if not found:
        return []
    with suppress(AlreadyWriting), write_lock(library_file):
        there = [Path(path) for path in found if os.path.lexists(path)]
        return [Problem(path, LEFTOVER, folder_id) for path in there]
    return []


def known_leftovers(library: Library) -> list[Path]:
    """Return the leftovers that scans have found, as far as they are still there."""
    problems = library.problems(with_hidden=True)
    found = [one.path for one in problems if one.reason.code == LEFTOVER.code]
    return [path for path in found if is_unfinished(path.name) and os.path.lexists(path)]


def remove_leftovers(
    library_file: Path, disk: Disk | None = None, *, now: float | None = None
) -> RemovedLeftovers:
    """Remove the leftovers that scans have found; none that somebody may be at work on.

    Args:
        now: the time, in seconds since 1970.

    Raises:
        LibraryProblem: the library cannot be used, or somebody is writing with it.
    """
    disk = disk or Disk()
    now = time.time() if now is None else now
    removed: list[Path] = []
    young = refused = 0
    with write_lock(library_file), Library(library_file) as library:
        # Their folders are swept by recovery, once it is known what became of the change.
        open_folders = {
            Path(os.path.realpath(change.path)).parent
            for change in library.journal.open_changes()
            if not change.is_unread
        }
        for path in known_leftovers(library):
            try:
                # The time of the last change of anything: that of the content is the old file's.
                is_young = now - disk.stat(path).st_ctime < LEAST_AGE_SECONDS
                if is_young or path.parent.resolve() in open_folders:
                    young += 1
                else:
                    disk.remove(path)
                    removed.append(path)
            except OSError:
                refused += 1
        library.replace_problems([], map(str, removed))
    return RemovedLeftovers(len(removed), young, refused)
