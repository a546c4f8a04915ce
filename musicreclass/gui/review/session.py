"""The library as the window sees it: its jobs, one after the other, and what came of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from musicreclass.errors import MusicReclassError
from musicreclass.gui.workers import Job, JobThread, Workers
from musicreclass.pipeline.contents import Contents, add_folders, contents, load, remove_folder
from musicreclass.pipeline.scan import scan
from musicreclass.settings import ScanSettings


class LibrarySession(QObject):
    """Runs the library's jobs in the order asked for; two scans at once would only be slower.

    Signals:
        lines_came: a batch of TrackLine, new or renewed.
        contents_changed: Contents, whenever folders or problems may have changed.
        loaded: all tracks known so far have come.
        folder_dropped: the id of a folder that was removed.
        scanning: the JobThread of a scan that begins.
        scanned: ScanSummary.
        failed: a sentence.
    """

    lines_came = Signal(object)
    contents_changed = Signal(object)
    loaded = Signal()
    folder_dropped = Signal(int)
    scanning = Signal(object)
    scanned = Signal(object)
    failed = Signal(str)

    def __init__(self, library_file: Path, settings: ScanSettings, workers: Workers) -> None:
        super().__init__(workers)
        self._library_file = library_file
        self._settings = settings
        self._workers = workers
        self._waiting: deque[JobThread] = deque()
        self._running: JobThread | None = None

    def load(self) -> None:
        """Read all that the library knows."""
        thread = self._prepare(partial(load, self._library_file))
        thread.published.connect(self.lines_came)
        thread.succeeded.connect(self._on_loaded)
        self._enqueue(thread)

    def scan(self, paths: Sequence[Path] = ()) -> None:
        """Scan `paths`, added to the library where new, or all folders of the library."""
        if paths:
            adding = self._prepare(partial(add_folders, self._library_file, tuple(paths)))
            adding.succeeded.connect(self.contents_changed)
            self._enqueue(adding)
        thread = self._prepare(
            partial(
                scan,
                self._library_file,
                paths=tuple(paths),
                workers=self._settings.workers,
                follow_symlinks=self._settings.follow_symlinks,
            )
        )
        thread.published.connect(self.lines_came)
        thread.started.connect(lambda: self.scanning.emit(thread))
        thread.succeeded.connect(self.scanned)
        thread.finished.connect(self._read_contents)
        self._enqueue(thread)

    def remove_folder(self, folder_id: int) -> None:
        """Take a folder out of the library."""
        thread = self._prepare(partial(remove_folder, self._library_file, folder_id))
        thread.succeeded.connect(self.contents_changed)
        thread.succeeded.connect(lambda _: self.folder_dropped.emit(folder_id))
        self._enqueue(thread)

    def _read_contents(self) -> None:
        """Read folders and problems again: after a scan, also one that was stopped."""
        thread = self._prepare(partial(contents, self._library_file))
        thread.succeeded.connect(self.contents_changed)
        self._enqueue(thread)

    def _prepare(self, job: Job) -> JobThread:
        thread = self._workers.prepare(job)
        thread.failed.connect(self._on_failed)
        thread.finished.connect(self._on_finished)
        return thread

    def _enqueue(self, thread: JobThread) -> None:
        self._waiting.append(thread)
        self._start_next()

    def _start_next(self) -> None:
        if self._running is None and self._waiting:
            self._running = self._waiting.popleft()
            self._workers.start(self._running)

    def _on_finished(self) -> None:
        self._running = None
        self._start_next()

    def _on_loaded(self, found: Contents) -> None:
        self.contents_changed.emit(found)
        self.loaded.emit()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, MusicReclassError):
            self.failed.emit(str(error))
        else:
            self.failed.emit(
                self.tr("Something went wrong inside the program ({error}); see the log.").format(
                    error=type(error).__name__
                )
            )
