"""Looking into the directories in which something happened, and nowhere else."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from musicreclass.core.job import JobContext
from musicreclass.library.store import Library
from musicreclass.pipeline.processes.pool import default_workers
from musicreclass.pipeline.scanning.drives import is_folder
from musicreclass.pipeline.scanning.same_file import KeptAnalyses, NoAnalyses
from musicreclass.pipeline.scanning.scan import ScanRun, ScanSummary
from musicreclass.pipeline.scanning.walk import Listing
from musicreclass.tags.formats import AUDIO_SUFFIXES


def rescan(
    library_file: Path,
    ctx: JobContext,
    *,
    by_folder: Mapping[int, Sequence[str]],
    moving: frozenset[str] = frozenset(),
    workers: int = 0,
    follow_symlinks: bool = True,
    open_cache: Callable[[], KeptAnalyses] = NoAnalyses,
) -> ScanSummary:
    """Bring the tracks up to date that lie in some directories themselves, not below them.

    Takes milliseconds, however large the library is. A folder that is not there as a whole, as
    when its drive was taken away, is passed over.

    Args:
        by_folder: the directories by the id of their folder.
        moving: files that are still being written; they stay as they are.
        workers: how many processes read files; 0 for one per core.
        open_cache: as in `scan`.

    Returns:
        What it found, with no other problems than those that are new.

    Raises:
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped; all that was read until then is kept.
    """
    with Library(library_file) as library:
        run = ScanRun(library, ctx, workers or default_workers(), follow_symlinks, {})
        run.open_cache = open_cache
        named = {problem.path for problem in library.problems(with_hidden=True)}
        for folder in library.folders():
            directories = by_folder.get(folder.id, ())
            if directories and is_folder(folder.path):
                known = library.known_files_in(directories)
                run.unseen = {path: file for path, file in known.items() if path not in moving}
                listing = Listing(
                    str(folder.path),
                    AUDIO_SUFFIXES,
                    follow_symlinks,
                    directories=directories,
                    moving=moving,
                    known=frozenset(known),
                )
                run.take_in(folder, listing, partial(_lies_in, frozenset(directories)))
        new_problems = sum(problem.path not in named for problem in run.problems)
        return replace(run.summary(), problems=new_problems)


def _lies_in(directories: frozenset[str], path: str) -> bool:
    return path in directories or os.path.dirname(path) in directories  # noqa: PTH120, many files
