"""How sure the suggestions are that a bulk accept would take."""

from __future__ import annotations

import time

import numpy as np
from PySide6.QtCore import QObject, Signal

from musicreclass.core.ensemble.precision import Floats
from musicreclass.gui.tracks.track_table import TrackTableModel
from musicreclass.gui.workers import single_shot

REST_MS = 120  # what changes the list goes on changing it
SPARE = 10  # counting takes at most one part of so many of the time


class ConfidenceCounts(QObject):
    """Keeps count of what is shown.

    Signals:
        counted: the count is up to date.
    """

    counted = Signal()

    def __init__(self, tracks: TrackTableModel) -> None:
        super().__init__(tracks)
        self.confidences: Floats = np.empty(0)  # shape (n_acceptable,), rising
        self._tracks = tracks
        self._resting = single_shot(self, REST_MS, self._count)
        for changed in (tracks.modelReset, tracks.rowsInserted, tracks.rowsRemoved):
            changed.connect(self._on_changed)
        tracks.dataChanged.connect(self._on_changed)

    @property
    def is_counting(self) -> bool:
        return self._resting.isActive()

    def count_from(self, confidence: float) -> int:
        """Return how many would be accepted at or above a confidence."""
        return len(self.confidences) - int(np.searchsorted(self.confidences, confidence))

    def _on_changed(self) -> None:
        if not self._resting.isActive():
            self._resting.start()

    def _count(self) -> None:
        began_at = time.thread_time()
        self.confidences = self._tracks.tracks.confidences_to_accept()
        seconds = time.thread_time() - began_at
        self._resting.setInterval(max(REST_MS, round(SPARE * seconds * 1000)))
        self.counted.emit()
