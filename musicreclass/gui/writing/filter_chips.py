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
    ChangeFilter.LEFT: QT_TRANSLATE_NOOP("Changes", "Not written"),
    ChangeFilter.KIND: QT_TRANSLATE_NOOP("Changes", "Other kind of tag"),
    ChangeFilter.UNCHANGED: QT_TRANSLATE_NOOP("Changes", "Stay as they are"),
}
_TIPS: dict[ChangeFilter, object] = {
    ChangeFilter.CHANGES: QT_TRANSLATE_NOOP("Changes", "Files that get another genre"),
    ChangeFilter.REFUSED: QT_TRANSLATE_NOOP(
        "Changes", "Files that cannot be written safely; the remarks say why"
    ),
    ChangeFilter.LEFT: QT_TRANSLATE_NOOP(
        "Changes", "Files that you left out, or that came after a stop"
    ),
    ChangeFilter.KIND: QT_TRANSLATE_NOOP(
        "Changes", "Files whose tag becomes another version, such as ID3v2.4; a first tag is none"
    ),
    ChangeFilter.UNCHANGED: QT_TRANSLATE_NOOP(
        "Changes", "Files that say so already, or that the rules leave alone; the remarks say why"
    ),
}
SHOWN_WHERE_ANY = (ChangeFilter.KIND, ChangeFilter.LEFT, ChangeFilter.UNDONE)


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
            if kind in _TIPS:
                button.setToolTip(QCoreApplication.translate(CONTEXT, str(_TIPS[kind])))
            button.clicked.connect(lambda _=False, kind=kind: self.chosen.emit(kind))
            self._group.addButton(button)
        fill(QHBoxLayout(self), *self.chips.values(), None, margins=(0, 0, 0, 0), spacing=6)
        self._offered: frozenset[ChangeFilter] = frozenset(_WORDS)
        self.chips[ChangeFilter.ALL].setChecked(True)
        self.show_counts({})

    @property
    def current(self) -> ChangeFilter:
        """Return which one is chosen."""
        return next(kind for kind, button in self.chips.items() if button.isChecked())

    def offer(self, kinds: Sequence[ChangeFilter]) -> None:
        """Show these chips and no others."""
        self._offered = frozenset(kinds)
        self.show_counts({})

    def choose(self, kind: ChangeFilter) -> None:
        """Choose one as a click does."""
        self.chips[kind].setChecked(True)
        self.chosen.emit(kind)

    def show_counts(self, counts: Mapping[ChangeFilter, int]) -> None:
        """Say how many changes are of which kind."""
        for kind, button in self.chips.items():
            word = QCoreApplication.translate(CONTEXT, str(_WORDS[kind]))
            number = counts.get(kind, 0)
            button.setText(f"{word}  {count(number)}")
            is_wanted = number > 0 or kind not in SHOWN_WHERE_ANY or button.isChecked()
            button.setVisible(kind in self._offered and is_wanted)
