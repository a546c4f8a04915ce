"""Gives memory back that was needed for a moment: a library that is read, suggestions that come.

The C library keeps what was freed for what may be wanted next; of a hundred thousand rows these are
some 15 MB, which nobody wants again.
"""

import ctypes
import sys
from contextlib import suppress

from PySide6.QtCore import QObject

from musicreclass.core.job import JobContext
from musicreclass.gui.services.pending_updates import PendingUpdates
from musicreclass.gui.workers import Workers, single_shot

REST_MS = 2_000  # after the last rows or suggestions


class FreedMemory(QObject):
    """Gives back what is free whenever no more has come for a while."""

    def __init__(self, updates: PendingUpdates, workers: Workers) -> None:
        super().__init__(updates)
        self._workers = workers
        self._resting = single_shot(self, REST_MS, self._give_back)
        updates.taken_in.connect(self._resting.start)

    def _give_back(self) -> None:
        self._workers.start(self._workers.prepare(give_back))


def give_back(ctx: JobContext) -> None:
    """Let the system have the memory that is free, where the C library can do that."""
    ctx.raise_if_cancelled()
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # of a C library that has another name, or no such
            ctypes.CDLL("libc.so.6").malloc_trim(0)
