import pytest
from PySide6.QtCore import Qt

from musicreclass.core.track_list import Filter
from musicreclass.gui.review.columns import COLUMNS
from musicreclass.gui.review.track_table import TrackTableModel

COLUMN = {column.name: i for i, column in enumerate(COLUMNS)}


@pytest.fixture
def table(qapp, qtmodeltester, line):
    table = TrackTableModel()
    table.put(
        [
            line(1, "Banana", seconds=600.0),
            line(2, "青花瓷", seconds=59.0, genre="Pop"),
            line(3, "apple", seconds=3700.0, folder_id=2),
        ]
    )
    qtmodeltester.check(table)
    return table


def column(table, name):
    return [table.index(row, COLUMN[name]).data() for row in range(table.rowCount())]


def test_lengths_sort_as_numbers_not_as_text(table):
    table.sort(COLUMN["length"], Qt.SortOrder.DescendingOrder)

    assert column(table, "length") == ["1:01:40", "10:00", "0:59"]


def test_titles_sort_without_regard_to_case(table):
    table.sort(COLUMN["title"])

    assert column(table, "title") == ["apple", "Banana", "青花瓷"]


def test_sorting_back_to_no_column_restores_the_order_on_disk(table):
    table.sort(COLUMN["title"])
    table.sort(-1)

    assert column(table, "title") == ["Banana", "青花瓷", "apple"]


def test_sorting_keeps_what_is_selected_selected(table):
    from PySide6.QtCore import QPersistentModelIndex

    held = QPersistentModelIndex(table.index(0, 0))

    table.sort(COLUMN["title"])

    assert held.data() == "Banana"
    assert held.row() == 1


def test_new_tracks_find_their_place_in_a_sorted_table(table, line):
    table.sort(COLUMN["title"])
    table.put([line(4, "Aardvark")])

    assert column(table, "title") == ["Aardvark", "apple", "Banana", "青花瓷"]


def test_a_renewed_track_changes_in_place(table, qtbot, line):
    with qtbot.waitSignal(table.dataChanged) as changed:
        table.put([line(2, "青花瓷", genre="Blues")])

    top_left, bottom_right, *_ = changed.args
    assert (top_left.row(), bottom_right.row()) == (1, 1)
    assert column(table, "genre") == ["", "Blues", ""]


def test_a_track_that_no_longer_fits_the_filter_goes(table, line):
    table.filter(Filter(only_missing=True))
    table.put([line(1, "Banana", is_missing=1)])
    assert column(table, "title") == ["Banana"]

    table.put([line(1, "Banana")])
    assert column(table, "title") == []


def test_new_tracks_outside_the_filter_are_not_shown(table, line):
    table.filter(Filter.of("ban"))
    table.put([line(4, "Cherry"), line(5, "Bandana")])

    assert column(table, "title") == ["Banana", "Bandana"]


def test_a_dropped_folder_takes_its_rows_along(table):
    table.drop_folder(2)

    assert column(table, "title") == ["Banana", "青花瓷"]


def test_a_track_without_title_shows_its_file_name(table, line):
    table.put([line(9, "", name="未命名.mp3")])

    assert column(table, "title")[-1] == "未命名.mp3"


def test_decoded_legacy_tags_are_marked(table, line):
    table.put([line(9, "青花瓷", tag_kind="ID3v2.3", legacy_encoding="gb18030")])
    last = table.rowCount() - 1

    assert column(table, "tags")[-1] == "ID3v2.3 · GBK"
    assert "old encoding" in table.index(last, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_screen_readers_hear_the_heading_with_the_cell(table):
    spoken = table.index(1, COLUMN["genre"]).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "Genre in file: Pop"
