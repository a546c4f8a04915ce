"""How thoroughly, where the classifier goes, and the one button that starts it."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from musicreclass.gui.training.choose.encoder_choice import EncoderChoice
from musicreclass.gui.training.choose.preset_choice import Presets
from musicreclass.gui.widgets.controls import chip, push_button, text_label
from musicreclass.gui.widgets.dialogs.folder_dialog import ask_save_file
from musicreclass.gui.widgets.panels import fill

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
        self.encoder = EncoderChoice(self)
        self.encoder.chosen.connect(self._show_what_counts)
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

    def choose(self, preset: str, encoder: str) -> None:
        """Choose a preset, and an encoder in its place where one is named."""
        self.presets.choose(preset)
        self.encoder.choose(encoder)
        self._show_what_counts(encoder)

    def keep_what_is_there(self) -> None:
        """Propose a file beside the one that was made last."""
        self.out.setText(str(_free(self.destination())))

    def _show_what_counts(self, encoder: str) -> None:
        """Let presets and what is advanced rest while an encoder takes their place."""
        self.presets.setEnabled(not encoder)
        self.advanced_button.setEnabled(not encoder)
        if encoder:
            self.advanced_button.setChecked(False)

    def _on_browse(self) -> None:
        title = self.tr("Where the classifier goes")
        kinds = self.tr("Classifiers (*{suffix})").format(suffix=SUFFIX)
        if chosen := ask_save_file(self, title, self.destination(), kinds, "classifiers"):
            self.out.setText(str(chosen))

    def _lay_out(self) -> None:
        goes = text_label(self.tr("The classifier goes to"), self, "dim")
        goes.setBuddy(self.out)
        above = fill(QHBoxLayout(), self.presets, self.advanced_button, spacing=8)
        fill(above, (self.encoder, 1))
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
