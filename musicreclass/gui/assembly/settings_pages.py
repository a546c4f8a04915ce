"""The pages of the settings, each introduced to what it changes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.settings.analysis_page import AnalysisPage
from musicreclass.gui.settings.appearance_page import AppearancePage
from musicreclass.gui.settings.cache_page import CachePage
from musicreclass.gui.settings.confidence_page import ConfidencePage
from musicreclass.gui.settings.history_settings_page import HistorySettingsPage
from musicreclass.gui.settings.keys_page import KeysPage
from musicreclass.gui.settings.library_moving import LibraryMoving
from musicreclass.gui.settings.library_page import LibraryPage
from musicreclass.gui.settings.player_page import PlayerPage
from musicreclass.gui.settings.settings_dialog import SettingsDialog
from musicreclass.gui.settings.settings_jobs import SettingsJobs
from musicreclass.gui.settings.settings_page import SettingsPage
from musicreclass.gui.settings.writing_page import WritingPage
from musicreclass.gui.workers import Workers


class SettingsPages(QObject):
    """Makes them.

    Signals:
        restart_wanted: the program is to begin anew.
        quit_wanted: the window is to close, and to begin anew where that was asked for.
    """

    restart_wanted = Signal()
    quit_wanted = Signal()

    def __init__(
        self, window: MainWindow, choices: Choices, jobs: ClassifyJobs, workers: Workers
    ) -> None:
        super().__init__(window)
        self._window = window
        self._choices = choices
        self._classify_jobs = jobs
        self._workers = workers
        self._lane = Lane(workers)
        self._jobs = SettingsJobs(jobs.library_file, lambda: choices.settings, jobs.run)
        # A line for each page, in the order in which they are shown; another page is another line.
        self._pages: list[Callable[[], SettingsPage]] = [
            self._analysis_page,
            lambda: CachePage(choices, self._jobs, self._lane),
            lambda: ConfidencePage(choices),
            lambda: WritingPage(choices),
            lambda: HistorySettingsPage(choices),
            self._appearance_page,
            lambda: PlayerPage(choices),
            self._library_page,
            lambda: KeysPage(choices),
        ]

    def dialog(self) -> SettingsDialog:
        """Return a dialog with all of them."""
        dialog = SettingsDialog(self._choices, [make() for make in self._pages], self._window)
        self._lane.failed.connect(dialog.say)
        return dialog

    def _analysis_page(self) -> SettingsPage:
        page = AnalysisPage(self._choices, self._jobs, self._lane)
        page.again_wanted.connect(self._classify_again)
        return page

    def _appearance_page(self) -> SettingsPage:
        page = AppearancePage(self._choices)
        page.restart_wanted.connect(self.restart_wanted)
        return page

    def _library_page(self) -> SettingsPage:
        page = LibraryPage(self._choices, self._jobs, self._lane)
        moving = LibraryMoving(
            self._jobs.library_file,
            self._choices,
            self._workers,
            self._window.review.decisions.finish,
            self._window,
        )
        page.move_wanted.connect(moving.ask)
        moving.restart_wanted.connect(self.quit_wanted)
        return page

    def _classify_again(self) -> None:
        service = self._window.classify_service
        service.give_way()
        self._lane.run(self._classify_jobs.forget, lambda _: service.classify_anew())
