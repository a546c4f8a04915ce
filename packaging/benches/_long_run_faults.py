"""What goes wrong in the long run: each fault begins when it is told to, and is mended later."""

from __future__ import annotations

import errno
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from _long_run_files import Collection

from musicreclass.tags.safe_write.disk import Disk

LOCK_SECONDS = (1.0, 4.0)  # SQLite waits for 30
LOCKER = """
import sqlite3, sys, time
db = sqlite3.connect(sys.argv[1], timeout=30.0, isolation_level=None)
db.execute("BEGIN IMMEDIATE")
time.sleep(float(sys.argv[2]))
"""
DISK_ERRORS = (errno.ENOSPC, errno.EIO)
DISK_CALLS = ("create", "write", "patch", "sync", "sync_open", "replace", "read_at")
MOST_CALLS = 60  # of the disk before one fails


class Faults:
    """Begins faults one by one, and mends what is mended by hand."""

    def __init__(
        self, collection: Collection, library_file: Path, outage: Path | None, chance: random.Random
    ) -> None:
        self._collection = collection
        self._library = library_file
        self._outage = outage  # a file; while it is there, the drive with the music is silent
        self._chance = chance
        self._mends: list[Callable[[], None]] = []
        self._others: list[subprocess.Popen[bytes]] = []
        self.counts: dict[str, int] = {}
        self.spared: set[int] = set()  # processes that are no part of the program

    def begin(self) -> str:
        """Let one fault happen, and return what it is."""
        kinds = {
            "kill": self.kill,
            "hide": self._hide,
            "spoil": self._spoil,
            "folder away": self._take_folder,
            "library locked": self._lock,
            "times shifted": self._collection.shift_times,
        }
        if self._outage is not None:
            kinds["drive silent"] = self._silence
        if self._mends:  # what is done to files is done to one at a time
            for name in ("hide", "spoil", "folder away", "drive silent", "times shifted"):
                kinds.pop(name, None)
        name = self._chance.choice(list(kinds))
        kinds[name]()
        self.count(name)
        return name

    def count(self, name: str) -> None:
        self.counts[name] = self.counts.get(name, 0) + 1

    def mend(self) -> None:
        """Let all be as it was before."""
        while self._mends:
            self._mends.pop()()

    @property
    def is_over(self) -> bool:
        """Whether no other program is at the library any more."""
        self.spared -= {one.pid for one in self._others if one.poll() is not None}
        self._others = [one for one in self._others if one.poll() is None]
        return not self._others

    @contextmanager
    def failing_disk(self) -> Iterator[None]:
        """Let one call of the disk fail amid what is written meanwhile."""
        with failing_disk(self._chance.randrange(MOST_CALLS), self._chance.choice(DISK_ERRORS)):
            self.count("disk")
            yield

    def kill(self) -> None:
        """Kill one of the program's processes."""
        found = own_children(self.spared)
        if found:
            self._chance.choice(found).kill()

    def _hide(self) -> None:
        self._mends.append(self._collection.hide(self._chance.choice(self._collection.present())))

    def _spoil(self) -> None:
        self._mends.append(self._collection.spoil(self._chance.choice(self._collection.present())))

    def _take_folder(self) -> None:
        self._mends.append(self._collection.take_folder())

    def _silence(self) -> None:
        assert self._outage is not None
        self._outage.touch()
        self._mends.append(self._outage.unlink)

    def _lock(self) -> None:
        seconds = str(self._chance.uniform(*LOCK_SECONDS))
        command = [sys.executable, "-P", "-c", LOCKER, str(self._library), seconds]
        locker = subprocess.Popen(command)
        self.spared.add(locker.pid)
        self._others.append(locker)


def own_children(spared: set[int]) -> list[psutil.Process]:
    """Return the program's processes, but for Python's own."""
    found = []
    for child in psutil.Process().children(recursive=True):
        try:
            is_python = "resource_tracker" in " ".join(child.cmdline())
        except psutil.Error:
            continue
        if not is_python and child.pid not in spared:
            found.append(child)
    return found


@contextmanager
def failing_disk(at: int, error: int) -> Iterator[None]:
    """Let the call of that number fail, half done where it writes; all others pass."""
    real = {name: getattr(Disk, name) for name in DISK_CALLS}
    counted = [0]

    def faulty(name: str) -> Callable[..., object]:
        def call(disk: Disk, *arguments: object) -> object:
            counted[0] += 1
            if counted[0] != at + 1:
                return real[name](disk, *arguments)
            if name in ("write", "patch"):
                *where, data = arguments
                assert isinstance(data, bytes)
                real[name](disk, *where, data[: len(data) // 2])
            raise OSError(error, os.strerror(error))

        return call

    for name in DISK_CALLS:
        setattr(Disk, name, faulty(name))
    try:
        yield
    finally:
        for name, call in real.items():
            setattr(Disk, name, call)
