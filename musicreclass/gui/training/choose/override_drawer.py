"""The drawer of overrides: hyperparameters of a training, for those who want to set them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import groupby

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
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
from musicreclass.training.config import TrainingConfig
from musicreclass.training.overrides import OVERRIDES, Override, Value

CONTEXT = "Switches"

# By what `training.overrides` calls groups, switches and choices.
_WORDS: dict[str, object] = {
    "How long": QT_TRANSLATE_NOOP("Switches", "How long"),
    "Learning rate": QT_TRANSLATE_NOOP("Switches", "Learning rate"),
    "How music is changed while it is heard": QT_TRANSLATE_NOOP(
        "Switches", "How music is changed while it is heard"
    ),
    "Rare genres": QT_TRANSLATE_NOOP("Switches", "Rare genres"),
    "The machine": QT_TRANSLATE_NOOP("Switches", "The machine"),
    "epochs": QT_TRANSLATE_NOOP("Switches", "Epochs"),
    "patience": QT_TRANSLATE_NOOP("Switches", "Patience"),
    "average": QT_TRANSLATE_NOOP("Switches", "Averaged share (SWA)"),
    "rate": QT_TRANSLATE_NOOP("Switches", "Learning rate"),
    "find-rate": QT_TRANSLATE_NOOP("Switches", "Find the rate"),
    "trunk-rate": QT_TRANSLATE_NOOP("Switches", "Share of it for the trunk"),
    "schedule": QT_TRANSLATE_NOOP("Switches", "Schedule"),
    "warm-up": QT_TRANSLATE_NOOP("Switches", "Warm-up"),
    "weight-decay": QT_TRANSLATE_NOOP("Switches", "Weight decay"),
    "mixup": QT_TRANSLATE_NOOP("Switches", "Mixup"),
    "label-smoothing": QT_TRANSLATE_NOOP("Switches", "Label smoothing"),
    "masks": QT_TRANSLATE_NOOP("Switches", "Masks (SpecAugment)"),
    "mask-bands": QT_TRANSLATE_NOOP("Switches", "Bands of a mask"),
    "mask-frames": QT_TRANSLATE_NOOP("Switches", "Frames of a mask"),
    "gain": QT_TRANSLATE_NOOP("Switches", "Gain, dB"),
    "habits": QT_TRANSLATE_NOOP("Switches", "Habits of recordings"),
    "crops": QT_TRANSLATE_NOOP("Switches", "Chunks of a track"),
    "tracks-heard": QT_TRANSLATE_NOOP("Switches", "Tracks heard at most"),
    "copies": QT_TRANSLATE_NOOP("Switches", "Changed copies"),
    "stretch": QT_TRANSLATE_NOOP("Switches", "Time stretch"),
    "semitones": QT_TRANSLATE_NOOP("Switches", "Pitch, semitones"),
    "noise": QT_TRANSLATE_NOOP("Switches", "Noise"),
    "balanced-sampler": QT_TRANSLATE_NOOP("Switches", "Balanced sampler"),
    "logit-adjustment": QT_TRANSLATE_NOOP("Switches", "Logit adjustment"),
    "batch-size": QT_TRANSLATE_NOOP("Switches", "Batch size"),
    "mixed-precision": QT_TRANSLATE_NOOP("Switches", "Mixed precision"),
    "on": QT_TRANSLATE_NOOP("Switches", "on"),
    "off": QT_TRANSLATE_NOOP("Switches", "off"),
    "cosine": QT_TRANSLATE_NOOP("Switches", "cosine"),
    "plateau": QT_TRANSLATE_NOOP("Switches", "plateau"),
}


def shown(word: str) -> str:
    """Return what a group, a switch or a choice is called; its own name where there is no other."""
    return QCoreApplication.translate(CONTEXT, str(_WORDS.get(word, word)))


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
