"""Hearing many files: from the cache where it can, else in child processes or on a cluster.

The cache is also what makes a run resumable: a killed one has kept what it heard.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from pathlib import Path

from musicreclass.core.analysis import Analysis, AnalysisSpec
from musicreclass.core.job import JobContext, Progress
from musicreclass.core.location import readable
from musicreclass.errors import MusicReclassError
from musicreclass.pipeline.analysis.analysis_cache import AnalysisKey, AnalysisOptions, sound_key
from musicreclass.pipeline.analysis.analyze_file import (
    AnalysisTask,
    AudioFileRef,
    analyze_file,
    definition_of,
)
from musicreclass.pipeline.processes.pool import map_in_processes

FILE_SECONDS = 120.0  # an excerpt takes a tenth of a second; only a hanging file takes longer
WHOLE_FILE_SECONDS = 1800.0  # a mix of several hours, on a slow machine

Outcome = tuple[AudioFileRef, Analysis | MusicReclassError]


def analyze(
    files: Iterable[AudioFileRef],
    analysis_spec: AnalysisSpec,
    ctx: JobContext,
    options: AnalysisOptions,
) -> Generator[Outcome, None, None]:
    """Yield every file with what was heard of it, or with what is wrong with it.

    What is in the cache comes first, the rest in the order in which it is finished.

    Raises:
        Cancelled: the user stopped; all that was heard until then is in the cache.
    """
    files = list(files)
    unheard: list[AnalysisTask] = []
    done = 0
    for file in files:
        ctx.raise_if_cancelled()
        analysis = options.cache.get(key_of(file, analysis_spec))
        if analysis is None:
            unheard.append(AnalysisTask(file, analysis_spec))
            continue
        done += 1
        ctx.report(Progress(done, len(files), readable(file.path)))
        yield file, analysis
    for order, outcome in _heard_anew(unheard, analysis_spec, ctx, options):
        if isinstance(outcome, Analysis):
            options.cache.put(key_of(order.file, analysis_spec), outcome)
        done += 1
        ctx.report(Progress(done, len(files), readable(order.file.path)))
        yield order.file, outcome


def _heard_anew(
    orders: list[AnalysisTask],
    analysis_spec: AnalysisSpec,
    ctx: JobContext,
    options: AnalysisOptions,
) -> Generator[tuple[AnalysisTask, Analysis | MusicReclassError], None, None]:
    whole = analysis_spec.part.value == "whole"
    limit = WHOLE_FILE_SECONDS if whole else FILE_SECONDS
    if options.cluster:
        from musicreclass.pipeline.processes.cluster import map_on_cluster  # dask is an extra

        return map_on_cluster(
            analyze_file,
            orders,
            ctx,
            address=options.cluster,
            seconds_per_item=limit,
            path_of=_path_of,
        )
    return map_in_processes(
        analyze_file,
        orders,
        ctx,
        workers=options.process_count,
        seconds_per_item=limit,
        path_of=_path_of,
        log=options.log,
    )


def key_of(file: AudioFileRef, analysis_spec: AnalysisSpec) -> AnalysisKey:
    """Return what a hearing is kept under: holds while the file bears its stamp, wherever it is."""
    return AnalysisKey(sound_key(file.fingerprint, file.stamp), definition_of(analysis_spec))


def _path_of(order: AnalysisTask) -> Path:
    return Path(order.file.path)
