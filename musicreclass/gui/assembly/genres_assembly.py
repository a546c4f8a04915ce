"""Genres: a person's vocabulary, which all other pages speak, and the rules for writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musicreclass.core.genres.genre_file import vocabulary_file
from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.services.classifying.adaptation_service import AdaptationService
from musicreclass.gui.services.live_taxonomy import LiveTaxonomy
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.late_widget import LateWidget
from musicreclass.gui.workers import Workers

if TYPE_CHECKING:
    from musicreclass.gui.genres.genres_page import GenresPage


def genres_page(theme: Theme, choices: Choices) -> LateWidget[GenresPage]:
    """Return the page to come."""

    def make() -> GenresPage:
        from musicreclass.gui.genres.genres_page import GenresPage
        from musicreclass.gui.writing.rule_bar import rules_in

        return GenresPage(rules_in(choices.settings.writing), theme)

    return LateWidget(make)


def add_genres(
    window: MainWindow,
    page: LateWidget[GenresPage],
    live: LiveTaxonomy,
    adaptation: AdaptationService,
    choices: Choices,
    workers: Workers,
) -> None:
    """Let genres be changed, and have all that shows or suggests any follow."""

    def serve(made: GenresPage) -> None:
        from musicreclass.gui.genres.genres_service import GenresService

        review = window.review
        lines = review.tracks.tracks.everything
        service = GenresService(made, vocabulary_file(), live, lines, choices, workers)
        service.changed.connect(adaptation.pool)  # suggestions are made in the person's genres
        service.changed.connect(review.show_genres_anew)
        service.review_wanted.connect(window.search_in_review)
        review.pending_updates.taken_in.connect(service.note_tracks)

    page.when_made(serve)
