"""Training in the long run: a classifier of one's own is made, used and removed again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from _long_run_faults import Faults
from _long_run_outside import command_line
from _long_run_person import Person, Steps, Wait, pause

from musicreclass import paths
from musicreclass.gui.classifiers.classifiers_page import ClassifiersPage
from musicreclass.gui.insights.insights_page import InsightsPage, InsightView
from musicreclass.gui.training.train_page import TrainPage
from musicreclass.gui.training.training_service import TrainingService
from musicreclass.gui.widgets.panels import CoveredView
from musicreclass.gui.workers import Workers
from musicreclass.pipeline.training.training_order import Sources, TrainingOrder

NAME = "own"
EPOCHS = 2
TRAINING_SECONDS = 1_200.0


class Training:
    """Uses the pages Train, Classifiers and Insights."""

    def __init__(self, person: Person, workers: Workers, music: Path, library_file: Path) -> None:
        self._person = person
        self._music = music
        self._library = library_file
        self._workers = workers
        self._renewed = 0
        person.window.classify_service.renewed.connect(lambda _: self._note_renewed())

    def train(self, faults: Faults, *, is_killed: bool) -> Steps:
        """Train on the folders, and let what came of it suggest."""
        window = self._person.window
        page = self._person.turned_to(1, TrainPage)
        service = self._workers.findChild(TrainingService)
        assert service is not None
        sources = Sources(self._music, by_folders=True)
        out = paths.data_dir() / f"{NAME}.pth"
        order = TrainingOrder(sources, out, preset="quick", overrides={"epochs": EPOCHS})
        service.train(order)
        if is_killed:
            yield pause(3.0)
            faults.kill()
        yield Wait(lambda: _is_over(service, page), "a training", TRAINING_SECONDS)
        if said := page.progress.said.text():
            self._person.differences.append(f"a training came to nothing: {said}")
            return
        yield from self._renewing(page.report.use_button.click)
        window.classify_service.classify()
        yield from self._person.become_idle()
        window.turn_to(self._person.review)

    def back_to_box(self, spared: set[int]) -> Steps:
        """Let the classifier in the box suggest again, and remove one's own."""
        window = self._person.window
        page = self._person.turned_to(3, ClassifiersPage)
        yield Wait(
            lambda: page.inventory is not None and page.inventory.in_use is not None, "a list"
        )
        if page.box_button.isEnabled():
            yield from self._renewing(page.box_button.click)
            window.classify_service.classify()
            yield from self._person.become_idle()
        window.turn_to(self._person.review)
        words = ["classifiers", "remove", NAME]
        yield from command_line(self._library, words, spared, self._person.differences)

    def look_at_insights(self) -> Steps:
        """Look at all views, each until it has been worked out."""
        window = self._person.window
        page = self._person.turned_to(2, InsightsPage)
        for view in InsightView:
            page.choose(view)
            cover = page.covers[view]
            yield pause(0.3)
            yield Wait(partial(_is_done, cover), f"the view {view.name}")
        window.turn_to(self._person.review)

    def _note_renewed(self) -> None:
        self._renewed += 1

    def _renewing(self, click: Callable[[], None]) -> Steps:
        before = self._renewed
        click()
        yield Wait(lambda: self._renewed > before, "another classifier")


def _is_over(service: TrainingService, page: TrainPage) -> bool:
    """Say whether a training has ended, and its report, made over several turns, is in sight."""
    if service.is_running:
        return False
    return page.currentWidget() is page.late_report.made or bool(page.progress.said.text())


def _is_done(cover: CoveredView) -> bool:
    return not (cover.is_covered and "Working" in cover.sentence)
