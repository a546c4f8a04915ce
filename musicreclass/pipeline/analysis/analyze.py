"""Analysis of many files: from the cache where it can be, else in child processes or on a cluster.

The cache also makes a run resumable: one that was killed has kept what it analyzed.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from pathlib import Path

from musicreclass.core.analysis import Analysis, AnalysisSpec, Part
from musicreclass.core.job import JobContext, Progress
from musicreclass.core.location import readable
from musicreclass.errors import MusicReclassError
from musicreclass.pipeline.analysis.analysis_cache import AnalysisKey, AnalysisOptions, sound_key
from musicreclass.pipeline.analysis.analyze_file import AnalysisTask, analyze_file, definition_of
from musicreclass.pipeline.processes.pool import map_in_processes
from musicreclass.pipeline.scanning.audio_files import AudioFileRef

FILE_SECONDS = 120.0  # an excerpt takes a tenth of a second; only a hanging file takes longer
WHOLE_FILE_SECONDS = 1800.0  # a mix of several hours, on a slow machine
ENCODER_BYTES = 3 << 30  # of memory for a process with an encoder of 90 million numbers
TIMED_TRACKS = 4  # of which the middle one counts

Outcome = tuple[AudioFileRef, Analysis | MusicReclassError]


def analyze(
    files: Iterable[AudioFileRef], spec: AnalysisSpec, ctx: JobContext, options: AnalysisOptions
) -> Generator[Outcome, None, None]:
    """Yield every file with its analysis, or with what is wrong with it.

    What is in the cache comes first, the rest in the order in which it is finished.

    Raises:
        Cancelled: the user stopped; all that was analyzed until then is in the cache.
    """
    files = list(files)
    missing: list[AnalysisTask] = []
    done = 0
    for file in files:
        ctx.raise_if_cancelled()
        analysis = kept(file, spec, options)
        if analysis is None:
            missing.append(AnalysisTask(file, spec))
            continue
        done += 1
        ctx.report(Progress(done, len(files), readable(file.path)))
        yield file, analysis
    for task, outcome in _analyzed(missing, spec, ctx, options):
        if isinstance(outcome, Analysis):
            options.cache.put(key_of(task.file, spec), outcome)
        done += 1
        ctx.report(Progress(done, len(files), readable(task.file.path)))
        yield task.file, outcome


def _analyzed(
    tasks: list[AnalysisTask], spec: AnalysisSpec, ctx: JobContext, options: AnalysisOptions
) -> Generator[tuple[AnalysisTask, Analysis | MusicReclassError], None, None]:
    limit = WHOLE_FILE_SECONDS if spec.part is Part.WHOLE else FILE_SECONDS
    if options.in_place:
        return _analyzed_in_place(tasks, ctx)
    if options.cluster:
        from musicreclass.pipeline.processes.cluster import map_on_cluster  # dask is an extra

        return map_on_cluster(
            analyze_file,
            tasks,
            ctx,
            address=options.cluster,
            seconds_per_item=limit,
            path_of=_path_of,
        )
    return map_in_processes(
        analyze_file,
        tasks,
        ctx,
        workers=worker_count(spec, options),
        seconds_per_item=limit,
        path_of=_path_of,
        log=options.log,
    )


def _analyzed_in_place(
    tasks: list[AnalysisTask], ctx: JobContext
) -> Generator[tuple[AnalysisTask, Analysis | MusicReclassError], None, None]:
    for task in tasks:
        ctx.raise_if_cancelled()
        try:
            yield task, analyze_file(task)
        except MusicReclassError as error:
            yield task, error


def worker_count(spec: AnalysisSpec, options: AnalysisOptions) -> int:
    """Return how many processes work: where each opens a large encoder, no more than memory has."""
    count = options.process_count
    if spec.encoder is None or spec.encoder.wave is None or not hasattr(os, "sysconf"):
        return count
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return max(1, min(count, memory // ENCODER_BYTES))


def kept(file: AudioFileRef, spec: AnalysisSpec, options: AnalysisOptions) -> Analysis | None:
    """Return what is in the cache, made for this or for more; None where nothing is of use."""
    for made_by in (spec, *(one for one in options.wider if one.covers(spec))):
        if (analysis := options.cache.get(key_of(file, made_by))) is not None:
            return analysis.narrowed(made_by, spec)
    return None


def key_of(file: AudioFileRef, spec: AnalysisSpec) -> AnalysisKey:
    """Return the cache key of a file: it holds while the file bears its stamp, wherever it is."""
    return AnalysisKey(sound_key(file.fingerprint, file.stamp), definition_of(spec))


def seconds_per_track(
    files: Sequence[AudioFileRef], spec: AnalysisSpec, ctx: JobContext, *, log: Path | None = None
) -> float | None:
    """Return how long one processor takes for a track; None where none can be analyzed.

    Raises and takes what `seconds_by_spec` does.
    """
    return seconds_by_spec(files, [spec], ctx, log=log)[spec]


def seconds_by_spec(
    files: Sequence[AudioFileRef],
    specs: Sequence[AnalysisSpec],
    ctx: JobContext,
    *,
    log: Path | None = None,
) -> dict[AnalysisSpec, float | None]:
    """Return how long one processor takes for a track by each of some specs.

    A few of `files` are analyzed anew, whatever is in the cache. It is None where none can be
    analyzed.

    Raises:
        Cancelled: the user stopped.
    """
    some = files[:: max(1, len(files) // TIMED_TRACKS)][:TIMED_TRACKS]
    # The first is done twice: the child loads its libraries with it.
    tasks = [AnalysisTask(file, spec) for spec in specs for file in (*some[:1], *some)]
    outcomes = map_in_processes(
        timed, tasks, ctx, workers=1, seconds_per_item=FILE_SECONDS, path_of=_path_of, log=log
    )
    seconds: dict[AnalysisSpec, list[float]] = {spec: [] for spec in specs}
    with closing(outcomes):
        for task, found in outcomes:
            if isinstance(found, float):
                seconds[task.spec].append(found)
    return {
        spec: statistics.median(found[1:]) if len(found) > 1 else None
        for spec, found in seconds.items()
    }


def timed(task: AnalysisTask) -> float:
    """Analyze a file, and return how many seconds that took. Runs in a child process."""
    started = time.perf_counter()
    analyze_file(task)
    return time.perf_counter() - started


def _path_of(task: AnalysisTask) -> Path:
    return Path(task.file.path)
