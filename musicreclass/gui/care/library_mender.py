"""Notices that the library is damaged, asks what is to be done, and does it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from musicreclass.errors import MusicReclassError
from musicreclass.gui.care.damage_dialog import DamageDialog
from musicreclass.gui.language import sentence_on
from musicreclass.gui.workers import Job, JobThread, Workers
from musicreclass.pipeline.care.mending import damage, is_damage, restore, start_anew

logger = logging.getLogger(__name__)


class LibraryMender(QObject):
    """One for a window.

    Signals:
        restart_wanted: the library is another now; all has to be begun anew.
        quit_wanted: a person wants to see to it later.
    """

    restart_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, library_file: Path, workers: Workers, window: QWidget) -> None:
        super().__init__(window)
        self.dialog: DamageDialog | None = None
        self._file = library_file
        self._workers = workers
        self._window = window
        self._thread: JobThread | None = None
        self._open_folder: Callable[[QUrl], bool] = QDesktopServices.openUrl
        workers.failed.connect(self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        """Ask what is to be done; once, for one job after the other will fail."""
        if self.dialog is not None or not is_damage(error):
            return
        assert isinstance(error, MusicReclassError)
        logger.error("the library is damaged: %s", error)
        dialog = DamageDialog(damage(self._file, error), self._window)
        self.dialog = dialog
        dialog.restore_wanted.connect(lambda backup: self._do(partial(restore, self._file, backup)))
        dialog.new_wanted.connect(lambda: self._do(partial(start_anew, self._file)))
        dialog.folder_wanted.connect(self._show_folder)
        dialog.quit_wanted.connect(self._quit)
        dialog.open()

    def _do(self, job: Job) -> None:
        """End all that has the library open, then do what was chosen."""
        assert self.dialog is not None
        self.dialog.set_busy(True)
        self._workers.shutdown()
        thread = JobThread(job, self)
        thread.succeeded.connect(self._on_done)
        thread.failed.connect(self._on_trouble)
        self._thread = thread
        thread.start()

    def _on_done(self, aside: Path | None) -> None:
        self._await_end()
        logger.info("the library is another now; the one before is %s", aside)
        self._close()
        self.restart_wanted.emit()

    def _on_trouble(self, error: Exception) -> None:
        self._await_end()
        if self.dialog is not None:
            self.dialog.say(sentence_on(error))

    def _await_end(self) -> None:
        """Let the thread end that has told its outcome: who is told may take it and us away."""
        assert self._thread is not None
        self._thread.wait()

    def _show_folder(self) -> None:
        folder = self._file.absolute().parent
        if not self._open_folder(QUrl.fromLocalFile(str(folder))) and self.dialog is not None:
            text = self.tr("No program is there to show folders. It is {folder}.")
            self.dialog.say(text.format(folder=folder))

    def _quit(self) -> None:
        self._close()
        self.quit_wanted.emit()

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.hide()
