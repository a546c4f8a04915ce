"""How thoroughly: three presets, each with what it does and how long that takes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from musicreclass.gui.messages import duration

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


class Presets(QWidget):
    """One of them is chosen at any time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("How thoroughly"))
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for name, (_, hint) in _WORDS.items():
            button = QPushButton(self)
            button.setObjectName("choice")
            button.setCheckable(True)
            button.setToolTip(QCoreApplication.translate(CONTEXT, str(hint)))
            self._group.addButton(button)
            self.buttons[name] = button
            layout.addWidget(button)
        self.buttons[DEFAULT].setChecked(True)
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
            text = QCoreApplication.translate(CONTEXT, str(_WORDS[name][0]))
            if name in seconds:
                about = QCoreApplication.translate("Presets", "{preset} · about {time}")
                text = about.format(preset=text, time=duration(seconds[name]))
            button.setText(text)
