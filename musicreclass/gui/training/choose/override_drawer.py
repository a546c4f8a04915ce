"""The drawer of overrides: hyperparameters of a training, for those who want to set them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import groupby

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from musicreclass.errors import UsageProblem
from musicreclass.gui.language import in_words
from musicreclass.gui.widgets.controls import text_label
from musicreclass.gui.widgets.panels import ScrolledGround
from musicreclass.training.config import TrainingConfig
from musicreclass.training.overrides import OVERRIDES, Override, Value

CONTEXT = "Overrides"
UNCHANGED = "–"  # as long as nobody knows what the preset has
BETWEEN = " · "  # what its networks have, where they differ
FIELD_WIDTH = 104

# By what `training.overrides` calls groups, overrides and choices.
_WORDS: dict[str, object] = {
    "How long": QT_TRANSLATE_NOOP("Overrides", "How long"),
    "Learning rate": QT_TRANSLATE_NOOP("Overrides", "Learning rate"),
    "How music is changed while it is heard": QT_TRANSLATE_NOOP(
        "Overrides", "How music is changed while it is heard"
    ),
    "Rare genres": QT_TRANSLATE_NOOP("Overrides", "Rare genres"),
    "The machine": QT_TRANSLATE_NOOP("Overrides", "The machine"),
    "epochs": QT_TRANSLATE_NOOP("Overrides", "Epochs"),
    "patience": QT_TRANSLATE_NOOP("Overrides", "Patience"),
    "average": QT_TRANSLATE_NOOP("Overrides", "Averaged share (SWA)"),
    "rate": QT_TRANSLATE_NOOP("Overrides", "Learning rate"),
    "find-rate": QT_TRANSLATE_NOOP("Overrides", "Find the rate"),
    "trunk-rate": QT_TRANSLATE_NOOP("Overrides", "Share of it for the trunk"),
    "schedule": QT_TRANSLATE_NOOP("Overrides", "Schedule"),
    "warm-up": QT_TRANSLATE_NOOP("Overrides", "Warm-up"),
    "weight-decay": QT_TRANSLATE_NOOP("Overrides", "Weight decay"),
    "mixup": QT_TRANSLATE_NOOP("Overrides", "Mixup"),
    "label-smoothing": QT_TRANSLATE_NOOP("Overrides", "Label smoothing"),
    "masks": QT_TRANSLATE_NOOP("Overrides", "Masks (SpecAugment)"),
    "mask-bands": QT_TRANSLATE_NOOP("Overrides", "Bands of a mask"),
    "mask-frames": QT_TRANSLATE_NOOP("Overrides", "Frames of a mask"),
    "gain": QT_TRANSLATE_NOOP("Overrides", "Gain, dB"),
    "habits": QT_TRANSLATE_NOOP("Overrides", "Habits of recordings"),
    "crops": QT_TRANSLATE_NOOP("Overrides", "Chunks of a track"),
    "tracks-heard": QT_TRANSLATE_NOOP("Overrides", "Tracks heard at most"),
    "copies": QT_TRANSLATE_NOOP("Overrides", "Changed copies"),
    "stretch": QT_TRANSLATE_NOOP("Overrides", "Time stretch"),
    "semitones": QT_TRANSLATE_NOOP("Overrides", "Pitch, semitones"),
    "noise": QT_TRANSLATE_NOOP("Overrides", "Noise"),
    "balanced-sampler": QT_TRANSLATE_NOOP("Overrides", "Balanced sampler"),
    "logit-adjustment": QT_TRANSLATE_NOOP("Overrides", "Logit adjustment"),
    "batch-size": QT_TRANSLATE_NOOP("Overrides", "Batch size"),
    "mixed-precision": QT_TRANSLATE_NOOP("Overrides", "Mixed precision"),
    "sound-changes": QT_TRANSLATE_NOOP("Overrides", "Changes of raw sound"),
    "on": QT_TRANSLATE_NOOP("Overrides", "on"),
    "off": QT_TRANSLATE_NOOP("Overrides", "off"),
    "cosine": QT_TRANSLATE_NOOP("Overrides", "cosine"),
    "plateau": QT_TRANSLATE_NOOP("Overrides", "plateau"),
}


def shown(word: str) -> str:
    """Return what a group, an override or a choice is called: its own name at least."""
    return QCoreApplication.translate(CONTEXT, str(_WORDS.get(word, word)))


class OverrideDrawer(ScrolledGround):
    """A field for each override; those left alone are as the preset has them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Advanced"), parent)
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        ground = QWidget(self)
        ground.setObjectName("detail")
        layout = QGridLayout(ground)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(6)
        layout.setColumnStretch(0, 1)
        hint = text_label(
            self.tr("For experts. Fields left empty keep the value of the preset, shown in grey."),
            ground,
            "hint",
            wraps=True,
        )
        layout.addWidget(hint, 0, 0, 1, 2)
        for group, overrides in groupby(OVERRIDES, key=lambda one: one.group):
            head = text_label(shown(group), ground, "dim")
            layout.addWidget(head, layout.rowCount(), 0, 1, 2)
            for override in overrides:
                self._add(override, layout, ground)
        layout.setRowStretch(layout.rowCount(), 1)
        self.setWidget(ground)

    def overrides(self) -> dict[str, Value]:
        """Return those that are set, by name.

        Raises:
            UnfitOverride: one is set to what it cannot be.
        """
        chosen: dict[str, Value] = {}
        for override in OVERRIDES:
            if text := self._said(override.name):
                chosen[override.name] = override.value(
                    override.with_overrides(TrainingConfig(), text)
                )
        return chosen

    def show_overrides(self, chosen: Mapping[str, Value]) -> None:
        """Show these as set and all others as left alone."""
        for override in OVERRIDES:
            value = chosen.get(override.name)
            field = self.fields[override.name]
            if isinstance(field, QComboBox):
                field.setCurrentIndex(max(0, field.findData(_text(value))))
            else:
                field.setText(_text(value))

    def show_preset(self, values: Mapping[str, tuple[Value, ...]]) -> None:
        """Say what the preset has where a field is left alone."""
        nothing = self.tr("not used") if values else UNCHANGED
        for name, field in self.fields.items():
            texts = [_text(value) for value in values.get(name, ())]
            if isinstance(field, QComboBox):
                field.setItemText(0, BETWEEN.join(map(shown, texts)) or nothing)
            else:
                field.setPlaceholderText(BETWEEN.join(texts) or nothing)

    def _said(self, name: str) -> str:
        field = self.fields[name]
        return str(field.currentData()) if isinstance(field, QComboBox) else field.text().strip()

    def _add(self, override: Override, layout: QGridLayout, ground: QWidget) -> None:
        label = QLabel(shown(override.name), ground)
        field = self._field(override, ground)
        field.setFixedWidth(FIELD_WIDTH)
        field.setAccessibleName(label.text())
        label.setBuddy(field)
        for widget in (label, field):
            widget.setToolTip(f"{in_words(override.help)}\n{in_words(override.accepts())}")
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
