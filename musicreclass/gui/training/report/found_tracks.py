"""Tracks that a report speaks of, as a table: where they lie, and what was said of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from musicreclass.core.genre import Taxonomy
from musicreclass.core.location import readable
from musicreclass.gui.found.found_menu import FoundMenu
from musicreclass.gui.language import genre_name
from musicreclass.gui.messages import percent
from musicreclass.gui.widgets.column_table import CENTRE, RIGHT, Column, ColumnTableModel, Index
from musicreclass.gui.widgets.column_view import ColumnView
from musicreclass.gui.widgets.drawing import dot
from musicreclass.pipeline.insights.findings import LabelIssue

if TYPE_CHECKING:
    from musicreclass.training.reports.report import ReportTrack, TrainingReport

CONTEXT = "FoundTracks"
PLAYS, STANDS_STILL = "❚❚", "▶"
MOVED = "→ ✓"
PLAY, TITLE, ARTIST, GENRE, SAID, REMARK = range(6)


@dataclass(frozen=True, slots=True)
class FoundTrack:
    """A track, and what there is to say of it."""

    path: str
    title: str
    artist: str
    genre: str  # where it lies
    said: str  # which genre it was taken for, or of which other it is a copy
    remark: str = ""

    @property
    def finding(self) -> LabelIssue:
        likely = self.said if self.said != self.genre else ""
        return LabelIssue(Path(self.path), self.genre, likely)


class FoundTableModel(ColumnTableModel[FoundTrack]):
    """Knows which of its tracks is playing."""

    def __init__(self, taxonomy: Taxonomy, parent: QObject | None = None) -> None:
        super().__init__(self._columns(), CONTEXT, parent)
        self._taxonomy = taxonomy
        self._playing = ""

    def note_playing(self, path: str) -> None:
        """Take note of which track is playing; "" is none."""
        self._playing = path
        self.say_changed(range(self.rowCount()))

    def note_moved(self, path: str, to: str, genre: str) -> None:
        """Show that a file lies elsewhere now: in the folder of another genre."""
        for row in range(self.rowCount()):
            if (track := self.row_at(row)).path == path:
                self.replace_row(row, replace(track, path=to, genre=genre, remark=MOVED))

    def _columns(self) -> tuple[Column[FoundTrack], ...]:
        return (
            Column("play", "", self._mark, 40, alignment=CENTRE, tool_tip=self._what_a_click_does),
            Column(
                "title",
                QT_TRANSLATE_NOOP("FoundTracks", "Title"),
                lambda found: found.title,
                34,
                stretches=True,
                tool_tip=lambda found: readable(found.path),
            ),
            Column(
                "artist",
                QT_TRANSLATE_NOOP("FoundTracks", "Artist"),
                lambda found: found.artist,
                24,
                stretches=True,
            ),
            self._genre("genre", QT_TRANSLATE_NOOP("FoundTracks", "Lies in"), lambda f: f.genre),
            self._genre("said", QT_TRANSLATE_NOOP("FoundTracks", "Sounds like"), lambda f: f.said),
            Column("remark", "", lambda found: found.remark, 64, alignment=RIGHT),
        )

    def _genre(
        self, name: str, heading: object, genre: Callable[[FoundTrack], str]
    ) -> Column[FoundTrack]:
        def icon(found: FoundTrack) -> QIcon | None:
            return dot(self._taxonomy.colour(genre(found))) if genre(found) else None

        def text(found: FoundTrack) -> str:
            return genre_name(self._taxonomy, genre(found)) if genre(found) else ""

        return Column(name, heading, text, 18, stretches=True, icon=icon)

    def _mark(self, found: FoundTrack) -> str:
        return PLAYS if found.path == self._playing else STANDS_STILL

    def _what_a_click_does(self, found: FoundTrack) -> str:
        if found.path == self._playing:
            return QCoreApplication.translate("FoundTracks", "Pause")
        return QCoreApplication.translate("FoundTracks", "Play")


def answered(track: ReportTrack) -> FoundTrack:
    """Return a track with what it was taken for, and how surely."""
    sure = "" if track.confidence is None else percent(track.confidence)
    return FoundTrack(track.path, track.title, track.artist, track.genre, track.answer or "", sure)


def mislabelled(report: TrainingReport) -> list[FoundTrack]:
    """Return the tracks that look mislabelled, the most suspicious first."""
    pairs = [(report.tracks[one.index], one) for one in report.mislabels]
    return [FoundTrack(t.path, t.title, t.artist, one.given, one.likely) for t, one in pairs]


def copies(report: TrainingReport) -> list[FoundTrack]:
    """Return recordings that are there twice, one below the other."""
    found = []
    for index, other in report.copies:
        for number, track in enumerate((report.tracks[index], report.tracks[other])):
            remark = "=" if number else ""
            found.append(FoundTrack(track.path, track.title, track.artist, track.genre, "", remark))
    return found


class FoundView(ColumnView):
    """Plays a track on a double-click, on Enter, or on a click on the mark in front.

    Signals:
        play_wanted: the path of a track.
    """

    play_wanted = Signal(str)

    def __init__(
        self,
        taxonomy: Taxonomy,
        parent: QWidget | None = None,
        *,
        are_suspicious: Callable[[], bool] = lambda: True,
    ) -> None:
        """Make the table; `are_suspicious` is as in `FoundMenu`."""
        self.tracks = FoundTableModel(taxonomy)
        super().__init__(self.tracks, self.tr("Tracks"), parent, selects_many=True)
        self.tracks.setParent(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.menu = FoundMenu(self, self.issues_in_hand, taxonomy, are_suspicious=are_suspicious)
        self.menu.play_wanted.connect(lambda: self._play(self.currentIndex()))
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)

    def issues_in_hand(self) -> list[LabelIssue]:
        """Return the tracks that are selected."""
        return [self.tracks.row_at(row).finding for row in self.selected_row_numbers()]

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
        self.play_wanted.emit(self.tracks.row_at(index.row()).path)
