"""A bar that says what is wrong, or what was done, with buttons that do something about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from musicreclass.gui.widgets.panels import fill


class NoticeBar(QWidget):
    """Hidden as long as there is nothing to say.

    Args:
        name: of the bar, for screen readers.
        gap: pixels to what is below it.
    """

    def __init__(self, name: str, parent: QWidget | None = None, gap: int = 0) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons: list[QPushButton] = []
        ground = QFrame(self)
        ground.setObjectName("panel")
        self._layout = fill(QHBoxLayout(ground), (self.label, 1), margins=(12, 6, 8, 6), spacing=8)
        fill(QVBoxLayout(self), ground, margins=(0, 0, 0, gap))
        self.hide()

    def offer(self, text: str, action: Callable[[], object], tip: str = "") -> QPushButton:
        """Add a button that does something about it."""
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.clicked.connect(action)
        self.buttons.append(button)
        self._layout.addWidget(button)
        return button

    def say(self, sentence: str) -> None:
        """Show a sentence; hide where it is empty."""
        self.label.setText(sentence)
        self.setAccessibleDescription(sentence)
        self.setVisible(bool(sentence))
