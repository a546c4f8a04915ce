"""Pages that are made when they are first shown, and what holds until then."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from musicreclass.errors import MusicReclassError
from musicreclass.gui.classifiers.classifiers_page import ClassifiersPage
from musicreclass.gui.detail.detail_panel import DetailPanel
from musicreclass.gui.genres.genres_page import GenresPage
from musicreclass.gui.insights.insights_page import InsightsPage
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.services.classifying.classifier_choice import ClassifierChoice
from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
from musicreclass.gui.training.train_page import TrainPage
from musicreclass.gui.widgets.page_stack import PageButton
from musicreclass.gui.writing.history_page import HistoryPage
from musicreclass.gui.writing.rule_bar import rules_in
from musicreclass.sentences.reason import as_said
from musicreclass.settings import HistorySettings
from tests.gui.focus_walk import walked
from tests.gui.turning import PAGES, turned_to
from tests.gui.whole_windows import whole_windows

LATE = (
    "musicreclass.gui.classifiers.classifiers_page",
    "musicreclass.gui.found.found_service",
    "musicreclass.gui.genres",
    "musicreclass.gui.help",
    "musicreclass.gui.insights",
    "musicreclass.gui.live",
    "musicreclass.gui.organizing.organize_dialog",
    "musicreclass.gui.review.decision_dialog",
    "musicreclass.gui.settings",
    "musicreclass.gui.training",
    "musicreclass.gui.writing.history_page",
    "musicreclass.gui.writing.write_dialog",
    "musicreclass.pipeline.computing.handling",
    "musicreclass.pipeline.computing.training_runs",
    "musicreclass.pipeline.insights.library_",
    "musicreclass.pipeline.inventory.classifier_facts",
    "musicreclass.training.fit",
    "musicreclass.training.reports",
    "pyqtgraph",
)
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from musicreclass.gui.assembling import build_window
from musicreclass.gui.workers import Workers

application, workers = QApplication(["musicreclass"]), Workers()
window = build_window(application, workers, Path(sys.argv[1]))
window.show()
window.grab()
print(*sys.modules)
workers.shutdown()
"""


@pytest.fixture
def window(qapp, qtbot, workers, library_file, monkeypatch):
    def say_so(jobs, ctx):
        raise MusicReclassError(as_said("No classifier is installed; train one."))

    monkeypatch.setattr(ClassifyJobs, "suggest", say_so)
    opened = whole_windows(qapp, workers, library_file)
    window = next(opened)()
    with qtbot.waitActive(window):
        window.activateWindow()
    yield window
    next(opened, None)


@pytest.fixture
def choices(window, workers):
    return workers.findChild(Choices)


@pytest.fixture
def choice(window, workers):
    return workers.findChild(ClassifierChoice)


def test_a_window_that_opens_imports_only_what_review_needs(home):
    command = [sys.executable, "-P", "-c", PROGRAM, str(home / "library.db")]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}

    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)

    loaded = done.stdout.split()
    assert "musicreclass.gui.review.review_page" in loaded
    assert [one for one in loaded if one.startswith(LATE)] == []


def test_at_first_there_is_no_page_but_review(window):
    assert [window.findChildren(kind) for kind in PAGES] == [[]] * len(PAGES)


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_made_once_and_when_it_is_first_shown(window, kind):
    number = 2 + PAGES.index(kind)
    QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    (page,) = window.findChildren(kind)
    assert page.isVisible()
    assert not any(window.findChildren(other) for other in PAGES if other is not kind)

    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert not page.isVisible()
    QTest.mouseClick(window.findChildren(PageButton)[number - 1], Qt.MouseButton.LeftButton)

    assert window.findChildren(kind) == [page]
    assert page.isVisible()


def test_the_views_of_a_training_are_made_when_there_is_one(window):
    page = turned_to(window, TrainPage)
    late = (page.late_choose, page.late_progress, page.late_report)
    assert not any(view.made for view in late)

    page.setCurrentWidget(page.report)

    assert page.report.isVisible()
    assert not any(view.made for view in late[:2])


def test_tab_goes_through_a_view_that_is_made_late_before_what_is_below_it(window):
    window.strip.offer("Something was removed.", "Take back", lambda: None)
    page = turned_to(window, TrainPage)
    page.setCurrentWidget(page.report)

    stops = list(walked(window))

    below = next(at for at, stop in enumerate(stops) if window.strip.isAncestorOf(stop))
    assert page.report.isAncestorOf(stops[below - 1])


def test_what_was_chosen_before_a_page_is_there_holds_on_it(window, choices):
    now = choices.settings
    choices.change(
        history=HistorySettings(30, 100),
        review=replace(now.review, colours="cividis"),
        writing=replace(now.writing, existing="add", separator=" / "),
    )

    bar = turned_to(window, HistoryPage).keep_bar
    genres = turned_to(window, GenresPage)

    assert (bar.days.value(), bar.megabytes.value()) == (30, 100)
    assert turned_to(window, InsightsPage).sounds.pictures.colours == "cividis"
    assert genres.rules.rules() == rules_in(choices.settings.writing)
    assert genres.separator.separator() == " / "


def test_the_page_says_what_was_said_of_the_classifier_before_it_was_there(window, choice):
    choice.trouble.emit("It cannot be used.")
    choice.said.emit("“own” suggests from now on.")

    page = turned_to(window, ClassifiersPage)

    assert page.trouble.label.text() == "It cannot be used."
    assert page.notice.label.text() == "“own” suggests from now on."


def test_plots_are_made_after_the_first_painting_and_with_no_track_they_are_hidden(window, qtbot):
    panel = window.findChild(DetailPanel)

    qtbot.waitUntil(lambda: panel._sound.made is not None)

    assert not panel.sound.isVisible()
    assert not panel.confidences.isVisible()
