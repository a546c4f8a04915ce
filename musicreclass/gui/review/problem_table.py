"""The Problems queue: what could not be read and why, as a Qt model."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from musicreclass.core.location import readable
from musicreclass.core.track import Problem
from musicreclass.gui.reasons import in_words
from musicreclass.gui.tracks.track_table import NO_PARENT, Index

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


class ProblemTableModel(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, str, str]] = []  # name, reason, folder

    def replace_all(self, problems: Sequence[Problem]) -> None:
        self.beginResetModel()
        self._rows = [
            (readable(p.path.name), in_words(p.reason), readable(str(p.path.parent)))
            for p in problems
        ]
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        shown = (_DISPLAY, int(Qt.ItemDataRole.ToolTipRole))
        if index.isValid() and role in shown:
            return self._rows[index.row()][index.column()]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _DISPLAY:
            return (self.tr("File"), self.tr("What is wrong"), self.tr("Folder"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.beginResetModel()
        self._rows.sort(
            key=lambda row: row[max(column, 0)].casefold(),
            reverse=order == Qt.SortOrder.DescendingOrder,
        )
        self.endResetModel()
