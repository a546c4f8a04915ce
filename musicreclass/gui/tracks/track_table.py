"""The track list as a Qt model. Holds no rows of its own, formats cells, decides nothing."""

import os
from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer, QUrl

from musicreclass.core.decision import DecisionLine
from musicreclass.core.ensemble.prediction import SuggestionLine
from musicreclass.core.location import path_of
from musicreclass.core.review.track_list import Filter, SortKey, TrackList
from musicreclass.core.track import TrackLine
from musicreclass.gui.tracks.track_columns import COLUMNS, CONTEXT
from musicreclass.gui.widgets.column_table import NO_PARENT, Column, ColumnTableModel, Index
from musicreclass.gui.workers import single_shot

PREPARE_MS = 60  # between two columns that are made ready for sorting
ORDER_MS = 500  # rows that move more often than this cannot be read
FEW_ROWS = 200  # that go one by one; more of them cost less with all rows made anew
EDITABLE = ("genre", "suggested")  # columns in which a genre is typed


class TrackTableModel(ColumnTableModel[TrackLine]):
    """What `TrackList` shows, as rows. All changes go through here, so that views know of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, CONTEXT, parent)
        self.tracks = TrackList()
        self._sorted_by = -1
        self._own_order: SortKey = _position_on_disk  # where no heading was clicked
        self._is_descending = False
        self._ordering = single_shot(self, ORDER_MS, self._reorder)

    def put(self, lines: Iterable[TrackLine]) -> None:
        """Add tracks, or renew those with the same ids; selection and scroll survive."""
        new, replaced = self.tracks.put(lines)
        if replaced:
            self._renew(replaced)
        self._show_more(self.tracks.matching(new))

    def suggest(self, pairs: Iterable[tuple[int, SuggestionLine]]) -> None:
        """Put suggestions to tracks; selection and scroll survive, and soon so does the order."""
        self._show_changed(*self.tracks.suggest(pairs))

    def decide(self, pairs: Iterable[tuple[int, DecisionLine | None]]) -> None:
        """Put decisions to tracks, None where one was taken back; else as `suggest`."""
        self._show_changed(*self.tracks.decide(pairs))

    def _show_changed(self, changed: list[TrackLine], is_out_of_order: bool) -> None:
        if changed:
            self._renew(changed)
        if is_out_of_order and not self._ordering.isActive():
            self._ordering.start()

    def drop_folder(self, folder_id: int) -> None:
        self.beginResetModel()
        self.tracks.drop_folder(folder_id)
        self.endResetModel()

    def drop(self, track_ids: frozenset[int]) -> None:
        """Forget some tracks."""
        self.beginResetModel()
        self.tracks.drop(track_ids)
        self.endResetModel()

    def filter(self, chosen: Filter) -> None:
        self.beginResetModel()
        self.tracks.filter(chosen)
        self.endResetModel()

    def set_own_order(self, key: SortKey | None) -> None:
        """Order by `key` as long as no heading is chosen; None for as the files lie on disk."""
        before, self._own_order = self._own_order, key or _position_on_disk
        if before == self._own_order:
            return
        if self._sorted_by < 0:
            self._reorder()
        if before != _position_on_disk:
            self.tracks.forget_sort(before)

    def prepare_sorts(self) -> None:
        """Get ready for sorting by any column, one at a time, between whatever else is to do."""
        for turn, column in enumerate(COLUMNS, 1):
            prepare = partial(self.tracks.prepare_sort, column.sort_key)
            QTimer.singleShot(turn * PREPARE_MS, self, prepare)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else self.tracks.shown_count

    def row_at(self, row: int) -> TrackLine:
        return self.tracks.line_at(row)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid():
            flags |= Qt.ItemFlag.ItemIsDragEnabled
            if COLUMNS[index.column()].name in EDITABLE:
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list"]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        """Return the files of some rows, for whatever program they are dropped on."""
        rows = sorted({index.row() for index in indexes})
        files = (path_of(self.tracks.line_at(row).location) for row in rows)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        return data

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.CopyAction  # a move would take the files out of the library

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column's values; as the files lie in their folders for column -1."""
        self._sorted_by = column
        self._is_descending = order == Qt.SortOrder.DescendingOrder
        self._reorder()

    def _reorder(self) -> None:
        self._ordering.stop()
        key = COLUMNS[self._sorted_by].sort_key if self._sorted_by >= 0 else self._own_order
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        ids = [self.tracks.line_at(index.row()).id for index in kept]
        self.tracks.sort(key, self._is_descending)
        rows = self.tracks.rows_of(ids)
        moved = [self.index(rows[i], index.column()) for i, index in zip(ids, kept, strict=True)]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _renew(self, renewed: list[TrackLine]) -> None:
        """Show renewed tracks in place, and let those come and go that fit the filter by now."""
        rows = self.tracks.rows_of([line.id for line in renewed])
        fitting = {line.id: line for line in self.tracks.matching(renewed)}
        gone = [row for track_id, row in rows.items() if track_id not in fitting]
        if len(gone) > FEW_ROWS:
            self.beginResetModel()
            self.tracks.arrange()
            self.endResetModel()
            return
        self.say_changed(rows.values())
        self._hide(gone)
        self._show_more([line for track_id, line in fitting.items() if track_id not in rows])

    def _show_more(self, lines: list[TrackLine]) -> None:
        if not lines:
            return
        first = self.tracks.shown_count
        self.beginInsertRows(NO_PARENT, first, first + len(lines) - 1)
        self.tracks.show_more(lines)
        self.endInsertRows()
        self._reorder()

    def _hide(self, rows: list[int]) -> None:
        for row in sorted(rows, reverse=True):
            self.beginRemoveRows(NO_PARENT, row, row)
            self.tracks.hide(row)
            self.endRemoveRows()

    def tool_tip(self, row: TrackLine, column: Column[TrackLine]) -> str:
        parts = column.parts(row)
        if row.is_missing:
            parts.append(self.tr("The file is not where it was."))
        if row.legacy_encoding:
            parts.append(self.tr("The tags are in an old encoding, shown decoded here."))
        return "\n".join(parts)


def _position_on_disk(line: TrackLine) -> str:
    return os.fsdecode(line.location)
