"""What stands in place of the tracks while the library is empty."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.controls import push_button, text_label
from musicreclass.gui.widgets.panels import DropGround


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
