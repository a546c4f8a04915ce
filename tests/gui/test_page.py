from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal

from musicreclass.core.track import Folder, Problem
from musicreclass.gui.review.page import ReviewPage
from musicreclass.gui.review.sidebar import COUNT_ROLE, Place, Queue
from musicreclass.pipeline.contents import Contents


class SessionInMemory(QObject):
    """What the page needs of a session: its signals, and a note of what was asked for."""

    lines_came = Signal(object)
    contents_changed = Signal(object)
    loaded = Signal()
    folder_dropped = Signal(int)

    def __init__(self):
        super().__init__()
        self.removed = []

    def remove_folder(self, folder_id):
        self.removed.append(folder_id)


@pytest.fixture
def session(qapp):
    return SessionInMemory()


@pytest.fixture
def page(qtbot, session, theme, taxonomy):
    page = ReviewPage(session, theme, taxonomy)
    qtbot.addWidget(page)
    page.resize(1100, 600)
    page.show()
    return page


@pytest.fixture
def come(page, session, qtbot):
    """Return what lets tracks come and waits until the page has taken them in."""

    def come(*lines):
        session.lines_came.emit(lines)
        qtbot.waitUntil(lambda: not page.is_taking_in)

    return come


@pytest.fixture
def filled(page, session, line, come):
    """A page with two folders, three tracks and a problem."""
    folders = (Folder(1, Path("/music/Musics_TBC")), Folder(2, Path("/music/FLAC")))
    problem = Problem(Path("/music/FLAC/壞.flac"), "the file is empty", 2)
    session.contents_changed.emit(Contents(folders, (problem,)))
    come(
        line(1, "青花瓷", artist="周杰倫", genre="Pop"),
        line(2, "Blue in Green", is_missing=1),
        line(3, "So What", folder_id=2),
    )
    return page


def choose(page, qtbot, row):
    """Click a row of the sidebar as a person would."""
    sidebar = page.sidebar
    place = sidebar.visualItemRect(sidebar.item(row)).center()
    qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=place)


def row_named(page, text):
    return next(i for i in range(page.sidebar.count()) if page.sidebar.item(i).text() == text)


def titles(page):
    return [page.tracks.index(row, 0).data() for row in range(page.tracks.rowCount())]


def counts(page):
    items = (page.sidebar.item(i) for i in range(page.sidebar.count()))
    return {
        item.text(): item.data(COUNT_ROLE) for item in items if item.data(COUNT_ROLE) is not None
    }


def test_an_empty_library_shows_one_place_and_one_button(page, qtbot):
    with qtbot.waitSignal(page.folder_wanted):
        page.empty.button.click()

    assert page.empty.isVisible()


def test_tracks_take_the_place_of_the_empty_state(filled):
    assert filled.table.isVisible()
    assert not filled.empty.isVisible()


def test_every_folder_and_queue_says_how_much_is_in_it(filled):
    assert counts(filled) == {
        "All tracks": 3,
        "Musics_TBC": 2,
        "FLAC": 1,
        "Missing": 1,
        "Problems": 1,
    }


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("FLAC", ["So What"]),
        ("Musics_TBC", ["青花瓷", "Blue in Green"]),
        ("Missing", ["Blue in Green"]),
    ],
)
def test_a_click_in_the_sidebar_shows_its_tracks(filled, qtbot, place, expected):
    choose(filled, qtbot, row_named(filled, place))

    assert titles(filled) == expected


def test_problems_are_shown_with_their_reasons(filled, qtbot):
    choose(filled, qtbot, row_named(filled, "Problems"))

    assert filled.problem_table.isVisible()
    shown = filled.problem_table.model()
    assert [shown.index(0, i).data() for i in range(3)] == [
        "壞.flac",
        "the file is empty",
        "/music/FLAC",
    ]


def test_the_table_of_problems_keeps_qts_contract(filled, qtmodeltester):
    qtmodeltester.check(filled.problem_table.model())


def test_search_finds_by_any_text_and_stays_on_the_track_in_hand(filled, qtbot):
    filled.table.selectRow(2)

    filled.search("so")
    qtbot.waitUntil(lambda: titles(filled) == ["So What"])

    assert filled.table.current_track() == 3


def test_a_search_holds_for_tracks_that_come_later(filled, come, line):
    filled.filter_now("周杰倫")
    come(line(4, "Kind of Blue"), line(5, "夜曲", artist="周杰倫"))

    assert titles(filled) == ["青花瓷", "夜曲"]


def test_a_dropped_folder_leaves_the_table(filled, session):
    session.folder_dropped.emit(1)

    assert titles(filled) == ["So What"]
    assert counts(filled)["All tracks"] == 1


def test_tracks_of_a_dropped_folder_that_are_still_on_their_way_are_not_shown(
    filled, qtbot, session, line
):
    session.lines_came.emit([line(7, "Late", folder_id=1)])
    session.folder_dropped.emit(1)
    qtbot.waitUntil(lambda: not filled.is_taking_in)

    assert titles(filled) == ["So What"]


def test_what_is_chosen_stays_chosen_when_folders_come(filled, qtbot, session):
    choose(filled, qtbot, row_named(filled, "FLAC"))
    more = (Folder(3, Path("/music/A")), Folder(2, Path("/music/FLAC")))
    session.contents_changed.emit(Contents(more, ()))

    assert filled.sidebar.place() == Place(Queue.FOLDER, 2)
    assert titles(filled) == ["So What"]


def test_delete_on_a_folder_takes_it_out_of_the_library(filled, qtbot, session):
    choose(filled, qtbot, row_named(filled, "FLAC"))
    qtbot.keyClick(filled.sidebar, Qt.Key.Key_Delete)

    assert session.removed == [2]


def test_copied_rows_are_lines_of_columns(filled, qapp):
    filled.table.selectRow(0)
    filled.table.copy_rows()

    assert qapp.clipboard().text().startswith("青花瓷\t周杰倫\t")


def test_a_click_on_a_heading_sorts_both_ways_and_back(filled, qtbot):
    header = filled.table.header
    heading = header.viewport(), Qt.MouseButton.LeftButton

    qtbot.mouseClick(*heading, pos=_middle_of(header, 0))
    assert titles(filled) == ["Blue in Green", "So What", "青花瓷"]
    qtbot.mouseClick(*heading, pos=_middle_of(header, 0))
    assert titles(filled) == ["青花瓷", "So What", "Blue in Green"]
    qtbot.mouseClick(*heading, pos=_middle_of(header, 0))
    assert titles(filled) == ["青花瓷", "Blue in Green", "So What"]


@pytest.mark.parametrize("width", [960, 1280, 2560])
def test_columns_fill_the_width_and_never_more(filled, qtbot, width):
    filled.resize(width, 600)
    header, viewport = filled.table.header, filled.table.viewport()

    qtbot.waitUntil(lambda: header.length() == viewport.width())


def test_a_hidden_column_gives_its_room_to_the_others(filled):
    header, viewport = filled.table.header, filled.table.viewport()

    header.show_section(2, False)

    assert header.isSectionHidden(2)
    assert header.length() == viewport.width()


def _middle_of(header, section):
    from PySide6.QtCore import QPoint

    x = header.sectionViewportPosition(section) + header.sectionSize(section) // 2
    return QPoint(x, header.height() // 2)
