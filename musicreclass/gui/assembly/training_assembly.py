"""Train: classifiers of a person's own folders."""

from pathlib import Path

from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.player.player import Player
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.services.classifying.classifier_choice import ClassifierChoice
from musicreclass.gui.services.computing import Computing
from musicreclass.gui.training.report_actions import ReportActions
from musicreclass.gui.training.train_page import TrainPage
from musicreclass.gui.training.training_jobs import TrainingJobs
from musicreclass.gui.training.training_service import TrainingService
from musicreclass.gui.workers import Workers


def add_training(
    window: MainWindow,
    page: TrainPage,
    player: Player,
    library_file: Path,
    choices: Choices,
    choice: ClassifierChoice,
    workers: Workers,
    computing: Computing,
) -> None:
    """Let classifiers be trained and used; what plays there falls silent for Review, and back."""
    own = Player(workers, choices.settings.player.volume)
    jobs = TrainingJobs(library_file, lambda: choices.settings, computing.run, computing.run_alone)
    actions = ReportActions(page.report, jobs, choice, own, workers)
    TrainingService(page, jobs, actions, workers)
    own.playing_changed.connect(lambda plays: player.pause() if plays else None)
    player.playing_changed.connect(lambda plays: own.pause() if plays else None)
