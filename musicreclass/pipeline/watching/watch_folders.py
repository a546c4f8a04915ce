"""The job that notices what changes in folders, and says where a scan should look."""

from __future__ import annotations

import contextlib
import logging
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import monotonic, sleep, time

from musicreclass.core.job import JobContext
from musicreclass.core.track import Folder
from musicreclass.pipeline.watching.inotify import OVERFLOW, Inotify
from musicreclass.pipeline.watching.mounts import remote_devices
from musicreclass.pipeline.watching.quiet_directories import QuietDirectories
from musicreclass.pipeline.watching.watched_tree import WatchedTree, Way

WAIT_SECONDS = 0.25  # so long, nobody waits for the job to notice that it was stopped
THERE_SECONDS = 3.0  # between two looks whether folders are there at all
# Nobody waits for it, but a window that is just opening waits for Python's lock.
WORK_SECONDS = 0.0005  # before it rests
REST = 3.0  # times as long as it worked
MOST_REST_SECONDS = 0.01
COARSE_SECONDS = 2.0  # the steps of a directory's time, where they are longest

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TouchedDirectories:
    """Where a scan should look, by the id of the folder: in these directories, not below them."""

    by_folder: dict[int, tuple[str, ...]]
    moving: frozenset[str] = frozenset()  # files that are still being written


@dataclass(frozen=True, slots=True)
class Watching:
    """How changes in a folder are noticed from now on."""

    folder: Folder
    way: Way
    look_seconds: float  # between two looks, where there are no notices


def watch_folders(
    folders: Sequence[Folder], ctx: JobContext, *, follow_symlinks: bool = True
) -> None:
    """Publish `Watching` for each folder and then `TouchedDirectories`, until it is stopped.

    Files that are still being written are held back. What is on a drive that is taken away is not
    said to have vanished.

    Raises:
        Cancelled: the user stopped; the only way in which it ends.
    """
    with _queue() as queue:
        watch = _FolderWatcher(folders, ctx, queue, follow_symlinks)
        try:
            watch.begin()
            while True:
                watch.go_on()
        finally:
            watch.end()


@contextlib.contextmanager
def _queue() -> Iterator[Inotify | None]:
    """Give a queue of notices, or none where there is none to be had."""
    try:
        queue = Inotify()
    except (OSError, AttributeError) as error:  # a C library without inotify
        logger.warning("no notices of changes: %s", error)
        yield None
        return
    with contextlib.closing(queue):
        yield queue


class _FolderWatcher:
    def __init__(
        self,
        folders: Sequence[Folder],
        ctx: JobContext,
        queue: Inotify | None,
        follow_symlinks: bool,
    ) -> None:
        self._ctx = ctx
        self._queue = queue
        self._quiet = QuietDirectories()
        self._folders = {folder.id: folder for folder in folders}
        self._trees = [
            WatchedTree(folder.id, str(folder.path), follow_symlinks=follow_symlinks)
            for folder in folders
        ]
        self._folder_of: dict[str, int] = {}  # of directories that wait
        self._said: dict[int, Way] = {}
        self._there_at = monotonic() + THERE_SECONDS
        self._rested_at = monotonic()

    def begin(self) -> None:
        """Watch over all folders; a scan may have been in a directory before it was watched."""
        since = time() - COARSE_SECONDS
        for tree in self._trees:
            times = self._begin(tree)
            self._note(tree, [d for d, changed_at in times.items() if changed_at >= since])

    def end(self) -> None:
        for tree in self._trees:
            tree.end()

    def go_on(self) -> None:
        """Wait for a moment, and say where there is something to be looked at."""
        self._ctx.raise_if_cancelled()
        self._read()
        for tree in self._trees:
            self._note(tree, tree.looked_through(self._ctx.raise_if_cancelled))
        if monotonic() >= self._there_at:
            self._there_at = monotonic() + THERE_SECONDS
            self._look_for_drives()
        if len(self._quiet):
            self._publish()

    def _begin(self, tree: WatchedTree) -> dict[str, float]:
        found = tree.begin(self._queue, remote_devices(), self._look_around)
        self._say(tree)
        return found

    def _look_around(self) -> None:
        """Stop where that is wanted, and let others work."""
        self._ctx.raise_if_cancelled()
        worked = monotonic() - self._rested_at
        if worked >= WORK_SECONDS:
            sleep(min(REST * worked, MOST_REST_SECONDS))
            self._rested_at = monotonic()

    def _say(self, tree: WatchedTree) -> None:
        if not tree.is_away and self._said.get(tree.folder_id) is not tree.way:
            self._said[tree.folder_id] = tree.way
            folder = self._folders[tree.folder_id]
            logger.info("%s is watched by %s", folder.path, tree.way.value)
            self._ctx.publish(Watching(folder, tree.way, tree.look_seconds))

    def _read(self) -> None:
        if self._queue is None:
            sleep(WAIT_SECONDS)
            return
        for notice in self._queue.read(WAIT_SECONDS):
            if notice.mask & OVERFLOW:  # so much has happened that some of it was not said
                for tree in self._trees:
                    self._note(tree, list(self._begin(tree)))
                return
            for tree in self._trees:
                touched = tree.take(notice, self._look_around)
                self._note(tree, touched)
                self._say(tree)

    def _look_for_drives(self) -> None:
        for tree in self._trees:
            is_there = tree.is_there()
            if is_there and tree.is_away:
                self._note(tree, list(self._begin(tree)))
            elif not is_there:
                tree.is_away = True
                tree.end()

    def _note(self, tree: WatchedTree, directories: Sequence[str]) -> None:
        self._quiet.note(directories, monotonic())
        self._folder_of.update((directory, tree.folder_id) for directory in directories)

    def _publish(self) -> None:
        away = {tree.folder_id for tree in self._trees if tree.is_away or not tree.is_there()}
        found: defaultdict[int, list[str]] = defaultdict(list)
        moving: frozenset[str] = frozenset()
        for quiet in self._quiet.quiet(monotonic()):
            folder_id = self._folder_of[quiet.directory]
            if folder_id not in away:
                found[folder_id].append(quiet.directory)
                moving |= quiet.moving
        if found:
            by_folder = {folder_id: tuple(sorted(some)) for folder_id, some in found.items()}
            self._ctx.publish(TouchedDirectories(by_folder, moving))
