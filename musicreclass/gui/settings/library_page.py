"""Settings: the file with all decisions and all that can be taken back, and where it lies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from musicreclass.core.location import readable
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.settings.cache_page import bytes_text
from musicreclass.gui.settings.settings_jobs import SettingsJobs
from musicreclass.gui.settings.settings_page import SettingsPage
from musicreclass.gui.widgets.controls import push_button
from musicreclass.gui.widgets.dialogs.folder_dialog import ask_folder
from musicreclass.gui.widgets.dialogs.open_folder import open_folder
from musicreclass.pipeline.care.backing_up import KeptBackup, backup_folder

if TYPE_CHECKING:
    from musicreclass.pipeline.relocate_library import LibraryFacts


class LibraryPage(SettingsPage):
    """Signals: `move_wanted` with the folder that the library is to move into."""

    move_wanted = Signal(object)

    def __init__(
        self, choices: Choices, jobs: SettingsJobs, lane: Lane, parent: QWidget | None = None
    ) -> None:
        super().__init__(QCoreApplication.translate("LibraryPage", "Library"), choices, parent)
        self._jobs = jobs
        self._lane = lane
        self.add_paragraph(
            self.tr(
                "The library remembers your folders, what was suggested, all that you decided, and "
                "what files were before they were written."
            )
        )
        self.file = self.add_fact(self.tr("File"))
        self.file.setText(readable(str(jobs.library_file)))
        self.size_now = self.add_fact(self.tr("Size"))
        self.show_button = push_button(self.tr("Show folder"), self)
        self.show_button.clicked.connect(self._on_show)
        self.move_button = push_button(self.tr("Move…"), self)
        self.move_button.clicked.connect(self._on_move)
        self.add_buttons(
            [self.show_button, self.move_button],
            self.tr(
                "Moving copies it, compares the copy, and starts the program again with it. "
                "Network drives are refused: they can damage it."
            ),
        )
        self.watches = self.add_check(
            "library.watches",
            self.tr("Show what changes in the folders by itself"),
            self.tr("New, changed, moved and vanished files appear without a scan."),
        )
        self.backs_up = self.add_check(
            "library.backs_up",
            self.tr("Make a backup of the library every day"),
            self.tr("Before a new version changes it, one is made in any case."),
        )
        self.megabytes = self.add_number(
            "library.backup_megabytes",
            self.tr("Backups take at most"),
            (100, 100_000),
            self.tr(" MB"),
            self.tr("The oldest go first; the two latest always stay."),
        )
        self.backup_button = push_button(self.tr("Back up now"), self)
        self.backup_button.clicked.connect(self._on_back_up)
        self.backups_button = push_button(self.tr("Show backups"), self)
        self.backups_button.clicked.connect(self._on_show_backups)
        self.add_buttons([self.backup_button, self.backups_button])
        self.backup_said = self.add_fact("")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lane.run(self._jobs.library_facts, self._on_facts)

    def _on_facts(self, facts: LibraryFacts) -> None:
        self.size_now.setText(bytes_text(facts.byte_count))

    def _on_show(self) -> None:
        open_folder(self._jobs.library_file.parent, self)

    def _on_back_up(self) -> None:
        self.backup_button.setEnabled(False)
        thread = self._lane.prepare(self._jobs.back_up)
        thread.succeeded.connect(self._on_backed_up)
        thread.finished.connect(lambda: self.backup_button.setEnabled(True))
        self._lane.enqueue(thread)

    def _on_backed_up(self, made: KeptBackup) -> None:
        text = self.tr("Backed up: {path}")
        self.backup_said.setText(text.format(path=readable(str(made.path))))

    def _on_show_backups(self) -> None:
        folder = backup_folder(self._jobs.library_file)
        open_folder(folder if folder.is_dir() else folder.parent, self)

    def _on_move(self) -> None:
        folder: Path | None = ask_folder(self, self.tr("Folder for the library"), "library")
        if folder is not None:
            self.move_wanted.emit(folder)
