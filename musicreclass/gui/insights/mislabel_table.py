"""Tracks whose genre is probably wrong, as a Qt model: one row a track."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject
from PySide6.QtGui import QIcon

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.language import spoken
from musicreclass.gui.messages import percent
from musicreclass.gui.widgets.column_table import CENTRE, RIGHT, Column, ColumnTableModel
from musicreclass.gui.widgets.drawing import dot

if TYPE_CHECKING:
    from musicreclass.pipeline.insights.library_mislabels import Contradiction

PLAY, TITLE, ARTIST, GIVEN, LIKELY, CONFIDENCE = range(6)
PLAYS, PAUSED = "⏸", "▶"


class MislabelTableModel(ColumnTableModel["Contradiction"]):
    """Knows which of its tracks is playing."""

    def __init__(self, taxonomy: Taxonomy, parent: QObject | None = None) -> None:
        super().__init__(self._columns(), "Mislabels", parent)
        self._taxonomy = taxonomy
        self._playing = -1  # id of the track that plays

    def note_playing(self, track_id: int) -> None:
        """Show which track plays, -1 for none."""
        self._playing = track_id
        self.say_changed(range(self.rowCount()))

    def _columns(self) -> tuple[Column[Contradiction], ...]:
        return (
            Column(
                "play",
                "",
                lambda row: PLAYS if row.line.id == self._playing else PAUSED,
                48,
                alignment=CENTRE,
                tool_tip=lambda row: self.tr("Play it, or pause"),
            ),
            Column(
                "title",
                QT_TRANSLATE_NOOP("Mislabels", "Title"),
                lambda row: row.line.shown_title,
                40,
                stretches=True,
            ),
            Column(
                "artist",
                QT_TRANSLATE_NOOP("Mislabels", "Artist"),
                lambda row: row.line.artist,
                26,
                stretches=True,
            ),
            Column(
                "given",
                QT_TRANSLATE_NOOP("Mislabels", "Genre in file"),
                lambda row: row.given,
                24,
                stretches=True,
                icon=lambda row: self._dot(row.given.partition(";")[0]),
            ),
            Column(
                "likely",
                QT_TRANSLATE_NOOP("Mislabels", "Sounds like"),
                lambda row: self._taxonomy.name(row.likely, spoken()),
                20,
                stretches=True,
                icon=lambda row: self._dot(row.likely),
                tool_tip=lambda row: row.likely,
            ),
            Column(
                "confidence",
                QT_TRANSLATE_NOOP("Mislabels", "Confidence"),
                lambda row: percent(row.confidence),
                110,
                alignment=RIGHT,
            ),
        )

    def _dot(self, genre: str) -> QIcon:
        return dot(self._taxonomy.colour(genre))
