"""What goes wrong between jobs, in the window's own code: into the log, and offered there."""

from __future__ import annotations

import logging
import sys
from types import TracebackType

from musicreclass.gui.workers import Workers

logger = logging.getLogger(__name__)


def note_faults(workers: Workers) -> None:
    """Log what nobody caught, beside printing it, and let the log be offered."""
    before = sys.excepthook

    def note(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        before(kind, error, where)
        if not issubclass(kind, KeyboardInterrupt):
            logger.error("uncaught", exc_info=(kind, error, where))
            workers.faulted.emit()

    sys.excepthook = note
