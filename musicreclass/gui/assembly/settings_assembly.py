"""Settings: the dialog, and all that does as it has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QKeySequence

from musicreclass.gui.detail.detail_panel import DetailPanel
from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.motion import want_less
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.services.classifying.adaptation_service import AdaptationService
from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
from musicreclass.gui.services.restarting import ask_for_restart, forget_restart
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.late_widget import LateWidget
from musicreclass.gui.workers import Workers
from musicreclass.settings import Settings

if TYPE_CHECKING:
    from musicreclass.gui.insights.insights_page import InsightsPage
    from musicreclass.gui.settings.settings_dialog import SettingsDialog
    from musicreclass.gui.writing.history_page import HistoryPage


@dataclass(frozen=True, slots=True)
class Obeying:
    """Those who do as the settings have it while the window is open."""

    window: MainWindow
    panel: DetailPanel
    insights: LateWidget[InsightsPage]
    history: LateWidget[HistoryPage]
    theme: Theme
    adaptation: AdaptationService

    def begin(self, now: Settings) -> None:
        """Begin as the settings have it."""
        self.theme.size_text(now.text_percent)
        want_less(now.less_motion)
        self.window.review.keys.bindings.choose(now.keys)
        self.window.review.bulk.least.setValue(now.review.accept_from)

    def follow(self, before: Settings, now: Settings) -> None:
        """Do what another choice means; what was not changed is left alone."""
        review, panel = self.window.review, self.panel
        if now.appearance != before.appearance:
            self.theme.choose(now.appearance)
        if now.text_percent != before.text_percent:
            self.theme.size_text(now.text_percent)
        if now.less_motion != before.less_motion:
            want_less(now.less_motion)
        if now.keys != before.keys:
            review.keys.bindings.choose(now.keys)
        if now.scan != before.scan:
            self.window.session.settings = now.scan
        history = self.history.made  # one to come is made as the settings have it then
        if history is not None and now.history != before.history:
            history.show_limits(now.history)
        if now.player.volume != before.player.volume:
            panel.bar.volume.setValue(now.player.volume)
        if now.player.plays_on_move != before.player.plays_on_move:
            panel.bar.auto_play.setChecked(now.player.plays_on_move)
        self._follow_review(before, now)
        if now.classifying.tagger != before.classifying.tagger:
            self.window.classify_service.classify_anew()

    def _follow_review(self, before: Settings, now: Settings) -> None:
        old, new = before.review, now.review
        if new.accept_from != old.accept_from:
            self.window.review.bulk.least.setValue(new.accept_from)
        if new.colours != old.colours:
            self.panel.show_colours(new.colours)
            if (insights := self.insights.made) is not None:
                insights.sounds.pictures.show_colours(new.colours)
        if new.learns != old.learns:
            self.adaptation.adapt()
        if new.pools_by != old.pools_by:
            self.adaptation.pool()


class SettingsOpener(QObject):
    """Makes the dialog when it is first wanted, so that the window opens as fast as before."""

    def __init__(
        self, window: MainWindow, choices: Choices, jobs: ClassifyJobs, workers: Workers
    ) -> None:
        super().__init__(window)
        self._window = window
        self._choices = choices
        self._jobs = jobs
        self._workers = workers
        self._dialog: SettingsDialog | None = None

    @property
    def dialog(self) -> SettingsDialog:
        """Return the dialog, made where it is not yet."""
        if self._dialog is None:
            from musicreclass.gui.assembly.settings_pages import SettingsPages

            pages = SettingsPages(self._window, self._choices, self._jobs, self._workers)
            pages.restart_wanted.connect(self.restart)
            pages.quit_wanted.connect(self._close)
            self._dialog = pages.dialog()
        return self._dialog

    def open(self) -> None:
        """Show the dialog."""
        self.dialog.bring_up()

    def restart(self) -> None:
        """Start the program again, unless the window does not want to close."""
        ask_for_restart()
        self._close()

    def _close(self) -> None:
        if self._dialog is not None:
            self._dialog.close()
        if not self._window.close():
            forget_restart()


def add_settings(
    obeying: Obeying, choices: Choices, jobs: ClassifyJobs, workers: Workers
) -> SettingsOpener:
    """Let everything be chosen in one dialog, and be obeyed at once."""
    window = obeying.window
    opener = SettingsOpener(window, choices, jobs, workers)
    obeying.begin(choices.settings)
    choices.changed.connect(lambda before, now: obeying.follow(before, now))
    text = QCoreApplication.translate("MainWindow", "Settings…")
    window.add_to_menu(text, QKeySequence("Ctrl+,"), opener.open)
    return opener
