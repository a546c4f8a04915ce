"""Analysis of real clips: clips a second for decoding, the 518 features and one mel, and memory.

The clips are analyzed once, then ten times over under other names, so that memory can be compared.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from _figures import keep
from _quiet import MemoryWatch

from musicreclass.core.analysis import GTZAN_MEL, Analysis, AnalysisSpec
from musicreclass.core.job import QuietContext
from musicreclass.core.track import FileStamp
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.analysis.analyze import analyze
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from musicreclass.tags.formats import AUDIO_SUFFIXES

ANALYSIS_SPEC = AnalysisSpec(mels=(GTZAN_MEL,))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a folder of music")
    parser.add_argument("--times", type=int, default=10, help="how often all clips are heard again")
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    options = parser.parse_args()
    clips = sorted(p for p in options.data.rglob("*") if p.suffix.lower() in AUDIO_SUFFIXES)
    measure(clips, 1, options.workers)
    if options.times > 1:
        measure(clips, options.times, options.workers)


def measure(clips: Sequence[Path], times: int, workers: int) -> None:
    files = [
        AudioFileRef(str(clip), FileStamp.of(clip), f"{clip} {time_}")
        for time_ in range(times)
        for clip in clips
    ]
    with tempfile.TemporaryDirectory() as scratch:
        cache = AnalysisCache(Path(scratch))
        memory = MemoryWatch()
        started = time.perf_counter()
        analyzed = memory.run(lambda: _analyzed(files, cache, workers))
        seconds = time.perf_counter() - started
        print(
            f"{len(files):,} clips, {workers} processes: {len(files) / seconds:.1f} clips/s "
            f"({seconds:.0f} s), {len(files) - analyzed} not heard"
        )
        print(f"memory: {memory.text()}; cache {cache.size() / len(files) / 1024:.0f} KB a clip")
        keep(
            "analyze.anew",
            f"decoding, features and a mel of {len(files):,} clips, {workers} processes",
            f"{len(files) / seconds:.1f} clips/s, memory {memory.text()}",
        )
        started = time.perf_counter()
        _analyzed(files, cache, workers)
        seconds = time.perf_counter() - started
        print(f"again, from the cache: {len(files) / seconds:,.0f} clips/s")
        size = cache.size() / len(files) / 1024
        keep(
            "analyze.cached",
            f"the same from the cache, {size:.0f} KB a clip",
            f"{len(files) / seconds:,.0f} clips/s",
        )


def _analyzed(files: Sequence[AudioFileRef], cache: AnalysisCache, workers: int) -> int:
    outcomes = analyze(files, ANALYSIS_SPEC, QuietContext(), AnalysisOptions(cache, workers))
    return sum(isinstance(outcome, Analysis) for _, outcome in outcomes)


if __name__ == "__main__":
    main()
