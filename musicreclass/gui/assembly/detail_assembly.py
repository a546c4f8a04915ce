"""The panel of the track in hand, put beside Review's table."""

import importlib
from dataclasses import replace
from functools import partial

from musicreclass.core.genre import Taxonomy
from musicreclass.core.job import JobContext
from musicreclass.gui.detail.detail_panel import DetailPanel
from musicreclass.gui.detail.following import Following
from musicreclass.gui.detail.previews import DecodedPreview, TrackPreviews
from musicreclass.gui.player.player import Player
from musicreclass.gui.review.review_page import ReviewPage
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.services.classifying.adaptation_service import AdaptationService
from musicreclass.gui.theme import Theme
from musicreclass.gui.workers import Workers
from musicreclass.pipeline.preview.preview_service import PreviewService


def add_detail(
    review: ReviewPage, previews: TrackPreviews, choices: Choices, theme: Theme, taxonomy: Taxonomy
) -> Following:
    """Put the panel of the track in hand beside the table, and keep what is chosen there."""
    chosen = choices.settings
    panel = DetailPanel(
        previews,
        Player(previews.workers, chosen.player.volume),
        theme,
        taxonomy,
        colours=chosen.review.colours,
        plays_on_move=chosen.player.plays_on_move,
    )
    review.add_panel(panel)
    panel.plots_wanted.connect(partial(_load_plots, panel, previews.workers, chosen.review.colours))
    panel.tag_wanted.connect(review.term_wanted)
    previews.came.connect(partial(_note_candidates, review))
    review.keys.toggled.connect(panel.player.toggle)
    review.keys.sought.connect(lambda more: panel.player.seek(panel.player.seconds + more))
    panel.colours_chosen.connect(
        lambda name: choices.change(review=replace(choices.settings.review, colours=name))
    )
    panel.bar.volume_chosen.connect(
        lambda percent: choices.change(player=replace(choices.settings.player, volume=percent))
    )
    panel.bar.plays_on_move_chosen.connect(
        lambda on: choices.change(player=replace(choices.settings.player, plays_on_move=on))
    )
    return Following(review.table, review.tracks, previews, panel)


def connect_adaptation(
    adaptation: AdaptationService,
    review: ReviewPage,
    preview_service: PreviewService,
    following: Following,
) -> None:
    """Let suggestions follow decisions, and all who show them know."""
    review.decisions.kept.connect(adaptation.note_decision)
    # This comes first, before anybody asks.
    adaptation.suggestions_came.connect(lambda _: preview_service.note_learned())
    adaptation.suggestions_came.connect(review.pending_updates.add_suggestions)
    adaptation.suggestions_came.connect(following.note_suggestions)
    adaptation.adapted.connect(lambda: preview_service.note_learned())
    adaptation.said.connect(review.said)


def _load_plots(panel: DetailPanel, workers: Workers, colours: str) -> None:
    """Load what draws beside the window, which would stand still for it."""
    thread = workers.prepare(partial(load_plots, colours))
    thread.succeeded.connect(lambda _: panel.make_plots())
    panel.await_plots()
    workers.start(thread)


def load_plots(colours: str, ctx: JobContext) -> None:
    """Load the modules of the plots, with them pyqtgraph, and a map of colours from its file."""
    ctx.raise_if_cancelled()
    for name in ("time_view", "confidences"):
        importlib.import_module(f"musicreclass.gui.detail.{name}")
    importlib.import_module("musicreclass.gui.widgets.plot_style").colour_map(colours)


def _note_candidates(review: ReviewPage, decoded: DecodedPreview) -> None:
    """Let the keys 1 to 5 take what the panel shows."""
    preview = decoded.preview
    if preview.evidence is not None:
        review.note_candidates(preview.track_ref.id, preview.evidence.suggestion.candidates)
