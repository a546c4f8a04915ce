"""What else the table of a review can do: copying, dragging, its menu, its orders and searches."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel

from musicreclass.core.decision import DecisionLine, ReviewState
from musicreclass.core.ensemble.prediction import Candidate
from musicreclass.core.review.query import parse
from musicreclass.gui.review.key_bindings import WINDOW_HINTS, KeyBindings
from musicreclass.gui.review.review_keys import KeySheet
from musicreclass.gui.review.search_box import EXAMPLES, search_help
from musicreclass.gui.review.sidebar_entries import (
    COUNT_ROLE,
    ENTRY_ROLE,
    FOLD_ROLE,
    Queue,
    SidebarEntry,
)
from musicreclass.gui.services.review_figures import UsefulFirst
from musicreclass.gui.tracks.track_columns import COLUMNS
from musicreclass.gui.widgets.column_table import section_of
from musicreclass.settings import KeySettings

JAZZ = DecisionLine(ReviewState.CHANGED, ("Jazz",), "Jazz")


def titles(page):
    return [line.title for line in page.tracks.tracks.shown()]


def item_of(page, entry):
    items = (page.sidebar.item(i) for i in range(page.sidebar.count()))
    return next((item for item in items if item.data(ENTRY_ROLE) == entry), None)


def choose(page, entry):
    page.sidebar.go_to(entry)


def counts(page):
    items = (page.sidebar.item(i) for i in range(page.sidebar.count()))
    return {item.text(): item.data(COUNT_ROLE) for item in items if item.data(COUNT_ROLE)}


def genre(name):
    return SidebarEntry(Queue.GENRE, genre=name)


def fold_heading(page):
    items = (page.sidebar.item(i) for i in range(page.sidebar.count()))
    return next(
        item for item in items if item.data(FOLD_ROLE) is not None and item.data(ENTRY_ROLE) is None
    )


def test_the_model_keeps_qts_rules_with_decisions(reviewed, qtmodeltester):
    reviewed.tracks.decide([(reviewed.tracks.tracks.line_at(0).id, JAZZ)])

    qtmodeltester.check(reviewed.tracks)


def test_copied_rows_hold_what_the_table_shows(reviewed, qtbot):
    reviewed.tracks.decide([(reviewed.tracks.tracks.line_at(0).id, JAZZ)])

    qtbot.keyClick(reviewed.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    cells = QGuiApplication.clipboard().text().split("\t")
    assert cells == ["a 青花瓷", "Jazz", "", "✎ changed", "3:00"]


def test_rows_are_dragged_out_as_their_files(reviewed, tmp_path):
    rows = [reviewed.tracks.index(row, 0) for row in (0, 2)]

    dragged = reviewed.tracks.mimeData(rows)

    folder = tmp_path / "Musics_TBC"
    expected = [str(folder / "a 青花瓷.mp3"), str(folder / "c So What.mp3")]
    assert [url.toLocalFile() for url in dragged.urls()] == expected
    assert reviewed.tracks.supportedDragActions() == Qt.DropAction.CopyAction


def test_only_genres_can_be_typed_over(reviewed):
    editable = [
        column
        for column in range(reviewed.tracks.columnCount())
        if reviewed.tracks.index(0, column).flags() & Qt.ItemFlag.ItemIsEditable
    ]

    assert editable == [section_of(COLUMNS, "genre"), section_of(COLUMNS, "suggested")]


def test_the_menu_offers_the_candidates_of_the_track(reviewed, qtbot, kept):
    line = reviewed.table.current_line()
    reviewed.note_candidates(line.id, [Candidate("Pop", 0.91), Candidate("Folk", 0.05)])
    menu = reviewed.menu.build()
    qtbot.addWidget(menu)
    texts = [action.text() for action in menu.actions()]

    menu.actions()[2].trigger()

    assert texts[:6] == ["Accept", "Pop  91%", "Folk  5%", "Set genre…", "Skip",
                         "Clear decision"]  # fmt: skip
    assert kept()["a 青花瓷"].genres == ("Folk",)


def test_queues_and_genres_count_what_was_decided(reviewed, qtbot):
    assert counts(reviewed) == {
        "All tracks": 3, "To review": 2, "Confident": 1, "Not sure": 1, "Pop": 1, "Rock": 1
    }  # fmt: skip

    reviewed.table.go_to(0)
    qtbot.keyClick(reviewed.table, Qt.Key.Key_S)
    reviewed.deciding.give(["Jazz"])

    assert counts(reviewed) == {"All tracks": 3, "Accepted": 1, "Skipped": 1, "Pop": 1, "Jazz": 1}


def test_a_decided_track_leaves_the_queue_and_the_next_is_in_hand(reviewed, qtbot):
    choose(reviewed, SidebarEntry(Queue.TO_REVIEW))
    assert titles(reviewed) == ["a 青花瓷", "c So What"]
    reviewed.table.go_to(0)

    qtbot.keyClick(reviewed.table, Qt.Key.Key_A)

    assert titles(reviewed) == ["c So What"]
    assert reviewed.table.current_line().title == "c So What"
    choose(reviewed, SidebarEntry(Queue.ACCEPTED))
    assert titles(reviewed) == ["a 青花瓷"]


def test_a_genre_shows_its_tracks_and_stays_while_it_is_emptied(reviewed, qtbot):
    choose(reviewed, genre("Rock"))
    assert titles(reviewed) == ["c So What"]
    reviewed.table.go_to(0)

    reviewed.deciding.give(["Jazz"])

    assert titles(reviewed) == []
    assert reviewed.choosing.now.holds(genre("Rock"))
    assert item_of(reviewed, genre("Rock")).data(COUNT_ROLE) == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_genres_are_folded_away_and_shown_again_by_keys(reviewed, qtbot, key):
    reviewed.sidebar.setCurrentItem(fold_heading(reviewed))

    qtbot.keyClick(reviewed.sidebar, key)
    assert item_of(reviewed, genre("Pop")) is None
    assert reviewed.choosing.now.is_everything

    qtbot.keyClick(reviewed.sidebar, key)
    assert item_of(reviewed, genre("Pop")) is not None


def test_genres_are_folded_away_by_a_click(reviewed, qtbot):
    sidebar = reviewed.sidebar
    entry = sidebar.visualItemRect(fold_heading(reviewed)).center()

    qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=entry)

    qtbot.waitUntil(lambda: item_of(reviewed, genre("Pop")) is None)


def test_to_review_stands_in_the_most_useful_order_until_a_heading_is_clicked(reviewed, figures):
    ids = [line.id for line in reviewed.tracks.tracks.shown()]
    choose(reviewed, SidebarEntry(Queue.TO_REVIEW))
    assert figures.asked[-1] == "order"

    figures.order_came.emit(UsefulFirst([ids[2], ids[0]]))
    assert titles(reviewed) == ["c So What", "a 青花瓷"]

    reviewed.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert titles(reviewed) == ["a 青花瓷", "c So What"]


def test_other_queues_stand_as_the_files_lie(reviewed, figures):
    ids = [line.id for line in reviewed.tracks.tracks.shown()]
    choose(reviewed, SidebarEntry(Queue.TO_REVIEW))
    figures.order_came.emit(UsefulFirst([ids[2], ids[0]]))

    choose(reviewed, SidebarEntry(Queue.ALL))

    assert titles(reviewed) == ["a 青花瓷", "b 十年", "c So What"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("confidence:>0.8", ["a 青花瓷"]),
        ("suggested:搖滾", ["c So What"]),
        ("state:new", ["b 十年"]),
        ("-十年 verdict:sure", ["a 青花瓷"]),
    ],
)
def test_the_search_understands_more_than_words(reviewed, asked, expected):
    reviewed.filter_now(asked)

    assert titles(reviewed) == expected


def test_what_the_search_does_not_understand_is_said(reviewed, qtbot):
    with qtbot.waitSignal(reviewed.filtering.understood) as understood:
        reviewed.filter_now("confidence:high")

    assert "confidence:high is no confidence" in reviewed.filtering.bar.remark.text()
    assert reviewed.filtering.bar.remark.isVisible()
    assert understood.args == [False]


def test_what_was_said_of_a_search_goes_once_it_is_understood(reviewed, qtbot):
    reviewed.filter_now("confidence:high")

    reviewed.filter_now("confidence:>0.8")

    assert not reviewed.filtering.bar.remark.isVisible()


def test_the_examples_of_the_search_help_are_all_understood(reviewed, taxonomy):
    remarks = [parse(example, taxonomy.canonical).remark for example, _ in EXAMPLES]

    assert remarks == [""] * len(EXAMPLES)
    assert search_help().count("<tr>") == len(EXAMPLES)


def test_the_list_of_keys_says_what_each_does(qtbot, theme):
    bindings = KeyBindings(KeySettings(accept="Y"))
    sheet = KeySheet(bindings)
    qtbot.addWidget(sheet)
    sheet.show()

    grid = sheet.findChild(QGridLayout)
    cells = [grid.itemAtPosition(row, 0).widget() for row in range(grid.rowCount())]
    shown = {cell.text() for cell in cells if isinstance(cell, QLabel)}
    assert grid.rowCount() == len(bindings.hints()) + len(WINDOW_HINTS)
    assert {"Y", "E", "F1", "Ctrl+,"} <= shown
    assert "A" not in shown


def test_a_person_is_offered_genres_of_their_own_first(reviewed, come, line):
    come(line(90, "x", genre="Morning Tea; Pop"))

    assert reviewed.table.delegate.words.offered("mor")[0] == "Morning Tea"
