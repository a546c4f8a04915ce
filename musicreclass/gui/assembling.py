"""Makes all that is in a window and puts it there; with `assembly`, what introduces the parts."""

import gc
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from musicreclass.core.genres.genre_file import (
    set_aside_if_damaged,
    taxonomy_in_use,
    vocabulary_file,
)
from musicreclass.gui.assembly.classifiers_assembly import (
    add_classifiers,
    classifiers_page,
    say_what_to_expect,
)
from musicreclass.gui.assembly.decisions_assembly import add_decision_list
from musicreclass.gui.assembly.detail_assembly import add_detail, connect_adaptation
from musicreclass.gui.assembly.filters_assembly import add_filters
from musicreclass.gui.assembly.found_assembly import add_found
from musicreclass.gui.assembly.genres_assembly import add_genres, genres_page
from musicreclass.gui.assembly.help_assembly import add_help
from musicreclass.gui.assembly.insights_assembly import add_insights, insights_page
from musicreclass.gui.assembly.library_assembly import add_library_care
from musicreclass.gui.assembly.live_assembly import add_live, live_page
from musicreclass.gui.assembly.organize_assembly import ListMenu, add_organizing
from musicreclass.gui.assembly.settings_assembly import Obeying, add_settings
from musicreclass.gui.assembly.training_assembly import add_training, train_page
from musicreclass.gui.assembly.writing_assembly import add_writing, history_page
from musicreclass.gui.detail.previews import TrackPreviews
from musicreclass.gui.frame import WindowFrame, make_frame
from musicreclass.gui.language import in_words
from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.review.column_memory import keep_columns, restore_columns
from musicreclass.gui.review.review_page import ReviewPage
from musicreclass.gui.services.choices import appearance_menu
from musicreclass.gui.services.classifying.adaptation_service import AdaptationService
from musicreclass.gui.services.classifying.classifier_choice import ClassifierChoice
from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
from musicreclass.gui.services.classifying.classify_service import ClassifyService
from musicreclass.gui.services.computing import Computing
from musicreclass.gui.services.decision_service import DecisionService
from musicreclass.gui.services.freed_memory import FreedMemory
from musicreclass.gui.services.garbage_collection import GarbageCollection
from musicreclass.gui.services.library_session import LibrarySession
from musicreclass.gui.services.live_taxonomy import LiveTaxonomy
from musicreclass.gui.services.review_figures import ReviewFigures
from musicreclass.gui.services.window_memory import WindowMemory
from musicreclass.gui.widgets.focus.focus_ring import FocusRings
from musicreclass.gui.workers import Workers
from musicreclass.logs import decoder_log
from musicreclass.pipeline.preview.preview_service import PreviewService

# A full collection over a hundred thousand rows stops the window for 250 ms, one of the new alone,
# when they are many, for 150; rows hold no cycles, so that it finds nothing. Often and little of
# what is new, and seldom of all.
COLLECTED_AT = 10_000, 5, 2_000


def build_window(
    application: QApplication,
    workers: Workers,
    library_file: Path,
    computing: Computing | None = None,
) -> MainWindow:
    """Make the window and all that is in it at once, not shown yet.

    Args:
        computing: where networks are; None has them in this process.
    """
    frame = make_frame(application, workers)
    for _ in assemble(frame, library_file, computing or Computing()):
        pass
    return frame.window


def assemble(frame: WindowFrame, library_file: Path, computing: Computing) -> Iterator[None]:
    """Make all that is in the window, a part between two turns of its loop.

    Args:
        computing: where networks are.
    """
    window, workers, choices, theme, memory = frame
    run = computing.run
    gc.set_threshold(*COLLECTED_AT)
    genre_complaint = set_aside_if_damaged(vocabulary_file())
    taxonomy = LiveTaxonomy.like(taxonomy_in_use())
    session = LibrarySession(library_file, choices.settings.scan, workers)
    jobs = ClassifyJobs(library_file, lambda: choices.settings, run)
    classify_service = ClassifyService(session, jobs, workers)
    decisions = DecisionService(library_file, workers)
    figures = ReviewFigures(jobs, workers)
    yield
    review = ReviewPage(
        *(session, classify_service, decisions, figures, theme, taxonomy, window.pages.add_ground())
    )
    yield
    review.texts_came.connect(session.order_texts)
    preview_service = PreviewService(library_file, lambda: choices.settings, decoder_log(), run)
    following = add_detail(
        review, TrackPreviews(preview_service, workers), choices, theme, taxonomy
    )
    yield
    session.loaded.connect(following.begin)
    classify_service.suggestions_came.connect(following.note_suggestions)
    adaptation = AdaptationService(jobs, review.tracks.tracks.suggestions, workers)
    connect_adaptation(adaptation, review, preview_service, following)
    classify_service.classified.connect(adaptation.note_classified)
    yield
    list_menu = ListMenu()
    menus = [list_menu, appearance_menu(choices)]
    history, genres = history_page(theme, choices), genres_page(theme, choices)
    train, classifiers = train_page(theme, taxonomy), classifiers_page(theme, taxonomy)
    insights = insights_page(theme, taxonomy, choices)
    live = live_page(theme, taxonomy, choices)
    choice = ClassifierChoice(choices, workers)
    pages = (train, insights, classifiers, genres, history, live)
    window.assemble(session, classify_service, review, pages, menus)
    _remember_panels(window, memory)
    yield
    GarbageCollection(window)
    FreedMemory(review.pending_updates, workers)
    FocusRings(theme, window)
    player = following.player
    add_training(train, player, library_file, choices, choice, workers, computing)
    add_classifiers(
        *(window, classifiers, choice, adaptation, player, train),
        *(library_file, choices, workers, run),
    )
    say_what_to_expect(review, taxonomy)
    add_decision_list(window, taxonomy)
    yield
    add_genres(window, genres, taxonomy, adaptation, choices, workers)
    work = add_writing(window, history, following, library_file, choices, theme, workers, run)
    work.ended.connect(adaptation.note_decision)  # what was taken back counts no more
    yield
    found = add_found(window, train, insights, work, library_file, workers)
    add_insights(window, insights, following, library_file, choices, workers, found, run)
    add_live(window, live, choices, memory, workers, run)
    add_organizing(window, list_menu, work, library_file, choices, theme, workers)
    yield
    add_filters(window, choices, memory)
    obeying = Obeying(window, following.panel, insights, history, theme, adaptation)
    add_settings(obeying, choices, jobs, workers)
    yield
    add_help(window, choices, library_file, workers)
    add_library_care(window, history, library_file, choices, workers)
    choices.say = window.strip.say
    if complaints := [in_words(one) for one in (choices.complaint, genre_complaint) if one]:
        window.notice(" ".join(complaints))


def _remember_panels(window: MainWindow, memory: WindowMemory) -> None:
    """Have panels and columns as they were, and keep them as they are when the window closes."""
    splitter, header = window.review.splitter, window.review.table.header
    memory.restore_splitter(splitter)
    restore_columns(memory, header)
    window.closing.connect(lambda: memory.keep_splitter(splitter))
    window.closing.connect(lambda: keep_columns(memory, header))
