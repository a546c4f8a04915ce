from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QStackedWidget

from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.track import Folder, Problem
from musicreclass.gui.review.sidebar_entries import COUNT_ROLE, Queue, SidebarEntry
from musicreclass.gui.theme import DARK
from musicreclass.gui.tracks.track_columns import COLUMNS
from musicreclass.pipeline.review.library_contents import Contents
from musicreclass.sentences.reason import as_said


@pytest.fixture
def filled(page, session, line, come):
    """A page with two folders, three tracks and a problem."""
    folders = (Folder(1, Path("/music/Musics_TBC")), Folder(2, Path("/music/FLAC")))
    problem = Problem(Path("/music/FLAC/壞.flac"), as_said("the file is empty"), 2)
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
    point = sidebar.visualItemRect(sidebar.item(row)).center()
    qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=point)


def row_named(page, text):
    return next(i for i in range(page.sidebar.count()) if page.sidebar.item(i).text() == text)


def titles(page):
    return [page.tracks.index(row, 0).data() for row in range(page.tracks.rowCount())]


def counts(page):
    items = (page.sidebar.item(i) for i in range(page.sidebar.count()))
    return {
        item.text(): item.data(COUNT_ROLE) for item in items if item.data(COUNT_ROLE) is not None
    }


def test_an_empty_library_shows_one_entry_and_one_button(page, qtbot):
    with qtbot.waitSignal(page.folder_wanted):
        page.empty.button.click()

    assert page.empty.isVisible()


def test_tracks_replace_the_empty_state(filled):
    assert filled.table.isVisible()
    assert not filled.empty.isVisible()


def test_tracks_that_come_leave_the_keyboard_on_the_page_that_is_shown(page, come, line, qtbot):
    pages, other = QStackedWidget(), QLineEdit()
    qtbot.addWidget(pages)
    pages.addWidget(other)
    pages.addWidget(page)
    pages.show()
    pages.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)

    come(line(1, "青花瓷"))

    assert other.hasFocus()
    page.setParent(None)


def test_every_folder_and_queue_says_how_much_is_in_it(filled):
    assert counts(filled) == {
        "All tracks": 3,
        "Musics_TBC": 2,
        "FLAC": 1,
        "To review": 0,
        "Confident": 0,
        "Not sure": 0,
        "Classifiers differ": 0,
        "Unfamiliar": 0,
        "Accepted": 0,
        "Skipped": 0,
        "Written": 0,
        "Missing": 1,
        "Problems": 1,
    }


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("FLAC", ["So What"]),
        ("Musics_TBC", ["青花瓷", "Blue in Green"]),
        ("Missing", ["Blue in Green"]),
    ],
)
def test_a_click_in_the_sidebar_shows_its_tracks(filled, qtbot, entry, expected):
    choose(filled, qtbot, row_named(filled, entry))

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


def test_the_bar_above_counts_problems_and_groups_none_of_them(filled, qtbot):
    bar = filled.filtering.bar

    choose(filled, qtbot, row_named(filled, "Problems"))
    assert bar.number.text() == "Problems: 1"
    assert not bar.group_button.isVisible()

    choose(filled, qtbot, row_named(filled, "All tracks"))
    assert bar.number.text() == "3 tracks"
    assert bar.group_button.isVisible()


def test_the_table_of_problems_keeps_qts_contract(filled, qtmodeltester):
    qtmodeltester.check(filled.problem_table.model())


def test_search_finds_by_any_text_and_stays_on_the_track_in_hand(filled, qtbot):
    filled.table.selectRow(2)

    filled.search("so")
    qtbot.waitUntil(lambda: titles(filled) == ["So What"])

    assert filled.table.current_track() == 3


def test_only_some_tracks_are_shown_until_all_are_wanted_again(filled, qtbot):
    shown = [line.id for line in filled.tracks.tracks.shown()]
    filled.show_only(frozenset(shown[:1]))

    assert [line.id for line in filled.tracks.tracks.shown()] == shown[:1]
    (chip,) = filled.filtering.bar.chips
    assert chip.text().startswith("Chosen in Insights: 1 track")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert [line.id for line in filled.tracks.tracks.shown()] == shown
    assert filled.filtering.bar.chips == []


def test_a_search_goes_through_only_what_is_to_be_shown(filled):
    ids = frozenset(line.id for line in filled.tracks.tracks.shown())
    filled.show_only(ids - {min(ids)})
    filled.filter_now("")

    assert min(ids) not in [line.id for line in filled.tracks.tracks.shown()]


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
    qtbot.waitUntil(lambda: not filled.pending_updates.is_waiting)

    assert titles(filled) == ["So What"]


def test_what_is_chosen_stays_chosen_when_folders_come(filled, qtbot, session):
    choose(filled, qtbot, row_named(filled, "FLAC"))
    more = (Folder(3, Path("/music/A")), Folder(2, Path("/music/FLAC")))
    session.contents_changed.emit(Contents(more, ()))

    assert filled.choosing.now.holds(SidebarEntry(Queue.FOLDER, 2))
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


@pytest.fixture
def scored(filled, classify_service, suggestion, qtbot, come, line):
    """The page with a suggestion of each kind but one, and no file missing."""
    come(line(2, "Blue in Green"))
    classify_service.suggestions_came.emit(
        [
            (1, suggestion("Pop", 0.9)),
            (2, suggestion("Jazz", 0.4, Verdict.NOT_SURE)),
            (3, suggestion("Jazz", 0.5, Verdict.DIFFER, others="Rock")),
        ]
    )
    qtbot.waitUntil(lambda: not filled.pending_updates.is_waiting)
    return filled


def test_every_queue_of_suggestions_says_how_much_is_in_it(scored):
    shown = counts(scored)

    assert [
        shown[name] for name in ("Confident", "Not sure", "Classifiers differ", "Unfamiliar")
    ] == [1, 1, 1, 0]


@pytest.mark.parametrize(
    ("queue", "expected"),
    [
        ("Confident", ["青花瓷"]),
        ("Not sure", ["Blue in Green"]),
        ("Classifiers differ", ["So What"]),
        ("Unfamiliar", []),
    ],
)
def test_a_click_on_a_queue_shows_its_tracks(scored, qtbot, queue, expected):
    choose(scored, qtbot, row_named(scored, queue))

    assert titles(scored) == expected


def test_tracks_come_into_the_queue_that_is_shown_as_they_are_classified(
    scored, classify_service, suggestion, qtbot
):
    choose(scored, qtbot, row_named(scored, "Confident"))
    scored.table.selectRow(0)
    classify_service.suggestions_came.emit([(3, suggestion("Jazz", 0.95))])
    qtbot.waitUntil(lambda: titles(scored) == ["青花瓷", "So What"])

    assert scored.table.current_track() == 1
    assert counts(scored)["Classifiers differ"] == 0


def test_suggestions_wait_for_the_tracks_they_are_about(
    filled, session, classify_service, line, suggestion, qtbot
):
    session.lines_came.emit([line(8, "Late")])
    classify_service.suggestions_came.emit([(8, suggestion())])
    qtbot.waitUntil(lambda: not filled.pending_updates.is_waiting)

    assert counts(filled)["Confident"] == 1


def test_the_bar_is_as_long_as_the_confidence(scored):
    delegate_column = next(i for i, c in enumerate(COLUMNS) if c.name == "confidence")
    cell = scored.table.visualRect(scored.tracks.index(0, delegate_column))
    image = scored.table.viewport().grab(cell).toImage()
    row = [image.pixelColor(x, cell.height() // 2 + 1).name() for x in range(image.width())]

    full, rest = row.count(DARK.good), row.count(DARK.line)
    assert full / (full + rest) == pytest.approx(0.9, abs=0.05)


def test_genres_and_doubts_start_at_the_same_point(scored):
    column = next(i for i, c in enumerate(COLUMNS) if c.name == "suggested")
    cells = [scored.table.visualRect(scored.tracks.index(row, column)) for row in range(3)]
    images = [scored.table.viewport().grab(cell).toImage() for cell in cells]

    words = [_first_painted(image, past=26) for image in images]
    assert max(words) - min(words) <= 3


def test_genre_in_file_and_suggestion_stand_side_by_side_and_extras_are_hidden(filled):
    header = filled.table.header
    shown = [
        COLUMNS[header.logicalIndex(point)].name
        for point in range(header.count())
        if not header.isSectionHidden(header.logicalIndex(point))
    ]

    assert shown == ["title", "artist", "genre", "suggested", "confidence", "state"]  # no length


def _first_painted(image, past):
    """Return the first column of pixels past some that is not of one colour."""
    return next(
        x
        for x in range(past, image.width())
        if len({image.pixelColor(x, y).name() for y in range(4, image.height() - 4)}) > 1
    )


def _middle_of(header, section):
    from PySide6.QtCore import QPoint

    x = header.sectionViewportPosition(section) + header.sectionSize(section) // 2
    return QPoint(x, header.height() // 2)


def test_hiding_columns_leaves_the_widths_of_all_alone(filled):
    header = filled.table.header
    before = header.widths()
    header.sectionResized.connect(lambda *_: header.fit())  # as a resized viewport does

    header.hide_sections([1, 2, 3])

    assert header.widths() == before


def test_tracks_that_come_leave_the_widths_of_columns_alone(page, come, line):
    before = page.table.header.widths()

    come(line(1, "青花瓷"))
    come(line(2, "十年"))

    assert page.table.header.widths() == before


def test_tracks_are_found_by_tags_also_by_those_that_come_later(filled, classify_service, qtbot):
    filled.filter_now("tag:mellow")
    assert titles(filled) == []

    classify_service.tags_came.emit([(1, ("mellow", "80s")), (3, ("house",)), (99, ("mellow",))])

    qtbot.waitUntil(lambda: titles(filled) == ["青花瓷"])


def test_tags_survive_a_scan_that_finds_the_file_as_it_was(
    filled, classify_service, come, line, qtbot
):
    classify_service.tags_came.emit([(1, ("mellow",))])
    qtbot.waitUntil(lambda: not filled.pending_updates.is_waiting)

    come(line(1, "renamed", sound_tags=None))

    assert filled.tracks.tracks.line_of(1).sound_tags == ("mellow",)
