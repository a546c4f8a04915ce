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
from musicreclass.training.config import TrainingConfig
from musicreclass.training.overrides import OVERRIDES, Override, Value

UNCHANGED = "–"
FIELD_WIDTH = 104


class OverrideDrawer(QScrollArea):
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
        for group, overrides in groupby(OVERRIDES, key=lambda one: one.group):
            head = QLabel(shown(group), ground)
            head.setObjectName("dim")
            layout.addWidget(head, layout.rowCount(), 0, 1, 2)
            for override in overrides:
                self._add(override, layout, ground)
        layout.setRowStretch(layout.rowCount(), 1)
        self.setWidget(ground)

    def overrides(self) -> dict[str, Value]:
        """Return those that are turned, by name.

        Raises:
            UnfitSwitch: one is turned to where it does not go.
        """
        with_overrides: dict[str, Value] = {}
        for override in OVERRIDES:
            if text := self._said(override.name):
                with_overrides[override.name] = override.value(
                    override.with_overrides(TrainingConfig(), text)
                )
        return with_overrides

    def show_switches(self, with_overrides: Mapping[str, Value]) -> None:
        """Show these as turned and all others as left alone."""
        for override in OVERRIDES:
            value = with_overrides.get(override.name)
            field = self.fields[override.name]
            if isinstance(field, QComboBox):
                field.setCurrentIndex(max(0, field.findData(_text(value))))
            else:
                field.setText(_text(value))

    def _said(self, name: str) -> str:
        field = self.fields[name]
        if isinstance(field, QComboBox):
            return str(field.currentData())
        return field.text().strip()

    def _add(self, override: Override, layout: QGridLayout, ground: QWidget) -> None:
        label = QLabel(shown(override.name), ground)
        field = self._field(override, ground)
        field.setFixedWidth(FIELD_WIDTH)
        field.setAccessibleName(label.text())
        label.setBuddy(field)
        for widget in (label, field):
            widget.setToolTip(f"{override.help}\n{override.takes()}")
        row = layout.rowCount()
        layout.addWidget(label, row, 0)
        layout.addWidget(field, row, 1)
        self.fields[override.name] = field

    def _field(self, override: Override, ground: QWidget) -> QLineEdit | QComboBox:
        choices = ("on", "off") if override.kind is bool else override.choices
        if not choices:
            line = QLineEdit(ground)
            line.setPlaceholderText(UNCHANGED)
            line.textChanged.connect(partial(self._on_typed, override, line))
            return line
        box = QComboBox(ground)
        box.addItem(UNCHANGED, "")
        for choice in choices:
            box.addItem(shown(choice), choice)
        return box

    def _on_typed(self, override: Override, line: QLineEdit, text: str) -> None:
        """Mark a field that says what cannot be, before anybody relies on it."""
        try:
            if text.strip():
                override.with_overrides(TrainingConfig(), text)
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
