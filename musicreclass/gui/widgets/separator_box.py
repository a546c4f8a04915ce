"""What stands between several genres of a file: a list, a usual text, or one of a person's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from musicreclass.gui.widgets.controls import choice_box
from musicreclass.gui.widgets.panels import fill
from musicreclass.gui.workers import single_shot

TYPING_MS = 400  # every file is looked at again for each choice
SEPARATORS = (None, "; ", "/")  # in the order in which they are offered; one's own comes last


class SeparatorBox(QWidget):
    """Signals: `changed` once another separator holds and the typing pauses."""

    changed = Signal()

    def __init__(self, separator: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.several = choice_box(self.tr("Several genres"), self)
        self.several.addItems(
            [
                self.tr("as a list"),
                self.tr("joined by “; ”"),
                self.tr("joined by “/”"),
                self.tr("joined by own text"),
            ]
        )
        self.own = QLineEdit(self)
        self.own.setMaximumWidth(72)
        self.own.setAccessibleName(self.tr("Text between several genres"))
        fill(QHBoxLayout(self), self.several, self.own, margins=(0, 0, 0, 0), spacing=8)
        self._typing = single_shot(self, TYPING_MS, self._say)
        self.own.hide()
        self.show_separator(separator)
        self.several.currentIndexChanged.connect(self._on_several)
        self.own.textEdited.connect(lambda _: self._typing.start())
        self.own.returnPressed.connect(self._say)

    def separator(self) -> str | None:
        """Return what is chosen; None for a list, where a format has lists."""
        return (self.own.text() or None) if self._is_own else SEPARATORS[self._index]

    def show_separator(self, separator: str | None) -> None:
        """Show one that was chosen elsewhere, without saying so."""
        if separator == self.separator():
            return
        was_blocked = self.several.blockSignals(True)
        is_own = separator not in SEPARATORS
        self.several.setCurrentIndex(len(SEPARATORS) if is_own else SEPARATORS.index(separator))
        self.several.blockSignals(was_blocked)
        self.own.setText((separator or "") if is_own else "")
        self.own.setVisible(self._is_own)

    @property
    def _index(self) -> int:
        return self.several.currentIndex()

    @property
    def _is_own(self) -> bool:
        return self._index == len(SEPARATORS)

    def _on_several(self) -> None:
        self.own.setVisible(self._is_own)
        if self._is_own:
            self.own.setFocus()
        self._say()

    def _say(self) -> None:
        self._typing.stop()
        self.changed.emit()
