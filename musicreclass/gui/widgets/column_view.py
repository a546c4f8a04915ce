"""The one table view of the window: whole rows, whose columns fill the width and never more."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionRange, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from musicreclass.gui.widgets.column_table import ColumnTableModel
from musicreclass.gui.widgets.fitted_header import FittedHeader
from musicreclass.gui.widgets.focus.header_keys import HeaderKeys

ROW_HEIGHT = 34
ROW_PADDING = 16  # pixels, above and below the text together


class ColumnView(QTableView):
    """A table of rows of one line each, without grid or sideways scrolling.

    Args:
        model: what is shown, and in which columns.
        name: of the table, for screen readers.
        selects_many: whether several rows can be selected.
        sorts: whether a click on a heading sorts; the third returns to the order of the rows.
    """

    def __init__(
        self,
        model: ColumnTableModel[Any],
        name: str,
        parent: QWidget | None = None,
        *,
        selects_many: bool = False,
        sorts: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        modes = self.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if selects_many else modes.SingleSelection)
        self._lay_out_rows()
        self.header = FittedHeader(model.columns, self)
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        if sorts:
            self.header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.header.setSortIndicatorClearable(True)
            self.setSortingEnabled(True)
            self.header.keys = HeaderKeys(self.header)
            QWidget.setTabOrder(self.header, self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()

    def _fit_rows(self) -> None:
        """Let rows be as high as text of this size needs."""
        high = max(ROW_HEIGHT, self.fontMetrics().height() + ROW_PADDING)
        self.verticalHeader().setDefaultSectionSize(high)

    def selected_ranges(self) -> list[QItemSelectionRange]:
        """Return the ranges selected: the index of each of many rows would take long to make."""
        selection = self.selectionModel().selection()
        return [selection.at(i) for i in range(selection.count())]

    def selected_row_numbers(self) -> list[int]:
        """Return the numbers of the rows that are selected, from top to bottom."""
        ranges = self.selected_ranges()
        return sorted({row for part in ranges for row in range(part.top(), part.bottom() + 1)})

    def _lay_out_rows(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        self._fit_rows()
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
