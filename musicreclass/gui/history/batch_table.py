"""What was written when, as a Qt model: one row a batch, the last one first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QDateTime,
    QLocale,
    QObject,
    Qt,
)

from musicreclass.core.history import ChangeState, WriteBatch
from musicreclass.gui.messages import count
from musicreclass.gui.tracks.track_table import NO_PARENT, Index

CONTEXT = "Batches"
NOTHING = "–"
MOST_GENRES = 6  # pairs that are named; the rest is an ellipsis
BATCH_ROLE = int(Qt.ItemDataRole.UserRole)
HEADINGS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("Batches", "When"),
    QT_TRANSLATE_NOOP("Batches", "Files"),
    QT_TRANSLATE_NOOP("Batches", "From → to"),
    QT_TRANSLATE_NOOP("Batches", "State"),
)
WHEN, FILES, GENRES, STATE = range(len(HEADINGS))
_WORDS: dict[ChangeState, object] = {
    ChangeState.WRITTEN: QT_TRANSLATE_NOOP("Batches", "✓✓ {number} written"),
    ChangeState.UNDONE: QT_TRANSLATE_NOOP("Batches", "↺ {number} taken back"),
    ChangeState.REFUSED: QT_TRANSLATE_NOOP("Batches", "✕ {number} refused"),
    ChangeState.UNCHANGED: QT_TRANSLATE_NOOP("Batches", "= {number} unchanged"),
}

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


class BatchTableModel(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._batches: list[WriteBatch] = []

    def show_batches(self, batches: Sequence[WriteBatch]) -> None:
        """Show these batches and no others."""
        self.beginResetModel()
        self._batches = list(batches)
        self.endResetModel()

    def batch_at(self, row: int) -> WriteBatch:
        return self._batches[row]

    def place_of(self, batch: int) -> int:
        """Return the row of a batch, -1 where it is not shown."""
        return next((row for row, one in enumerate(self._batches) if one.id == batch), -1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._batches)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        batch, column = self._batches[index.row()], index.column()
        if role in (_DISPLAY, int(Qt.ItemDataRole.ToolTipRole)):
            return _TEXTS[column](batch)
        if role == BATCH_ROLE:
            return batch
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(HEADINGS):
            return None
        if role == _DISPLAY:
            return QCoreApplication.translate(CONTEXT, str(HEADINGS[section]))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None


def when_text(batch: WriteBatch) -> str:
    """Return when it was written, in the time and the words of where we are."""
    seconds = int(batch.made_at.timestamp())
    moment = QDateTime.fromSecsSinceEpoch(seconds)
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def genres_text(batch: WriteBatch) -> str:
    """Return "Other → Pop 34, – → Jazz 12", the most frequent first."""
    named = [
        f"{before or NOTHING} → {after or NOTHING} {count(number)}"
        for before, after, number in batch.genres[:MOST_GENRES]
    ]
    return ", ".join(named + ["…"] * (len(batch.genres) > MOST_GENRES))


def state_text(batch: WriteBatch) -> str:
    """Return how the files of a batch stand now."""
    parts = [
        QCoreApplication.translate(CONTEXT, str(words)).format(number=count(number))
        for state, words in _WORDS.items()
        if (number := batch.counts.get(state, 0))
    ]
    if batch.is_pruned and not batch.undoable:
        parts.append(QCoreApplication.translate("Batches", "too old to be taken back"))
    return " · ".join(parts)


_TEXTS = (when_text, lambda batch: count(batch.total), genres_text, state_text)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == FILES else Qt.AlignmentFlag.AlignLeft
    return Qt.AlignmentFlag.AlignVCenter | side
