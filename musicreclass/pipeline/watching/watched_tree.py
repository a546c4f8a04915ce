"""A folder with all below it, watched by the system's notices or looked through now and then."""

from __future__ import annotations

import os
import stat
from collections import deque
from collections.abc import Callable, Iterator
from enum import Enum
from time import monotonic

from musicreclass.pipeline.watching import inotify
from musicreclass.pipeline.watching.inotify import Inotify, LimitReached, Notice
from musicreclass.pipeline.watching.quiet_directories import is_audio, look_at

LOOK_SECONDS = 30.0  # between two looks through a folder of which there are no notices
REMOTE_SECONDS = 300.0
SPARE = 20.0  # looking through takes at most one part of so many of the time

LookAround = Callable[[], None]  # raises where one is to stop


class Way(Enum):
    """How changes in a folder are noticed."""

    NOTICES = "notices"
    REMOTE = "remote"  # looked through: of a network's disks there are no notices of what others do
    LIMIT = "limit"  # looked through: the system watches no more directories
    UNKNOWN = "unknown"  # looked through: this system has no notices that we know how to ask for


class WatchedTree:
    """One folder of the library. Directories are named as a scan names them."""

    def __init__(self, folder_id: int, root: str, *, follow_symlinks: bool = True) -> None:
        self.folder_id = folder_id
        self.root = root
        self.way = Way.UNKNOWN
        self.is_away = False  # not there: a drive that is not connected
        self.look_seconds = LOOK_SECONDS
        self._follow_symlinks = follow_symlinks
        self._notices: Inotify | None = None
        self._device = -1
        self._watches: dict[str, int] = {}  # directory -> number of its notices
        self._directories: dict[int, str] = {}  # the other way round
        self._looks: dict[str, int] = {}  # directory -> hash of what it held
        self._next_look = 0.0

    def begin(
        self, notices: Inotify | None, remote: frozenset[int], look_around: LookAround
    ) -> dict[str, float]:
        """Watch over the folder from now on; return all directories in it, and their times."""
        self.end()
        try:
            self._device = os.stat(self.root).st_dev  # noqa: PTH116, plain names all along
        except OSError:
            self.is_away = True
            return {}
        self.is_away = False
        devices: set[int] = set()
        if notices is not None and self._device not in remote:
            self._notices, self.way = notices, Way.NOTICES
            try:
                found = dict(self._walk(self.root, look_around, devices))
            except LimitReached:
                self.end()
                self.way = Way.LIMIT
            else:
                if not devices & remote:
                    return found
                self.end()
                self.way = Way.REMOTE
        else:
            self.way = Way.REMOTE if self._device in remote else Way.UNKNOWN
        self.look_seconds = REMOTE_SECONDS if self.way is Way.REMOTE else LOOK_SECONDS
        return self._look_through(look_around)

    def end(self) -> None:
        """Ask for no more notices."""
        if self._notices is not None:
            for watch in self._directories:
                self._notices.unwatch(watch)
        self._notices = None
        self._watches.clear()
        self._directories.clear()
        self._looks.clear()

    @property
    def directories(self) -> list[str]:
        """Return all directories in which changes are noticed."""
        return list(self._watches or self._looks)

    def is_there(self) -> bool:
        """Say whether the folder is there: the drive that it was on, where one was connected."""
        try:
            device = os.stat(self.root).st_dev  # noqa: PTH116
            if device == self._device or self._device == -1:
                return True
            with os.scandir(self.root) as entries:  # what drives are mounted on is empty
                return next(entries, None) is not None
        except OSError:
            return False

    def take(self, notice: Notice, look_around: LookAround) -> list[str]:
        """Return the directories to be looked into because of a notice."""
        directory = self._directories.get(notice.watch)
        if directory is None:
            return []
        if notice.mask & inotify.IGNORED:
            self._forget(directory)
            return []
        if notice.mask & inotify.UNMOUNT:
            self.is_away = True
            return []
        if not notice.name:
            return []  # of the directory itself; the one above it says so, too
        path = os.path.join(directory, notice.name)  # noqa: PTH118
        if notice.is_directory:
            return self._take_directory(path, notice.mask, look_around)
        may_be_link = notice.mask & (inotify.CREATE | inotify.MOVED_TO | inotify.DELETE)
        if may_be_link and self._follow_symlinks and os.path.isdir(path):  # noqa: PTH112
            return self._take_directory(path, inotify.CREATE, look_around)
        return [directory] if is_audio(notice.name) else []

    def looked_through(self, look_around: LookAround) -> list[str]:
        """Return the directories that changed, where one has to look and it is time to."""
        if self._notices is not None or self.is_away or monotonic() < self._next_look:
            return []
        before = dict(self._looks)
        self._look_through(look_around)
        now = self._looks
        gone = [directory for directory in before if directory not in now]
        return gone + [d for d, look in now.items() if before.get(d) != look]

    def _take_directory(self, path: str, mask: int, look_around: LookAround) -> list[str]:
        if mask & (inotify.MOVED_FROM | inotify.DELETE):
            gone = [d for d in self._watches if d == path or d.startswith(path + os.sep)]
            for directory in gone:
                assert self._notices is not None
                self._notices.unwatch(self._watches[directory])
                self._forget(directory)
            return gone
        if not mask & (inotify.CREATE | inotify.MOVED_TO):
            return []
        try:
            return list(dict(self._walk(path, look_around, set())))
        except LimitReached:
            self.end()
            self.way = Way.LIMIT
            return list(self._look_through(look_around))

    def _forget(self, directory: str) -> None:
        watch = self._watches.pop(directory, None)
        if watch is not None:
            self._directories.pop(watch, None)

    def _walk(
        self, top: str, look_around: LookAround, devices: set[int]
    ) -> Iterator[tuple[str, float]]:
        """Watch over all directories at and below `top`, and yield them with their times."""
        for directory, known in self._tree(top, look_around):
            devices.add(known.st_dev)
            yield directory, known.st_mtime

    def _look_through(self, look_around: LookAround) -> dict[str, float]:
        """Look at all that is there, as slowly as leaves others room; return where it was."""
        started = monotonic()
        self._looks.clear()
        found = {d: known.st_mtime for d, known in self._tree(self.root, look_around)}
        taken = monotonic() - started
        self._next_look = monotonic() + max(self.look_seconds, SPARE * taken)
        return found

    def _tree(self, top: str, look_around: LookAround) -> Iterator[tuple[str, os.stat_result]]:
        """Yield directories, each once, as they were before; those behind links come last."""
        seen: set[tuple[int, int]] = set()
        waiting, links = deque([top]), deque[str]()
        while waiting or links:
            directory = waiting.popleft() if waiting else links.popleft()
            look_around()
            try:
                known = os.stat(directory)  # noqa: PTH116
                if not stat.S_ISDIR(known.st_mode) or (known.st_dev, known.st_ino) in seen:
                    continue
                seen.add((known.st_dev, known.st_ino))
                below, linked = self._enter(directory)
            except LimitReached:
                raise
            except OSError:
                continue  # gone, or closed to us; a scan will say so
            yield directory, known
            waiting.extend(below)
            links.extend(linked if self._follow_symlinks else ())

    def _enter(self, directory: str) -> tuple[list[str], list[str]]:
        """Watch over a directory or look at it; return those in it, and links to others."""
        if self._notices is not None:  # before it is listed, lest one that is made now be missed
            watch = self._notices.watch(directory)
            self._forget(self._directories.get(watch, ""))
            self._watches[directory], self._directories[watch] = watch, directory
        else:
            files, names = look_at(directory)
            self._looks[directory] = hash((tuple(sorted(files.items())), names))
        below: list[str] = []
        linked: list[str] = []
        with os.scandir(directory) as entries:
            for entry in entries:
                if entry.is_symlink():
                    if entry.is_dir():
                        linked.append(entry.path)
                elif entry.is_dir():
                    below.append(entry.path)
        return below, linked
