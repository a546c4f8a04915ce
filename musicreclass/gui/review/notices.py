"""What stands in place of the tracks or above them: an empty library, and a choice of few."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from musicreclass.gui.messages import tracks
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.controls import push_button, text_label
from musicreclass.gui.widgets.panels import DropGround, fill


class EmptyPage(DropGround):
    """Signals: `folder_wanted` when the user wants to choose a folder."""

    folder_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        title = text_label(self.tr("Drop a folder of music here"), self, "title")
        hint = text_label(
            self.tr("Everything below it is looked at. Nothing is changed until you write."),
            self,
            "hint",
        )
        self.button = push_button(self.tr("Choose a folder…"), self, style="primary")
        self.button.clicked.connect(self.folder_wanted)
        self.hold(title, hint, self.button)


class FilterNotice(QWidget):
    """Signals: `ended` where all tracks are wanted again."""

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel(self)
        self.button = QPushButton(self.tr("Show all again"), self)
        self.button.clicked.connect(self.ended)
        fill(QHBoxLayout(self), (self.label, 1), self.button, margins=(10, 2, 6, 6))
        self.hide()

    def show_number(self, number: int) -> None:
        """Say how many tracks there are to be shown."""
        text = self.tr("Only what you chose elsewhere: {tracks}")
        self.label.setText(text.format(tracks=tracks(number)))
