"""The track list as a Qt model. Holds no rows of its own, formats cells, decides nothing."""

import os
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Qt, QUrl

from musicreclass.core.decision import DecisionLine
from musicreclass.core.ensemble.prediction import SuggestionLine
from musicreclass.core.location import path_of, readable
from musicreclass.core.review.columns.growing import Indices, Mask
from musicreclass.core.review.columns.line_columns import LineView
from musicreclass.core.review.facets import Filter
from musicreclass.core.review.grouped_rows import GroupBy, TrackGroup
from musicreclass.core.review.sort_keys import OnDisk, SortKey
from musicreclass.core.review.track_list import TrackList
from musicreclass.core.track import TrackLine
from musicreclass.gui.messages import WAITING
from musicreclass.gui.tracks.group_words import group_text, ranking_text
from musicreclass.gui.tracks.track_columns import COLUMNS, CONTEXT
from musicreclass.gui.widgets.column_table import (
    DISPLAY,
    NO_PARENT,
    ROW_ROLE,
    Column,
    ColumnTableModel,
    Index,
)
from musicreclass.gui.workers import single_shot

ORDER_MS = 500  # rows that move more often than this cannot be read
FEW_ROWS = 200  # that go one by one; more of them cost less with all rows made anew
SAYING = (DISPLAY, int(Qt.ItemDataRole.AccessibleTextRole), int(Qt.ItemDataRole.ToolTipRole))
GROUP_ROLE = ROW_ROLE + 1  # the group whose row it is; None where a track is shown
MOST_RANKED = 5  # genres of a group that a key gives
EDITABLE = ("genre", "suggested")  # columns in which a genre is typed
ON_DISK = OnDisk()
QUICK_SECONDS = 0.02  # what takes longer is not done for each few tracks that come
SPARE = 10  # such an order takes at most one part of so many of the time
FIELDS = {"length": "seconds"}  # of columns that are called otherwise


_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SAID_OF_GROUPS = (DISPLAY, _TOOL_TIP, int(Qt.ItemDataRole.AccessibleTextRole))
_AS_TRACKS = (ROW_ROLE, int(Qt.ItemDataRole.TextAlignmentRole))


class TrackTableModel(ColumnTableModel[TrackLine]):
    """What `TrackList` shows, as rows. All changes go through here, so that views know of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, CONTEXT, parent)
        self.genre_name: Callable[[str], str] = str  # what genres are called here
        self.tracks = TrackList()
        self._sorted_by = -1
        self._own_order: SortKey = ON_DISK  # where no heading was clicked
        self._is_descending = False
        self.is_reading = False  # suggestions and decisions are still on their way
        self._ordering = single_shot(self, ORDER_MS, self._order_anew)
        self._order_seconds = 0.0  # that it took to put all in order the last time

    def put(self, lines: Iterable[TrackLine]) -> None:
        """Add tracks, or renew those with the same ids; selection and scroll survive."""
        new, replaced = self.tracks.put(lines)
        if replaced:
            self._renew(replaced.rows)
        self._show_more(new.rows[self.tracks.fits(new.rows)])

    def suggest(self, pairs: Iterable[tuple[int, SuggestionLine]]) -> None:
        """Put suggestions to tracks; selection and scroll survive, and soon so does the order."""
        self._show_changed(*self.tracks.suggest(pairs))

    def decide(self, pairs: Iterable[tuple[int, DecisionLine | None]]) -> None:
        """Put decisions to tracks, None where one was taken back; else as `suggest`."""
        self._show_changed(*self.tracks.decide(pairs))

    def _show_changed(self, changed: LineView, is_out_of_order: bool) -> None:
        if changed:
            self._renew(changed.rows)
        if is_out_of_order:
            self._order_soon()

    def set_reading(self, is_reading: bool) -> None:
        """Say of tracks without a suggestion that it may still come, or no longer."""
        if is_reading != self.is_reading:
            self.is_reading = is_reading
            self.say_changed(range(self.rowCount())[:: max(1, self.rowCount() - 1)])

    def cell(self, row: TrackLine, column: Column[TrackLine], role: int) -> Any:
        is_state = self.is_reading and column.name == "state" and role in SAYING
        if is_state and row.suggestion is None and row.decision is None:
            return WAITING if role == DISPLAY else self.tr("State: still being read")
        return super().cell(row, column, role)

    def drop_folder(self, folder_id: int) -> None:
        self.beginResetModel()
        self.tracks.drop_folder(folder_id)
        self.endResetModel()

    def drop_tracks(self, track_ids: Collection[int]) -> None:
        self.beginResetModel()
        self.tracks.drop_tracks(track_ids)
        self.endResetModel()

    def filter(self, chosen: Filter) -> None:
        self.beginResetModel()
        self.tracks.filter(chosen)
        self.endResetModel()

    def group(self, by: GroupBy) -> None:
        """Show tracks below rows of their groups, or no longer."""
        self.beginResetModel()
        self.tracks.group(by)
        self.endResetModel()

    def fold(self, keys: Iterable[int] | None, *, is_closed: bool) -> None:
        """Show the tracks of groups no longer, or again; None for all groups."""
        self.beginResetModel()
        self.tracks.groups.fold(keys, is_closed=is_closed)
        self.endResetModel()

    def group_at(self, row: int) -> TrackGroup | None:
        """Return the group whose row this is; None where a track is shown."""
        return self.tracks.groups.group_at(row)

    def lines_at(self, row: int) -> Sequence[TrackLine]:
        """Return the track of a row, or all of a group."""
        group = self.group_at(row)
        return [self.row_at(row)] if group is None else self.tracks.lines_of_group(group)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if index.isValid() and (group := self.group_at(index.row())) is not None:
            return self._group_cell(group, index, role)
        return super().data(index, role)

    def multiData(self, index: Index, span: Any) -> None:  # noqa: N802
        group = self.group_at(index.row())
        if group is None:
            super().multiData(index, span)
            return
        for wanted in span:
            wanted.setData(self._group_cell(group, index, wanted.role()))

    def _group_cell(self, group: TrackGroup, index: Index, role: int) -> Any:
        column = COLUMNS[index.column()]
        if role == GROUP_ROLE:
            return group
        if role not in _SAID_OF_GROUPS:
            return self.cell(self.row_at(index.row()), column, role) if role in _AS_TRACKS else None
        agreement = self.tracks.agreement(group)
        if role == _TOOL_TIP:
            ranking = agreement.ranking[:MOST_RANKED]
            return ranking_text(agreement, list(map(self.genre_name, ranking)))
        genre = self.genre_name(agreement.genre) if agreement.genre else ""
        lines = self.tracks.lines_of_group(group)
        text = group_text(column.name, self.tracks.groups.by, lines, agreement, genre)
        if column.name != "title":
            return text
        is_folded = self.tracks.groups.is_folded(group)
        if role == DISPLAY:
            return f"{'▸' if is_folded else '▾'}  {text}"
        state = self.tr("folded away") if is_folded else self.tr("unfolded")
        return f"{text}, {state}"

    def empty_columns(self) -> frozenset[str]:
        """Return the names of columns that fold away and say nothing of any track."""
        empty = self.tracks.columns.empty_fields()
        folding = (column.name for column in COLUMNS if column.folds_when_empty)
        return frozenset(name for name in folding if FIELDS.get(name, name) in empty)

    def set_own_order(self, key: SortKey | None) -> None:
        """Order by `key` as long as no heading is chosen; None for as the files lie on disk."""
        before, self._own_order = self._own_order, key or ON_DISK
        if before == self._own_order:
            return
        if self._sorted_by < 0:
            self._reorder()
        if before != ON_DISK:
            self.tracks.forget_sort(before)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else self.tracks.shown_count

    def row_at(self, row: int) -> TrackLine:
        return self.tracks.line_at(row)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid():
            flags |= Qt.ItemFlag.ItemIsDragEnabled
            is_track = self.group_at(index.row()) is None
            if is_track and COLUMNS[index.column()].name in EDITABLE:
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list"]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        """Return the files of some rows, for whatever program they are dropped on."""
        rows = sorted({index.row() for index in indexes})
        files = (path_of(line.location) for row in rows for line in self.lines_at(row))
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

    def _order_anew(self) -> None:
        """Put in order what has come and changed, also what belongs into groups."""
        if self.tracks.groups:
            self._arrange()
        else:
            self._reorder()

    def _reorder(self) -> None:
        self._ordering.stop()
        began_at = time.thread_time()
        self._put_in_order()
        self._order_seconds = time.thread_time() - began_at

    def _put_in_order(self) -> None:
        key = COLUMNS[self._sorted_by].sort_key if self._sorted_by >= 0 else self._own_order
        if self.tracks.groups:
            self.beginResetModel()
            self.tracks.sort(key, self._is_descending)
            self.endResetModel()
            return
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        ids = [self.tracks.line_at(index.row()).id for index in kept]
        self.tracks.sort(key, self._is_descending)
        rows = self.tracks.rows_of(ids)
        moved = [self.index(rows[i], index.column()) for i, index in zip(ids, kept, strict=True)]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _renew(self, renewed: Indices) -> None:
        """Show renewed tracks in place, and let those come and go that fit the filter by now."""
        rows, fits = self.tracks.rows_at(renewed), self.tracks.fits(renewed)
        if self.tracks.groups:
            self._renew_in_groups(rows, fits)
            return
        gone = rows[(rows >= 0) & ~fits]
        if len(gone) > FEW_ROWS:
            self._arrange()
            return
        self.say_changed(rows[rows >= 0].tolist())
        self._hide(gone.tolist())
        self._show_more(renewed[fits & (rows < 0)])

    def _renew_in_groups(self, rows: Indices, fits: Mask) -> None:
        """Show renewed tracks, with all rows made anew where any come, go or are folded away."""
        if ((rows >= 0) == fits).all():
            shown = rows[rows >= 0].tolist()
            first = self.tracks.groups.row_around(min(shown, default=0))
            self.say_changed([first, *shown])
        elif self._order_seconds > QUICK_SECONDS:
            self._order_soon()
        else:
            self._arrange()

    def _arrange(self) -> None:
        self._ordering.stop()
        began_at = time.thread_time()
        self.beginResetModel()
        self.tracks.arrange()
        self.endResetModel()
        self._order_seconds = time.thread_time() - began_at

    def _show_more(self, indices: Indices) -> None:
        """Show more tracks in their order: soon, where finding that takes long."""
        if not len(indices):
            return
        is_grouped = bool(self.tracks.groups)
        if not is_grouped:
            first = self.tracks.shown_count
            self.beginInsertRows(NO_PARENT, first, first + len(indices) - 1)
            is_in_order = self.tracks.show_more(indices)
            self.endInsertRows()
            if is_in_order:
                return
        if self._order_seconds > QUICK_SECONDS:
            self._order_soon()
        elif is_grouped:
            self._arrange()
        else:
            self._reorder()

    def _order_soon(self) -> None:
        if not self._ordering.isActive():
            self._ordering.start(max(ORDER_MS, round(SPARE * self._order_seconds * 1000)))

    def _hide(self, rows: list[int]) -> None:
        for row in sorted(rows, reverse=True):
            self.beginRemoveRows(NO_PARENT, row, row)
            self.tracks.hide(row)
            self.endRemoveRows()

    def tool_tip(self, row: TrackLine, column: Column[TrackLine]) -> str:
        parts = column.parts(row)
        if column.name in ("title", "file", "folder"):
            parts.append(readable(os.fsdecode(row.location)))
        if row.is_missing:
            parts.append(self.tr("The file is not where it was."))
        if row.legacy_encoding:
            parts.append(self.tr("The tags are in an old encoding, shown decoded here."))
        return "\n".join(parts)
