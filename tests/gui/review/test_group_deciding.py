"""Groups of tracks: their rows, and one decision for all of a group."""

import pytest
from PySide6.QtCore import Qt

from musicreclass.core.decision import DecisionLine, ReviewState
from musicreclass.core.review.grouped_rows import GroupBy
from musicreclass.gui.tracks.track_columns import COLUMNS
from musicreclass.gui.widgets.column_table import section_of

SUGGESTED = section_of(COLUMNS, "suggested")
JAZZ = DecisionLine(ReviewState.CHANGED, ("Jazz",), "Jazz")


@pytest.fixture
def albums(page, come, classify_service, recorded, suggestion, qtbot):
    """A page of two albums: three tracks of one, two of another."""
    names = ["a 青花瓷", "b 夜曲", "c 七里香", "d So What", "e Blue in Green"]
    lines = recorded(names)
    album = {"a": "我很忙", "b": "我很忙", "c": "我很忙", "d": "Kind of Blue", "e": "Kind of Blue"}
    come(*(line._replace(album=album[line.title[0]], artist="x") for line in lines))
    genres = ("Pop", "Pop", "Rock", "Jazz", "Jazz")
    classify_service.suggestions_came.emit(
        [(line.id, suggestion(genre)) for line, genre in zip(lines, genres, strict=True)]
    )
    qtbot.waitUntil(lambda: not page.pending_updates.is_waiting)
    page.filtering.group(GroupBy.ALBUM)
    page.table.setFocus()
    page.table.go_to(0)
    return page


def shown(page, column=0):
    return [page.tracks.index(row, column).data() for row in range(page.tracks.rowCount())]


def states(page):
    lines = page.tracks.tracks.everything()
    return [line.decision and line.decision.text for line in sorted(lines, key=lambda x: x.title)]


def test_groups_stand_above_their_tracks_and_say_how_far_they_agree(albums):
    assert shown(albums)[0] == "▾  我很忙  ·  3 tracks"
    assert shown(albums)[1:4] == ["a 青花瓷", "b 夜曲", "c 七里香"]
    assert shown(albums, SUGGESTED)[0] == "Pop · 2 of 3"
    assert shown(albums, SUGGESTED)[4] == "Jazz"


def test_the_grouped_model_keeps_qts_rules(albums, qtmodeltester):
    qtmodeltester.check(albums.tracks)


def test_keys_and_a_click_fold_a_group(albums, qtbot):
    qtbot.keyClick(albums.table, Qt.Key.Key_Left)
    assert shown(albums)[0] == "▸  我很忙  ·  3 tracks"
    assert albums.tracks.rowCount() == 4
    assert len(albums.tracks.tracks.shown()) == 5
    qtbot.keyClick(albums.table, Qt.Key.Key_Right)
    assert albums.tracks.rowCount() == 7

    point = albums.table.visualRect(albums.tracks.index(0, 0)).center()
    point.setX(8)
    qtbot.mouseClick(albums.table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert albums.tracks.rowCount() == 4


def test_a_on_a_group_gives_all_its_tracks_the_genre_shown_and_z_takes_it_back(albums, qtbot, kept):
    qtbot.keyClick(albums.table, Qt.Key.Key_A)

    qtbot.waitUntil(lambda: states(albums)[:3] == ["Pop", "Pop", "Pop"])
    assert len(kept()) == 3
    assert albums.tracks.group_at(albums.table.currentIndex().row()) is not None
    assert shown(albums)[albums.table.currentIndex().row()].startswith("▾  Kind of Blue")
    qtbot.keyClick(albums.table, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: states(albums) == [None] * 5)


def test_a_number_gives_a_group_the_genre_of_that_rank(albums, qtbot, kept):
    qtbot.keyClick(albums.table, Qt.Key.Key_2)

    qtbot.waitUntil(lambda: states(albums)[:3] == ["Rock", "Rock", "Rock"])
    assert {decided.text for decided in kept().values()} == {"Rock"}


def test_what_was_decided_before_stays_and_that_is_said(albums, qtbot, kept):
    first = albums.tracks.tracks.shown()[0]
    albums.tracks.decide([(first.id, JAZZ)])
    said = []
    albums.told.connect(said.append)

    qtbot.keyClick(albums.table, Qt.Key.Key_S)

    qtbot.waitUntil(lambda: albums.tracks.tracks.shown()[1].decision is not None)
    assert albums.tracks.tracks.line_of(first.id).decision == JAZZ
    assert len(kept()) == 2
    assert said[-1] == "2 tracks decided; decided before, and left so: 1 track. Z: back."


def test_a_group_that_is_decided_is_left_alone(albums, qtbot, kept):
    albums.tracks.decide([(line.id, JAZZ) for line in albums.tracks.tracks.shown()[:3]])

    with qtbot.waitSignal(albums.told) as said:
        qtbot.keyClick(albums.table, Qt.Key.Key_A)

    assert said.args[0] == "All of these are decided; unfold the group to change one."
    assert kept() == {}


def test_groups_are_sorted_by_any_column_and_so_are_their_tracks(albums):
    albums.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)

    assert [text for text in shown(albums) if "tracks" not in text] == [
        *("e Blue in Green", "d So What", "c 七里香", "b 夜曲", "a 青花瓷")
    ]
    assert shown(albums)[0].startswith("▾  Kind of Blue")


def test_a_selected_group_stands_for_all_its_tracks(albums):
    assert albums.table.selected_count == 3
    assert [line.title for line in albums.table.selected_lines()] == [
        "a 青花瓷",
        "b 夜曲",
        "c 七里香",
    ]


def test_tracks_that_leave_the_queue_leave_their_group(albums, qtbot):
    albums.filter_now("verdict:sure -state:accepted")
    albums.table.go_to(1)

    qtbot.keyClick(albums.table, Qt.Key.Key_A)

    assert "a 青花瓷" not in shown(albums)
    assert shown(albums)[0] == "▾  我很忙  ·  2 tracks"
    assert albums.decisions.finish()


def test_none_shows_tracks_alone_again(albums):
    albums.filtering.group(GroupBy.NONE)

    assert albums.tracks.rowCount() == 5
    assert albums.filtering.bar.group_button.text() == "Group by: none ▾"
