"""Acting on what was found, in Insights, Train and Review."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from musicreclass.gui.found.missing_menu import MissingMenu
from musicreclass.gui.found.problem_menu import ProblemMenu
from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.widgets.late_widget import LateWidget
from musicreclass.gui.workers import Workers
from musicreclass.gui.writing.file_work import FileWork

if TYPE_CHECKING:
    from musicreclass.gui.found.found_service import FoundService
    from musicreclass.gui.insights.insights_page import InsightsPage
    from musicreclass.gui.training.report.report_view import ReportView
    from musicreclass.gui.training.train_page import TrainPage


class LateFound:
    """Makes what acts on findings when a page is there that shows any."""

    def __init__(self, make: Callable[[], FoundService]) -> None:
        self._make = make
        self._made: FoundService | None = None

    def get(self) -> FoundService:
        """Return it, the same for all pages."""
        if self._made is None:
            self._made = self._make()
        return self._made


def add_found(
    window: MainWindow,
    train: LateWidget[TrainPage],
    insights: LateWidget[InsightsPage],
    work: FileWork,
    library_file: Path,
    workers: Workers,
) -> LateFound:
    """Let labels be set and files be moved wherever suspicious ones are shown."""
    found = LateFound(partial(_service, window, work, library_file, workers))

    def serve_report(report: ReportView) -> None:
        service, check = found.get(), report.check_panel
        for view in report.found_views:
            service.serve(view.menu, view, lambda: report.genre_folders)
        check.shown.connect(lambda shown: service.split(shown, check.note_confirmed))
        service.confirmed.connect(lambda: service.split(check.findings, check.note_confirmed))
        service.moved.connect(report.note_moved)
        service.said.connect(report.say)

    def serve_insights(made: InsightsPage) -> None:
        found.get().serve(made.mislabels.menu, made.mislabels)

    train.when_made(lambda made: made.late_report.when_made(serve_report))
    insights.when_made(serve_insights)
    _add_menus(window, library_file, workers)
    return found


def _service(
    window: MainWindow, work: FileWork, library_file: Path, workers: Workers
) -> FoundService:
    from musicreclass.gui.found.found_service import FoundService

    review = window.review
    tracks, words = review.tracks.tracks, review.table.delegate.words
    service = FoundService(library_file, tracks, review.decisions, words, work, workers)
    service.said.connect(window.strip.say)
    service.show_wanted.connect(window.show_in_review)
    return service


def _add_menus(window: MainWindow, library_file: Path, workers: Workers) -> None:
    """Let something be done in Review about files that are missing, or that are a problem."""
    review = window.review
    problems = ProblemMenu(review.problem_table, library_file, window.session, workers)
    problems.said.connect(window.strip.say)
    missing = MissingMenu(review.tracks.tracks, library_file, window.session, workers, review)
    review.menu.more.append(missing.add_to)
    missing.said.connect(window.strip.say)
    missing.forgotten.connect(review.drop_tracks)
