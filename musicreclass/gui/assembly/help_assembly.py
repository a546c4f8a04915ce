"""Help: what to do, what the program is, and its log, also where something went wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QKeySequence

from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.workers import Workers

if TYPE_CHECKING:
    from musicreclass.gui.help.help_dialog import HelpDialog


class HelpOpener(QObject):
    """Makes the dialog when it is first wanted."""

    def __init__(
        self, window: MainWindow, choices: Choices, library_file: Path, workers: Workers
    ) -> None:
        super().__init__(window)
        self._window = window
        self._choices = choices
        self._library_file = library_file
        self._workers = workers
        self._dialog: HelpDialog | None = None

    @property
    def dialog(self) -> HelpDialog:
        """Return the dialog, made where it is not yet."""
        if self._dialog is None:
            from musicreclass.gui.help.help_dialog import HelpDialog

            self._dialog = HelpDialog(
                self._window.review.keys.bindings,
                self._library_file,
                lambda: self._choices.settings,
                Lane(self._workers),
                Lane(self._workers),
                self._window,
            )
        return self._dialog

    def open(self) -> None:
        """Show how the usual jobs are done."""
        self.dialog.turn_to(self.dialog.jobs)
        self.dialog.bring_up()

    def open_about(self) -> None:
        """Show what the program is."""
        self.dialog.turn_to(self.dialog.about)
        self.dialog.bring_up()

    def open_log(self) -> None:
        """Show the log."""
        self.dialog.turn_to(self.dialog.log)
        self.dialog.bring_up()


def add_help(
    window: MainWindow, choices: Choices, library_file: Path, workers: Workers
) -> HelpOpener:
    """Let help be had by F1 and in the menu, and the log where the program itself is at fault."""
    opener = HelpOpener(window, choices, library_file, workers)
    translate = QCoreApplication.translate
    window.add_to_menu(translate("MainWindow", "Help…"), QKeySequence("F1"), opener.open)
    window.add_to_menu(translate("MainWindow", "Log…"), None, opener.open_log)
    window.add_to_menu(translate("MainWindow", "About musicreclass…"), None, opener.open_about)
    show_log = translate("MainWindow", "Show log")
    workers.faulted.connect(lambda: window.strip.offer_beside(show_log, opener.open_log))
    return opener
