"""First scan and re-scan of many small files: files a second, and memory.

The files are made below --folder and kept there for the next time. mutagen alone, in one process
over some of the same files, is measured in the same run.
"""

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path

import mutagen
from _figures import keep
from _quiet import MemoryWatch
from _small_files import make_small_files

from musicreclass.core.job import QuietContext
from musicreclass.pipeline.scanning.scan import scan

SAMPLE = 2_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="where the files are made and kept")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch) / "music"
        started = time.perf_counter()
        make_small_files(folder, options.files)
        print(f"{options.files:,} files made in {time.perf_counter() - started:.0f} s")
        measure(folder, Path(scratch) / "library.db", options.files)


def measure(folder: Path, library: Path, count: int) -> None:
    alone = mutagen_alone(folder)
    print(f"mutagen alone, one process:  {alone:7,.0f} files/s")
    memory = MemoryWatch()
    first = memory.run(lambda: scan(library, QuietContext(), paths=[folder]))
    print(
        f"first scan, {os.cpu_count()} cores:         {first.files / first.seconds:7,.0f} files/s "
        f"({first.seconds:.1f} s, {first.new:,} new, {first.problems} problems)"
    )
    print(f"memory of the first scan:    {memory.text()}")
    again = [scan(library, QuietContext(), paths=[folder]) for _ in range(3)]
    seconds = statistics.median(summary.seconds for summary in again)
    print(f"re-scan, nothing changed:    {seconds:.2f} s (median of 3)")
    keep(
        "scan.first",
        f"first scan of {count:,} small MP3s, tags and fingerprints",
        f"{first.files / first.seconds:,.0f} files/s (mutagen alone, one process: {alone:,.0f})",
    )
    keep("scan.again", "scan again, nothing changed", f"{seconds:.1f} s")
    keep("scan.memory", "memory meanwhile, first and second half", memory.text())
    assert first.new == count, "not every file became a track"
    assert all(summary.new + summary.changed == 0 for summary in again)


def mutagen_alone(folder: Path) -> float:
    files = [path for _, path in zip(range(SAMPLE), folder.rglob("*.mp3"), strict=False)]
    started = time.perf_counter()
    for path in files:
        mutagen.File(path)
    return len(files) / (time.perf_counter() - started)


if __name__ == "__main__":
    main()
