"""The track table as a widget: which columns it shows, what keys do, what stays selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from musicreclass.core.genre import Taxonomy
from musicreclass.core.review.facets import Filter
from musicreclass.core.track import TrackLine
from musicreclass.gui.theme import Theme
from musicreclass.gui.tracks.track_columns import COLUMNS
from musicreclass.gui.tracks.track_delegate import GENRE, SUGGESTED, TrackDelegate
from musicreclass.gui.tracks.track_table import TrackTableModel
from musicreclass.gui.widgets.column_table import ROW_ROLE, Index
from musicreclass.gui.widgets.column_view import ColumnView


class TrackView(ColumnView):
    """The table of tracks: what keys do, and what stays selected."""

    def __init__(
        self,
        tracks: TrackTableModel,
        theme: Theme,
        taxonomy: Taxonomy,
        own_genres: Callable[[], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tracks, self.tr("Tracks"), parent, selects_many=True, sorts=True)
        self.tracks = tracks
        self._theme = theme
        self._sought: int | None = None  # a track to be taken in hand once it is shown
        self._held: int | None = None  # the track in hand while all rows are made anew
        self.delegate = TrackDelegate(theme, taxonomy, own_genres, self)
        self.setItemDelegate(self.delegate)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tracks.layoutChanged.connect(self._on_more)  # rows that come are put in order last
        tracks.modelAboutToBeReset.connect(self._on_reset_coming)
        tracks.modelReset.connect(self._on_reset)
        theme.changed.connect(self.viewport().update)

    def current_line(self) -> TrackLine | None:
        """Return the track in hand."""
        index = self.currentIndex()
        return self.tracks.tracks.line_at(index.row()) if index.isValid() else None

    def current_track(self) -> int | None:
        """Return the id of the track in hand."""
        index = self.currentIndex()
        return index.data(ROW_ROLE).id if index.isValid() else None

    def filter(self, chosen: Filter) -> None:
        """Show what `chosen` lets through, and stay on the track in hand where it is among it."""
        self.tracks.filter(chosen)

    def selected_lines(self) -> list[TrackLine]:
        """Return the tracks that are selected, as they stand in the table."""
        return [self.tracks.row_at(row) for row in self.selected_row_numbers()]

    @property
    def selected_count(self) -> int:
        """Return how many tracks are selected."""
        return sum(part.height() for part in self.selected_ranges())

    @property
    def last_selected_row(self) -> int:
        """Return the lowest row that is selected, -1 where none is."""
        return max((part.bottom() for part in self.selected_ranges()), default=-1)

    def go_to(self, row: int) -> None:
        """Take the track of a row in hand, and see that it is in sight."""
        if 0 <= row < self.tracks.rowCount():
            index = self.tracks.index(row, max(self.currentIndex().column(), 0))
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def seek_track(self, track_id: int) -> None:
        """Take a track in hand where it is shown, or as soon as that is."""
        row = self.tracks.tracks.row_of(track_id)
        self._sought = None if row >= 0 else track_id
        self.go_to(row)

    def _on_more(self) -> None:
        if self._sought is not None and (row := self.tracks.tracks.row_of(self._sought)) >= 0:
            self._sought = None
            self.go_to(row)

    def _on_reset_coming(self) -> None:
        self._held = self.current_track()

    def _on_reset(self) -> None:
        if self._held is not None:
            self.go_to(self.tracks.tracks.row_of(self._held))
        self._on_more()

    def edit_genre(self) -> bool:
        """Open the editor for the track in hand; say whether a column is shown to type in."""
        section = next((i for i in (SUGGESTED, GENRE) if not self.isColumnHidden(i)), None)
        current = self.currentIndex()
        if section is None or not current.isValid():
            return False
        self.edit(self.tracks.index(current.row(), section))
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        # Qt sets it where a cell can be edited; an input method would then swallow A, S and J.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def closeEditor(self, editor: QWidget, hint: TrackDelegate.EndEditHint) -> None:  # noqa: N802
        """Stay in the row: Qt would go on to the next cell."""
        super().closeEditor(editor, TrackDelegate.EndEditHint.NoHint)

    def selectAll(self) -> None:  # noqa: N802
        """Select all that is shown, as one range: Qt would look at every row."""
        last = self.tracks.rowCount() - 1
        if last >= 0:
            width = self.tracks.columnCount() - 1
            whole = QItemSelection(self.tracks.index(0, 0), self.tracks.index(last, width))
            select = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().select(whole, select)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.tracks.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(QColor(self._theme.tokens.dim))
            centre = Qt.AlignmentFlag.AlignCenter
            painter.drawText(self.viewport().rect(), centre, self.tr("No track is like that."))
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        else:
            super().keyPressEvent(event)

    def copy_rows(self) -> None:
        """Put the selected rows into the clipboard, as a spreadsheet takes them."""
        visible = [i for i in range(len(COLUMNS)) if not self.isColumnHidden(i)]
        text = "\n".join(
            "\t".join(COLUMNS[i].text(line) for i in visible) for line in self.selected_lines()
        )
        QGuiApplication.clipboard().setText(text)
