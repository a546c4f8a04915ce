"""Directories in which something happened, held back until nothing moves in them any more."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from musicreclass.tags.formats import AUDIO_SUFFIXES

QUIET_SECONDS = 1.0  # between two looks; what grows while it is copied differs in them
MOST_SECONDS = 8.0  # then what has come to rest is let through, while more is being copied

Look = dict[str, tuple[int, int]]  # audio files by name: size and time


def look_at(directory: str) -> tuple[Look, tuple[str, ...]]:
    """Return the audio files in a directory as they stand, and the directories in it.

    Raises:
        OSError: it is gone, or closed to us.
    """
    files: Look = {}
    below: list[str] = []
    with os.scandir(directory) as entries:
        for entry in entries:
            if entry.is_dir():
                below.append(entry.name)
            elif is_audio(entry.name):
                try:
                    stat = entry.stat()
                except OSError:  # gone since it was listed, or a link that leads nowhere
                    continue
                files[entry.name] = (stat.st_size, stat.st_mtime_ns)
    return files, tuple(sorted(below))


def is_audio(name: str) -> bool:
    """Say whether a file is one that scans look at, by its name."""
    return os.path.splitext(name)[1].lower() in AUDIO_SUFFIXES  # noqa: PTH122, run for every file


@dataclass(frozen=True, slots=True)
class QuietDirectory:
    """A directory that may be looked into now."""

    directory: str
    moving: frozenset[str] = frozenset()  # paths of files that are still being written


@dataclass(slots=True)
class _HeldBack:
    since: float
    looked_at: float
    look: Look | None = None


@dataclass(slots=True)
class QuietDirectories:
    """The directories that wait."""

    _waiting: dict[str, _HeldBack] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._waiting)

    def note(self, directories: Iterable[str], now: float) -> None:
        """Take note that something happened in some directories."""
        for directory in directories:
            self._waiting.setdefault(directory, _HeldBack(now, now))

    def quiet(self, now: float) -> Iterator[QuietDirectory]:
        """Yield those that have come to rest, and those that keep one waiting for too long."""
        for directory, waiting in list(self._waiting.items()):
            if now - waiting.looked_at < QUIET_SECONDS:
                continue
            try:
                look, _ = look_at(directory)
            except OSError:
                look = {}
            before, waiting.look, waiting.looked_at = waiting.look, look, now
            if before is None:
                continue
            moving = {name for name, stamp in look.items() if before.get(name) != stamp}
            if not moving:
                del self._waiting[directory]
                yield QuietDirectory(directory)
            elif now - waiting.since >= MOST_SECONDS:
                waiting.since = now
                paths = frozenset(os.path.join(directory, name) for name in moving)  # noqa: PTH118
                yield QuietDirectory(directory, paths)
