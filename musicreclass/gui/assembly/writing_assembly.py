"""Writing and History: decided genres go into files, and are taken back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from musicreclass.core.tag_change import SafeWay
from musicreclass.gui.detail.following import Following
from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.late_widget import LateWidget
from musicreclass.gui.workers import Workers
from musicreclass.gui.writing.file_work import FileWork
from musicreclass.gui.writing.write_jobs import WritingJobs
from musicreclass.gui.writing.writing_service import WritingService
from musicreclass.pipeline.processes.compute_child import Run, in_place

if TYPE_CHECKING:
    from musicreclass.gui.writing.history_page import HistoryPage


def history_page(theme: Theme, choices: Choices) -> LateWidget[HistoryPage]:
    """Return the page to come."""

    def make() -> HistoryPage:
        from musicreclass.gui.writing.history_page import HistoryPage

        return HistoryPage(choices.settings.history, theme)

    return LateWidget(make)


def add_writing(
    window: MainWindow,
    page: LateWidget[HistoryPage],
    following: Following,
    library_file: Path,
    choices: Choices,
    theme: Theme,
    workers: Workers,
    run: Run = in_place,
) -> FileWork:
    """Let decided genres be written into files and taken back, and let all else know of it.

    Returns:
        What runs jobs that change files, one at a time.
    """
    review = window.review
    jobs = WritingJobs(library_file, run, lambda: SafeWay(choices.settings.writing.safe))
    work = FileWork(window.session, review.decisions)
    writing = WritingService(jobs, work, choices, theme, workers)
    writing.file_genres = review.tracks.tracks.file_genres
    window.opening.connect(writing.begin_session)
    review.write_wanted.connect(lambda lines: writing.ask(lines, window))
    work.began.connect(following.player.let_go)
    work.ended.connect(following.player.pick_up)
    work.retagged.connect(following.note_written)  # before the table shows their new stamps
    work.retagged.connect(review.pending_updates.renew)
    writing.said.connect(partial(window.strip.say_passing, fades=False))
    writing.recovered.connect(window.notice)

    def serve(made: HistoryPage) -> None:
        from musicreclass.gui.writing.history_service import HistoryService

        history = HistoryService(made, library_file, jobs, work, choices, workers)
        history.said.connect(partial(window.strip.say_passing, fades=False))

    page.when_made(serve)
    return work
