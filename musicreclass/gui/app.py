"""Builds the window from its parts: the only place where they are made and introduced."""

import gc
import logging
import signal
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from musicreclass import paths
from musicreclass.core.genre import Taxonomy
from musicreclass.gui import language
from musicreclass.gui.detail.detail_panel import DetailPanel
from musicreclass.gui.detail.following import Following
from musicreclass.gui.detail.previews import DecodedPreview, TrackPreviews
from musicreclass.gui.insights.insight_jobs import InsightJobs
from musicreclass.gui.insights.insights_page import InsightsPage
from musicreclass.gui.insights.insights_service import InsightsService
from musicreclass.gui.language import in_words
from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.player.player import Player
from musicreclass.gui.review.review_page import ReviewPage
from musicreclass.gui.services.adaptation_service import AdaptationService
from musicreclass.gui.services.choices import (
    Choices,
    appearance_menu,
    company_menu,
    language_menu,
    learning_menu,
)
from musicreclass.gui.services.classify_jobs import ClassifyJobs
from musicreclass.gui.services.classify_service import ClassifyService
from musicreclass.gui.services.decision_service import DecisionService
from musicreclass.gui.services.library_session import LibrarySession
from musicreclass.gui.services.review_figures import ReviewFigures
from musicreclass.gui.services.window_memory import WindowMemory
from musicreclass.gui.theme import Theme
from musicreclass.gui.training.report_actions import ReportActions
from musicreclass.gui.training.train_page import TrainPage
from musicreclass.gui.training.training_jobs import TrainingJobs
from musicreclass.gui.training.training_service import TrainingService
from musicreclass.gui.workers import Workers
from musicreclass.gui.writing.file_work import FileWork
from musicreclass.gui.writing.history_page import HistoryPage
from musicreclass.gui.writing.history_service import HistoryService
from musicreclass.gui.writing.write_jobs import WritingJobs
from musicreclass.gui.writing.writing_service import WritingService
from musicreclass.logs import decoder_log
from musicreclass.pipeline.preview.preview_service import PreviewService
from musicreclass.pipeline.processes.preload_torch import preload_torch

NOTICE_SIGNALS_MS = 300
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
    application = QApplication(sys.argv[:1])
    application.setApplicationName("musicreclass")
    application.setDesktopFileName("io.github.musicreclass")
    workers = Workers()
    window = build_window(application, workers, library_file)
    window.open(folders)  # reading begins while the window is still being drawn
    window.show()
    _quit_on_signals(application)
    status = application.exec()
    workers.shutdown()
    return status


def build_window(application: QApplication, workers: Workers, library_file: Path) -> MainWindow:
    """Make the window and all it is made of, not shown yet."""
    # A full collection over a hundred thousand rows stops the window for 250 ms, one of the new
    # alone, when they are many, for 150; rows hold no cycles, so that it finds nothing. Often and
    # little of what is new, and seldom of all.
    gc.set_threshold(10_000, 5, 2_000)
    # A job that computes in Python gives way to the window so soon, not after 5 ms each time.
    sys.setswitchinterval(0.001)
    choices = Choices(paths.settings_file())
    language.speak(application, choices.settings.language, paths.resource("translations"))
    theme = Theme(application, choices.settings.appearance)
    taxonomy = Taxonomy.shipped()
    session = LibrarySession(library_file, choices.settings.scan, workers)
    jobs = ClassifyJobs(library_file, lambda: choices.settings)
    classify_service = ClassifyService(session, jobs, workers)
    decisions = DecisionService(library_file, workers)
    figures = ReviewFigures(jobs, workers)
    review = ReviewPage(session, classify_service, decisions, figures, theme, taxonomy)
    preview_service = PreviewService(
        library_file,
        partial(_bundle_file, choices),
        decoder_log(),
        lambda: choices.settings.review.learns,
        partial(_tagger_file, choices),
        lambda: choices.settings.review.pools_by,
    )
    following = _add_detail(
        review, TrackPreviews(preview_service, workers), choices, theme, taxonomy
    )
    session.loaded.connect(following.begin)
    classify_service.suggestions_came.connect(following.note_suggestions)
    adaptation = AdaptationService(jobs, review.tracks.tracks.suggestions, workers)
    _connect_adaptation(adaptation, review, preview_service, following)
    classify_service.classified.connect(adaptation.note_classified)
    classify_service.suggestions_came.connect(lambda _: preview_service.note_learned())
    memory = WindowMemory(paths.config_dir() / "window.ini")
    menus = [
        learning_menu(choices, adaptation.adapt),
        company_menu(choices, adaptation.pool),
        appearance_menu(choices, theme),
        language_menu(choices),
    ]
    history = HistoryPage(choices.settings.history, theme)
    train = TrainPage(theme, taxonomy)
    insights = InsightsPage(theme, taxonomy, choices.settings.review.colours)
    window = MainWindow(session, classify_service, review, train, insights, history, memory, menus)
    _add_insights(window, insights, following, library_file, choices, workers)
    _add_training(window, train, following.player, library_file, choices, workers)
    _add_writing(window, history, following, library_file, choices, theme, workers)
    choices.say = window.strip.say
    if choices.complaint is not None:
        window.strip.say(in_words(choices.complaint))
    return window


def _add_detail(
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
    panel.tag_wanted.connect(review.term_wanted)
    previews.came.connect(partial(_note_candidates, review))
    review.keys.toggled.connect(panel.player.toggle)
    review.keys.sought.connect(lambda more: panel.player.seek(panel.player.seconds + more))
    panel.sound.colours_chosen.connect(
        lambda name: choices.change(review=replace(choices.settings.review, colours=name))
    )
    panel.bar.volume_chosen.connect(
        lambda percent: choices.change(player=replace(choices.settings.player, volume=percent))
    )
    panel.bar.plays_on_move_chosen.connect(
        lambda on: choices.change(player=replace(choices.settings.player, plays_on_move=on))
    )
    return Following(review.table, review.tracks, previews, panel)


def _connect_adaptation(
    adaptation: AdaptationService,
    review: ReviewPage,
    preview_service: PreviewService,
    following: Following,
) -> None:
    review.decisions.kept.connect(adaptation.note_decision)
    # This comes first, before anybody asks.
    adaptation.suggestions_came.connect(lambda _: preview_service.note_learned())
    adaptation.suggestions_came.connect(review.pending_updates.add_suggestions)
    adaptation.suggestions_came.connect(following.note_suggestions)
    adaptation.adapted.connect(lambda: preview_service.note_learned())
    adaptation.said.connect(review.said)


def _add_writing(
    window: MainWindow,
    page: HistoryPage,
    following: Following,
    library_file: Path,
    choices: Choices,
    theme: Theme,
    workers: Workers,
) -> None:
    """Let decided genres be written into files and taken back, and let all else know of it."""
    review = window.review
    jobs = WritingJobs(library_file)
    work = FileWork(window.session, review.decisions)
    writing = WritingService(jobs, work, choices, theme, workers)
    history = HistoryService(page, library_file, jobs, work, choices, workers)
    window.opening.connect(writing.begin_session)
    review.write_wanted.connect(lambda lines: writing.ask(lines, window))
    work.began.connect(following.player.let_go)
    work.ended.connect(following.player.pick_up)
    work.retagged.connect(following.note_written)  # before the table shows their new stamps
    work.retagged.connect(review.pending_updates.renew)
    writing.said.connect(window.strip.say)
    writing.recovered.connect(window.notice)
    history.said.connect(window.strip.say)


def _add_training(
    window: MainWindow,
    page: TrainPage,
    player: Player,
    library_file: Path,
    choices: Choices,
    workers: Workers,
) -> None:
    """Let classifiers be trained and used; what plays there falls silent for Review, and back."""
    own = Player(workers, choices.settings.player.volume)
    jobs = TrainingJobs(library_file, lambda: choices.settings)
    actions = ReportActions(page.report, jobs, choices, own, workers)
    actions.classify_wanted.connect(window.classify_service.classify_anew)
    TrainingService(page, jobs, actions, workers)
    own.playing_changed.connect(lambda plays: player.pause() if plays else None)
    player.playing_changed.connect(lambda plays: own.pause() if plays else None)


def _add_insights(
    window: MainWindow,
    page: InsightsPage,
    following: Following,
    library_file: Path,
    choices: Choices,
    workers: Workers,
) -> None:
    """Let the library be looked at as a whole; what is found there plays, or shows in Review."""
    jobs = InsightJobs(
        library_file,
        partial(_bundle_file, choices),
        lambda: choices.settings.review.learns,
        lambda: choices.settings.review.pools_by,
    )
    insights = InsightsService(page, jobs, window.review.tracks.tracks, following.player, workers)
    insights.play_wanted.connect(following.play)
    insights.show_wanted.connect(window.show_in_review)
    insights.said.connect(window.strip.say)
    window.review.pending_updates.taken_in.connect(insights.note_change)


def _note_candidates(review: ReviewPage, decoded: DecodedPreview) -> None:
    """Let the keys 1 to 5 take what the panel shows."""
    preview = decoded.preview
    if preview.evidence is not None:
        review.note_candidates(preview.track_ref.id, preview.evidence.suggestion.candidates)


def _bundle_file(choices: Choices) -> Path | None:
    preload_torch()
    from musicreclass.pipeline.classification.installed import chosen_file  # with it comes torch

    return chosen_file(choices.settings)


def _tagger_file(choices: Choices) -> Path | None:
    preload_torch()
    from musicreclass.pipeline.classification.installed import tagger_file  # with it comes torch

    return tagger_file(choices.settings)


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
