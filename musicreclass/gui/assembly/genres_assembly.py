"""Genres: a person's vocabulary, which all other pages speak, and the rules for writing."""

from musicreclass.core.genres.genre_file import vocabulary_file
from musicreclass.gui.genres.genres_page import GenresPage
from musicreclass.gui.genres.genres_service import GenresService
from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.services.classifying.adaptation_service import AdaptationService
from musicreclass.gui.services.live_taxonomy import LiveTaxonomy
from musicreclass.gui.workers import Workers


def add_genres(
    window: MainWindow,
    page: GenresPage,
    live: LiveTaxonomy,
    adaptation: AdaptationService,
    choices: Choices,
    workers: Workers,
) -> GenresService:
    """Let genres be changed, and have all that shows or suggests any follow."""
    review = window.review
    tracks = review.tracks.tracks
    service = GenresService(page, vocabulary_file(), live, tracks.everything, choices, workers)
    service.changed.connect(adaptation.pool)  # suggestions are made in the person's genres
    service.changed.connect(review.show_genres_anew)
    service.review_wanted.connect(window.search_in_review)
    review.pending_updates.taken_in.connect(service.note_tracks)
    return service
