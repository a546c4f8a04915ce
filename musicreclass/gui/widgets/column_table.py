"""The one table model of the window: a `Column` says how a property of a row is shown and sorted.

Sorting compares values, never texts. A table of its own kind gives its columns to
`ColumnTableModel` and overrides what it knows better.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QIcon

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

NO_PARENT = QModelIndex()
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignCenter
ROW_ROLE = int(Qt.ItemDataRole.UserRole)  # the row itself, for delegates

# As numbers, for these are compared whenever a cell is drawn.
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_DECORATION = int(Qt.ItemDataRole.DecorationRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """How one property of a row is shown, sorted and sized."""

    name: str  # key in what is remembered of a table; never renamed
    heading: object  # text, which Qt's marker for translators types as anything
    text: Callable[[Row], str]
    width: int  # pixels at first, or the share of what is left where it `stretches`
    key: Callable[[Row], Any] | None = None  # what sorting compares; else the text without case
    stretches: bool = False
    least: int = 0  # pixels that it keeps; 0: its width, or where it stretches a few
    gives_way: int = 0  # hidden where there is too little room, the lowest first; 0: never
    folds_when_empty: bool = False  # hidden where it says nothing of any row
    alignment: Qt.AlignmentFlag = LEFT
    hint: object = ""  # what the heading means, shown on hovering
    detail: Callable[[Row], str] | None = None  # what the cell means, where it is not text
    tool_tip: Callable[[Row], str] | None = None  # in place of text and detail
    icon: Callable[[Row], QIcon | None] | None = None  # before the text
    is_quiet: bool = False  # shown dimmed: context rather than subject
    is_extra: bool = False  # hidden until somebody asks for it

    def parts(self, row: Row) -> list[str]:
        """Return all that the cell says of a row, for those who cannot see how it is drawn."""
        return [part for part in (self.text(row), self.detail and self.detail(row)) if part]

    @property
    def sort_key(self) -> Callable[[Row], Any]:
        """Return what sorting compares: the key, else the text without case."""
        return self.key or self._plain_text

    def _plain_text(self, row: Row) -> str:
        return self.text(row).casefold()


class ColumnTableModel(QAbstractTableModel, Generic[Row]):
    """Rows in a list, shown as columns say.

    Args:
        columns: from left to right.
        context: of the headings, for translators.
    """

    def __init__(
        self, columns: Sequence[Column[Row]], context: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._context = context
        self._rows: list[Row] = []

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show these rows and no others, in their order."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def replace_row(self, row: int, content: Row) -> None:
        """Show another thing in a row."""
        self._rows[row] = content
        self.say_changed([row])

    def row_at(self, row: int) -> Row:
        """Return what is shown in a row."""
        return self._rows[row]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        return self.cell(self.row_at(index.row()), self.columns[index.column()], role)

    def multiData(self, index: Index, span: Any) -> None:  # noqa: N802
        """Answer for all that a cell is drawn with at once: each question waits for its turn.

        Args:
            span: a `QModelRoleDataSpan`, of which PySide6's stubs do not know what it holds.
        """
        row, column = self.row_at(index.row()), self.columns[index.column()]
        for wanted in span:
            wanted.setData(self.cell(row, column, wanted.role()))

    def cell(self, row: Row, column: Column[Row], role: int) -> Any:
        """Return what a cell has for a role: what a table knows better, it answers itself."""
        if role == DISPLAY:
            return column.text(row)
        if role == ROW_ROLE:
            return row
        if role == _ALIGNMENT:
            return column.alignment
        if role == _DECORATION:
            return column.icon(row) if column.icon is not None else None
        if role == _TOOL_TIP:
            return self.tool_tip(row, column)
        return self._accessible_text(row, column) if role == _ACCESSIBLE else None

    def tool_tip(self, row: Row, column: Column[Row]) -> str:
        """Return what hovering over a cell says."""
        return column.tool_tip(row) if column.tool_tip else "\n".join(column.parts(row))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == DISPLAY:
            return self._translated(column.heading)
        if role == _ALIGNMENT:
            return column.alignment
        return self._translated(column.hint) or None if role == _TOOL_TIP else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column's values; column -1 leaves the rows as they are."""
        if not 0 <= column < len(self.columns):
            return
        rows, key = self._rows, self.columns[column].sort_key
        is_descending = order == Qt.SortOrder.DescendingOrder
        was = sorted(range(len(rows)), key=lambda row: key(rows[row]), reverse=is_descending)
        self.layoutAboutToBeChanged.emit()
        self._rows = [rows[row] for row in was]
        goes_to = {before: now for now, before in enumerate(was)}
        kept = self.persistentIndexList()
        moved = [self.index(goes_to[index.row()], index.column()) for index in kept]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def say_changed(self, rows: Iterable[int]) -> None:
        """Have these rows drawn anew, if there are any."""
        if shown := list(rows):
            last = self.index(max(shown), self.columnCount() - 1)
            self.dataChanged.emit(self.index(min(shown), 0), last)

    def _accessible_text(self, row: Row, column: Column[Row]) -> str:
        if heading := self._translated(column.heading):
            return f"{heading}: {', '.join(column.parts(row))}"
        return self.tool_tip(row, column)

    def _translated(self, text: object) -> str:
        return QCoreApplication.translate(self._context, str(text)) if text else ""


def section_of(columns: Sequence[Column[Any]], name: str) -> int:
    """Return where the column of a name stands."""
    return next(i for i, column in enumerate(columns) if column.name == name)
