"""What the long run takes of the machine, round by round, and whether that stays flat."""

from __future__ import annotations

import gc
import statistics
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import psutil
from _long_run_faults import own_children

MOST_GROWTH = 0.05  # of memory, from the second quarter to the last
LEAST_ROUNDS = 16  # fewer tell nothing: all that is loaded once comes in the first ones
IN_BYTES = ("memory", "children_memory", "log_bytes")
# A child in the place of a killed one holds less until it has loaded all: the most in a quarter of
# the rounds is compared, where for everything else it is the median.
BY_THE_MOST = ("children_memory",)
SMALL_BYTES = 20 << 20  # so much growth is none
# Nor so many: what was decided, written or looked at last stays known for as long as that is shown.
SMALL_OBJECTS = 5_000


class Sample(NamedTuple):
    """What is in use when nothing is done."""

    memory: int  # bytes, of the window's process
    children_memory: int
    log_bytes: int  # of SQLite's write-ahead log
    handles: int
    threads: int
    children: int
    temporary: int  # files in the folder for them, and half-written ones elsewhere
    beside: int  # files beside the library, those that keep what was written left out
    objects: int  # of Python in the window's process

    def text(self) -> str:
        return (
            f"{self.memory >> 20:5} MB +{self.children_memory >> 20:5} MB  "
            f"log {self.log_bytes >> 10:5} KB  {self.handles:3} handles "
            f"{self.threads:3} threads {self.children:2} children {self.temporary:2} temporary "
            f"{self.beside:2} beside {self.objects:7} objects"
        )


def sample(library_file: Path, temporary: Path, spared: set[int]) -> Sample:
    """Return what is in use now."""
    me, children = psutil.Process(), own_children(spared)
    gc.collect()
    home = library_file.parent
    half_written = [path for path in home.rglob("*") if ".part" in path.name]
    return Sample(
        me.memory_info().rss,
        sum(_memory(child) for child in children),
        _size(library_file.with_name(library_file.name + "-wal")),
        sum(1 for _ in Path("/proc/self/fd").iterdir()),
        me.num_threads(),
        len(children),
        sum(1 for path in temporary.rglob("*") if path.is_file()) + len(half_written),
        len([path for path in library_file.parent.iterdir() if path.is_file()]),
        len(gc.get_objects()),
    )


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def growth(samples: Sequence[Sample]) -> list[str]:
    """Return what is larger in the last quarter than in the second, beyond what is tolerated."""
    quarter = len(samples) // 4
    if len(samples) < LEAST_ROUNDS:
        return []
    found = []
    for name in Sample._fields:
        before, after = (
            _level(name, part) for part in (samples[quarter : 2 * quarter], samples[-quarter:])
        )
        if after > before + _spare(name, before):
            found.append(f"{name} grew from {before:,.0f} to {after:,.0f}")
    return found


def _spare(name: str, before: float) -> float:
    """Return how much growth is tolerated."""
    small = {"objects": SMALL_OBJECTS} | dict.fromkeys(IN_BYTES, SMALL_BYTES)
    return max(before * MOST_GROWTH, small[name]) if name in small else 0.0


def levels(samples: Sequence[Sample]) -> str:
    """Return what was in use in the second and the last quarter, by name."""
    quarter = max(1, len(samples) // 4)
    parts = (samples[quarter : 2 * quarter] or samples, samples[-quarter:])
    return "; ".join(_levels(name, parts) for name in Sample._fields)


def _levels(name: str, parts: Sequence[Sequence[Sample]]) -> str:
    scale, unit = (1 << 20, " MB") if name in IN_BYTES else (1, "")
    return f"{name} {' then '.join(f'{_level(name, one) / scale:,.0f}' for one in parts)}{unit}"


def _level(name: str, part: Sequence[Sample]) -> float:
    taken = [float(getattr(one, name)) for one in part]
    return max(taken) if name in BY_THE_MOST else statistics.median(taken)
