"""Classifiers: which there are, which one suggests, and the way back to the box."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.classifiers.box_words import broad_genres
from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.messages import TRACKS
from musicreclass.gui.player.player import Player, play_in_turn
from musicreclass.gui.review.review_page import ReviewPage
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.services.classifying.adaptation_service import AdaptationService
from musicreclass.gui.services.classifying.classifier_choice import ClassifierChoice
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.controls import text_label
from musicreclass.gui.widgets.late_widget import LateWidget
from musicreclass.gui.widgets.notice_bar import NoticeBar
from musicreclass.gui.workers import Workers
from musicreclass.pipeline.processes.compute_child import Run, in_place

if TYPE_CHECKING:
    from musicreclass.gui.classifiers.classifiers_page import ClassifiersPage
    from musicreclass.gui.training.report.report_view import ReportView

GAP = 8  # pixels below a notice
HINT_WIDTH = 620  # pixels at most: two lines of a sentence


def classifiers_page(theme: Theme, taxonomy: Taxonomy) -> LateWidget[ClassifiersPage]:
    """Return the page to come."""

    def make() -> ClassifiersPage:
        from musicreclass.gui.classifiers.classifiers_page import ClassifiersPage

        return ClassifiersPage(theme, taxonomy)

    return LateWidget(make)


def add_classifiers(
    window: MainWindow,
    page: LateWidget[ClassifiersPage],
    choice: ClassifierChoice,
    adaptation: AdaptationService,
    player: Player,
    train: LateWidget[Any],
    library_file: Path,
    choices: Choices,
    workers: Workers,
    run: Run = in_place,
) -> None:
    """Let classifiers be looked at, chosen and handled, and let all else follow the choice."""
    _follow(window, choice, adaptation)
    _add_notice(window.review, page, choice, window)
    choice.page_wanted.connect(lambda: window.turn_to(page))
    window.files_dropped.connect(lambda files: page.get().dropped.emit(files))
    window.files_dropped.connect(lambda _: window.turn_to(page))

    def serve(made: ClassifiersPage) -> None:
        from musicreclass.gui.classifiers.classifier_jobs import ClassifierJobs
        from musicreclass.gui.classifiers.classifiers_service import ClassifiersService
        from musicreclass.gui.classifiers.encoder_service import EncoderService

        jobs = ClassifierJobs(library_file, lambda: choices.settings, run)
        service = ClassifiersService(made, jobs, choice, workers)
        encoders = EncoderService(workers, choice, run)
        made.encoders_wanted.connect(lambda: encoders.open(made))
        service.show_wanted.connect(window.show_in_review)
        service.classify_began.connect(lambda _: window.classify_service.give_way())
        service.classify_began.connect(
            lambda thread: window.strip.watch(
                thread, QCoreApplication.translate("MainWindow", "Listening"), TRACKS
            )
        )
        service.classify_ended.connect(window.classify_service.classify)
        made.train_wanted.connect(lambda: window.turn_to(train))

        def serve_report(view: ReportView) -> None:
            from musicreclass.gui.training.report_actions import ReportActions
            from musicreclass.gui.training.training_jobs import TrainingJobs

            own = Player(workers, choices.settings.player.volume)
            training = TrainingJobs(library_file, lambda: choices.settings, run)
            actions = ReportActions(view, training, choice, own, workers)
            service.report_came.connect(actions.show_report)
            play_in_turn(own, player)

        made.late_report.when_made(serve_report)
        _offer_ways_out(made.trouble, choice)
        made.show_trouble(choice.last_trouble)
        made.say(choice.last_said)

    page.when_made(serve)


def say_what_to_expect(review: ReviewPage, taxonomy: Taxonomy) -> None:
    """Say where there is no music yet which genres the box knows."""
    if sentence := broad_genres(taxonomy):
        hint = text_label(sentence, review.empty, "hint", wraps=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.setMaximumWidth(HINT_WIDTH)
        review.empty.add_line(hint)


def _follow(window: MainWindow, choice: ClassifierChoice, adaptation: AdaptationService) -> None:
    """Suggest by what is chosen, from what the library has of it."""
    classify = window.classify_service
    choice.changed.connect(adaptation.give_way)
    choice.changed.connect(classify.renew)
    choice.classify_wanted.connect(classify.classify_anew)
    choice.said.connect(window.strip.say)
    classify.renewed.connect(choice.note_renewal)
    classify.problem_came.connect(choice.note_problem)


def _add_notice(
    review: ReviewPage,
    page: LateWidget[ClassifiersPage],
    choice: ClassifierChoice,
    window: MainWindow,
) -> None:
    """Say in Review, too, that the chosen classifier cannot be used, and what can be done."""
    translate = QCoreApplication.translate
    notice = NoticeBar(translate("ClassifierNotice", "Trouble with the classifier"), review, GAP)
    another = translate("ClassifierNotice", "Choose another…")
    notice.offer(another, lambda: window.turn_to(page))
    _offer_ways_out(notice, choice)
    choice.trouble.connect(notice.say)
    layout = review.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.insertWidget(0, notice)


def _offer_ways_out(bar: NoticeBar, choice: ClassifierChoice) -> None:
    translate = QCoreApplication.translate
    bar.offer(translate("ClassifierNotice", "Back to the box"), choice.back_to_box)
    bar.offer(translate("ClassifierNotice", "Try again"), choice.try_again)
