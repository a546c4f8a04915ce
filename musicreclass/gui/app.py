"""Builds the window from its parts; with `assembly`, the only place where they are introduced."""

import gc
import logging
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from musicreclass import paths
from musicreclass.core.genres.genre_file import (
    set_aside_if_damaged,
    taxonomy_in_use,
    vocabulary_file,
)
from musicreclass.gui import language
from musicreclass.gui.accessible_roles import tell_what_is_drawn
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
from musicreclass.gui.assembly.library_assembly import add_library_care, raise_on_demand
from musicreclass.gui.assembly.live_assembly import add_live, live_page
from musicreclass.gui.assembly.organize_assembly import ListMenu, add_organizing
from musicreclass.gui.assembly.settings_assembly import Obeying, add_settings
from musicreclass.gui.assembly.training_assembly import add_training, train_page
from musicreclass.gui.assembly.writing_assembly import add_writing, history_page
from musicreclass.gui.care.window_instance import WindowInstance
from musicreclass.gui.detail.previews import TrackPreviews
from musicreclass.gui.language import in_words
from musicreclass.gui.main_window import MainWindow, Page
from musicreclass.gui.review.review_page import ReviewPage
from musicreclass.gui.services.choices import Choices, appearance_menu
from musicreclass.gui.services.classifying.adaptation_service import AdaptationService
from musicreclass.gui.services.classifying.classifier_choice import ClassifierChoice
from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
from musicreclass.gui.services.classifying.classify_service import ClassifyService
from musicreclass.gui.services.computing import ComputeProcesses, Computing
from musicreclass.gui.services.decision_service import DecisionService
from musicreclass.gui.services.faults import note_faults
from musicreclass.gui.services.freed_memory import FreedMemory
from musicreclass.gui.services.garbage_collection import GarbageCollection
from musicreclass.gui.services.library_session import LibrarySession
from musicreclass.gui.services.live_taxonomy import LiveTaxonomy
from musicreclass.gui.services.restarting import restart_where_asked
from musicreclass.gui.services.review_figures import ReviewFigures
from musicreclass.gui.services.window_memory import WindowMemory
from musicreclass.gui.theme import Theme, choose_fonts
from musicreclass.gui.widgets.focus.focus_ring import FocusRings
from musicreclass.gui.workers import Workers
from musicreclass.logs import decoder_log
from musicreclass.pipeline.preview.preview_service import PreviewService

NOTICE_SIGNALS_MS = 300
CLOSING_SECONDS = 2.5  # that jobs have to end; nobody expects a closed program to work on
LOG_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def run_window(library_file: Path, folders: Sequence[Path]) -> int:
    """Open the window, on `folders` where any are given, and return the exit status."""
    log_qt_messages()
    application = QApplication(["musicreclass"])  # not argv[0]: window managers group by it
    application.setApplicationName("musicreclass")
    application.setDesktopFileName("io.github.musicreclass")
    application.setWindowIcon(QIcon(str(paths.resource("icons/musicreclass.svg"))))
    instance = WindowInstance(library_file)
    if not instance.claim(folders):
        return 0
    workers = Workers()
    note_faults(workers)
    processes = ComputeProcesses(decoder_log())
    processes.load_ahead()
    window = build_window(application, workers, library_file, processes.computing)
    processes.said.connect(window.strip.say)
    gc.freeze()  # what the window is made of stays to its end, and need not be looked through
    raise_on_demand(window, instance)
    window.open(folders)  # reading begins while the window is still being drawn
    window.show()
    _quit_on_signals(application)
    status = application.exec()
    has_ended = workers.shutdown(CLOSING_SECONDS)
    processes.stop()
    instance.let_go()
    restart_where_asked(application)
    if not has_ended:
        leave(status)
    return status


def leave(status: int) -> NoReturn:
    """End the process though a job has not: what it writes survives a kill at any time.

    Nothing of Qt may be taken down meanwhile, or it would do so with threads that still run.
    """
    logging.getLogger(__name__).info("closed while a job was at work; the next start goes on")
    logging.shutdown()
    os._exit(status)


def build_window(
    application: QApplication,
    workers: Workers,
    library_file: Path,
    computing: Computing | None = None,
) -> MainWindow:
    """Make the window and all it is made of, not shown yet.

    Args:
        computing: where networks are; None has them in this process.
    """
    computing = computing or Computing()
    run = computing.run
    # A full collection over a hundred thousand rows stops the window for 250 ms, one of the new
    # alone, when they are many, for 150; rows hold no cycles, so that it finds nothing. Often and
    # little of what is new, and seldom of all.
    gc.set_threshold(10_000, 5, 2_000)
    # A job that computes in Python gives way to the window so soon, not after 5 ms each time.
    sys.setswitchinterval(0.001)
    choices = Choices(paths.settings_file(), workers)
    language.speak(application, choices.settings.language, paths.resource("translations"))
    choose_fonts(application, language.spoken())
    tell_what_is_drawn()
    theme = Theme(application, choices.settings.appearance)
    genre_complaint = set_aside_if_damaged(vocabulary_file())
    taxonomy = LiveTaxonomy.like(taxonomy_in_use())
    session = LibrarySession(library_file, choices.settings.scan, workers)
    jobs = ClassifyJobs(library_file, lambda: choices.settings, run)
    classify_service = ClassifyService(session, jobs, workers)
    decisions = DecisionService(library_file, workers)
    figures = ReviewFigures(jobs, workers)
    review = ReviewPage(session, classify_service, decisions, figures, theme, taxonomy)
    review.texts_came.connect(session.order_texts)
    preview_service = PreviewService(library_file, lambda: choices.settings, decoder_log(), run)
    following = add_detail(
        review, TrackPreviews(preview_service, workers), choices, theme, taxonomy
    )
    session.loaded.connect(following.begin)
    classify_service.suggestions_came.connect(following.note_suggestions)
    adaptation = AdaptationService(jobs, review.tracks.tracks.suggestions, workers)
    connect_adaptation(adaptation, review, preview_service, following)
    classify_service.classified.connect(adaptation.note_classified)
    memory = WindowMemory(paths.config_dir() / "window.ini")
    list_menu = ListMenu()
    menus = [list_menu, appearance_menu(choices)]
    history, genres = history_page(theme, choices), genres_page(theme, choices)
    train, classifiers = train_page(theme, taxonomy), classifiers_page(theme, taxonomy)
    insights = insights_page(theme, taxonomy, choices)
    live = live_page(theme, taxonomy, choices)
    choice = ClassifierChoice(choices, workers)
    pages = (
        Page(QCoreApplication.translate("MainWindow", "Train"), train),
        Page(QCoreApplication.translate("MainWindow", "Insights"), insights),
        Page(QCoreApplication.translate("MainWindow", "Classifiers"), classifiers),
        Page(QCoreApplication.translate("MainWindow", "Genres"), genres),
        Page(QCoreApplication.translate("MainWindow", "History"), history),
        Page(QCoreApplication.translate("MainWindow", "Live"), live),
    )
    window = MainWindow(session, classify_service, review, pages, memory, menus)
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
    add_genres(window, genres, taxonomy, adaptation, choices, workers)
    work = add_writing(window, history, following, library_file, choices, theme, workers, run)
    work.ended.connect(adaptation.note_decision)  # what was taken back counts no more
    found = add_found(window, train, insights, work, library_file, workers)
    add_insights(window, insights, following, library_file, choices, workers, found, run)
    add_live(window, live, choices, memory, workers, run)
    add_organizing(window, list_menu, work, library_file, choices, theme, workers)
    add_filters(window, choices, memory)
    obeying = Obeying(window, following.panel, insights, history, theme, adaptation)
    add_settings(obeying, choices, jobs, workers)
    add_help(window, choices, library_file, workers)
    add_library_care(window, history, library_file, choices, workers)
    choices.say = window.strip.say
    if complaints := [in_words(one) for one in (choices.complaint, genre_complaint) if one]:
        window.notice(" ".join(complaints))
    return window


def _quit_on_signals(application: QApplication) -> None:
    """Let Ctrl-C in a terminal close the window as its button does."""
    signal.signal(signal.SIGINT, lambda *_: application.closeAllWindows())
    signal.signal(signal.SIGTERM, lambda *_: application.closeAllWindows())
    # Python sees signals only between its own instructions; Qt's loop alone would never get there.
    timer = QTimer(application)
    timer.timeout.connect(lambda: None)
    timer.start(NOTICE_SIGNALS_MS)


def log_qt_messages() -> None:
    """Send Qt's messages into the log, and none to the terminal but the last before it gives up."""
    qInstallMessageHandler(_log)


def _log(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    logging.getLogger("qt").log(LOG_LEVELS[kind], "%s", text)
    if kind is QtMsgType.QtFatalMsg and sys.stderr is not None:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
