"""Writing a genre into MP3 files of 4 MB: the rate beside plain mutagen's, and what safety costs.

Half of the files have padding. They are made below --folder, as many of --files as leave a quarter
of the disk's free space alone. mutagen writes in place and leaves the rest to the system's memory;
a second figure has it wait for the disk after each file, as any safe way must.
"""

import argparse
import os
import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from _figures import keep
from _large_files import LargeFiles, wish
from _quiet import QuietContext
from mutagen.id3 import ID3, TCON

from musicreclass.core.tag_change import WriteChoices
from musicreclass.pipeline.writing import file_writes
from musicreclass.pipeline.writing.apply import undo_batch, wanted_genres, write_genres
from musicreclass.tags.safe_write.disk import Disk

SAMPLE = 200  # files for what is measured one by one
STEPS = ("genre_edit", "check_written", "facts_of")
CALLS = ("create", "write", "sync", "replace", "sync_folder")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--megabytes", type=int, default=4, help="of each file")
    parser.add_argument("--folder", type=Path, help="where the files are made, and removed again")
    options = parser.parse_args()
    os.environ["MUSICRECLASS_HOME"] = tempfile.mkdtemp()
    scratch = Path(tempfile.mkdtemp(dir=options.folder))
    try:
        measure(scratch, options.files, options.megabytes << 20)
    finally:
        shutil.rmtree(scratch)
        shutil.rmtree(os.environ["MUSICRECLASS_HOME"])


def measure(scratch: Path, wanted: int, file_bytes: int) -> None:
    count = min(wanted, shutil.disk_usage(scratch).free // 4 * 3 // file_bytes)
    files = LargeFiles(scratch / "music", file_bytes)
    print(f"{count:,} files of {file_bytes >> 20} MB")
    plain: list[float] = []
    for padded in (True, False):
        rates = [plain_rate(files, padded, sync) for sync in (False, True)]
        plain += rates
        kind = "with padding" if padded else "without padding"
        print(f"mutagen alone, {kind}: {rates[0]:7,.0f} files/s; {rates[1]:6,.0f} waiting for disk")
    costs = parts(scratch, files)
    print(f"where the time goes, one file at a time: {costs}")
    keep("tag_rate.parts", "what one file costs alone", costs)
    paths = files.make(count)
    os.sync()  # what is still in memory of the making is no cost of writing
    library = scratch / "library.db"
    wish(library, files.folder, paths, "Folk; 民謠")
    summary = write_genres(
        library, wanted_genres(library, QuietContext()), WriteChoices(), QuietContext()
    )
    assert (summary.written, summary.refused) == (count, 0)
    written = count / summary.seconds
    print(f"musicreclass, write: {written:7,.0f} files/s ({summary.seconds:.1f} s)")
    summary = undo_batch(library, summary.batch, QuietContext())
    assert (summary.undone, summary.refused) == (count, 0)
    undone = count / summary.seconds
    print(f"musicreclass, undo:  {undone:7,.0f} files/s ({summary.seconds:.1f} s)")
    keep(
        "tag_rate.files",
        f"{count:,} MP3s of {file_bytes >> 20} MB: copied, checked, synced, replaced, two at a "
        "time; then taken back",
        f"{written:,.0f} files/s and {undone:,.0f} files/s (mutagen in place "
        f"{min(plain[::2]):,.0f} to {max(plain[::2]):,.0f}; {min(plain[1::2]):,.0f} to "
        f"{max(plain[1::2]):,.0f} where it waits for the disk)",
    )


def plain_rate(files: LargeFiles, padded: bool, sync: bool) -> float:
    """Return how many files mutagen writes a second, as people use it."""
    paths = files.make(SAMPLE)[int(padded) :: 2]
    os.sync()
    started = time.perf_counter()
    for path in paths:
        tags = ID3(path)
        tags["TCON"] = TCON(encoding=1, text=["Folk", "民謠"])
        tags.save(path, v2_version=3)
        if sync:
            Disk().sync(path)
    return len(paths) / (time.perf_counter() - started)


def parts(scratch: Path, files: LargeFiles) -> str:
    """Return how long each part of a safe write takes, in ms per file."""
    paths = files.make(SAMPLE)
    os.sync()
    library = scratch / "parts.db"
    wish(library, files.folder, paths, "Folk; 民謠")
    spent: dict[str, float] = defaultdict(float)
    disk = Disk()
    for name in CALLS:
        setattr(disk, name, timed(getattr(disk, name), name, spent))
    usual = {
        name: getattr(file_writes, name) for name in ("genre_edit", "check_written", "facts_of")
    }
    usual["WRITERS"] = file_writes.WRITERS
    for name in ("genre_edit", "check_written", "facts_of"):
        setattr(file_writes, name, timed(usual[name], name, spent))
    file_writes.WRITERS = 1
    try:
        summary = write_genres(
            library,
            wanted_genres(library, QuietContext()),
            WriteChoices(),
            QuietContext(),
            disk=disk,
        )
    finally:
        for name, value in usual.items():
            setattr(file_writes, name, value)
    spent["journal, reading, hashing and the rest"] = summary.seconds - sum(spent.values())
    return table(spent.items())


def timed(work: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    def call(*arguments: Any, **options: Any) -> Any:
        started = time.perf_counter()
        try:
            return work(*arguments, **options)
        finally:
            spent[name] += time.perf_counter() - started

    return call


def table(spent: Iterable[tuple[str, float]]) -> str:
    costly = sorted(spent, key=lambda pair: -pair[1])
    return ", ".join(f"{name} {seconds / SAMPLE * 1_000:.1f} ms" for name, seconds in costly)


if __name__ == "__main__":
    main()
