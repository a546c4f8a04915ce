"""How thoroughly, where the classifier goes, and the one button that starts it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from musicreclass.gui.messages import duration
from musicreclass.gui.widgets.controls import chip, push_button, text_label
from musicreclass.gui.widgets.dialogs.folder_dialog import ask_save_file
from musicreclass.gui.widgets.panels import fill

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
NAME = "music_classifier"
SUFFIX = ".pth"
NUMBER = re.compile(r"-\d+$")  # behind a name


class OrderBar(QWidget):
    """Signals: `train_wanted`; `advanced_toggled` with whether the drawer is to be open."""

    train_wanted = Signal()
    advanced_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presets = Presets(self)
        self.advanced_button = chip(self.tr("Advanced"), self)
        self.advanced_button.toggled.connect(self.advanced_toggled)
        self.out = QLineEdit(str(usual_output()), self)
        self.out.setAccessibleName(self.tr("Where the classifier goes"))
        self.browse_button = QPushButton(self.tr("Change…"), self)
        self.browse_button.clicked.connect(self._on_browse)
        self.train_button = push_button(self.tr("Train"), self, style="primary")
        self.train_button.setMinimumSize(150, 60)
        self.train_button.clicked.connect(self.train_wanted)
        self._lay_out()

    def destination(self) -> Path:
        """Return where the classifier is to go, named as one."""
        path = Path(self.out.text().strip()).expanduser()
        return path if path.suffix else path.with_name(path.name + SUFFIX) if path.name else path

    def keep_what_is_there(self) -> None:
        """Propose a file beside the one that was made last."""
        self.out.setText(str(_free(self.destination())))

    def _on_browse(self) -> None:
        title = self.tr("Where the classifier goes")
        kinds = self.tr("Classifiers (*{suffix})").format(suffix=SUFFIX)
        if chosen := ask_save_file(self, title, self.destination(), kinds, "classifiers"):
            self.out.setText(str(chosen))

    def _lay_out(self) -> None:
        goes = text_label(self.tr("The classifier goes to"), self, "dim")
        goes.setBuddy(self.out)
        above = fill(QHBoxLayout(), self.presets, self.advanced_button, None, spacing=8)
        below = fill(QHBoxLayout(), goes, (self.out, 1), self.browse_button, spacing=8)
        rows = fill(QVBoxLayout(), above, below, spacing=8)
        layout = fill(QHBoxLayout(self), (rows, 1), margins=(8, 2, 8, 2), spacing=16)
        layout.addWidget(self.train_button, alignment=Qt.AlignmentFlag.AlignVCenter)


def usual_output() -> Path:
    """Return a file among a person's documents that is not there yet."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(documents) if Path(documents).is_dir() else Path.home()
    return _free(folder / (NAME + SUFFIX))


def _free(path: Path) -> Path:
    """Return the path, or one like it with a number, at which there is nothing yet."""
    stem, number = NUMBER.sub("", path.stem), 2
    while path.exists():
        path, number = path.with_stem(f"{stem}-{number}"), number + 1
    return path


def preset_name(preset: str) -> str:
    """Return what a preset is called."""
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
