"""What was written when, as a Qt model: one row a batch, the last one first."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDateTime, QLocale, QObject

from musicreclass.core.tag_change import ChangeState, WriteBatch
from musicreclass.gui.messages import count, listed
from musicreclass.gui.widgets.column_table import RIGHT, Column, ColumnTableModel

CONTEXT = "Batches"
NOTHING = "–"
MOST_GENRES = 6  # pairs that are named; the rest is an ellipsis
_WORDS: dict[ChangeState, object] = {
    ChangeState.WRITTEN: QT_TRANSLATE_NOOP("Batches", "✓✓ {number} written"),
    ChangeState.UNDONE: QT_TRANSLATE_NOOP("Batches", "↺ {number} taken back"),
    ChangeState.REFUSED: QT_TRANSLATE_NOOP("Batches", "✕ {number} refused"),
    ChangeState.UNCHANGED: QT_TRANSLATE_NOOP("Batches", "= {number} unchanged"),
}


class BatchTableModel(ColumnTableModel[WriteBatch]):
    """One row a batch, the last one first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, CONTEXT, parent)

    def row_of(self, batch: int) -> int:
        """Return the row of a batch, -1 where it is not shown."""
        return next((row for row, one in enumerate(self._rows) if one.id == batch), -1)


def when_text(batch: WriteBatch) -> str:
    """Return when it was written, in the time and the words of where we are."""
    moment = QDateTime.fromSecsSinceEpoch(int(batch.made_at.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def genres_text(batch: WriteBatch) -> str:
    """Return "Other → Pop 34, – → Jazz 12", the most frequent first."""
    named = [
        f"{before or NOTHING} → {after or NOTHING} {count(number)}"
        for before, after, number in batch.genres[:MOST_GENRES]
    ]
    return listed(named + ["…"] * (len(batch.genres) > MOST_GENRES))


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


COLUMNS: tuple[Column[WriteBatch], ...] = (
    Column("when", QT_TRANSLATE_NOOP("Batches", "When"), when_text, 168),
    Column(
        "files",
        QT_TRANSLATE_NOOP("Batches", "Files"),
        lambda batch: count(batch.total),
        72,
        alignment=RIGHT,
    ),
    Column("genres", QT_TRANSLATE_NOOP("Batches", "From → to"), genres_text, 60, stretches=True),
    Column("state", QT_TRANSLATE_NOOP("Batches", "State"), state_text, 40, stretches=True),
)
WHEN, FILES, GENRES, STATE = range(len(COLUMNS))
