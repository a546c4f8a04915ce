"""How long a track takes to be heard: decoding, and measuring what a classifier wants to know."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from musicreclass.core.analysis import AnalysisSpec
from musicreclass.core.job import JobContext
from musicreclass.pipeline.analysis.analyze_file import AnalysisTask, AudioFileRef, analyze_file
from musicreclass.pipeline.processes.pool import map_in_processes

TRIED = 4  # tracks, of which the middle one counts
FILE_SECONDS = 120.0


def listening_seconds(
    files: Sequence[AudioFileRef],
    analysis_spec: AnalysisSpec,
    ctx: JobContext,
    *,
    log: Path | None = None,
) -> float | None:
    """Return how long one processor takes for a track; None where none could be heard.

    A few of `files` are heard anew, whatever is in the cache.

    Raises:
        Cancelled: the user stopped.
    """
    some = files[:: max(1, len(files) // TRIED)][:TRIED]
    # The first is heard twice: the child loads its libraries with it.
    orders = [AnalysisTask(file, analysis_spec) for file in (some[0], *some)] if some else []
    outcomes = map_in_processes(
        timed, orders, ctx, workers=1, seconds_per_item=FILE_SECONDS, path_of=_path_of, log=log
    )
    with closing(outcomes):
        seconds = [found for _, found in outcomes if isinstance(found, float)]
    return statistics.median(seconds[1:]) if len(seconds) > 1 else None


def timed(order: AnalysisTask) -> float:
    """Hear a file, and return how many seconds that took. Runs in a child process."""
    started = time.perf_counter()
    analyze_file(order)
    return time.perf_counter() - started


def _path_of(order: AnalysisTask) -> Path:
    return Path(order.file.path)
