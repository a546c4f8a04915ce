"""A process that sorts files into folders is killed at random: is each file in one place, whole?

Each round a child moves all of --files into genre folders, by one pattern after another, or puts
the last batch back, and gets SIGKILL after a while. Then the recovery of the next start runs, and
files, tracks and journal are compared. The same between two disks, where --other is on another one.
"""

import argparse
import hashlib
import os
import random
import shutil
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from _figures import keep
from _large_files import LargeFiles, wish

from musicreclass.core.job import QuietContext
from musicreclass.core.naming.name_patterns import NamePattern
from musicreclass.core.track import TrackLine
from musicreclass.library.store import Library
from musicreclass.pipeline.organizing.move_plan import OrganizeChoices
from musicreclass.pipeline.organizing.move_recovery import recover_moves
from musicreclass.pipeline.organizing.organize_files import organize, undo_moves
from musicreclass.pipeline.review.decide import set_genres
from musicreclass.pipeline.review.library_contents import decided_lines
from musicreclass.pipeline.scanning.scan import scan
from musicreclass.tags.safe_write.safe_file import is_unfinished

FILE_BYTES = 64 << 10
PATTERNS = ("{genre}/{filename}", "{artist}/{genre}/{filename}", "{genre}/{artist}/{title}")
GENRES = ("Rock", "Jazz", "流行", "Hip-Hop")
LATEST = 0.9  # of the time that a batch takes when nobody kills it


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--folder", type=Path, help="where the files are made, and removed again")
    parser.add_argument("--other", type=Path, help="a folder on another disk to sort into, too")
    options = parser.parse_args()
    if not hasattr(os, "fork"):
        raise SystemExit("This bench makes its children by fork, which Windows does not have.")
    os.environ["MUSICRECLASS_HOME"] = tempfile.mkdtemp()
    scratch = Path(tempfile.mkdtemp(dir=options.folder))
    try:
        KilledMovers(scratch / "one", scratch / "sorted", options.files).survive(options.kills, "")
        if options.other is not None:
            into = Path(tempfile.mkdtemp(dir=options.other))
            try:
                other = KilledMovers(scratch / "two", into, options.files)
                other.survive(options.kills, " to another disk")
            finally:
                shutil.rmtree(into)
    finally:
        shutil.rmtree(scratch)
        shutil.rmtree(os.environ["MUSICRECLASS_HOME"])


class KilledMovers:
    """A library whose movers are killed."""

    def __init__(self, scratch: Path, into: Path, count: int) -> None:
        self.files = LargeFiles(scratch / "music", FILE_BYTES)
        self.roots = (self.files.folder, into)
        self.into = into
        self.library = scratch / "library.db"
        self.random = random.Random(0)
        self.counts: Counter[str] = Counter()
        paths = self.files.make(count)
        wish(self.library, self.files.folder, paths, GENRES[0])
        self.decide()
        self.whole = digests(self.roots)
        started = time.perf_counter()
        batch = self.move(PATTERNS[0])
        self.seconds = time.perf_counter() - started
        undo_moves(self.library, batch, QuietContext())

    def decide(self) -> None:
        lines = self.lines()
        for number, genre in enumerate(GENRES):
            set_genres(self.library, lines[number :: len(GENRES)], [genre], QuietContext())

    def lines(self) -> list[TrackLine]:
        return decided_lines(self.library, QuietContext())

    def move(self, pattern: str) -> int:
        choices = OrganizeChoices(self.into, pattern=NamePattern.of(pattern), prunes_empty=True)
        return organize(self.library, self.lines(), choices, QuietContext()).batch

    def put_back(self) -> None:
        with Library(self.library) as library:
            batch = next((one.id for one in library.moves.batches() if one.undoable), None)
        if batch is not None:
            undo_moves(self.library, batch, QuietContext())

    def survive(self, kills: int, where: str) -> None:
        files = len(self.whole)
        print(f"{files} files are moved{where} in {self.seconds:.2f} s when nobody kills")
        started = time.perf_counter()
        for number in range(kills):
            pattern = PATTERNS[number // 2 % len(PATTERNS)]
            self.kill(self.put_back if number % 2 else partial(self.move, pattern))
            self.compare()
        print(f"{kills} kills in {time.perf_counter() - started:.0f} s: {dict(self.counts)}")
        keep(
            f"organize_kill.{'disks' if where else 'kills'}",
            f"{kills} times SIGKILL at random while {files} files are sorted into folders{where} "
            "or put back",
            f"{self.counts['kills amid files']} kills amid files, "
            f"{self.counts['files elsewhere']:,} files found elsewhere, none lost, none twice, "
            "none unknown to the library",
        )

    def kill(self, work: Callable[[], object]) -> None:
        """Let a child work, kill it, and start anew as the program does."""
        child = os.fork()
        if child == 0:
            try:
                work()
            finally:
                os._exit(0)
        time.sleep(self.random.uniform(0.0, LATEST * self.seconds))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        amid = recover_moves(self.library, QuietContext())
        self.counts["kills amid files" if amid else "kills before or after"] += 1

    def compare(self) -> None:
        there = digests(self.roots)
        assert sorted(there.values()) == sorted(self.whole.values()), "a file is lost, or twice"
        lines = self.lines()
        known = {str(line.location) for line in lines}
        assert known == set(map(str, there)), "the library knows files that are not there"
        assert all(line.decision for line in lines), "a decision is lost"
        with Library(self.library) as library:
            assert not library.moves.open_moves()
        summary = scan(self.library, QuietContext(), workers=1)
        assert (summary.new, summary.moved, summary.missing) == (0, 0, 0), summary
        self.counts["files elsewhere"] += sum(path not in self.whole for path in there)


def digests(roots: Iterable[Path]) -> dict[Path, str]:
    """Return the digest of each file below some folders; leftovers are none."""
    found = [path for root in roots for path in root.rglob("*") if path.is_file()]
    left = [path for path in found if is_unfinished(path.name)]
    assert not left, f"left behind: {left}"
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


if __name__ == "__main__":
    main()
