"""A process that writes genres is killed at random moments: is each file wholly old or wholly new?

Each round a child writes all of --files, or takes the last batch back, and gets SIGKILL after a
while. Every other pair of rounds its disk writes each patch in two halves with a pause between, so
that kills tear patches, too. Then the recovery of the next start runs, and files, journal and
folder are compared. As root, the same on a file system that is full, mounted for that.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

from _figures import keep
from _large_files import LargeFiles, wish

from musicreclass.core.job import QuietContext
from musicreclass.core.tag_change import Patch, WriteChoices, reversed_patches
from musicreclass.library.store import Library
from musicreclass.pipeline.writing.apply import (
    ApplySummary,
    undo_batch,
    wanted_genres,
    write_genres,
)
from musicreclass.pipeline.writing.recover import recover
from musicreclass.tags.safe_write.disk import Disk
from musicreclass.tags.safe_write.safe_file import Side, is_unfinished, side_of

FILE_BYTES = 64 << 10
GENRES = ("Folk; 民謠", "Jazz", "A genre of so many words that it takes more room than there was")
LATEST = 1.0  # of the time that a batch takes, as far as one can tell
SHORTER, LONGER = 0.8, 1.2  # next time, after a batch that was done already, or not yet
LEAST_SECONDS = 0.1
TEAR_SECONDS = 0.002
FULL_BYTES = 16 << 20
FULL_FILES = 40


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--kills", type=int, default=1_000)
    parser.add_argument("--folder", type=Path, help="where the files are made, and removed again")
    options = parser.parse_args()
    if not hasattr(os, "fork"):
        raise SystemExit("This bench makes its children by fork, which Windows does not have.")
    os.environ["MUSICRECLASS_HOME"] = tempfile.mkdtemp()
    scratch = Path(tempfile.mkdtemp(dir=options.folder))
    try:
        KilledWriters(scratch, options.files).survive(options.kills)
        on_full_disk(scratch / "full")
    finally:
        shutil.rmtree(scratch)
        shutil.rmtree(os.environ["MUSICRECLASS_HOME"])


class KilledWriters:
    """A library whose writers are killed."""

    def __init__(self, scratch: Path, count: int) -> None:
        self.files = LargeFiles(scratch / "music", FILE_BYTES)
        self.paths = self.files.make(count)
        self.library = scratch / "library.db"
        self.random = random.Random(0)
        self.counts: Counter[str] = Counter()
        self.disk = Disk()
        wish(self.library, self.files.folder, self.paths, GENRES[0])
        self.seconds = write(self.library).seconds  # of a batch, as far as one can tell

    def survive(self, kills: int) -> None:
        print(f"{len(self.paths)} files are written in {self.seconds:.2f} s when nobody kills")
        started = time.perf_counter()
        for number in range(kills):
            self.disk = TearingDisk() if number // 2 % 2 else Disk()
            if number % 2:
                self.be_killed_undoing()
            else:
                self.be_killed_writing(GENRES[number // 2 % len(GENRES)])
        print(f"{kills} kills in {time.perf_counter() - started:.0f} s: {dict(self.counts)}")
        keep(
            "tag_kill.kills",
            f"{kills} times SIGKILL at random while {len(self.paths)} files are written or taken "
            "back",
            f"{self.counts['kills amid files']} kills amid files, {self.counts['files torn']} "
            "files torn and made whole, "
            f"{self.counts['files changed']:,} files changed, none damaged, none contradicts the "
            "journal",
        )

    def be_killed_writing(self, genre: str) -> None:
        before = contents(self.paths)
        wish(self.library, self.files.folder, self.paths, genre)
        with Library(self.library) as library:
            last = max((batch.id for batch in library.journal.batches()), default=0)
        self.kill(lambda: write(self.library, self.disk))
        with Library(self.library) as library:
            done = [
                change
                for batch in library.journal.batches()
                if batch.id > last
                for change in library.journal.kept_changes(batch.id)
            ]
        self.compare(before, {change.path: change.patches or () for change in done})

    def be_killed_undoing(self) -> None:
        before = contents(self.paths)
        with Library(self.library) as library:
            batch = next((one.id for one in library.journal.batches() if one.undoable), 0)
        if not batch:
            wish(self.library, self.files.folder, self.paths, GENRES[0])
            batch = write(self.library).batch
            before = contents(self.paths)
        with Library(self.library) as library:
            kept = {one.id: one for one in library.journal.kept_changes(batch)}
        ctx = QuietContext()
        self.kill(lambda: undo_batch(self.library, batch, ctx, disk=self.disk))
        with Library(self.library) as library:
            still = {one.id for one in library.journal.kept_changes(batch)}
        undone = [change for number, change in kept.items() if number not in still]
        self.compare(before, {one.path: reversed_patches(one.patches or ()) for one in undone})

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
        _, status = os.waitpid(child, 0)
        # Some batches are copied and most written in place, which is a matter of moments.
        self.seconds = max(self.seconds * (SHORTER if status == 0 else LONGER), LEAST_SECONDS)
        self.counts["files torn"] += self.torn()
        amid = recover(self.library, QuietContext())
        self.counts["kills amid files" if amid else "kills before or after"] += 1

    def torn(self) -> int:
        """Return how many files are a mix of old and new bytes, before anybody mends them."""
        with Library(self.library) as library:
            pending = [one for one in library.journal.open_changes() if one.pending]
        return sum(
            side_of(one.path, one.pending.patches, one.pending.size, Disk()) is Side.NEITHER
            for one in pending
            if one.pending is not None
        )

    def compare(self, before: dict[Path, bytes], done: dict[Path, tuple[Patch, ...]]) -> None:
        for path, now in contents(self.paths).items():
            expected = patched(before[path], done.get(path, ()))
            assert now == expected, f"{path} is not what the journal says"
        self.counts["files changed"] += len(done)
        assert_tidy(self.library, self.files.folder)


def write(library: Path, disk: Disk | None = None) -> ApplySummary:
    ctx = QuietContext()
    return write_genres(library, wanted_genres(library, ctx), WriteChoices(), ctx, disk=disk)


def on_full_disk(folder: Path) -> None:
    """Write on a file system that has no room for copies, and believes that it has."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={FULL_BYTES}", "none", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        print("full disk: nothing can be mounted here")
        return
    try:
        files = LargeFiles(folder / "music", FILE_BYTES)
        paths = files.make(FULL_FILES)
        library = folder.with_name("full.db")
        wish(library, files.folder, paths, GENRES[0])
        before = contents(paths)
        room = shutil.disk_usage(folder).free - FILE_BYTES * 3 // 2
        (folder / "filler").write_bytes(bytes(room))
        summary = write(library, HopefulDisk())
        with Library(library) as opened:
            done = {one.path: one.patches or () for one in opened.journal.kept_changes(1)}
        for path, now in contents(paths).items():
            assert now == patched(before[path], done.get(path, ())), f"{path} was damaged"
        assert_tidy(library, files.folder)
        print(f"full disk: {summary.written} written, {summary.refused} refused, none damaged")
    finally:
        subprocess.run(["umount", str(folder)], check=True)


class TearingDisk(Disk):
    """Writes patches in two halves."""

    def patch(self, file: BinaryIO, at: int, data: bytes) -> None:
        half = len(data) // 2
        super().patch(file, at, data[:half])
        time.sleep(TEAR_SECONDS)
        super().patch(file, at + half, data[half:])


class HopefulDisk(Disk):
    """Says that there is room, so that the system has to say that there is none."""

    def free_bytes(self, folder: Path) -> int:
        return 1 << 40


def assert_tidy(library_file: Path, folder: Path) -> None:
    left = [path for path in folder.rglob("*") if is_unfinished(path.name)]
    assert not left, f"left behind: {left}"
    with Library(library_file) as library:
        assert not library.journal.open_changes()


def contents(paths: Iterable[Path]) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in paths}


def patched(data: bytes, patches: tuple[Patch, ...]) -> bytes:
    for patch in reversed(patches):
        end = patch.at + len(patch.old)
        assert data[patch.at : end] == patch.old
        data = data[: patch.at] + patch.new + data[end:]
    return data


if __name__ == "__main__":
    main()
