"""A row means one thing: what it shows is what is counted, searched, copied and accepted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from musicreclass.core.decision import DecisionLine, ReviewState
from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.core.review.transitions import ReviewQueue
from musicreclass.gui.review.sidebar_entries import COUNT_ROLE
from musicreclass.gui.services.decision_service import DecisionService
from musicreclass.gui.tracks.track_columns import COLUMNS
from musicreclass.gui.widgets.column_table import section_of
from musicreclass.library.store import Library

CLASSICAL = SuggestionLine("Classical", 0.99, Verdict.SURE, (), (("Pop", 0.008),), 1)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def nocturnes(page, come, classify_service, recorded, qtbot):
    """Four tracks that are Classical to 99 %, the first in hand."""
    lines = recorded(["Nocturne 1", "Nocturne 2", "Nocturne 3", "Nocturne 4"])
    come(*lines)
    classify_service.suggestions_came.emit([(line.id, CLASSICAL) for line in lines])
    qtbot.waitUntil(lambda: not page.pending_updates.is_waiting)
    page.table.setFocus()
    page.table.go_to(0)
    return page


def row(page, number, *names):
    return [page.tracks.index(number, section_of(COLUMNS, name)).data() for name in names]


def state(page, number):
    return page.tracks.row_at(number).decision and page.tracks.row_at(number).decision.state


def type_genre(page, qtbot, genre):
    page.deciding.give([genre])


def write_and_undo(page, decisions, library_file, qtbot, session):
    """Let all that is decided have been written and taken back out of the files."""
    assert decisions.finish()
    with Library(library_file) as library:
        ids = [i for batch in library.decisions.lines() for i, _ in batch]
        library.decisions.mark(ids, ReviewState.WRITTEN)
        library.decisions.mark(ids, ReviewState.UNDONE)
    decisions.load()
    qtbot.waitUntil(lambda: state(page, 0) is ReviewState.UNDONE)


def test_a_suggestion_is_plainly_one_for_eyes_clipboard_and_screen_readers(nocturnes, qtbot):
    column = section_of(COLUMNS, "suggested")
    index = nocturnes.tracks.index(0, column)
    heading = nocturnes.tracks.headerData(column, Qt.Orientation.Horizontal)

    qtbot.keyClick(nocturnes.table, Qt.Key.Key_C, CTRL)

    assert (heading, index.data()) == ("Genre", "suggested · Classical")
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Genre: suggested · Classical"
    assert "suggested · Classical\t99%" in QGuiApplication.clipboard().text()


def test_a_decided_genre_never_stands_beside_the_confidence_of_another(nocturnes, qtbot):
    type_genre(nocturnes, qtbot, "TestGenre")
    assert row(nocturnes, 0, "suggested", "confidence") == ["TestGenre", ""]

    nocturnes.table.go_to(1)
    type_genre(nocturnes, qtbot, "Pop")
    assert row(nocturnes, 1, "suggested", "confidence") == ["Pop", "1%"]


def test_what_was_taken_back_shows_and_accepts_its_suggestion(
    nocturnes, qtbot, decisions, library_file, session, kept
):
    type_genre(nocturnes, qtbot, "Pop")
    write_and_undo(nocturnes, decisions, library_file, qtbot, session)
    assert row(nocturnes, 0, "suggested", "confidence", "state") == [
        "suggested · Classical",
        "99%",
        "↺ taken back",
    ]

    nocturnes.table.go_to(0)
    qtbot.keyClick(nocturnes.table, Qt.Key.Key_A)

    assert kept()["Nocturne 1"] == DecisionLine(ReviewState.ACCEPTED, ("Classical",), "Classical")


def test_what_was_taken_back_counts_and_is_accepted_in_bulk_alike(
    nocturnes, qtbot, decisions, library_file, session
):
    qtbot.keyClick(nocturnes.table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(nocturnes.table, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: state(nocturnes, 3) is ReviewState.ACCEPTED)
    write_and_undo(nocturnes, decisions, library_file, qtbot, session)
    tracks = nocturnes.tracks.tracks
    qtbot.waitUntil(lambda: tracks.count_in(ReviewQueue.CONFIDENT) == 4)
    qtbot.waitUntil(lambda: nocturnes.confidence_counts.count_from(0.9) == 4)

    qtbot.mouseClick(nocturnes.bulk.button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: tracks.count_in(ReviewQueue.ACCEPTED) == 4)


def test_a_on_a_decided_row_keeps_what_it_shows(nocturnes, qtbot, kept):
    type_genre(nocturnes, qtbot, "Folk")
    nocturnes.table.go_to(0)

    qtbot.keyClick(nocturnes.table, Qt.Key.Key_A)

    assert kept()["Nocturne 1"].genres == ("Folk",)
    assert row(nocturnes, 0, "suggested") == ["Folk"]


def test_a_on_a_selection_accepts_what_is_undecided_and_leaves_the_rest(nocturnes, qtbot, kept):
    type_genre(nocturnes, qtbot, "Folk")
    qtbot.keyClick(nocturnes.table, Qt.Key.Key_A, CTRL)

    qtbot.keyClick(nocturnes.table, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: state(nocturnes, 3) is ReviewState.ACCEPTED)

    assert {title: line.text for title, line in kept().items()} == {
        "Nocturne 1": "Folk",
        **{f"Nocturne {n}": "Classical" for n in (2, 3, 4)},
    }


def test_genres_at_the_side_count_and_show_what_rows_show(nocturnes, qtbot):
    type_genre(nocturnes, qtbot, "Folk")
    nocturnes.table.go_to(1)
    qtbot.keyClick(nocturnes.table, Qt.Key.Key_S)

    counts = nocturnes.tracks.tracks.count_by_genre
    assert (counts["Folk"], counts["Classical"]) == (1, 3)
    nocturnes.filter_now("genre:classical confidence:>90%")
    assert nocturnes.tracks.rowCount() == 3


def test_u_clears_a_decision_and_stays_with_the_track(nocturnes, qtbot, kept):
    type_genre(nocturnes, qtbot, "Folk")
    nocturnes.table.go_to(0)

    with qtbot.waitSignal(nocturnes.told) as told:
        qtbot.keyClick(nocturnes.table, Qt.Key.Key_U)

    assert told.args[0] == "The decisions on 1 track are cleared; Z brings them back."
    qtbot.waitUntil(lambda: state(nocturnes, 0) is None)
    assert nocturnes.table.currentIndex().row() == 0
    assert row(nocturnes, 0, "suggested", "state") == ["suggested · Classical", "○ suggested"]
    assert kept() == {}


def test_u_says_where_nothing_was_decided(nocturnes, qtbot):
    with qtbot.waitSignal(nocturnes.told) as told:
        qtbot.keyClick(nocturnes.table, Qt.Key.Key_U)

    assert told.args[0] == "Nothing was decided on Nocturne 1."


def test_u_clears_a_whole_selection_but_for_what_is_written(
    nocturnes, qtbot, decisions, library_file, kept
):
    qtbot.keyClick(nocturnes.table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(nocturnes.table, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: state(nocturnes, 3) is ReviewState.ACCEPTED)
    assert decisions.finish()
    with Library(library_file) as library:
        library.decisions.mark([nocturnes.tracks.row_at(0).id], ReviewState.WRITTEN)
    qtbot.keyClick(nocturnes.table, Qt.Key.Key_A, CTRL)

    with qtbot.waitSignal(nocturnes.told) as told:
        qtbot.keyClick(nocturnes.table, Qt.Key.Key_U)

    assert "on 3 tracks are cleared" in told.args[0]
    assert "Written since, and left as they are: 1 track" in told.args[0]
    assert list(kept()) == ["Nocturne 1"]
    qtbot.keyClick(nocturnes.table, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: state(nocturnes, 3) is ReviewState.ACCEPTED)
    assert len(kept()) == 4


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [(Qt.Key.Key_Z, SHIFT), (Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL | SHIFT)],
)
def test_what_z_took_back_is_decided_again(nocturnes, qtbot, kept, key, modifiers):
    for _ in range(3):
        qtbot.keyClick(nocturnes.table, Qt.Key.Key_A)
    qtbot.keyClick(nocturnes.table, Qt.Key.Key_Z)
    qtbot.keyClick(nocturnes.table, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: state(nocturnes, 1) is None)
    assert list(kept()) == ["Nocturne 1"]

    qtbot.keyClick(nocturnes.table, key, modifiers)
    qtbot.keyClick(nocturnes.table, key, modifiers)
    qtbot.waitUntil(lambda: state(nocturnes, 2) is ReviewState.ACCEPTED)

    assert len(kept()) == 3
    with qtbot.waitSignal(nocturnes.told) as told:
        qtbot.keyClick(nocturnes.table, key, modifiers)
    assert told.args[0] == "There is nothing to do again."


def test_what_was_taken_back_before_a_restart_is_decided_again_after_it(
    nocturnes, qtbot, kept, library_file, workers
):
    qtbot.keyClick(nocturnes.table, Qt.Key.Key_A)
    qtbot.keyClick(nocturnes.table, Qt.Key.Key_Z)
    assert kept() == {}

    after = DecisionService(library_file, workers)
    with qtbot.waitSignal(after.taken_back):
        after.redo()

    assert list(kept()) == ["Nocturne 1"]


def test_all_that_is_shown_is_cleared_from_the_menu_of_many(nocturnes, qtbot, kept):
    qtbot.keyClick(nocturnes.table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(nocturnes.table, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: state(nocturnes, 3) is ReviewState.SKIPPED)

    nocturnes.many.menu().aboutToShow.emit()
    assert nocturnes.many.clear.text() == "Clear the decisions on 4 tracks"
    nocturnes.many.clear.trigger()
    qtbot.waitUntil(lambda: state(nocturnes, 3) is None)

    assert kept() == {}


@pytest.mark.parametrize("modifiers", [PLAIN, CTRL])
def test_home_and_end_take_the_selection_along(nocturnes, qtbot, modifiers, kept):
    qtbot.keyClick(nocturnes.table, Qt.Key.Key_End, modifiers)
    assert [line.title for line in nocturnes.table.selected_lines()] == ["Nocturne 4"]

    qtbot.keyClick(nocturnes.table, Qt.Key.Key_Home, modifiers)
    assert [line.title for line in nocturnes.table.selected_lines()] == ["Nocturne 1"]
    qtbot.keyClick(nocturnes.table, Qt.Key.Key_A)
    assert list(kept()) == ["Nocturne 1"]


def test_pages_move_the_selection_and_shift_extends_it(nocturnes, qtbot):
    qtbot.keyClick(nocturnes.table, Qt.Key.Key_PageDown)
    assert nocturnes.table.current_line().title == "Nocturne 4"
    qtbot.keyClick(nocturnes.table, Qt.Key.Key_PageUp)
    assert [line.title for line in nocturnes.table.selected_lines()] == ["Nocturne 1"]

    qtbot.keyClick(nocturnes.table, Qt.Key.Key_End, SHIFT)
    assert nocturnes.table.selected_count == 4
    qtbot.keyClick(nocturnes.table, Qt.Key.Key_Home, SHIFT)
    assert nocturnes.table.selected_count == 1
    qtbot.keyClick(nocturnes.table, Qt.Key.Key_Home)  # or Shift would be held in other tests


def confident(page):
    items = (page.sidebar.item(i) for i in range(page.sidebar.count()))
    return next(item for item in items if item.text() == "Confident")


def test_until_suggestions_are_read_nobody_says_that_there_are_none(
    page, session, classify_service, come, line, qtbot
):
    session.loading.emit()
    come(line(1, "Nocturne"), line(2, "Unheard"))
    assert [row(page, number, "state") for number in (0, 1)] == [["…"], ["…"]]
    assert confident(page).data(COUNT_ROLE) is None
    assert confident(page).data(Qt.ItemDataRole.AccessibleTextRole) == "Confident, …"

    classify_service.suggestions_came.emit([(1, CLASSICAL)])
    classify_service.suggested.emit()
    qtbot.waitUntil(lambda: row(page, 1, "state") == ["· not heard"])

    assert row(page, 0, "state") == ["○ suggested"]
    assert confident(page).data(COUNT_ROLE) == 1
