"""The bar above the table: what is chosen as chips to take away, more to choose, and groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from musicreclass.core.review.grouped_rows import GroupBy
from musicreclass.gui.messages import count, tracks
from musicreclass.gui.widgets.controls import ChoiceMenu, text_label, verbatim
from musicreclass.gui.widgets.flow_layout import FlowLayout
from musicreclass.gui.widgets.panels import fill

ROOM_FOR_CHIPS = 180  # pixels
MARGINS = 24  # pixels beside and between them


class Chip(NamedTuple):
    """A condition that holds: what it says, and what takes it away."""

    text: str
    remove: Callable[[], None]
    tip: str = ""


class ConditionBar(QWidget):
    """Signals: `cleared`, `save_wanted`; `group_wanted` with a GroupBy; `fold_wanted` with whether
    all groups are to be folded.
    """

    cleared = Signal()
    save_wanted = Signal()
    group_wanted = Signal(object)
    fold_wanted = Signal(bool)

    def __init__(self, filters: QMenu, parent: QWidget | None = None) -> None:
        """Make the bar; `filters` is the menu of what can be chosen beside what is."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("What is shown"))
        self.chips: list[QToolButton] = []
        self._ground = QWidget(self)
        self._flow = FlowLayout(self._ground)
        self.add_button = self._button(self.tr("+ Filter"), filters)
        self.add_button.setToolTip(self.tr("Show only tracks that are like this, too"))
        self.clear_button = self._button(self.tr("Clear all"))
        self.clear_button.clicked.connect(self.cleared)
        self.save_button = self._button(self.tr("Save…"))
        self.save_button.setToolTip(self.tr("Keep these conditions in the sidebar, under a name"))
        self.save_button.clicked.connect(self.save_wanted)
        self.group_button = self._button("", self._group_menu())
        self.number = text_label("", self, "dim")
        self.remark = text_label("", self, "caution", wraps=True)
        self.remark.hide()
        for button in (self.add_button, self.clear_button, self.save_button):
            self._flow.addWidget(button)
        self._right = fill(QHBoxLayout(), None, self.number, self.group_button, spacing=8)
        self._row = fill(QHBoxLayout(), (self._ground, 1), spacing=8, margins=(0, 0, 0, 0))
        self._row.addLayout(self._right)
        self._row.setAlignment(self._right, Qt.AlignmentFlag.AlignTop)
        fill(QVBoxLayout(self), self._row, self.remark, margins=(8, 2, 8, 4), spacing=4)
        self.show_chips(())
        self.show_grouping(GroupBy.NONE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show the conditions that hold."""
        had_focus = any(chip.hasFocus() for chip in self.chips)
        for old in self.chips:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        buttons = (self.add_button, self.clear_button, self.save_button)
        for button in buttons:
            self._flow.removeWidget(button)
        self.chips = [self._chip(chip) for chip in chips]
        for shown in (*self.chips, *buttons):
            self._flow.addWidget(shown)
        before: QWidget | None = None
        for shown in (*self.chips, *buttons, self.group_button):
            if before is not None:
                QWidget.setTabOrder(before, shown)
            before = shown
        self.clear_button.setVisible(bool(chips))
        self.save_button.setVisible(bool(chips))
        if had_focus:
            (self.chips[0] if self.chips else self.add_button).setFocus()
        self._fit()
        self._ground.updateGeometry()

    def show_problems(self, number: int) -> None:
        """Say how many problems are shown; they have no groups."""
        self.number.setText(self.tr("Problems: {number}").format(number=count(number)))
        self.group_button.hide()
        self._fit()

    def show_number(self, shown: int, every: int) -> None:
        """Say how many tracks of all are shown."""
        self.group_button.show()
        if shown == every:
            self.number.setText(tracks(every))
        else:
            text = self.tr("{shown} of {tracks}")
            self.number.setText(text.format(shown=count(shown), tracks=tracks(every)))
        self._fit()

    def show_remark(self, sentence: str) -> None:
        """Say what of the search was not understood; nothing where all was."""
        self.remark.setText(sentence)
        self.remark.setVisible(bool(sentence))

    def show_grouping(self, by: GroupBy) -> None:
        """Say how tracks are grouped."""
        words = self._group_words()
        self.group_button.setText(self.tr("Group by: {what} ▾").format(what=words[by.value]))
        self._fit()
        for action in self._groups.actions():
            action.setChecked(action.data() == by.value)
        for action in self._folding:
            action.setEnabled(by is not GroupBy.NONE)

    def _fit(self) -> None:
        """Put number and groups below the chips where there is no room for both in a row."""
        ways = QBoxLayout.Direction
        chips = max(ROOM_FOR_CHIPS, self._flow.minimumSize().width())
        is_narrow = self.width() < self._right.sizeHint().width() + chips + MARGINS
        self._row.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)

    def _group_words(self) -> dict[str, str]:
        return {
            GroupBy.NONE.value: self.tr("none"),
            GroupBy.ALBUM.value: self.tr("album"),
            GroupBy.ARTIST.value: self.tr("artist"),
            GroupBy.FOLDER.value: self.tr("folder"),
        }

    def _group_menu(self) -> QMenu:
        menu = QMenu(self)
        self._groups = ChoiceMenu("", self._group_words(), GroupBy.NONE.value, menu)
        self._groups.chosen.connect(lambda value: self.group_wanted.emit(GroupBy(value)))
        menu.addActions(self._groups.actions())
        menu.addSeparator()
        self._folding = [
            menu.addAction(self.tr("Fold all groups"), lambda: self.fold_wanted.emit(True)),
            menu.addAction(self.tr("Unfold all groups"), lambda: self.fold_wanted.emit(False)),
        ]
        return menu

    def _button(self, text: str, menu: QMenu | None = None) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if menu is not None:
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _chip(self, chip: Chip) -> QToolButton:
        button = QToolButton(self._ground)
        button.setObjectName("chip")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setText(f"{verbatim(chip.text)}  ×")
        button.setToolTip(chip.tip or self.tr("No longer ask for this"))
        button.setAccessibleName(self.tr("Remove the filter {name}").format(name=chip.text))
        button.clicked.connect(lambda: chip.remove())
        button.show()
        return button
