"""The table of changes as a Qt model; thousands of rows, whose cells are made on asking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QAbstractTableModel, QCoreApplication, QObject, Qt

from musicreclass.gui.tracks.track_table import NO_PARENT, Index
from musicreclass.gui.writing.change_rows import (
    CONTEXT,
    OF_FATE,
    ORDER,
    ChangeFilter,
    ChangeRow,
    Fate,
)

ROW_ROLE = int(Qt.ItemDataRole.UserRole)

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)


@dataclass(frozen=True, slots=True)
class ChangeColumn:
    """How one property of a change is shown, sorted and sized."""

    name: str
    heading: object  # text, which Qt's marker for translators types as anything
    text: Callable[[ChangeRow], str]
    key: Callable[[ChangeRow], Any]
    width: int  # pixels, or the share of what is left where it `stretches`
    stretches: bool = False

    @property
    def shown_heading(self) -> str:
        return QCoreApplication.translate(CONTEXT, str(self.heading))


COLUMNS: tuple[ChangeColumn, ...] = (
    ChangeColumn(
        "file",
        QT_TRANSLATE_NOOP("Changes", "File"),
        lambda row: row.name,
        lambda row: row.name.casefold(),
        28,
        stretches=True,
    ),
    ChangeColumn(
        "before",
        QT_TRANSLATE_NOOP("Changes", "Before"),
        lambda row: row.before,
        lambda row: row.before.casefold(),
        20,
        stretches=True,
    ),
    ChangeColumn(
        "after",
        QT_TRANSLATE_NOOP("Changes", "After"),
        lambda row: row.after,
        lambda row: row.after.casefold(),
        20,
        stretches=True,
    ),
    ChangeColumn(
        "state",
        QT_TRANSLATE_NOOP("Changes", "State"),
        lambda row: row.fate_text,
        lambda row: ORDER[row.fate],
        132,
    ),
    ChangeColumn(
        "kind",
        QT_TRANSLATE_NOOP("Changes", "Tags"),
        lambda row: row.kind_text,
        lambda row: row.kind_text,
        152,
    ),
    ChangeColumn(
        "remark",
        QT_TRANSLATE_NOOP("Changes", "Remarks"),
        lambda row: row.remark_text,
        lambda row: row.remark_text.casefold(),
        40,
        stretches=True,
    ),
)
FILE, BEFORE, AFTER, STATE, KIND, REMARK = range(len(COLUMNS))


class ChangeTableModel(QAbstractTableModel):
    """All changes go through here; what is shown of them is a list of places."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ChangeRow] = []
        self._place: dict[int, int] = {}  # id -> place in the rows
        self._order: list[int] = []  # places of what is shown
        self._fates: Counter[Fate] = Counter()
        self._kind_changes = 0
        self._filter = ChangeFilter.ALL
        self._sorted_by = -1
        self._is_descending = False

    def show_rows(self, rows: Sequence[ChangeRow]) -> None:
        """Show these changes and no others."""
        self.beginResetModel()
        self._rows = list(rows)
        self._place = {row.id: place for place, row in enumerate(self._rows)}
        self._fates.clear()
        self._kind_changes = 0
        self._count([], self._rows)
        self._arrange()
        self.endResetModel()

    def renew(self, rows: Iterable[ChangeRow]) -> None:
        """Put rows in the places of those with the same ids; what is shown stays until `filter`."""
        places = {self._place[row.id]: row for row in rows if row.id in self._place}
        self._count([self._rows[place] for place in places], places.values())
        for place, row in places.items():
            self._rows[place] = row
        if places and self._order:
            last = self.index(len(self._order) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def filter(self, chosen: ChangeFilter) -> None:
        """Show what `chosen` lets through, in the order chosen last."""
        self.beginResetModel()
        self._filter = chosen
        self._arrange()
        self.endResetModel()

    def counts(self) -> dict[ChangeFilter, int]:
        """Return how many rows each filter lets through."""
        by_fate = {chosen: self._fates[fate] for chosen, fate in OF_FATE.items()}
        whole = {ChangeFilter.ALL: len(self._rows), ChangeFilter.KIND: self._kind_changes}
        return by_fate | whole

    def rows(self) -> list[ChangeRow]:
        """Return all changes, shown or not."""
        return list(self._rows)

    def row_of(self, row_id: int) -> ChangeRow:
        """Return a change, shown or not."""
        return self._rows[self._place[row_id]]

    def row_at(self, row: int) -> ChangeRow:
        """Return the change that is shown in a row."""
        return self._rows[self._order[row]]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        row, column = self.row_at(index.row()), COLUMNS[index.column()]
        if role == _DISPLAY:
            return column.text(row)
        if role == ROW_ROLE:
            return row
        if role == _TOOL_TIP:
            return row.shown_path if index.column() == FILE else column.text(row)
        if role == _ACCESSIBLE:
            return f"{column.shown_heading}: {column.text(row)}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == _DISPLAY:
            return COLUMNS[section].shown_heading
        if role == _ALIGNMENT:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column's values; in the order in which they came for column -1."""
        self._sorted_by = column
        self._is_descending = order == Qt.SortOrder.DescendingOrder
        self.filter(self._filter)

    def _count(self, gone: Iterable[ChangeRow], come: Iterable[ChangeRow]) -> None:
        for rows, step in ((gone, -1), (come, 1)):
            for row in rows:
                self._fates[row.fate] += step
                self._kind_changes += step * row.changes_kind

    def _arrange(self) -> None:
        rows, holds = self._rows, self._filter.holds
        self._order = [place for place, row in enumerate(rows) if holds(row)]
        if self._sorted_by >= 0:
            key = COLUMNS[self._sorted_by].key
            self._order.sort(key=lambda place: key(rows[place]), reverse=self._is_descending)
