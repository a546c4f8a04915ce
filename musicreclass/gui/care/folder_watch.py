"""New, changed, moved and vanished files appear by themselves."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from musicreclass.core.location import readable
from musicreclass.core.track import Folder
from musicreclass.gui.messages import count, listed
from musicreclass.gui.services.classifying.classify_service import ClassifyService
from musicreclass.gui.services.library_session import LibrarySession
from musicreclass.gui.workers import JobThread, Workers, single_shot
from musicreclass.pipeline.watching.watch_folders import (
    TouchedDirectories,
    Watching,
    watch_folders,
)
from musicreclass.pipeline.watching.watched_tree import Way

if TYPE_CHECKING:
    from musicreclass.pipeline.review.library_contents import Contents
    from musicreclass.pipeline.scanning.scan import ScanSummary

AGAIN_MS = 5_000  # a watcher that died begins again, and not at once: it may die again

logger = logging.getLogger(__name__)


class FolderWatch(QObject):
    """Watches over the library's folders, each unless a person has turned that off.

    Signals:
        said: a sentence.
        watching: Watching, whenever it is known how changes in a folder are noticed.
    """

    said = Signal(str)
    watching = Signal(object)

    def __init__(
        self,
        session: LibrarySession,
        classify_service: ClassifyService,
        workers: Workers,
        *,
        follow_symlinks: bool = True,
        is_on: bool = True,
    ) -> None:
        super().__init__(workers)
        self._is_on = is_on
        self._session = session
        self._classify_service = classify_service
        self._workers = workers
        self._follow_symlinks = follow_symlinks
        self._watched: tuple[tuple[int, str], ...] = ()
        self._folders: tuple[Folder, ...] = ()
        self._thread: JobThread | None = None
        self._told: set[tuple[str, Way]] = set()  # what was said already
        self._has_more = False  # files came while others were being classified
        self._again = single_shot(self, AGAIN_MS, self._begin)
        session.contents_changed.connect(self._on_contents)
        session.rescanned.connect(self._on_rescanned)
        classify_service.ended.connect(self._on_classified)

    def turn(self, is_on: bool) -> None:
        """Watch over the folders, or over none."""
        if is_on is not self._is_on:
            self._is_on = is_on
            self._begin()

    def _on_contents(self, contents: Contents) -> None:
        """Watch over other folders, where they are others."""
        self._folders = tuple(folder for folder in contents.folders if folder.is_watched)
        watched = tuple((folder.id, str(folder.path)) for folder in self._folders)
        if watched != self._watched:
            self._watched = watched
            self._begin()

    def _begin(self) -> None:
        if self._thread is not None:
            self._thread.cancel()
            self._thread = None
        if not self._watched or not self._is_on:
            return
        job = partial(watch_folders, self._folders, follow_symlinks=self._follow_symlinks)
        thread = self._workers.prepare(job)
        thread.published.connect(self._on_news)
        thread.failed.connect(self._on_died)
        self._thread = thread
        self._workers.start(thread)

    def _on_died(self, error: Exception) -> None:
        if self.sender() is self._thread:
            logger.warning("the watcher died and begins again: %s", error)
            self._thread = None
            self._again.start()

    def _on_news(self, news: TouchedDirectories | Watching) -> None:
        if self.sender() is not self._thread:
            return  # one that was stopped
        if isinstance(news, TouchedDirectories):
            self._session.rescan(news.by_folder, news.moving)
        else:
            self.watching.emit(news)
            self._say_how(news)

    def _say_how(self, news: Watching) -> None:
        """Say once where changes are noticed late."""
        name = readable(news.folder.path.name or str(news.folder.path))
        minutes = count(max(1, round(news.look_seconds / 60)))
        if news.way is Way.REMOTE:
            text = self.tr(
                "{folder} is on a network drive: changes there are looked for every {minutes} min."
            )
        elif news.way is Way.LIMIT:
            text = self.tr(
                "The system watches no more folders (fs.inotify.max_user_watches): "
                "changes in {folder} are looked for every {minutes} min."
            )
        else:
            return
        if (name, news.way) not in self._told:
            self._told.add((name, news.way))
            self.said.emit(text.format(folder=name, minutes=minutes))

    def _on_rescanned(self, summary: ScanSummary) -> None:
        parts = [
            (summary.new, self.tr("{number} new")),
            (summary.changed, self.tr("{number} changed")),
            (summary.moved, self.tr("{number} moved")),
            (summary.missing, self.tr("{number} missing")),
            (summary.problems, self.tr("{number} could not be read")),
        ]
        said = [text.format(number=count(number)) for number, text in parts if number]
        if said:
            self.said.emit(self.tr("In your folders: {changes}").format(changes=listed(said)))
        if summary.new or summary.changed:
            self._has_more = self._classify_service.is_running
            self._classify_service.classify()

    def _on_classified(self) -> None:
        """Classify what came meanwhile."""
        if self._has_more:
            self._has_more = False
            self._classify_service.classify()
