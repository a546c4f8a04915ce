"""Settings: what was analyzed and is kept, so that it need not be again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMessageBox, QWidget

from musicreclass.core.job import JobContext
from musicreclass.core.location import readable
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.settings.settings_jobs import SettingsJobs
from musicreclass.gui.settings.settings_page import SettingsPage
from musicreclass.gui.widgets.controls import push_button
from musicreclass.gui.widgets.dialogs.folder_dialog import ask_folder
from musicreclass.gui.widgets.dialogs.open_folder import open_folder
from musicreclass.settings import Settings

if TYPE_CHECKING:
    from musicreclass.pipeline.analysis.cache_upkeep import CacheState

MOST_GIGABYTES = 2000


def bytes_text(number: int) -> str:
    """Return a size as the system's language writes it: "1.4 GB"."""
    return QLocale().formattedDataSize(number, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


class CachePage(SettingsPage):
    def __init__(
        self, choices: Choices, jobs: SettingsJobs, lane: Lane, parent: QWidget | None = None
    ) -> None:
        super().__init__(QCoreApplication.translate("CachePage", "Cache"), choices, parent)
        self._jobs = jobs
        self._lane = lane
        self._state: CacheState | None = None
        self.add_paragraph(
            self.tr(
                "What was measured of your music is kept, so that nothing has to be heard twice. "
                "Losing it costs time only."
            )
        )
        self.size_now = self.add_fact(self.tr("Size now"))
        self.limit = self.add_number(
            "cache.gigabytes",
            self.tr("At most"),
            (1, MOST_GIGABYTES),
            " GB",
            self.tr("What was unused for longest goes first. A track takes about a megabyte."),
        )
        self.folder = self.add_fact(
            self.tr("Folder"),
            self.tr(
                "What is kept stays where it is when another folder is chosen; clear it first "
                "where it is not wanted any more."
            ),
        )
        self.folder_button = push_button(self.tr("Other folder…"), self)
        self.folder_button.clicked.connect(self._on_folder)
        self.show_button = push_button(self.tr("Show folder"), self)
        self.show_button.clicked.connect(self._on_show)
        self.add_buttons([self.folder_button, self.show_button])
        self.clear_button = push_button(self.tr("Clear…"), self)
        self.clear_button.clicked.connect(self._on_clear)
        self.add_buttons([self.clear_button])
        self.bind("cache.folder", lambda _: None)
        choices.changed.connect(self._on_limits)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lane.run(self._jobs.cache_state, self._on_state)

    def _on_limits(self, before: Settings, now: Settings) -> None:
        if before.cache != now.cache:
            self._lane.run(self._jobs.obey_limit, self._on_state)

    def _on_state(self, state: CacheState) -> None:
        self._state = state
        self.size_now.setText(bytes_text(state.byte_count))
        self.folder.setText(readable(str(state.folder)))
        self.clear_button.setEnabled(state.byte_count > 0)

    def _on_folder(self) -> None:
        if chosen := ask_folder(self, self.tr("Folder for the cache"), "cache"):
            self.keep("cache.folder", str(chosen))

    def _on_show(self) -> None:
        if self._state is not None:
            folder = self._state.folder
            open_folder(folder if folder.is_dir() else folder.parent, self)

    def _on_clear(self) -> None:
        asked = QMessageBox(self)
        asked.setWindowTitle(self.tr("Clear the cache"))
        asked.setText(self.tr("Take away all that was measured?"))
        asked.setInformativeText(
            self.tr("Suggestions and decisions stay. What is wanted again is heard again.")
        )
        yes = asked.addButton(self.tr("Clear"), QMessageBox.ButtonRole.DestructiveRole)
        asked.addButton(QMessageBox.StandardButton.Cancel)
        asked.exec()
        if asked.clickedButton() is yes:
            self.clear()

    def clear(self) -> None:
        """Take away all that is kept."""
        self.size_now.setText("…")
        self._lane.run(self._clear, self._on_state)

    def _clear(self, ctx: JobContext) -> CacheState:
        return self._jobs.clear_cache(ctx)
