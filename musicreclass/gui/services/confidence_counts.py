"""How sure the suggestions are that a bulk accept would take, counted bit by bit."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from musicreclass.core.ensemble.precision import Floats
from musicreclass.core.review.bulk import acceptable
from musicreclass.core.track import TrackLine
from musicreclass.gui.tracks.track_table import TrackTableModel
from musicreclass.gui.workers import single_shot

REST_MS = 120  # what changes the list goes on changing it
LINES_AT_ONCE = 8_000


class ConfidenceCounts(QObject):
    """Keeps count of what is shown, some thousand tracks at a time so that the window stays quick.

    Signals:
        counted: the count is up to date.
    """

    counted = Signal()

    def __init__(self, tracks: TrackTableModel) -> None:
        super().__init__(tracks)
        self.confidences: Floats = np.empty(0)  # shape (n_acceptable,), rising
        self._tracks = tracks
        self._lines: list[TrackLine] = []  # still to be counted
        self._found: list[float] = []
        self._resting = single_shot(self, REST_MS, self._begin)
        self._working = QTimer(self)
        self._working.timeout.connect(self._go_on)
        for changed in (tracks.modelReset, tracks.rowsInserted, tracks.rowsRemoved):
            changed.connect(self._on_changed)
        tracks.dataChanged.connect(self._on_changed)

    @property
    def is_counting(self) -> bool:
        return self._resting.isActive() or self._working.isActive()

    def count_from(self, confidence: float) -> int:
        """Return how many would be accepted at or above a confidence."""
        return len(self.confidences) - int(np.searchsorted(self.confidences, confidence))

    def _on_changed(self) -> None:
        if not self._resting.isActive():
            self._resting.start()

    def _begin(self) -> None:
        self._lines, self._found = self._tracks.tracks.shown(), []
        self._working.start(0)

    def _go_on(self) -> None:
        some, self._lines = self._lines[:LINES_AT_ONCE], self._lines[LINES_AT_ONCE:]
        said = [line.suggestion for line in acceptable(some, 0.0)]
        self._found.extend(one.confidence for one in said if one is not None)
        if not self._lines:
            self._working.stop()
            self.confidences = np.sort(np.array(self._found, dtype=np.float64))
            self.counted.emit()
