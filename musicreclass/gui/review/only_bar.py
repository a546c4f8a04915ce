"""The line above the table that says that only some tracks are shown, and leads back to all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from musicreclass.gui.messages import tracks


class OnlyBar(QWidget):
    """Signals: `ended` where all tracks are wanted again."""

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel(self)
        self.button = QPushButton(self.tr("Show all again"), self)
        self.button.clicked.connect(self.ended)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 2, 6, 6)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button)
        self.hide()

    def show_number(self, number: int) -> None:
        """Say how many tracks there are to be shown."""
        text = self.tr("Only what you chose in Insights: {tracks}")
        self.label.setText(text.format(tracks=tracks(number)))
