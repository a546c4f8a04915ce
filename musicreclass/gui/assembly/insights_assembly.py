"""Insights: the library as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.detail.following import Following
from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.late_widget import LateWidget
from musicreclass.gui.workers import Workers
from musicreclass.pipeline.processes.compute_child import Run, in_place

if TYPE_CHECKING:
    from musicreclass.gui.assembly.found_assembly import LateFound
    from musicreclass.gui.insights.insights_page import InsightsPage


def insights_page(theme: Theme, taxonomy: Taxonomy, choices: Choices) -> LateWidget[InsightsPage]:
    """Return the page to come."""

    def make() -> InsightsPage:
        from musicreclass.gui.insights.insights_page import InsightsPage

        return InsightsPage(theme, taxonomy, choices.settings.review.colours)

    return LateWidget(make)


def add_insights(
    window: MainWindow,
    page: LateWidget[InsightsPage],
    following: Following,
    library_file: Path,
    choices: Choices,
    workers: Workers,
    found: LateFound,
    run: Run = in_place,
) -> None:
    """Let the library be looked at as a whole; what is found there plays, or shows in Review."""

    def serve(made: InsightsPage) -> None:
        from musicreclass.gui.insights.insight_jobs import InsightJobs
        from musicreclass.gui.insights.insights_service import InsightsService

        jobs = InsightJobs(library_file, lambda: choices.settings, run)
        tracks = window.review.tracks.tracks
        insights = InsightsService(made, jobs, tracks, following.player, workers)
        insights.play_wanted.connect(following.play)
        insights.show_wanted.connect(window.show_in_review)
        insights.said.connect(window.strip.say)
        window.review.pending_updates.taken_in.connect(insights.note_change)
        found.get().confirmed.connect(insights.note_confirmed)

    page.when_made(serve)
