"""The track table as a widget: which columns it shows, what keys do, what stays selected."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from musicreclass.core.genre import Taxonomy
from musicreclass.core.track_list import Filter
from musicreclass.gui.review.columns import COLUMNS
from musicreclass.gui.review.track_delegate import TrackDelegate
from musicreclass.gui.review.track_table import LINE_ROLE, TrackTableModel
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.fitted_header import FittedHeader

ROW_HEIGHT = 34


class TrackView(QTableView):
    """The table of tracks. A click on a heading sorts; the third returns to their order on disk."""

    def __init__(
        self,
        tracks: TrackTableModel,
        theme: Theme,
        taxonomy: Taxonomy,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tracks = tracks
        self.setAccessibleName(self.tr("Tracks"))
        self.setItemDelegate(TrackDelegate(theme, taxonomy, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(self.verticalHeader().ResizeMode.Fixed)
        self.header = FittedHeader(
            [column.width for column in COLUMNS], [column.stretches for column in COLUMNS], self
        )
        self.setHorizontalHeader(self.header)
        self.setModel(tracks)
        self.header.hide_sections(i for i, column in enumerate(COLUMNS) if column.is_extra)
        self.header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        theme.changed.connect(self.viewport().update)

    def current_track(self) -> int | None:
        """Return the id of the track in hand."""
        index = self.currentIndex()
        return index.data(LINE_ROLE).id if index.isValid() else None

    def filter(self, chosen: Filter) -> None:
        """Show what `chosen` lets through, and stay on the track in hand where it is among it."""
        current = self.current_track()
        self._tracks.filter(chosen)
        if current is not None and (row := self._tracks.tracks.row_of(current)) >= 0:
            self.selectRow(row)
            self.scrollTo(self._tracks.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        else:
            super().keyPressEvent(event)

    def copy_rows(self) -> None:
        """Put the selected rows into the clipboard, as a spreadsheet takes them."""
        visible = [i for i in range(len(COLUMNS)) if not self.isColumnHidden(i)]
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        lines = (self._tracks.tracks.line_at(row) for row in rows)
        text = "\n".join("\t".join(COLUMNS[i].text(line) for i in visible) for line in lines)
        QGuiApplication.clipboard().setText(text)
