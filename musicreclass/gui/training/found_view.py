"""Tracks of a report as a widget: a double-click, Enter or the mark in front plays one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.review.track_table import Index
from musicreclass.gui.training.found_table import COLUMNS, PLAY, FoundTableModel
from musicreclass.gui.widgets.fitted_header import FittedHeader
from musicreclass.gui.widgets.tables import settle


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
