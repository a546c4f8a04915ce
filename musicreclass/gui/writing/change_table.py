"""The table of changes as a Qt model; thousands of rows, whose cells are made when wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Qt, Signal

from musicreclass.gui.widgets.column_table import (
    DISPLAY,
    NO_PARENT,
    Column,
    ColumnTableModel,
    Index,
)
from musicreclass.gui.writing.change_rows import (
    CONTEXT,
    ROW_STATE_OF,
    STATE_ORDER,
    ChangeFilter,
    ChangeRow,
    RowState,
)

COLUMNS: tuple[Column[ChangeRow], ...] = (
    Column(
        "file",
        QT_TRANSLATE_NOOP("Changes", "File"),
        lambda row: row.name,
        34,
        stretches=True,
        tool_tip=lambda row: row.shown_path,
    ),
    Column(
        "folder",
        QT_TRANSLATE_NOOP("Changes", "Folder"),
        lambda row: row.folder,
        18,
        key=lambda row: row.shown_path.casefold(),
        stretches=True,
        tool_tip=lambda row: row.shown_path,
    ),
    Column(
        "before", QT_TRANSLATE_NOOP("Changes", "Before"), lambda row: row.before, 22, stretches=True
    ),
    Column(
        "after", QT_TRANSLATE_NOOP("Changes", "After"), lambda row: row.after, 26, stretches=True
    ),
    Column(
        "state",
        QT_TRANSLATE_NOOP("Changes", "State"),
        lambda row: row.state_text,
        132,
        key=lambda row: STATE_ORDER[row.state],
    ),
    Column(
        "kind",
        QT_TRANSLATE_NOOP("Changes", "Tags"),
        lambda row: row.kind_text,
        152,
        key=lambda row: row.kind_text,
    ),
    Column(
        "remark",
        QT_TRANSLATE_NOOP("Changes", "Remarks"),
        lambda row: row.remark_text,
        30,
        stretches=True,
    ),
)
CHECK_ROLE = int(Qt.ItemDataRole.CheckStateRole)
CHOOSABLE = (RowState.CHANGES, RowState.CHECKING)
FILE, FOLDER, BEFORE, AFTER, STATE, KIND, REMARK = range(len(COLUMNS))


class ChangeTableModel(ColumnTableModel[ChangeRow]):
    """All changes go through here; what is shown of them is a list of their numbers.

    Signals:
        chosen_changed: other files are to be written, or left out.
    """

    chosen_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, CONTEXT, parent)
        self._number: dict[int, int] = {}  # id -> number in the rows
        self._shown: list[int] = []  # numbers of what is shown
        self._states: Counter[RowState] = Counter()
        self._kind_changes = 0
        self._filter = ChangeFilter.ALL
        self._left_out: set[int] = set()  # ids; they stay out however often files are looked at
        self._left_out_count = 0
        self.can_choose = False  # whether files can be left out; not once they are written
        self._sorted_by = -1
        self._is_descending = False

    def show_rows(self, rows: Iterable[ChangeRow]) -> None:
        self.beginResetModel()
        self._rows = [self._as_chosen(row) for row in rows] if self._left_out else list(rows)
        self._number = {row.id: number for number, row in enumerate(self._rows)}
        self._states.clear()
        self._kind_changes = self._left_out_count = 0
        self._count([], self._rows)
        self._arrange()
        self.endResetModel()

    def renew(self, rows: Iterable[ChangeRow]) -> None:
        """Put rows in the places of those with the same ids; what is shown stays until `filter`."""
        renewed = {
            self._number[row.id]: self._as_chosen(row) for row in rows if row.id in self._number
        }
        self._count([self._rows[number] for number in renewed], renewed.values())
        for number, row in renewed.items():
            self._rows[number] = row
        if renewed:
            self.say_changed(range(len(self._shown)))

    def filter(self, chosen: ChangeFilter) -> None:
        """Show what `chosen` lets through, in the order chosen last."""
        self.beginResetModel()
        self._filter = chosen
        self._arrange()
        self.endResetModel()

    def counts(self) -> dict[ChangeFilter, int]:
        """Return how many rows each filter lets through."""
        by_state = {chosen: self._states[state] for chosen, state in ROW_STATE_OF.items()}
        whole = {ChangeFilter.ALL: len(self._rows), ChangeFilter.KIND: self._kind_changes}
        return by_state | whole

    def left_out(self) -> frozenset[int]:
        """Return the ids of those that are not to be written."""
        return frozenset(self._left_out)

    @property
    def chosen_count(self) -> int:
        """Return how many files would change and are to be written."""
        return self._states[RowState.CHANGES] - self._left_out_count

    def choose(self, shown_rows: Iterable[int], is_chosen: bool) -> None:
        """Have the files in some of the rows shown written, or left out, where they can be."""
        every = map(self.row_at, shown_rows) if self.can_choose else ()
        rows = [row for row in every if row.state in CHOOSABLE]
        ids = {row.id for row in rows}
        self._left_out = self._left_out - ids if is_chosen else self._left_out | ids
        self.renew(rows)
        self.chosen_changed.emit()

    def cell(self, row: ChangeRow, column: Column[ChangeRow], role: int) -> Any:
        if role == CHECK_ROLE:
            if column is not COLUMNS[FILE] or not self.can_choose or row.state not in CHOOSABLE:
                return None
            return Qt.CheckState.Checked if row.is_chosen else Qt.CheckState.Unchecked
        return super().cell(row, column, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        if index.isValid() and index.column() == FILE and self.can_choose:
            return usual | Qt.ItemFlag.ItemIsUserCheckable
        return usual

    def setData(self, index: Index, value: Any, role: int = DISPLAY) -> bool:
        if role != CHECK_ROLE:
            return False
        self.choose([index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def rows(self) -> list[ChangeRow]:
        """Return all changes, shown or not."""
        return list(self._rows)

    def row_of(self, row_id: int) -> ChangeRow:
        """Return a change, shown or not."""
        return self._rows[self._number[row_id]]

    def row_at(self, row: int) -> ChangeRow:
        return self._rows[self._shown[row]]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column's values; in the order in which they came for column -1."""
        self._sorted_by = column
        self._is_descending = order == Qt.SortOrder.DescendingOrder
        self.filter(self._filter)

    def _as_chosen(self, row: ChangeRow) -> ChangeRow:
        is_chosen = row.id not in self._left_out
        return row if row.is_chosen is is_chosen else row._replace(is_chosen=is_chosen)

    def _count(self, gone: Collection[ChangeRow], come: Collection[ChangeRow]) -> None:
        for rows, count, step in (
            (gone, self._states.subtract, -1),
            (come, self._states.update, 1),
        ):
            count([row.state for row in rows])
            kinds = [row for row in rows if row.kind_before != row.kind_after]
            self._kind_changes += step * sum(row.changes_kind for row in kinds)
            left_out = [row for row in rows if row.state is RowState.CHANGES and not row.is_chosen]
            self._left_out_count += step * len(left_out)

    def _arrange(self) -> None:
        rows, holds = self._rows, self._filter.holds
        self._shown = list(range(len(rows)))
        if self._filter is not ChangeFilter.ALL:
            self._shown = [number for number in self._shown if holds(rows[number])]
        if self._sorted_by >= 0:
            key = self.columns[self._sorted_by].sort_key
            self._shown.sort(key=lambda number: key(rows[number]), reverse=self._is_descending)
