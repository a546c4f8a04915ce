"""The track table as a widget: which columns it shows, what keys do, what stays selected."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from musicreclass.core.genre import Taxonomy
from musicreclass.core.review.facets import Filter
from musicreclass.core.review.grouped_rows import TrackGroup
from musicreclass.core.track import TrackLine
from musicreclass.gui.language import genre_name
from musicreclass.gui.theme import Theme
from musicreclass.gui.tracks.nothing_found import NothingFound
from musicreclass.gui.tracks.track_columns import COLUMNS
from musicreclass.gui.tracks.track_delegate import GENRE, SUGGESTED, TrackDelegate
from musicreclass.gui.tracks.track_table import TrackTableModel
from musicreclass.gui.widgets.column_table import DISPLAY, ROW_ROLE, Index
from musicreclass.gui.widgets.column_view import ROW_HEIGHT, ColumnView

ARROW_WIDTH = 28  # pixels at the left of a group's row, where a click folds it


class TrackView(ColumnView):
    """The table of tracks: what keys do, and what stays selected.

    Signals:
        clear_wanted: all tracks are to be shown again.
    """

    clear_wanted = Signal()

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
        tracks.genre_name = partial(genre_name, taxonomy)
        self._sought: int | None = None  # a track to be taken in hand once it is shown
        # The track or group in hand while all rows are made anew, and how far they were scrolled.
        self._held: tuple[int | None, Hashable] = (None, None)
        self._scrolled = 0
        self.nothing = NothingFound(self)
        self.nothing.cleared.connect(self.clear_wanted)
        self.delegate = TrackDelegate(theme, taxonomy, own_genres, self)
        self.setItemDelegate(self.delegate)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tracks.layoutChanged.connect(self._on_more)
        tracks.rowsInserted.connect(lambda: self._on_more())
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
        """Return the tracks that are selected, as they stand in the table; of a group, all."""
        rows = self.selected_row_numbers()
        if not self.tracks.tracks.groups:
            return [self.tracks.row_at(row) for row in rows]
        found = (line for row in rows for line in self.tracks.lines_at(row))
        return list({line.id: line for line in found}.values())

    def current_group(self) -> TrackGroup | None:
        """Return the group in hand; None where a track is, or several rows are selected."""
        parts = self.selected_ranges()
        is_one = len(parts) == 1 and parts[0].height() == 1
        return self.tracks.group_at(self.currentIndex().row()) if is_one else None

    def fold_all(self, *, is_closed: bool) -> None:
        """Fold all groups away, or show all their tracks."""
        self.tracks.fold(None, is_closed=is_closed)

    def toggle_group(self, row: int) -> None:
        """Show the tracks of a group, or fold them away, and take the group in hand."""
        group = self.tracks.group_at(row)
        if group is not None:
            self.go_to(row)
            is_folded = self.tracks.tracks.groups.is_folded(group)
            self.tracks.fold((group.key,), is_closed=not is_folded)

    @property
    def selected_count(self) -> int:
        """Return how many tracks are selected."""
        if self.tracks.tracks.groups:
            return len(self.selected_lines())
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
        group = self.tracks.group_at(self.currentIndex().row())
        self._held = (self.current_track(), None if group is None else group.key)
        self._scrolled = self.verticalScrollBar().value()

    def _on_reset(self) -> None:
        track_id, key = self._held
        groups = self.tracks.tracks.groups
        if groups:
            self.verticalScrollBar().setValue(self._scrolled)
        if groups and key is not None and (row := groups.row_of(key)) >= 0:
            self.go_to(row)
        elif track_id is not None:
            self.go_to(self.tracks.tracks.row_of(track_id))
        self._on_more()

    def show_nothing_found(self, text: str, *, can_clear: bool) -> None:
        """Say that there is no track like what was searched for, where that is so."""
        is_empty = not self.tracks.rowCount()
        if is_empty:
            self.nothing.say(text, can_clear=can_clear)
            self.nothing.setGeometry(self.viewport().geometry())
        self.nothing.setVisible(is_empty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.nothing.setGeometry(self.viewport().geometry())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.column() == 0 and self.tracks.group_at(index.row()) is not None:
            is_on_arrow = at.x() < self.visualRect(index).left() + ARROW_WIDTH
            if is_on_arrow and event.button() == Qt.MouseButton.LeftButton:
                self.toggle_group(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if self.tracks.group_at(index.row()) is not None:
            self.toggle_group(index.row())
        else:
            super().mouseDoubleClickEvent(event)

    def edit_genre(self) -> bool:
        """Open the editor for the track in hand; say whether a column is shown to type in."""
        section = next((i for i in (SUGGESTED, GENRE) if not self.isColumnHidden(i)), None)
        current = self.currentIndex()
        if section is None or not current.isValid() or self.current_group() is not None:
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif (row := self._row_for(event)) >= 0:
            self._jump(row, event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        else:
            super().keyPressEvent(event)

    def _row_for(self, event: QKeyEvent) -> int:
        """Return the row that a key leads to, -1 where it is none of those that jump.

        Qt would move along the columns with some, and leave the selection behind with others.
        """
        key, last = event.key(), self.tracks.rowCount() - 1
        page = max(1, self.viewport().height() // ROW_HEIGHT - 1)
        current = max(0, self.currentIndex().row())
        rows = {
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
            Qt.Key.Key_PageUp: max(0, current - page),
            Qt.Key.Key_PageDown: min(last, current + page),
        }
        return rows.get(Qt.Key(key), -1)

    def _jump(self, row: int, extends: Qt.KeyboardModifier) -> None:
        """Take a row in hand; where the selection is extended, all up to it are selected."""
        ranges, current = self.selected_ranges(), self.currentIndex().row()
        if not extends or not ranges:
            self.go_to(row)
            return
        held = next((part for part in ranges if part.top() <= current <= part.bottom()), ranges[0])
        anchor = held.top() if current == held.bottom() else held.bottom()
        top, bottom = sorted((anchor, row))
        width = self.tracks.columnCount() - 1
        whole = QItemSelection(self.tracks.index(top, 0), self.tracks.index(bottom, width))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.tracks.index(row, 0), flags.NoUpdate)
        self.selectionModel().select(whole, flags.ClearAndSelect)
        self.scrollTo(self.tracks.index(row, 0))

    def copy_rows(self) -> None:
        """Put the selected rows into the clipboard, as a spreadsheet takes them."""
        visible = [i for i in range(len(COLUMNS)) if not self.isColumnHidden(i)]
        text = "\n".join(
            "\t".join(str(self.tracks.cell(line, COLUMNS[i], DISPLAY)) for i in visible)
            for line in self.selected_lines()
        )
        QGuiApplication.clipboard().setText(text)
