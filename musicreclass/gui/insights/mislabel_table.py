"""Tracks whose genre is probably wrong, as a Qt model: one row a track."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QAbstractTableModel, QCoreApplication, QObject, Qt

from musicreclass.core.genre import Taxonomy
from musicreclass.core.track import TrackLine
from musicreclass.gui.language import spoken
from musicreclass.gui.messages import percent
from musicreclass.gui.tracks.track_table import NO_PARENT, Index
from musicreclass.gui.widgets.drawing import dot

if TYPE_CHECKING:
    from musicreclass.pipeline.insights.library_mislabels import (
        Contradiction,  # with it would come torch
    )

HEADINGS: tuple[object, ...] = (
    "",  # what plays it
    QT_TRANSLATE_NOOP("Mislabels", "Title"),
    QT_TRANSLATE_NOOP("Mislabels", "Artist"),
    QT_TRANSLATE_NOOP("Mislabels", "Genre in file"),
    QT_TRANSLATE_NOOP("Mislabels", "Sounds like"),
    QT_TRANSLATE_NOOP("Mislabels", "Confidence"),
)
PLAY, TITLE, ARTIST, GIVEN, LIKELY, CONFIDENCE = range(len(HEADINGS))
PLAYS, PAUSED = "⏸", "▶"

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


class MislabelTableModel(QAbstractTableModel):
    def __init__(self, taxonomy: Taxonomy, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._taxonomy = taxonomy
        self._rows: tuple[Contradiction, ...] = ()
        self._playing = -1  # id of the track that plays

    def show_rows(self, rows: Sequence[Contradiction]) -> None:
        """Show these and no others, in their order."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def line_at(self, row: int) -> TrackLine:
        return self._rows[row].line

    def note_playing(self, track_id: int) -> None:
        """Show which track plays, -1 for none."""
        self._playing = track_id
        if self._rows:
            last = self.index(len(self._rows) - 1, PLAY)
            self.dataChanged.emit(self.index(0, PLAY), last)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == _DISPLAY:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(row, column)
        if role == Qt.ItemDataRole.DecorationRole and column in (GIVEN, LIKELY):
            genre = row.given.partition(";")[0] if column == GIVEN else row.likely
            return dot(self._taxonomy.colour(genre))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(HEADINGS):
            return None
        if role == _DISPLAY:
            heading = str(HEADINGS[section])
            return QCoreApplication.translate("Mislabels", heading) if heading else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def _text(self, row: Contradiction, column: int) -> str:
        texts = {
            PLAY: PLAYS if row.line.id == self._playing else PAUSED,
            TITLE: row.line.shown_title,
            ARTIST: row.line.artist,
            GIVEN: row.given,
            LIKELY: self._taxonomy.name(row.likely, spoken()),
            CONFIDENCE: percent(row.confidence),
        }
        return texts[column]

    def _tool_tip(self, row: Contradiction, column: int) -> str:
        if column == PLAY:
            return self.tr("Play it, or pause")
        return row.likely if column == LIKELY else self._text(row, column)


def _alignment(column: int) -> Qt.AlignmentFlag:
    sides = {PLAY: Qt.AlignmentFlag.AlignHCenter, CONFIDENCE: Qt.AlignmentFlag.AlignRight}
    return Qt.AlignmentFlag.AlignVCenter | sides.get(column, Qt.AlignmentFlag.AlignLeft)
