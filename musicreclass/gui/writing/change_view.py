"""The table of changes as a widget."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.fitted_header import FittedHeader
from musicreclass.gui.widgets.tables import settle
from musicreclass.gui.writing.change_delegate import ChangeDelegate
from musicreclass.gui.writing.change_rows import ChangeRow
from musicreclass.gui.writing.change_table import COLUMNS, ChangeTableModel


class ChangeView(QTableView):
    """A click on a heading sorts; the third returns to the order in which the changes came."""

    def __init__(self, changes: ChangeTableModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.changes = changes
        self.setAccessibleName(self.tr("Changes"))
        self.setItemDelegate(ChangeDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        settle(self)
        self.header = FittedHeader([c.width for c in COLUMNS], [c.stretches for c in COLUMNS], self)
        self.setHorizontalHeader(self.header)
        self.setModel(changes)
        self.header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        theme.changed.connect(self.viewport().update)

    def selected_rows(self) -> list[ChangeRow]:
        """Return the changes that are selected, as they stand in the table."""
        selection = self.selectionModel().selection()
        parts = [selection.at(i) for i in range(selection.count())]
        places = {row for part in parts for row in range(part.top(), part.bottom() + 1)}
        return [self.changes.row_at(place) for place in sorted(places)]
