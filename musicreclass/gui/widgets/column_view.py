"""The one table view of the window: whole rows, whose columns fill the width and never more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionRange,
    QObject,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from musicreclass.gui.widgets.column_table import Column, ColumnTableModel
from musicreclass.gui.widgets.header_keys import HeaderKeys

MIN_STRETCHED = 48
ROW_HEIGHT = 34


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
        self.header.hide_sections(i for i, column in enumerate(model.columns) if column.is_extra)
        if sorts:
            self.header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.header.setSortIndicatorClearable(True)
            self.setSortingEnabled(True)
            self.header.keys = HeaderKeys(self.header)
            QWidget.setTabOrder(self.header, self)

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
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)


class FittedHeader(QHeaderView):
    """Shares what fixed columns leave among the stretching ones, in proportion to their sizes.

    A context menu shows and hides columns; dragging a border takes from the neighbour.

    Signals:
        arranged: the user moved, resized, hid or showed a column.
    """

    arranged = Signal()

    def __init__(self, columns: Sequence[Column[Any]], table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self._widths = [column.width for column in columns]
        self._stretching = [column.stretches for column in columns]
        self._is_fitting = False
        self.keys: HeaderKeys | None = None  # where there is something to do by keys
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMinimumSectionSize(36)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(
            lambda at: self._chooser().exec(self.mapToGlobal(at))
        )
        self.sectionResized.connect(self._on_resized)
        self.sectionMoved.connect(lambda *_: self.arranged.emit())

    def setModel(self, model: object) -> None:  # noqa: N802
        super().setModel(model)  # type: ignore[arg-type]
        self._table.viewport().installEventFilter(self)
        if isinstance(model, QAbstractItemModel):
            model.layoutChanged.connect(self.fit)  # Qt forgets widths as the first rows come
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def focus_area(self) -> QRect:
        """Return where the heading lies that the keyboard is on."""
        return self.keys.area() if self.keys is not None else self.rect()

    def widths(self) -> list[int]:
        """Return the widths as they are to be remembered: pixels, or shares for stretching ones."""
        return list(self._widths)

    def set_widths(self, widths: Sequence[int]) -> None:
        self._widths = list(widths)
        self.fit()

    def hide_sections(self, sections: Iterable[int]) -> None:
        """Hide sections and show all others."""
        hidden = set(sections)
        self._is_fitting = True  # Qt reports a hidden column as one resized to nothing
        for section in range(self.count()):
            self.setSectionHidden(section, section in hidden)
        self._is_fitting = False
        self.fit()

    def show_section(self, section: int, shown: bool) -> None:
        hidden = {i for i in range(self.count()) if self.isSectionHidden(i)}
        self.hide_sections(hidden - {section} if shown else hidden | {section})
        self.arranged.emit()

    def fit(self) -> None:
        """Give every column its width, so that together they are as wide as the table."""
        visible = [i for i in range(self.count()) if not self.isSectionHidden(i)]
        stretching = [i for i in visible if self._stretching[i]]
        fixed = sum(self._widths[i] for i in visible if not self._stretching[i])
        room = max(self._table.viewport().width() - fixed, MIN_STRETCHED * len(stretching))
        shares = sum(self._widths[i] for i in stretching)
        was_fitting, self._is_fitting = self._is_fitting, True  # hiding a column may come to here
        for i in visible:
            if not self._stretching[i]:
                self.resizeSection(i, self._widths[i])
        for number, i in enumerate(stretching):
            width = room if number == len(stretching) - 1 else room * self._widths[i] // shares
            self.resizeSection(i, width)
            room, shares = room - width, shares - self._widths[i]
        self._is_fitting = was_fitting

    def _on_resized(self, section: int, old: int, new: int) -> None:
        """Let the user's new width stand, and take the difference from the others."""
        if self._is_fitting or new == 0:
            return  # hidden by Qt, which does so anew whenever rows have moved
        if self._stretching[section]:
            for i in range(self.count()):
                if self._stretching[i] and not self.isSectionHidden(i):
                    self._widths[i] = max(1, self.sectionSize(i))
        else:
            self._widths[section] = new
        self.fit()
        self.arranged.emit()

    def _chooser(self) -> QMenu:
        menu = QMenu(self)
        for section in range(self.count()):
            heading = str(self.model().headerData(section, Qt.Orientation.Horizontal))
            action = menu.addAction(heading)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(section))
            action.setEnabled(section > 0)  # the first column says what the row is
            action.toggled.connect(lambda shown, i=section: self.show_section(i, shown))
        return menu
