"""Scans and analyzes a folder of odd files: how many of each format work, and why others do not.

Made for the test files of mutagen, beets and mediafile; any folder will do.
"""

import argparse
import os
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from _figures import keep

from musicreclass.core.analysis import Analysis, AnalysisSpec
from musicreclass.core.job import QuietContext
from musicreclass.core.track import FileStamp
from musicreclass.errors import FileProblem
from musicreclass.library.store import Library
from musicreclass.pipeline.analysis.analyze_file import AnalysisTask, analyze_file
from musicreclass.pipeline.processes.pool import map_in_processes
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from musicreclass.pipeline.scanning.scan import scan
from musicreclass.tags.formats import AUDIO_SUFFIXES


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    found = measure(parser.parse_args().folder.resolve())
    keep("corpora.files", "the odd test files of mutagen, beets and mediafile", found)


def measure(folder: Path) -> str:
    """Scan and analyze all of `folder`, and print what became of it; return the sum of it."""
    with tempfile.TemporaryDirectory() as scratch:
        summary = scan(Path(scratch) / "library.db", QuietContext(), paths=[folder])
        with Library(Path(scratch) / "library.db") as library:
            lines = [line for batch in library.lines() for line in batch]
            problems = library.problems()
    print(f"{summary.files} files, {len(lines)} tracks, {len(problems)} problems")
    print("formats:", _counts(Counter(line.format for line in lines)))
    print("tags:", _counts(Counter(line.tag_kind or "none" for line in lines)))
    for problem in problems:
        print(f"  {problem.path.relative_to(folder)}: {problem.reason}")
    every = [path for path in folder.rglob("*") if path.suffix.lower() in AUDIO_SUFFIXES]
    assert len(lines) + len(problems) == len(every), "a file became neither a track nor a problem"
    analyzed = analyze_all(folder, every)
    return f"{len(every)} files: {len(lines)} tracks, {analyzed}; the rest with a reason"


def analyze_all(folder: Path, files: Sequence[Path]) -> str:
    """Analyze every file in child processes, print what came of it and return how many they are."""
    cores, started = os.cpu_count() or 1, time.perf_counter()
    tasks = [AnalysisTask(AudioFileRef(str(f), FileStamp.of(f), ""), AnalysisSpec()) for f in files]
    outcomes = list(
        map_in_processes(
            analyze_file,
            tasks,
            QuietContext(),
            workers=cores,
            seconds_per_item=30.0,
            path_of=lambda task: Path(task.file.path),
        )
    )
    refused = [outcome for _, outcome in outcomes if not isinstance(outcome, Analysis)]
    seconds = time.perf_counter() - started
    print(f"analyzed {len(outcomes) - len(refused)} of {len(files)} in {seconds:.0f} s; refused:")
    for problem in sorted(refused, key=str):
        assert isinstance(problem, FileProblem)
        print(f"  {problem.path.relative_to(folder)}: {problem.reason}")
    assert len(outcomes) == len(files), "a file was neither analyzed nor refused"
    return f"{len(outcomes) - len(refused)} analyzed in {seconds:.0f} s"


def _counts(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counter.most_common())


if __name__ == "__main__":
    main()
