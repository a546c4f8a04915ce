"""What can be done with what came of a training: look, play, keep, and use it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from musicreclass.core.location import readable
from musicreclass.gui.player.player import Player
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.training.report.report_view import ReportView
from musicreclass.gui.training.training_jobs import TrainingJobs
from musicreclass.gui.widgets.folder_dialog import ask_save_file
from musicreclass.gui.workers import Workers
from musicreclass.training.reports.report import TrainingReport


class ReportActions(QObject):
    """Does what is asked for in a report.

    Signals:
        classify_wanted: the library is to be classified with the classifier in use now.
    """

    classify_wanted = Signal()

    def __init__(
        self,
        view: ReportView,
        jobs: TrainingJobs,
        choices: Choices,
        player: Player,
        workers: Workers,
    ) -> None:
        super().__init__(workers)
        self._view = view
        self._jobs = jobs
        self._choices = choices
        self.player = player
        self._lane = Lane(workers)
        self._lane.failed.connect(view.say)
        self._report: TrainingReport | None = None
        self._file = Path()  # the classifier that the report is on
        view.use_wanted.connect(self._use)
        view.classify_wanted.connect(self._classify)
        view.save_wanted.connect(self._save)
        view.play_wanted.connect(self._play)
        player.playing_changed.connect(self._on_playing_changed)
        player.changed.connect(self._on_player_changed)

    def show_report(self, report: TrainingReport, file: Path) -> None:
        """Show the report on the classifier in a file."""
        self._report, self._file = report, file
        self._view.show_report(report)

    def _use(self) -> None:
        self._lane.run(partial(self._jobs.install, self._file), self._on_installed)

    def _on_installed(self, name: str) -> None:
        classifying = self._choices.settings.classifying
        self._choices.change(classifying=replace(classifying, classifier=name))
        self._view.show_used(is_used=True)
        said = self.tr("{name} suggests from now on; “Listen again” lets it hear the library.")
        self._view.say(said.format(name=name))

    def _classify(self) -> None:
        self._view.say(self.tr("The library is listened to again; see Review."))
        self.classify_wanted.emit()

    def _save(self) -> None:
        if self._report is None:
            return
        title, usual = self.tr("Save the report"), self._file.with_suffix(".html")
        if chosen := ask_save_file(self._view, title, usual, "*.html", "reports"):
            job = partial(self._jobs.save_report, self._report, chosen)
            self._lane.run(job, self._on_saved)

    def _on_saved(self, path: Path) -> None:
        self._view.say(self.tr("The report is kept in {path}.").format(path=readable(str(path))))

    def _play(self, path: str) -> None:
        if self.player.path == Path(path):
            self.player.toggle()
        else:
            self.player.load(Path(path), plays=True)

    def _on_playing_changed(self, is_playing: bool) -> None:
        path = self.player.path if is_playing else None
        self._view.note_playing("" if path is None else str(path))

    def _on_player_changed(self) -> None:
        if self.player.why_off:
            self._view.say(self.player.why_off)
