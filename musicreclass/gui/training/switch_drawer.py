"""The drawer of all that can be turned in teaching, for those who want to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from musicreclass.errors import UsageProblem
from musicreclass.gui.training.switch_words import shown
from musicreclass.training.config import Recipe
from musicreclass.training.overrides import SWITCHES, Switch, Value

UNCHANGED = "–"
FIELD_WIDTH = 104


class SwitchDrawer(QScrollArea):
    """A field for each switch; those left alone are as the preset has them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Advanced"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        ground = QWidget(self)
        ground.setObjectName("detail")
        layout = QGridLayout(ground)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(6)
        layout.setColumnStretch(0, 1)
        hint = QLabel(
            self.tr("Nobody has to look here: what is left alone is as the preset has it."), ground
        )
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        layout.addWidget(hint, 0, 0, 1, 2)
        for group, switches in groupby(SWITCHES, key=lambda one: one.group):
            head = QLabel(shown(group), ground)
            head.setObjectName("dim")
            layout.addWidget(head, layout.rowCount(), 0, 1, 2)
            for switch in switches:
                self._add(switch, layout, ground)
        layout.setRowStretch(layout.rowCount(), 1)
        self.setWidget(ground)

    def switches(self) -> dict[str, Value]:
        """Return those that are turned, by name.

        Raises:
            UnfitSwitch: one is turned to where it does not go.
        """
        turned: dict[str, Value] = {}
        for switch in SWITCHES:
            if text := self._said(switch.name):
                turned[switch.name] = switch.value(switch.turned(Recipe(), text))
        return turned

    def show_switches(self, turned: Mapping[str, Value]) -> None:
        """Show these as turned and all others as left alone."""
        for switch in SWITCHES:
            value = turned.get(switch.name)
            field = self.fields[switch.name]
            if isinstance(field, QComboBox):
                field.setCurrentIndex(max(0, field.findData(_text(value))))
            else:
                field.setText(_text(value))

    def _said(self, name: str) -> str:
        field = self.fields[name]
        if isinstance(field, QComboBox):
            return str(field.currentData())
        return field.text().strip()

    def _add(self, switch: Switch, layout: QGridLayout, ground: QWidget) -> None:
        label = QLabel(shown(switch.name), ground)
        field = self._field(switch, ground)
        field.setFixedWidth(FIELD_WIDTH)
        field.setAccessibleName(label.text())
        label.setBuddy(field)
        for widget in (label, field):
            widget.setToolTip(f"{switch.help}\n{switch.takes()}")
        row = layout.rowCount()
        layout.addWidget(label, row, 0)
        layout.addWidget(field, row, 1)
        self.fields[switch.name] = field

    def _field(self, switch: Switch, ground: QWidget) -> QLineEdit | QComboBox:
        choices = ("on", "off") if switch.kind is bool else switch.choices
        if not choices:
            line = QLineEdit(ground)
            line.setPlaceholderText(UNCHANGED)
            line.textChanged.connect(partial(self._on_typed, switch, line))
            return line
        box = QComboBox(ground)
        box.addItem(UNCHANGED, "")
        for choice in choices:
            box.addItem(shown(choice), choice)
        return box

    def _on_typed(self, switch: Switch, line: QLineEdit, text: str) -> None:
        """Mark a field that says what cannot be, before anybody relies on it."""
        try:
            if text.strip():
                switch.turned(Recipe(), text)
        except UsageProblem:
            line.setProperty("unfit", True)
        else:
            line.setProperty("unfit", False)
        line.style().polish(line)


def _text(value: Value | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "on" if value else "off"
    return f"{value:g}" if isinstance(value, float) else str(value)
