"""Collects what refers to itself on the window's thread, and on no other.

Python collects on whichever thread allocates most. On a job's thread that would take down dialogs
which were closed long ago, while Qt wants its objects deleted on the thread that they live on: the
program crashes.
"""

import gc

from PySide6.QtCore import QObject, QTimer

BUSY_MS = 50  # so that what has come since is soon looked through: 100,000 objects take 10 ms
QUIET_MS = 500
FEW = 1_000  # new objects in a while that is quiet


class GarbageCollection(QObject):
    """Does what Python does by itself elsewhere, as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(QUIET_MS)

    def collect(self) -> None:
        """Collect the oldest generation that is due by Python's own thresholds, if one is."""
        counts = gc.get_count()
        due = [age for age, most in enumerate(gc.get_threshold()) if counts[age] > most]
        if due:
            gc.collect(due[-1])
        self._timer.setInterval(QUIET_MS if counts[0] < FEW else BUSY_MS)
