"""A row of chips that say how many changes are of which kind, and show only those."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from musicreclass.gui.messages import count
from musicreclass.gui.widgets.controls import chip
from musicreclass.gui.widgets.panels import fill
from musicreclass.gui.writing.change_rows import CONTEXT, ChangeFilter

_WORDS: dict[ChangeFilter, object] = {
    ChangeFilter.ALL: QT_TRANSLATE_NOOP("Changes", "All"),
    ChangeFilter.CHANGES: QT_TRANSLATE_NOOP("Changes", "Will change"),
    ChangeFilter.WRITTEN: QT_TRANSLATE_NOOP("Changes", "Written"),
    ChangeFilter.MOVED: QT_TRANSLATE_NOOP("Changes", "Sorted"),
    ChangeFilter.UNDONE: QT_TRANSLATE_NOOP("Changes", "Taken back"),
    ChangeFilter.REFUSED: QT_TRANSLATE_NOOP("Changes", "Refused"),
    ChangeFilter.LEFT: QT_TRANSLATE_NOOP("Changes", "Left"),
    ChangeFilter.KIND: QT_TRANSLATE_NOOP("Changes", "Version changes"),
    ChangeFilter.UNCHANGED: QT_TRANSLATE_NOOP("Changes", "Unchanged"),
}


class FilterChips(QWidget):
    """Signals: `chosen` with the ChangeFilter to show."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Which files are shown"))
        self._group = QButtonGroup(self)
        self.chips: dict[ChangeFilter, QToolButton] = {}
        for kind in _WORDS:
            self.chips[kind] = button = chip("", self)
            button.clicked.connect(lambda _=False, kind=kind: self.chosen.emit(kind))
            self._group.addButton(button)
        fill(QHBoxLayout(self), *self.chips.values(), None, margins=(0, 0, 0, 0), spacing=6)
        self.chips[ChangeFilter.ALL].setChecked(True)
        self.show_counts({})

    @property
    def current(self) -> ChangeFilter:
        """Return which one is chosen."""
        return next(kind for kind, button in self.chips.items() if button.isChecked())

    def offer(self, kinds: Sequence[ChangeFilter]) -> None:
        """Show these chips and no others."""
        for kind, button in self.chips.items():
            button.setVisible(kind in kinds)

    def choose(self, kind: ChangeFilter) -> None:
        """Choose one as a click does."""
        self.chips[kind].setChecked(True)
        self.chosen.emit(kind)

    def show_counts(self, counts: Mapping[ChangeFilter, int]) -> None:
        """Say how many changes are of which kind."""
        for kind, button in self.chips.items():
            word = QCoreApplication.translate(CONTEXT, str(_WORDS[kind]))
            button.setText(f"{word}  {count(counts.get(kind, 0))}")
