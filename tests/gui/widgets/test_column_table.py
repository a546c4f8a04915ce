"""The one table model: what its columns say, how it sorts, and what stays selected."""

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from musicreclass.gui.widgets.column_table import RIGHT, ROW_ROLE, Column, ColumnTableModel
from musicreclass.gui.widgets.column_view import ColumnView

ROWS = ("ten", 10), ("Two", 2), ("one", 1)
COLUMNS = (
    Column("word", "Word", lambda row: row[0], 10, stretches=True),
    Column(
        "number",
        "Number",
        lambda row: str(row[1]),
        60,
        key=lambda row: row[1],
        alignment=RIGHT,
        hint="How many",
        detail=lambda row: "few" if row[1] < 5 else "",
    ),
    Column("mark", "", lambda row: "▶", 20, tool_tip=lambda row: "Play", is_extra=True),
)


@pytest.fixture
def table(qtmodeltester):
    model = ColumnTableModel(COLUMNS, "NoContext")
    model.show_rows(ROWS)
    qtmodeltester.check(model)
    return model


def texts(table, column=0):
    return [table.index(row, column).data() for row in range(table.rowCount())]


def test_numbers_sort_by_value_and_words_without_case(table):
    table.sort(1)
    by_number = texts(table)
    table.sort(0, Qt.SortOrder.DescendingOrder)

    assert by_number == ["one", "Two", "ten"]
    assert texts(table) == ["Two", "ten", "one"]


def test_sorting_by_no_column_leaves_the_rows_as_they_are(table):
    table.sort(-1)

    assert texts(table) == ["ten", "Two", "one"]


def test_who_holds_a_row_holds_it_after_sorting(table):
    held = QPersistentModelIndex(table.index(0, 1))
    table.sort(1)

    assert held.data() == "10"
    assert held.row() == 2


def test_a_cell_says_its_row_its_side_and_what_it_means(table):
    cell = table.index(1, 1)

    assert cell.data(ROW_ROLE) == ("Two", 2)
    assert cell.data(Qt.ItemDataRole.TextAlignmentRole) == RIGHT
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "2\nfew"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Number: 2, few"


def test_a_column_without_a_heading_is_read_out_by_its_hint(table):
    assert table.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "Play"


def test_headings_say_what_a_column_is_and_means(table):
    across, hint = Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole

    assert [table.headerData(i, across) for i in range(3)] == ["Word", "Number", ""]
    assert [table.headerData(i, across, hint) for i in range(3)] == [None, "How many", None]
    assert table.headerData(0, Qt.Orientation.Vertical) is None


def test_a_view_hides_what_nobody_asked_for_and_tells_what_is_selected(table, qtbot):
    view = ColumnView(table, "Numbers", selects_many=True, sorts=True)
    qtbot.addWidget(view)
    view.selectRow(2)

    assert [view.isColumnHidden(i) for i in range(3)] == [False, False, True]
    assert view.selected_row_numbers() == [2]
    assert texts(table) == ["ten", "Two", "one"]
