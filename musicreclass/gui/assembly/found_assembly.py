"""Acting on what was found, in Insights, Train and Review."""

from pathlib import Path

from musicreclass.gui.found.found_service import FoundService
from musicreclass.gui.found.missing_menu import MissingMenu
from musicreclass.gui.found.problem_menu import ProblemMenu
from musicreclass.gui.insights.insights_page import InsightsPage
from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.training.train_page import TrainPage
from musicreclass.gui.workers import Workers
from musicreclass.gui.writing.file_work import FileWork


def add_found(
    window: MainWindow,
    train: TrainPage,
    insights: InsightsPage,
    work: FileWork,
    library_file: Path,
    workers: Workers,
) -> FoundService:
    """Let labels be set and files be moved wherever suspicious ones are shown."""
    review = window.review
    tracks, words = review.tracks.tracks, review.table.delegate.words
    service = FoundService(library_file, tracks, review.decisions, words, work, workers)
    report, check = train.report, train.report.check_panel
    for view in report.found_views:
        service.serve(view.menu, view, lambda: report.genre_folders)
    service.serve(insights.mislabels.menu, insights.mislabels)
    check.shown.connect(lambda found: service.split(found, check.note_confirmed))
    service.confirmed.connect(lambda: service.split(check.findings, check.note_confirmed))
    service.moved.connect(report.note_moved)
    service.said.connect(window.strip.say)
    service.said.connect(report.say)
    service.show_wanted.connect(window.show_in_review)
    problems = ProblemMenu(review.problem_table, library_file, window.session, workers)
    problems.said.connect(window.strip.say)
    missing = MissingMenu(tracks, library_file, window.session, workers, review)
    review.menu.more.append(missing.add_to)
    missing.said.connect(window.strip.say)
    missing.forgotten.connect(review.drop_tracks)
    return service
