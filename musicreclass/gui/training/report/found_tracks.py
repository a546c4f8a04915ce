"""Tracks that a report speaks of, as a table: where they lie, and what was said of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QAbstractTableModel, QCoreApplication, QObject, Qt

from musicreclass.core.genre import Taxonomy
from musicreclass.core.location import readable
from musicreclass.gui.messages import percent
from musicreclass.gui.tracks.track_table import NO_PARENT, Index
from musicreclass.gui.widgets.drawing import dot

if TYPE_CHECKING:
    from musicreclass.training.reports.report import (  # with it, scikit-learn
        ReportTrack,
        TrainingReport,
    )
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from musicreclass.gui.widgets.fitted_header import FittedHeader
from musicreclass.gui.widgets.tables import settle

CONTEXT = "FoundTracks"
PLAYS, STANDS_STILL = "❚❚", "▶"

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


@dataclass(frozen=True, slots=True)
class FoundTrack:
    """A track, and what there is to say of it."""

    path: str
    title: str
    artist: str
    genre: str  # where it lies
    said: str  # which genre it was taken for, or of which other it is a copy
    remark: str = ""


@dataclass(frozen=True, slots=True)
class FoundColumn:
    """How one property of a track is shown and sized."""

    heading: object  # text, which Qt's marker for translators types as anything
    text: Callable[[FoundTrack], str]
    width: int  # pixels, or the share of what is left where it `stretches`
    stretches: bool = True


COLUMNS: tuple[FoundColumn, ...] = (
    FoundColumn("", lambda found: STANDS_STILL, 40, stretches=False),
    FoundColumn(QT_TRANSLATE_NOOP("FoundTracks", "Title"), lambda found: found.title, 34),
    FoundColumn(QT_TRANSLATE_NOOP("FoundTracks", "Artist"), lambda found: found.artist, 24),
    FoundColumn(QT_TRANSLATE_NOOP("FoundTracks", "Lies in"), lambda found: found.genre, 18),
    FoundColumn(QT_TRANSLATE_NOOP("FoundTracks", "Sounds like"), lambda found: found.said, 18),
    FoundColumn("", lambda found: found.remark, 64, stretches=False),
)
PLAY, TITLE, ARTIST, GENRE, SAID, REMARK = range(len(COLUMNS))


class FoundTableModel(QAbstractTableModel):
    """Knows which of its tracks is playing."""

    def __init__(self, taxonomy: Taxonomy, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._taxonomy = taxonomy
        self._rows: list[FoundTrack] = []
        self._playing = ""

    def show_tracks(self, rows: Sequence[FoundTrack]) -> None:
        """Show these tracks and no others."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def note_playing(self, path: str) -> None:
        """Take note of which track is playing; "" is none."""
        self._playing = path
        if self._rows:
            self.dataChanged.emit(self.index(0, PLAY), self.index(len(self._rows) - 1, PLAY))

    def track_at(self, row: int) -> FoundTrack:
        return self._rows[row]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == _DISPLAY:
            return PLAYS if self._is_played(row, column) else COLUMNS[column].text(row)
        if role == Qt.ItemDataRole.DecorationRole and column in (GENRE, SAID):
            return self._dot(row.genre if column == GENRE else row.said)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == PLAY:
            return self._tool_tip(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == _DISPLAY:
            heading = str(COLUMNS[section].heading)
            return QCoreApplication.translate(CONTEXT, heading) if heading else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def _is_played(self, row: FoundTrack, column: int) -> bool:
        return column == PLAY and bool(self._playing) and row.path == self._playing

    def _dot(self, genre: str) -> Any:
        return dot(self._taxonomy.colour(genre)) if genre else None

    def _tool_tip(self, row: FoundTrack, column: int) -> str:
        if column == PLAY:
            if self._is_played(row, column):
                return QCoreApplication.translate("FoundTracks", "Pause")
            return QCoreApplication.translate("FoundTracks", "Play")
        return readable(row.path) if column == TITLE else COLUMNS[column].text(row)


def _alignment(column: int) -> Qt.AlignmentFlag:
    sides = {PLAY: Qt.AlignmentFlag.AlignHCenter, REMARK: Qt.AlignmentFlag.AlignRight}
    return Qt.AlignmentFlag.AlignVCenter | sides.get(column, Qt.AlignmentFlag.AlignLeft)


def answered(track: ReportTrack) -> FoundTrack:
    """Return a track with what it was taken for, and how surely."""
    remark = "" if track.confidence is None else percent(track.confidence)
    return FoundTrack(
        track.path, track.title, track.artist, track.genre, track.answer or "", remark
    )


def suspects(report: TrainingReport) -> list[FoundTrack]:
    """Return the tracks that look mislabelled, the most suspicious first."""
    found = []
    for one in report.mislabels:
        track = report.tracks[one.place]
        found.append(FoundTrack(track.path, track.title, track.artist, one.given, one.likely))
    return found


def copies(report: TrainingReport) -> list[FoundTrack]:
    """Return recordings that are there twice, one below the other."""
    found = []
    for place, other in report.copies:
        for number, track in enumerate((report.tracks[place], report.tracks[other])):
            remark = "=" if number else ""
            found.append(FoundTrack(track.path, track.title, track.artist, track.genre, "", remark))
    return found


class FoundView(QTableView):
    """Signals: `play_wanted` with the path of a track."""

    play_wanted = Signal(str)

    def __init__(self, taxonomy: Taxonomy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tracks = FoundTableModel(taxonomy, self)
        self.setAccessibleName(self.tr("Tracks"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        settle(self)
        widths, stretching = [c.width for c in COLUMNS], [c.stretches for c in COLUMNS]
        self.header = FittedHeader(widths, stretching, self)
        self.setHorizontalHeader(self.header)
        self.setModel(self.tracks)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self.currentIndex().isValid():
            self._play(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: Index) -> None:
        if index.column() == PLAY:
            self._play(index)

    def _on_double_clicked(self, index: Index) -> None:
        if index.column() != PLAY:  # there the first click did it already
            self._play(index)

    def _play(self, index: Index) -> None:
        self.play_wanted.emit(self.tracks.track_at(index.row()).path)
