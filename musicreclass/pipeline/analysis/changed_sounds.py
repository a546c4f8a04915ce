"""Analyses of changed sounds of files: those in the cache, and the others made in processes."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from musicreclass.core.analysis import Analysis
from musicreclass.core.job import JobContext
from musicreclass.errors import MusicReclassError
from musicreclass.pipeline.analysis.analysis_cache import (
    AnalysisCache,
    AnalysisKey,
    AnalysisOptions,
)
from musicreclass.pipeline.analysis.analyze import FILE_SECONDS
from musicreclass.pipeline.processes.pool import map_in_processes
from musicreclass.pipeline.scanning.audio_files import AudioFileRef


class ChangedSoundTask(Protocol):
    """One piece of work for a child: some changed sounds of one file."""

    @property
    def file(self) -> AudioFileRef: ...

    @property
    def keys(self) -> tuple[AnalysisKey, ...]:
        """The cache key of each changed sound."""


Task = TypeVar("Task", bound=ChangedSoundTask)


def changed_sounds(
    work: Callable[[Task], Sequence[Analysis]],
    tasks: Sequence[Task],
    ctx: JobContext,
    options: AnalysisOptions,
) -> Generator[tuple[Task, Sequence[Analysis] | MusicReclassError], None, None]:
    """Yield each task with its analyses, or with why there are none; those in the cache first.

    Raises:
        Cancelled: the user stopped; what was analyzed is kept in the cache.
    """
    missing: list[Task] = []
    for task in tasks:
        ctx.raise_if_cancelled()
        kept = kept_analyses(task, options.cache)
        if kept is None:
            missing.append(task)
        else:
            yield task, kept
    for task, outcome in map_in_processes(
        work,
        missing,
        ctx,
        workers=options.process_count,
        seconds_per_item=FILE_SECONDS,
        path_of=lambda task: Path(task.file.path),
        log=options.log,
    ):
        if not isinstance(outcome, MusicReclassError):
            for key, analysis in zip(task.keys, outcome, strict=True):
                options.cache.put(key, analysis)
        yield task, outcome


def kept_analyses(task: ChangedSoundTask, cache: AnalysisCache) -> Sequence[Analysis] | None:
    """Return what the cache has of a task, None where any of it is missing."""
    kept = [analysis for key in task.keys if (analysis := cache.get(key)) is not None]
    return kept if len(kept) == len(task.keys) else None
