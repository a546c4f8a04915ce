"""Insights: the library as a whole."""

from functools import partial
from pathlib import Path

from musicreclass.gui.assembly.chosen_files import bundle_file
from musicreclass.gui.detail.following import Following
from musicreclass.gui.insights.insight_jobs import InsightJobs
from musicreclass.gui.insights.insights_page import InsightsPage
from musicreclass.gui.insights.insights_service import InsightsService
from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.workers import Workers


def add_insights(
    window: MainWindow,
    page: InsightsPage,
    following: Following,
    library_file: Path,
    choices: Choices,
    workers: Workers,
) -> InsightsService:
    """Let the library be looked at as a whole; what is found there plays, or shows in Review."""
    jobs = InsightJobs(
        library_file,
        partial(bundle_file, choices),
        lambda: choices.settings.review.learns,
        lambda: choices.settings.review.pools_by,
    )
    insights = InsightsService(page, jobs, window.review.tracks.tracks, following.player, workers)
    insights.play_wanted.connect(following.play)
    insights.show_wanted.connect(window.show_in_review)
    insights.said.connect(window.strip.say)
    window.review.pending_updates.taken_in.connect(insights.note_change)
    return insights
