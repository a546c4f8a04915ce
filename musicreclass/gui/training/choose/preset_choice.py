"""Presets by the names that people know them by, and the buttons of which one is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from musicreclass.gui.messages import duration
from musicreclass.gui.widgets.controls import push_button
from musicreclass.gui.widgets.panels import fill
from musicreclass.pipeline.training.training_order import ENCODER_PRESET

CONTEXT = "Presets"
_WORDS: dict[str, tuple[object, object]] = {
    "quick": (
        QT_TRANSLATE_NOOP("Presets", "Quick"),
        QT_TRANSLATE_NOOP("Presets", "One network, taught what 518 numbers say of each track."),
    ),
    "standard": (
        QT_TRANSLATE_NOOP("Presets", "Standard"),
        QT_TRANSLATE_NOOP(
            "Presets", "Several classifiers that hear numbers and spectrograms, and vote."
        ),
    ),
    "thorough": (
        QT_TRANSLATE_NOOP("Presets", "Thorough"),
        QT_TRANSLATE_NOOP(
            "Presets", "As standard, with longer lessons, copies of tracks, and several networks."
        ),
    ),
}
DEFAULT = "standard"


def preset_name(preset: str) -> str:
    """Return what a preset is called, or which encoder took its place."""
    named, _, encoder = preset.partition(" ")
    if named == ENCODER_PRESET and encoder:
        return QCoreApplication.translate(CONTEXT, "Encoder {name}").format(name=encoder)
    word = _WORDS[preset][0] if preset in _WORDS else preset
    return QCoreApplication.translate(CONTEXT, str(word))


class Presets(QWidget):
    """One of them is chosen at any time. Signals: `chosen` when the user chose another."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("How thoroughly"))
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        for name, (_, hint) in _WORDS.items():
            tip = QCoreApplication.translate(CONTEXT, str(hint))
            self.buttons[name] = button = push_button("", self, style="choice", tip=tip)
            button.setCheckable(True)
            self._group.addButton(button)
        fill(QHBoxLayout(self), *self.buttons.values(), margins=(0, 0, 0, 0), spacing=8)
        self.buttons[DEFAULT].setChecked(True)
        self._group.buttonClicked.connect(lambda _: self.chosen.emit())
        self.show_estimates({})

    @property
    def current(self) -> str:
        """Return the name of the preset that is chosen."""
        return next(name for name, button in self.buttons.items() if button.isChecked())

    def choose(self, name: str) -> None:
        """Choose a preset."""
        self.buttons[name].setChecked(True)

    def show_estimates(self, seconds: Mapping[str, float]) -> None:
        """Say how long each preset takes, where that is known."""
        for name, button in self.buttons.items():
            text = preset_name(name)
            if name in seconds:
                about = QCoreApplication.translate("Presets", "{preset} · about {time}")
                text = about.format(preset=text, time=duration(seconds[name]))
            button.setText(text)
