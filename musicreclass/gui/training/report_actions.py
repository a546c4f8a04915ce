"""What can be done with what came of a training: look, play, keep, and use it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from musicreclass.core.location import readable
from musicreclass.gui.player.player import Player
from musicreclass.gui.services.classifying.classifier_choice import ClassifierChoice
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.training.report.report_view import ReportView
from musicreclass.gui.training.training_jobs import TrainingJobs
from musicreclass.gui.widgets.dialogs.folder_dialog import ask_save_file
from musicreclass.gui.workers import Workers

if TYPE_CHECKING:
    from musicreclass.training.reports.report import TrainingReport


class ReportActions(QObject):
    """Does what is asked for in a report."""

    def __init__(
        self,
        view: ReportView,
        jobs: TrainingJobs,
        choice: ClassifierChoice,
        player: Player,
        workers: Workers,
    ) -> None:
        super().__init__(workers)
        self._view = view
        self._jobs = jobs
        self._choice = choice
        self._player = player
        self._lane = Lane(workers)
        self._lane.failed.connect(view.say)
        self._report: TrainingReport | None = None
        self._file = Path()  # the classifier that the report is on
        self._name: str | None = None  # that it was installed under, by a click here
        view.use_wanted.connect(self._use)
        view.back_wanted.connect(choice.go_back)
        view.classify_wanted.connect(self._classify)
        view.save_wanted.connect(self._save)
        view.play_wanted.connect(self._play)
        choice.changed.connect(self._show_used)
        choice.said.connect(self._say_of_choice)
        player.playing_changed.connect(self._on_playing_changed)
        player.changed.connect(self._on_player_changed)

    def show_report(self, report: TrainingReport, file: Path, name: str | None = None) -> None:
        """Show the report on the classifier in a file, which may be installed under a name."""
        self._report, self._file, self._name = report, file, name
        self._view.show_report(report)
        self._show_used()

    def _use(self) -> None:
        self._lane.run(partial(self._jobs.install, self._file), self._on_installed)

    def _on_installed(self, name: str) -> None:
        self._name = name
        self._choice.use(name)

    def _show_used(self) -> None:
        is_used = self._name is not None and self._choice.name == self._name
        self._view.show_used(is_used=is_used, way_back=self._choice.way_back())

    def _say_of_choice(self, sentence: str) -> None:
        if self._report is not None:
            self._view.say(sentence)

    def _classify(self) -> None:
        self._view.say(self.tr("The library is listened to again; see Review."))
        self._choice.classify_again()

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
        if self._player.path == Path(path):
            self._player.toggle()
        else:
            self._player.load(Path(path), plays=True)

    def _on_playing_changed(self, is_playing: bool) -> None:
        path = self._player.path if is_playing else None
        self._view.note_playing("" if path is None else str(path))

    def _on_player_changed(self) -> None:
        if self._player.why_off:
            self._view.say(self._player.why_off)
