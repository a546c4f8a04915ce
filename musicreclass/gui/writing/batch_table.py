"""What was written when, as a Qt model: one row a batch, the last one first."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDateTime, QLocale, QObject

from musicreclass.core.file_move import MoveBatch, MoveKind, MoveState
from musicreclass.core.location import readable
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
_MOVE_WORDS: dict[MoveState, object] = {
    MoveState.UNDONE: _WORDS[ChangeState.UNDONE],
    MoveState.REFUSED: _WORDS[ChangeState.REFUSED],
    MoveState.UNCHANGED: _WORDS[ChangeState.UNCHANGED],
}
_KIND_WORDS: dict[MoveKind, object] = {
    MoveKind.MOVE: QT_TRANSLATE_NOOP("Batches", "✓ {number} moved"),
    MoveKind.COPY: QT_TRANSLATE_NOOP("Batches", "✓ {number} copied"),
    MoveKind.HARD_LINK: QT_TRANSLATE_NOOP("Batches", "✓ {number} linked"),
    MoveKind.SYMBOLIC_LINK: QT_TRANSLATE_NOOP("Batches", "✓ {number} linked"),
}

HistoryBatch = WriteBatch | MoveBatch  # what was written into files, or how they were sorted


class BatchTableModel(ColumnTableModel[HistoryBatch]):
    """One row a batch, the last one first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, CONTEXT, parent)

    def row_of(self, batch: int) -> int:
        """Return the row of a batch, -1 where it is not shown."""
        return next((row for row, one in enumerate(self._rows) if one.id == batch), -1)


def when_text(batch: HistoryBatch) -> str:
    """Return when it was written, in the time and the words of where we are."""
    moment = QDateTime.fromSecsSinceEpoch(int(batch.made_at.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def genres_text(batch: HistoryBatch) -> str:
    """Return "Other → Pop 34, – → Jazz 12", the most frequent first."""
    if isinstance(batch, MoveBatch):
        return _folders_text(batch)
    named = [
        f"{before or NOTHING} → {after or NOTHING} {count(number)}"
        for before, after, number in batch.genres[:MOST_GENRES]
    ]
    return listed(named + ["…"] * (len(batch.genres) > MOST_GENRES))


def _folders_text(batch: MoveBatch) -> str:
    """Return "into Music: Pop 34, Jazz 12", the most frequent first."""
    named = [f"{genre} {count(number)}" for genre, number in batch.genres[:MOST_GENRES]]
    shown = listed(named + ["…"] * (len(batch.genres) > MOST_GENRES))
    said = QCoreApplication.translate("Batches", "into {folder}: {genres}")
    return said.format(folder=readable(batch.into.name), genres=shown)


def state_text(batch: HistoryBatch) -> str:
    """Return how the files of a batch stand now."""
    if isinstance(batch, MoveBatch):
        words = {MoveState.MOVED: _KIND_WORDS[batch.kind], **_MOVE_WORDS}
        return " · ".join(
            QCoreApplication.translate(CONTEXT, str(words[state])).format(number=count(number))
            for state, number in batch.counts.items()
            if state in words
        )
    parts = [
        QCoreApplication.translate(CONTEXT, str(words)).format(number=count(number))
        for state, words in _WORDS.items()
        if (number := batch.counts.get(state, 0))
    ]
    if batch.is_pruned and not batch.undoable:
        parts.append(QCoreApplication.translate("Batches", "too old to be taken back"))
    return " · ".join(parts)


COLUMNS: tuple[Column[HistoryBatch], ...] = (
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
