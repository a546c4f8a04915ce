"""Scans a folder of odd files: how many of each format become a track, and why others do not.

Made for the test files of mutagen, beets and mediafile; any folder will do.
"""

import argparse
import tempfile
from collections import Counter
from pathlib import Path

from _quiet import QuietContext

from musicreclass.library.store import Library
from musicreclass.pipeline.scan import scan
from musicreclass.tags.formats import AUDIO_SUFFIXES


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder.resolve()
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


def _counts(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counter.most_common())


if __name__ == "__main__":
    main()
