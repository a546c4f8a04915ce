"""Insights: the library as a whole."""

from pathlib import Path

from musicreclass.gui.detail.following import Following
from musicreclass.gui.insights.insight_jobs import InsightJobs
from musicreclass.gui.insights.insights_page import InsightsPage
from musicreclass.gui.insights.insights_service import InsightsService
from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.workers import Workers
from musicreclass.pipeline.processes.compute_child import Run, in_place


def add_insights(
    window: MainWindow,
    page: InsightsPage,
    following: Following,
    library_file: Path,
    choices: Choices,
    workers: Workers,
    run: Run = in_place,
) -> InsightsService:
    """Let the library be looked at as a whole; what is found there plays, or shows in Review."""
    jobs = InsightJobs(library_file, lambda: choices.settings, run)
    insights = InsightsService(page, jobs, window.review.tracks.tracks, following.player, workers)
    insights.play_wanted.connect(following.play)
    insights.show_wanted.connect(window.show_in_review)
    insights.said.connect(window.strip.say)
    window.review.pending_updates.taken_in.connect(insights.note_change)
    return insights
