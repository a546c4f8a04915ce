"""The list of what was decided, opened from Review and from the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.services.decision_service import TakenBack, Turn

if TYPE_CHECKING:
    from musicreclass.gui.review.decision_dialog import DecisionDialog


class DecisionsOpener(QObject):
    """Makes the dialog when it is first wanted."""

    def __init__(self, window: MainWindow, taxonomy: Taxonomy) -> None:
        super().__init__(window)
        self._window = window
        self._taxonomy = taxonomy
        self._dialog: DecisionDialog | None = None

    @property
    def dialog(self) -> DecisionDialog:
        """Return the dialog, made where it is not yet."""
        if self._dialog is None:
            self._dialog = self._made()
        return self._dialog

    def open(self) -> None:
        """Show what was decided."""
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _made(self) -> DecisionDialog:
        from musicreclass.gui.review.decision_dialog import DecisionDialog

        decisions = self._window.review.decisions
        dialog = DecisionDialog(self._taxonomy, self._window)
        dialog.read_wanted.connect(decisions.read_log)
        dialog.show_wanted.connect(decisions.read_tracks)
        dialog.back_wanted.connect(decisions.take_back)
        decisions.entries_came.connect(dialog.show_entries)
        decisions.taken_back.connect(self._on_taken_back)
        decisions.kept.connect(dialog.read)
        return dialog

    def _on_taken_back(self, turned: TakenBack) -> None:
        if turned.turn is Turn.TAKE_BACK:
            self.dialog.say(self._window.review.deciding.sentence_on(turned))


def add_decision_list(window: MainWindow, taxonomy: Taxonomy) -> DecisionsOpener:
    """Let decisions be listed, shown in Review and taken back one by one."""
    opener = DecisionsOpener(window, taxonomy)
    window.review.log_wanted.connect(opener.open)
    window.review.decisions.tracks_came.connect(window.show_in_review)
    return opener
