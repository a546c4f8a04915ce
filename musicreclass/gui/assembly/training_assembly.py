"""Train: classifiers of a person's own folders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.player.player import Player, play_in_turn
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.services.classifying.classifier_choice import ClassifierChoice
from musicreclass.gui.services.computing import Computing
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.late_widget import LateWidget
from musicreclass.gui.workers import Workers

if TYPE_CHECKING:
    from musicreclass.gui.training.report.report_view import ReportView
    from musicreclass.gui.training.train_page import TrainPage


def train_page(theme: Theme, taxonomy: Taxonomy) -> LateWidget[TrainPage]:
    """Return the page to come."""

    def make() -> TrainPage:
        from musicreclass.gui.training.train_page import TrainPage

        return TrainPage(theme, taxonomy)

    return LateWidget(make)


def add_training(
    page: LateWidget[TrainPage],
    player: Player,
    library_file: Path,
    choices: Choices,
    choice: ClassifierChoice,
    workers: Workers,
    computing: Computing,
) -> None:
    """Let classifiers be trained and used; what plays there falls silent for Review, and back."""

    def serve(made: TrainPage) -> None:
        from musicreclass.gui.training.training_jobs import TrainingJobs
        from musicreclass.gui.training.training_service import TrainingService

        jobs = TrainingJobs(
            library_file, lambda: choices.settings, computing.run, computing.run_alone
        )
        training = TrainingService(made, jobs, workers)

        def serve_report(view: ReportView) -> None:
            from musicreclass.gui.training.report_actions import ReportActions

            own = Player(workers, choices.settings.player.volume)
            actions = ReportActions(view, jobs, choice, own, workers)
            training.trained.connect(actions.show_report)
            made.left.connect(own.unload)  # nobody writes to a file that is held
            play_in_turn(own, player)

        made.late_report.when_made(serve_report)

    page.when_made(serve)
