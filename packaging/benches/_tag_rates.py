"""Measuring how many files a second get a genre, and give it back: see the bench `tag_rate`."""

import io
import os
import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, BinaryIO, cast

from _figures import keep
from _large_files import LargeFiles, wish
from mutagen.id3 import ID3, TCON

from musicreclass.core.job import QuietContext
from musicreclass.core.tag_change import SafeWay, WriteChoices
from musicreclass.pipeline.writing import absorbed_writes, file_writes, plan
from musicreclass.pipeline.writing.apply import (
    ApplySummary,
    undo_batch,
    wanted_genres,
    write_genres,
)
from musicreclass.tags.safe_write.disk import Disk

SAMPLE = 200  # files for what is measured one by one
PARTS = (  # where each is called, and what it is
    (plan, "inspect", "looking at the file"),
    (plan, "genre_edit_in", "making patches"),
    (absorbed_writes, "facts_in_place", "checking"),
    (absorbed_writes, "tags_digest", "digest"),
    (file_writes, "patch_in_place", "patch and sync"),
    (file_writes, "record_outcomes", "recording"),
)


def measure_all(scratch: Path, files: int, file_bytes: int) -> None:
    """Print rates in place and where bytes must move, and what a file costs; keep them.

    Args:
        files: at most; as many as leave a quarter of the disk's free space alone.
    """
    count = min(files, shutil.disk_usage(scratch).free // 4 * 3 // file_bytes // 2)
    print(f"{count:,} files of {file_bytes >> 20} MB")
    for padded in (True, False):
        measure(scratch, count, file_bytes, padded)
    costs = parts(scratch, file_bytes)
    print(f"where the processor's time goes: {costs}")
    keep("tag_rate.parts", "processor's time of one file that is written in place", costs)


def made(scratch: Path, count: int, file_bytes: int, padded: bool) -> tuple[Path, list[Path]]:
    """Make files anew, and a library that wants a genre in them."""
    files = LargeFiles(scratch / "music", file_bytes)
    shutil.rmtree(scratch / "music", ignore_errors=True)
    paths = files.make(2 * count)
    for path in paths[1 - padded :: 2]:
        path.unlink()
    library = Path(tempfile.mkdtemp(dir=scratch)) / "library.db"
    wish(library, files.folder, paths[padded::2], "Folk; 民謠")
    os.sync()  # what is still in memory of the making is no cost of writing
    return library, paths[padded::2]


def write(library: Path, disk: Disk, safe: SafeWay = SafeWay.AUTO) -> ApplySummary:
    ctx = QuietContext()
    return write_genres(
        library, wanted_genres(library, ctx), WriteChoices(safe=safe), ctx, disk=disk
    )


def undo(library: Path, batch: int, disk: Disk, safe: SafeWay = SafeWay.AUTO) -> ApplySummary:
    return undo_batch(library, batch, QuietContext(), disk=disk, safe=safe)


def measure(scratch: Path, count: int, file_bytes: int, padded: bool) -> None:
    kind = "in place" if padded else "bytes move"
    library, paths = made(scratch, count, file_bytes, padded)
    before = [path.stat().st_ino for path in paths]
    summary = write(library, Disk())
    stayed = [path.stat().st_ino for path in paths] == before
    assert (summary.written, stayed) == (count, padded)
    written = count / summary.seconds
    summary = undo(library, summary.batch, Disk())
    assert summary.undone == count
    undone = count / summary.seconds
    print(f"{kind}: write {written:,.0f} files/s, undo {undone:,.0f} files/s")
    plain = [plain_rate(paths[part::2], sync) for part, sync in enumerate((False, True))]
    beside = f"mutagen in the same run {plain[0]:,.0f}; {plain[1]:,.0f} where it waits for the disk"
    if not padded:
        beside += f"; bare copies that replace their files {copy_rate(paths):,.0f}"
    print(f"  {beside}")
    keep(
        f"tag_rate.{'in_place' if padded else 'moved'}",
        f"{count:,} MP3s of {file_bytes >> 20} MB, {kind}: written, checked and on the disk; "
        "then taken back",
        f"{written:,.0f} files/s and {undone:,.0f} files/s ({beside})",
    )


def plain_rate(paths: list[Path], sync: bool) -> float:
    """Return how many files mutagen writes a second, as people use it."""
    os.sync()
    started = time.perf_counter()
    for path in paths:
        tags = ID3(path)
        tags["TCON"] = TCON(encoding=1, text=["Folk", "民謠"])
        tags.save(path, v2_version=3)
        if sync:
            Disk().sync(path)
    return len(paths) / (time.perf_counter() - started)


def copy_rate(paths: list[Path]) -> float:
    """Return how many files a second the disk lets be copied and replaced: none is looked into."""
    os.sync()
    started = time.perf_counter()
    with ThreadPoolExecutor(file_writes.COPIERS) as pool:
        for _ in pool.map(copied, paths):
            pass
    return len(paths) / (time.perf_counter() - started)


def copied(path: Path) -> None:
    disk, copy = Disk(), path.with_suffix(".copy")
    with disk.open(path) as source, disk.create(copy) as target:
        while piece := source.read(1 << 20):
            disk.write(target, piece)
        disk.sync_open(target)
    disk.replace(copy, path)
    disk.sync_folder(path.parent)


def parts(scratch: Path, file_bytes: int) -> str:
    """Return the processor's time for each part of a write in place, in ms per file."""
    library, _ = made(scratch, SAMPLE, file_bytes, padded=True)
    spent: dict[str, float] = defaultdict(float)
    usual = [(room, name, getattr(room, name)) for room, name, _ in PARTS]
    for (room, name, work), (*_, what) in zip(usual, PARTS, strict=True):
        setattr(room, name, timed(work, what, spent))
    started = time.process_time()
    try:
        write(library, Disk())
    finally:
        for room, name, work in usual:
            setattr(room, name, work)
    spent["journal and the rest"] = time.process_time() - started - sum(spent.values())
    costly = sorted(spent.items(), key=lambda pair: -pair[1])
    return ", ".join(f"{name} {seconds / SAMPLE * 1_000:.2f} ms" for name, seconds in costly)


def timed(work: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    def call(*arguments: Any, **options: Any) -> Any:
        started = time.thread_time()
        try:
            return work(*arguments, **options)
        finally:
            spent[name] += time.thread_time() - started

    return call


def measure_slow(scratch: Path, count: int, file_bytes: int, call_ms: int) -> None:
    """Write and take back on a slow disk: in place, and a tenth of the files as copies."""
    rates: dict[SafeWay, tuple[float, float]] = {}
    for safe, files in ((SafeWay.AUTO, count), (SafeWay.COPY, max(count // 10, 1))):
        library, _ = made(scratch, files, file_bytes, padded=True)
        disk = SlowDisk(call_ms / 1_000)
        summary = write(library, disk, safe)
        assert summary.written == files
        written, calls = files / summary.seconds, disk.calls
        undone = files / undo(library, summary.batch, disk, safe).seconds
        rates[safe] = written, undone
        print(
            f"{call_ms} ms a call, {safe.value}: write {written:.2f} files/s "
            f"({calls / files:.0f} calls each), undo {undone:.2f} files/s"
        )
    fast, slow = rates[SafeWay.AUTO], rates[SafeWay.COPY]
    times = fast[0] / slow[0], fast[1] / slow[1]
    print(f"in place is {times[0]:.0f} times as fast as copying, undo {times[1]:.0f} times")
    keep(
        "tag_rate.slow",
        f"MP3s of {file_bytes >> 20} MB on a disk of which each call takes {call_ms} ms: written "
        "in place, and as copies; taken back",
        f"{fast[0]:.1f} and {slow[0]:.2f} files/s ({times[0]:.0f} times as fast); "
        f"{fast[1]:.1f} and {slow[1]:.2f} files/s ({times[1]:.0f} times)",
    )


class SlowDisk(Disk):
    """Lets each call wait, and each read of a file that it has opened."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.calls = 0

    def __getattribute__(self, name: str) -> Any:
        real = super().__getattribute__(name)
        if name not in vars(Disk) or name == "__class__":
            return real

        def call(*arguments: Any) -> Any:
            self.wait()
            found = real(*arguments)
            return cast(BinaryIO, SlowReader(found, self.wait)) if name == "open" else found

        return call

    def wait(self) -> None:
        self.calls += 1
        time.sleep(self.seconds)


class SlowReader(io.BufferedReader):
    """A file that is read as Python does, but slowly."""

    def __init__(self, file: BinaryIO, wait: Callable[[], None]) -> None:
        self.file = cast(io.BufferedReader, file)
        super().__init__(_SlowRaw(self.file.detach(), wait))


class _SlowRaw(io.FileIO):
    def __init__(self, file: io.RawIOBase, wait: Callable[[], None]) -> None:
        super().__init__(os.dup(file.fileno()), "rb")
        file.close()
        self._wait = wait

    def readinto(self, buffer: Any, /) -> int | None:
        self._wait()
        return super().readinto(buffer)

    def read(self, size: int | None = -1, /) -> bytes:
        self._wait()
        return super().read(-1 if size is None else size) or b""

    def readall(self) -> bytes:
        self._wait()
        return super().readall()
