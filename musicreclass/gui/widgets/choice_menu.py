"""A menu in which one of several choices holds, with a mark at the one that does."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget


class ChoiceMenu(QMenu):
    """Signals: `chosen` with the value of the choice the user made."""

    chosen = Signal(str)

    def __init__(
        self,
        title: str,
        choices: Mapping[str, str],
        current: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        group = QActionGroup(self)
        for value, text in choices.items():
            action = QAction(text, self, checkable=True, checked=value == current)
            action.setData(value)
            group.addAction(action)
            self.addAction(action)
        group.triggered.connect(lambda action: self.chosen.emit(action.data()))
