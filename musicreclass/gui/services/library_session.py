"""The library as the window sees it: its jobs, one after the other, and what came of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from musicreclass.core.review.columns.texts import Texts, put_in_order
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.workers import Workers
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache
from musicreclass.pipeline.review.library_contents import (
    Contents,
    FolderGone,
    add_folders,
    contents,
    load,
    remove_folder,
    restore_folder,
    set_watched,
)
from musicreclass.pipeline.scanning.rescan import rescan
from musicreclass.pipeline.scanning.scan import scan
from musicreclass.settings import ScanSettings


class LibrarySession(QObject):
    """Runs the library's jobs one after the other; two scans at once would only be slower.

    Signals:
        lines_came: a batch of TrackLine, new or renewed.
        contents_changed: Contents, whenever folders or problems may have changed.
        loading: all tracks known so far are about to come.
        loaded: all tracks known so far have come.
        folder_dropped: the id of a folder that was removed.
        folder_removed: FolderGone, after a person removed it here.
        folder_restored: all tracks of such a folder have come again.
        scanning: the JobThread of a scan that begins.
        scanned: ScanSummary.
        rescanned: ScanSummary of a look into some directories.
        idle: no scan is running or waiting any more, however the last one ended.
        failed: a sentence.
    """

    lines_came = Signal(object)
    contents_changed = Signal(object)
    loading = Signal()
    loaded = Signal()
    folder_dropped = Signal(int)
    folder_removed = Signal(object)
    folder_restored = Signal()
    scanning = Signal(object)
    scanned = Signal(object)
    rescanned = Signal(object)
    idle = Signal()
    failed = Signal(str)

    def __init__(self, library_file: Path, settings: ScanSettings, workers: Workers) -> None:
        super().__init__(workers)
        self._library_file = library_file
        self.settings = settings  # of scans from now on
        self.lane = Lane(workers)  # of jobs that must not run beside a scan
        self.lane.failed.connect(self.failed)
        self._texts = Lane(workers)
        self._unfinished_scans = 0

    @property
    def is_scanning(self) -> bool:
        """Whether a scan is running or waiting for its turn."""
        return self._unfinished_scans > 0

    def load(self) -> None:
        """Read all that the library knows."""
        self.loading.emit()
        thread = self.lane.prepare(partial(load, self._library_file))
        thread.published.connect(self.lines_came)
        thread.succeeded.connect(self._on_loaded)
        self.lane.enqueue(thread)

    def scan(self, paths: Sequence[Path] = ()) -> None:
        """Scan `paths`, added to the library where new, or all folders of the library."""
        if paths:
            adding = partial(add_folders, self._library_file, tuple(paths))
            self.lane.run(adding, self.contents_changed.emit)
        thread = self.lane.prepare(
            partial(
                scan,
                self._library_file,
                paths=tuple(paths),
                workers=self.settings.workers,
                follow_symlinks=self.settings.follow_symlinks,
                open_cache=AnalysisCache.of_this_user,
            )
        )
        thread.published.connect(self.lines_came)
        thread.started.connect(lambda: self.scanning.emit(thread))
        thread.succeeded.connect(self.scanned)
        thread.finished.connect(self._on_scan_finished)
        self._unfinished_scans += 1
        self.lane.enqueue(thread)

    def remove_folder(self, folder_id: int) -> None:
        """Take a folder out of the library."""
        job = partial(remove_folder, self._library_file, folder_id)
        self.lane.run(job, partial(self._on_removed, folder_id))

    def restore_folder(self, gone: FolderGone) -> None:
        """Bring a folder back that was taken out of the library."""
        thread = self.lane.prepare(partial(restore_folder, self._library_file, gone))
        thread.published.connect(self.lines_came)
        thread.succeeded.connect(self.contents_changed)
        thread.succeeded.connect(lambda _: self.folder_restored.emit())
        self.lane.enqueue(thread)

    def set_watched(self, folder_id: int, is_watched: bool) -> None:
        """Choose whether changes in a folder appear by themselves."""
        job = partial(set_watched, self._library_file, folder_id, is_watched)
        self.lane.run(job, self.contents_changed.emit)

    def rescan(self, by_folder: Mapping[int, Sequence[str]], moving: frozenset[str]) -> None:
        """Look into some directories, as something happened there; nobody has to wait for it."""
        thread = self.lane.prepare(
            partial(
                rescan,
                self._library_file,
                by_folder=by_folder,
                moving=moving,
                workers=self.settings.workers,
                follow_symlinks=self.settings.follow_symlinks,
                open_cache=AnalysisCache.of_this_user,
            )
        )
        thread.published.connect(self.lines_came)
        thread.succeeded.connect(self.rescanned)
        thread.finished.connect(self.read_contents)
        self.lane.enqueue(thread)

    def read_contents(self) -> None:
        """Read folders and problems again: after whatever may have found more of them."""
        self.lane.run(partial(contents, self._library_file), self.contents_changed.emit)

    def order_texts(self, texts: Sequence[Texts]) -> None:
        """Put texts in order beside the window, so that sorting by them is quick."""

        def take(ordered: Sequence[Texts]) -> None:
            for one, copy in zip(texts, ordered, strict=True):
                one.take_ranks(copy)

        self._texts.run(partial(put_in_order, [one.copied() for one in texts]), take)

    def _on_scan_finished(self) -> None:
        """Go on after a scan, also one that was stopped."""
        self._unfinished_scans -= 1
        self.read_contents()
        if not self.is_scanning:
            self.idle.emit()

    def _on_removed(self, folder_id: int, gone: FolderGone) -> None:
        self.contents_changed.emit(gone.contents)
        self.folder_dropped.emit(folder_id)
        self.folder_removed.emit(gone)

    def _on_loaded(self, found: Contents) -> None:
        self.contents_changed.emit(found)
        self.loaded.emit()
