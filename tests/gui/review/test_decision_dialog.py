"""The list of what was decided, over the real library."""

import pytest
from PySide6.QtCore import Qt

from musicreclass.core.decision import ReviewState
from musicreclass.gui.assembly.decisions_assembly import add_decision_list

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.fixture
def window(reviewed, qtbot):
    """Return what the list needs of a window: its review, and what it is asked to show."""
    from PySide6.QtWidgets import QWidget

    class Window(QWidget):
        def __init__(self):
            super().__init__()
            self.review = reviewed
            self.shown = []

        def show_in_review(self, track_ids):
            self.shown.append(track_ids)

    made = Window()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(window, reviewed, decisions, taxonomy, qtbot):
    dialog = add_decision_list(window, taxonomy).dialog
    qtbot.keyClick(reviewed.table, Qt.Key.Key_A)
    qtbot.keyClick(reviewed.table, Qt.Key.Key_S)
    reviewed.log_wanted.emit()
    qtbot.waitUntil(lambda: dialog.entries.rowCount() == 2)
    return dialog


def cells(dialog, row):
    return [dialog.entries.index(row, column).data() for column in range(1, 7)]


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_decisions_are_listed_the_latest_first(dialog):
    assert cells(dialog, 0) == ["– skipped", "c So What", "1", "", "one by one", ""]
    assert cells(dialog, 1) == ["✓ accepted", "a 青花瓷", "1", "Pop", "one by one", ""]


def test_the_tracks_of_a_decision_are_shown_in_review(dialog, window, reviewed, qtbot):
    dialog.view.selectRow(1)
    click(qtbot, dialog.show_button)

    qtbot.waitUntil(lambda: len(window.shown) == 1)
    assert window.shown == [frozenset({reviewed.tracks.row_at(0).id})]


def test_an_older_decision_is_taken_back_and_the_later_stands(dialog, reviewed, kept, qtbot):
    dialog.view.selectRow(1)

    click(qtbot, dialog.back_button)
    qtbot.waitUntil(lambda: dialog.entries.rowCount() == 3)

    assert list(kept()) == ["c So What"]
    qtbot.waitUntil(lambda: reviewed.tracks.row_at(0).decision is None)
    assert cells(dialog, 0)[0] == "↺ taken back"
    assert cells(dialog, 2)[-1] == "↺ taken back"
    assert dialog.hint.text() == "Taken back: the decisions on 1 track."
    dialog.view.selectRow(2)
    assert not dialog.back_button.isEnabled()


def test_a_later_decision_on_the_same_track_stands_and_that_is_said(dialog, reviewed, kept, qtbot):
    reviewed.table.go_to(0)
    reviewed.deciding.give(["Folk"])
    qtbot.waitUntil(lambda: dialog.entries.rowCount() == 3)
    dialog.view.selectRow(2)

    click(qtbot, dialog.back_button)
    qtbot.waitUntil(lambda: bool(dialog.hint.text()))

    assert "Decided on since, and left as they are: 1 track." in dialog.hint.text()
    assert kept()["a 青花瓷"].genres == ("Folk",)


def test_what_was_taken_back_last_says_that_it_can_be_done_again(dialog, reviewed, qtbot):
    qtbot.keyClick(reviewed.table, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: "Shift+Z" in cells(dialog, 0)[-1])

    qtbot.keyClick(reviewed.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: cells(dialog, 0)[-1] == "")
    skipped = ReviewState.SKIPPED
    qtbot.waitUntil(lambda: getattr(reviewed.tracks.row_at(2).decision, "state", None) is skipped)


def test_decisions_on_many_say_that_they_were_made_in_bulk(dialog, reviewed, qtbot):
    qtbot.keyClick(reviewed.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(reviewed.table, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: dialog.entries.rowCount() == 3)

    assert cells(dialog, 0) == ["∅ cleared", "2 tracks", "2", "", "in bulk", ""]
