"""Keeps the panel in step with the table: which track is in hand, and which may come next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtWidgets import QTableView

from musicreclass.core.ensemble.prediction import SuggestionLine
from musicreclass.core.location import path_of
from musicreclass.core.track import TrackLine
from musicreclass.gui.detail.detail_panel import DetailPanel
from musicreclass.gui.detail.previews import TrackPreviews
from musicreclass.gui.player.player import Player
from musicreclass.gui.tracks.track_table import TrackTableModel

AHEAD = (1, 2, -1)  # rows that are likely to be next: most people go down


class Following(QObject):
    """Shows in `panel` what is current in `table`, from `begin` on.

    Not before: the first preview loads networks and the player, and a window that opens on a
    hundred thousand tracks would be seconds later for it.
    """

    def __init__(
        self,
        table: QTableView,
        tracks: TrackTableModel,
        previews: TrackPreviews,
        panel: DetailPanel,
    ) -> None:
        super().__init__(panel)
        self._table = table
        self._tracks = tracks
        self._previews = previews
        self._panel = panel
        self._has_begun = False
        table.selectionModel().currentRowChanged.connect(self._on_row)
        tracks.dataChanged.connect(self._on_changed)
        tracks.modelReset.connect(self.show_current)
        panel.wanted.connect(self.play)
        panel.player.ended.connect(self._on_ended)

    @property
    def player(self) -> Player:
        """Return what plays the tracks that are shown."""
        return self._panel.player

    @property
    def panel(self) -> DetailPanel:
        """Return what shows the track that is current."""
        return self._panel

    def begin(self) -> None:
        """Show the track that is current, and those that will be."""
        self._has_begun = True
        self.show_current()

    def show_current(self) -> None:
        """Show the track that is current in the table."""
        if not self._has_begun:
            return
        index = self._table.currentIndex()
        if not index.isValid():
            self._panel.show_track(None, ())
            return
        rows = self._tracks.tracks
        ahead = (index.row() + step for step in AHEAD)
        lines = [rows.line_at(row) for row in ahead if 0 <= row < rows.shown_count]
        self._panel.show_track(rows.line_at(index.row()), lines)

    def note_suggestions(self, pairs: Sequence[tuple[int, SuggestionLine]]) -> None:
        """Take note of new suggestions."""
        self._previews.note_suggested(track_id for track_id, _ in pairs)

    def note_written(self, lines: Sequence[TrackLine]) -> None:
        """Take note that files were written, before the table shows it."""
        self._previews.note_written(lines)

    def play(self, line: TrackLine) -> None:
        """Go to a track and play it; one that the table does not show is played all the same."""
        row = self._tracks.tracks.row_of(line.id)
        if row >= 0:
            self._table.selectRow(row)
            self._table.scrollTo(self._tracks.index(row, 0))
        else:
            self._panel.show_track(line, ())
        self._panel.player.load(path_of(line.location), plays=True)

    def _on_row(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.show_current()

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.row() <= self._table.currentIndex().row() <= last.row():
            self.show_current()

    def _on_ended(self) -> None:
        """Go on to the next track where tracks are played as they come."""
        row = self._table.currentIndex().row() + 1
        if self._panel.bar.plays_on_move and 0 < row < self._tracks.rowCount():
            self._table.selectRow(row)
