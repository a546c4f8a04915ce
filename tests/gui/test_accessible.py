"""Screen readers are told what each control is, what it is called, and what state it is in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget

from musicreclass.errors import MusicReclassError
from musicreclass.gui.accessible_roles import IS_DRAWN
from musicreclass.gui.insights.bars import Bars
from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
from musicreclass.gui.training.train_page import TrainPage
from musicreclass.sentences.reason import as_said
from tests.gui.every_view import small_windows, views

# They paint what lies around or behind words that are told.
GROUNDS = {"DropGround", "FocusRing", "ElidedLabel", "DetailPanel", "PathButton", "CoveredView"}


@pytest.fixture
def window(qapp, qtbot, workers, library_file, tmp_path, write_mp3, monkeypatch):
    def say_so(jobs, ctx):
        raise MusicReclassError(as_said("No classifier is installed; train one."))

    monkeypatch.setattr(ClassifyJobs, "suggest", say_so)
    folder = tmp_path / "Musics_TBC"
    yield from small_windows(qapp, qtbot, workers, library_file, folder, write_mp3)


def test_everything_that_has_the_keyboard_or_can_be_pressed_has_a_name(window):
    nameless = {}
    for name, shown in views(window):
        QApplication.processEvents()
        for widget in shown.findChildren(QWidget):
            if widget.isVisible() and is_control(widget) and not told(widget)[0].strip():
                where = f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
                nameless.setdefault(where, name)

    assert nameless == {}


def test_what_is_drawn_is_told_as_a_picture_with_a_name(window, qtbot):
    """Every widget of ours that paints more than a ground says so."""
    others, mute, found = {}, {}, set()
    for name, shown in views(window):
        QApplication.processEvents()
        if name == "insights 0":
            qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(Bars)))
        for widget in shown.findChildren(QWidget):
            if widget.isVisible() and is_drawn(widget):
                found.add(type(widget).__name__)
                words, role = told(widget)
                if role is not QAccessible.Role.Graphic:
                    others.setdefault(type(widget).__name__, (name, role))
                if not words.strip():
                    mute.setdefault(type(widget).__name__, name)

    assert (others, mute) == ({}, {})
    assert found >= {"TimeView", "CurvePlot", "ReportPlot", "Bars", "Histogram", "Cover"}


def test_a_choice_is_told_with_what_it_is_a_choice_of(window):
    """On Linux the name of a choice is what is chosen: what it is about must be told beside it."""
    untold = {}
    for name, shown in views(window):
        QApplication.processEvents()
        labelled = {label.buddy() for label in shown.findChildren(QLabel) if label.buddy()}
        for box in shown.findChildren(QComboBox):
            if box.isVisible() and box not in labelled and not box.accessibleDescription():
                untold.setdefault(box.accessibleName() or box.currentText(), name)

    assert untold == {}


def test_states_are_told_as_they_change(window):
    button = window.review.bulk.button
    box = next(one for one in views(window) if one[0] == "ChooseView")[1]
    tags = box.findChild(TrainPage).choose.sources.by_decisions
    before = QAccessible.queryAccessibleInterface(tags).state().checked
    tags.setChecked(True)

    assert QAccessible.queryAccessibleInterface(button).state().disabled is not button.isEnabled()
    assert not before
    assert QAccessible.queryAccessibleInterface(tags).state().checked


def told(widget):
    """Return the name and the role that a screen reader is told of a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name), interface.role()


def is_control(widget):
    if widget.objectName().startswith("qt_"):
        return False  # a part that Qt made, told with the whole
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return (takes_tab or isinstance(widget, QAbstractButton)) and widget.focusProxy() is None


def is_drawn(widget):
    painter = next((kind for kind in type(widget).__mro__ if "paintEvent" in vars(kind)), None)
    is_ours = painter is not None and painter.__module__.startswith("musicreclass.")
    return getattr(widget, IS_DRAWN, False) or (is_ours and painter.__name__ not in GROUNDS)
