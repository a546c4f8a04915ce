"""The track table as a widget: how cells are painted, what keys do, what stays selected."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from musicreclass.core.genre import Taxonomy
from musicreclass.core.track import TrackLine
from musicreclass.core.track_list import Filter
from musicreclass.gui.review.columns import COLUMNS
from musicreclass.gui.review.track_table import LINE_ROLE, TrackTableModel
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.dots import SIZE, dot
from musicreclass.gui.widgets.fitted_header import FittedHeader

ROW_HEIGHT = 34
DOT = QSize(SIZE, SIZE)
GENRE_COLUMN = next(i for i, column in enumerate(COLUMNS) if column.name == "genre")
TAGS_COLUMN = next(i for i, column in enumerate(COLUMNS) if column.name == "tags")


class TrackDelegate(QStyledItemDelegate):
    """Dims quiet columns, puts a genre's dot before its name, strikes out missing files."""

    def __init__(self, theme: Theme, taxonomy: Taxonomy, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._taxonomy = taxonomy

    def initStyleOption(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        line: TrackLine = index.data(LINE_ROLE)
        column = index.column()
        colour = QColor(self._colour(line, column))
        option.palette.setColor(option.palette.ColorRole.Text, colour)
        option.palette.setColor(option.palette.ColorRole.HighlightedText, colour)
        option.font.setStrikeOut(bool(line.is_missing) and column == 0)
        if column == GENRE_COLUMN and line.genre:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationSize = DOT
            option.icon = dot(self._taxonomy.colour(line.genre.partition(";")[0]))

    def _colour(self, line: TrackLine, column: int) -> str:
        tokens = self._theme.tokens
        if line.is_missing:
            return tokens.dim
        if column == TAGS_COLUMN and line.legacy_encoding:
            return tokens.caution
        return tokens.dim if COLUMNS[column].is_quiet else tokens.text


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
