"""Where tracks come from: a folder, what was accepted, or both; and who names their genres."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from musicreclass.core.location import readable
from musicreclass.gui.widgets.controls import ElidedLabel
from musicreclass.gui.widgets.panels import fill
from musicreclass.pipeline.training.training_order import Sources


class SourcesBar(QWidget):
    """Signals:
    folder_wanted: another folder is to be chosen.
    changed: the Sources that are chosen now.
    """

    folder_wanted = Signal()
    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sources = Sources()
        self.folder_button = QPushButton(self.tr("Choose a folder…"), self)
        self.folder_button.clicked.connect(self.folder_wanted)
        self.folder = ElidedLabel(self)
        self.by_folders = QCheckBox(self.tr("Folders name genres"), self)
        self.by_folders.setToolTip(self.tr("Each folder right below the chosen one is a genre."))
        self.by_tags = QCheckBox(self.tr("Tags name genres"), self)
        self.by_tags.setToolTip(self.tr("The genre in a file counts before that of its folder."))
        self.by_decisions = QCheckBox(self.tr("What I have accepted"), self)
        self.by_decisions.setToolTip(
            self.tr("Tracks accepted, changed or written in Review count before all else.")
        )
        boxes = (self.by_folders, self.by_tags, self.by_decisions)
        layout = fill(QHBoxLayout(self), margins=(0, 0, 0, 0), spacing=14)
        fill(layout, self.folder_button, (self.folder, 1), *boxes)
        for box in boxes:
            box.clicked.connect(self._on_clicked)
        self.show_sources(self.sources)

    def show_sources(self, sources: Sources) -> None:
        """Show these as the chosen ones, without saying that they changed."""
        self.sources = sources
        folder = sources.folder
        shown = self.tr("no folder: what I have accepted, alone")
        self.folder.setText(shown if folder is None else readable(str(folder)))
        self.folder.setToolTip(self.folder.text())
        for box in (self.by_folders, self.by_tags):
            box.setEnabled(folder is not None)
        self.by_folders.setChecked(sources.by_folders and folder is not None)
        self.by_tags.setChecked(sources.by_tags and folder is not None)
        self.by_decisions.setChecked(sources.by_decisions)

    def choose_folder(self, folder: Path) -> None:
        """Take a folder as a click on the button does."""
        self.show_sources(replace(self.sources, folder=folder))
        self.changed.emit(self.sources)

    def _on_clicked(self) -> None:
        wanted = replace(
            self.sources,
            by_folders=self.by_folders.isChecked() or self.sources.folder is None,
            by_tags=self.by_tags.isChecked(),
            by_decisions=self.by_decisions.isChecked(),
        )
        if wanted.is_empty:  # somebody has to say it
            self.show_sources(self.sources)
            return
        self.show_sources(wanted)
        self.changed.emit(wanted)
