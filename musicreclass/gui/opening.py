"""How a window comes about that stands already: its parts are loaded beside it, then put in."""

from __future__ import annotations

import importlib
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from musicreclass.gui.frame import WindowFrame
from musicreclass.gui.workers import TURN_MS, JobThread
from musicreclass.logs import decoder_log

if TYPE_CHECKING:
    from musicreclass.gui.services.computing import ComputeProcesses

logger = logging.getLogger(__name__)

COMPUTING, ASSEMBLING = "musicreclass.gui.services.computing", "musicreclass.gui.assembling"


class Opening(QObject):
    """Loads what a window is made of while its frame is drawn, and makes a part in a turn.

    Signals:
        opened: all parts are there.
        failed: they cannot be made; `error` says why.
    """

    opened = Signal()
    failed = Signal()

    def __init__(self, frame: WindowFrame, library_file: Path) -> None:
        super().__init__(frame.window)
        self.error: Exception | None = None
        self.processes: ComputeProcesses | None = None
        self._frame = frame
        self._library_file = library_file
        self._parts: Iterator[None] = iter(())

    def begin(self) -> None:
        self._frame.window.strip.say_passing(self.tr("Opening…"), fades=False)
        thread = self._frame.workers.prepare(_load)
        thread.published.connect(lambda _: self._begin_computing())
        thread.succeeded.connect(lambda _: self._assemble())
        thread.failed.connect(self._fail)
        self._frame.workers.start(thread)

    def _begin_computing(self) -> None:
        """Have what answers loaded in its process meanwhile: it takes as long."""
        from musicreclass.gui.services.computing import ComputeProcesses

        self.processes = ComputeProcesses(decoder_log())
        self.processes.said.connect(self._frame.window.strip.say)
        self.processes.load_ahead()

    def _assemble(self) -> None:
        from musicreclass.gui.assembling import assemble

        assert self.processes is not None
        self._parts = assemble(self._frame, self._library_file, self.processes.computing)
        self._take_turn()

    def _take_turn(self) -> None:
        try:
            next(self._parts)
        except StopIteration:
            self._frame.window.strip.let_pass()
            self.opened.emit()
        except Exception as error:
            logger.exception("the window cannot be made")
            self._fail(error)
        else:
            QTimer.singleShot(TURN_MS, self, self._take_turn)

    def _fail(self, error: Exception) -> None:
        self.error = error
        self.failed.emit()


def _load(ctx: JobThread) -> None:
    """Load the modules of all parts, those of other processes first."""
    importlib.import_module(COMPUTING)
    ctx.publish(None)
    importlib.import_module(ASSEMBLING)
