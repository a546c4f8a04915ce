"""Moves the library from the window: nobody writes meanwhile, and the program starts again."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QProgressDialog, QWidget

from musicreclass import paths
from musicreclass.core.job import Progress
from musicreclass.core.location import readable
from musicreclass.errors import MusicReclassError
from musicreclass.gui.language import sentence_on
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.services.restarting import ask_for_restart, is_library_named
from musicreclass.gui.workers import JobThread, Workers
from musicreclass.pipeline.relocate_library import check_target, relocate_library

STEPS = 1000


class LibraryMoving(QObject):
    """Signals: `restart_wanted` once the library has moved, or could not be moved."""

    restart_wanted = Signal()

    def __init__(
        self,
        library_file: Path,
        choices: Choices,
        workers: Workers,
        let_go: Callable[[], object],
        parent: QWidget,
    ) -> None:
        """Make it; `let_go` has the window keep what it was about to keep."""
        super().__init__(parent)
        self._library_file = library_file
        self._choices = choices
        self._workers = workers
        self._let_go = let_go
        self._window = parent
        self._own = Workers(self)
        self._bar: QProgressDialog | None = None
        self._sentence = ""  # on what came of it

    def ask(self, folder: Path) -> None:
        """Move the library into a folder, if that can be done and is still wanted."""
        try:
            check_target(self._library_file, folder)
        except MusicReclassError as error:
            self._tell(sentence_on(error))
            return
        asked = QMessageBox(self._window)
        asked.setWindowTitle(self.tr("Move the library"))
        text = self.tr("Move the library to {folder}, and start the program again?")
        asked.setText(text.format(folder=readable(str(folder))))
        asked.setInformativeText(
            self.tr("What is going on is stopped, and goes on then. The old file stays, renamed.")
        )
        yes = asked.addButton(self.tr("Move"), QMessageBox.ButtonRole.AcceptRole)
        asked.addButton(QMessageBox.StandardButton.Cancel)
        asked.exec()
        if asked.clickedButton() is yes:
            self.move(folder)

    def move(self, folder: Path) -> None:
        """Move the library into a folder."""
        self._bar = bar = QProgressDialog(self._window)
        bar.setWindowTitle(self.tr("Move the library"))
        bar.setLabelText(self.tr("The library is copied and compared…"))
        bar.setWindowModality(Qt.WindowModality.ApplicationModal)
        bar.setRange(0, STEPS)
        bar.setMinimumDuration(0)
        bar.show()
        ask_for_restart()  # with the library where it is, unless it has moved
        self._let_go()
        self._workers.shutdown()  # nothing of this window writes into the library from now on
        thread = self._own.prepare(partial(relocate_library, self._library_file, folder))
        thread.progressed.connect(self._on_progressed)
        thread.succeeded.connect(self._on_moved)
        thread.failed.connect(self._on_failed)
        thread.finished.connect(partial(self._on_finished, thread))
        bar.canceled.connect(thread.cancel)
        self._own.start(thread)

    def _on_progressed(self, progress: Progress) -> None:
        if self._bar is not None:
            self._bar.setValue(min(STEPS - 1, int(progress.fraction * STEPS)))

    def _on_moved(self, target: Path) -> None:
        if is_library_named(sys.orig_argv[1:]):
            if paths.LIBRARY_VARIABLE in os.environ:
                os.environ[paths.LIBRARY_VARIABLE] = str(target)  # for the program that comes
            text = self.tr(
                "The library is now {file}. It was named at the start: name it so there."
            )
        else:
            library = replace(self._choices.settings.library, file=str(target))
            self._choices.change(library=library)
            text = self.tr("The library is now {file}.")
        ask_for_restart(target)
        self._sentence = text.format(file=readable(str(target)))

    def _on_failed(self, error: Exception) -> None:
        said = self.tr("The library stays where it is: {why}")
        self._sentence = said.format(why=sentence_on(error))

    def _on_finished(self, thread: JobThread) -> None:
        if self._bar is not None:
            self._bar.canceled.disconnect()
            self._bar.close()
            self._bar.deleteLater()
            self._bar = None
        self._tell(self._sentence or self.tr("The library stays where it is."))
        self.restart_wanted.emit()

    def _tell(self, sentence: str) -> None:
        QMessageBox.information(self._window, self.tr("Move the library"), sentence)
