"""Where a window has computed what needs networks: in processes of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from musicreclass.gui.language import in_words
from musicreclass.pipeline.computing.suggesting import load_ahead
from musicreclass.pipeline.processes.compute_child import ComputeChild, OneJobEach, Run, in_place
from musicreclass.sentences.reason import Reason


@dataclass(frozen=True, slots=True)
class Computing:
    """How jobs are run that need networks."""

    run: Run = in_place
    run_alone: Run = in_place  # those that take long and need memory: trainings


class ComputeProcesses(QObject):
    """The processes of one window: one that answers, and one for each training.

    Signals:
        said: a sentence: one of them ended, and was replaced.
    """

    said = Signal(str)
    _replaced = Signal(object)  # from whatever thread took note of it

    def __init__(self, log: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answering = ComputeChild(log, self._replaced.emit)
        self._training = OneJobEach(log, self._replaced.emit)
        self.computing = Computing(self._answering.run, self._training.run)
        self._replaced.connect(self._on_replaced)

    def load_ahead(self) -> None:
        """Have what answers loaded while the window is built: it takes as long."""
        self._answering.load_ahead(load_ahead)

    def stop(self) -> None:
        """End all of them, whatever they do: what they write survives it."""
        self._training.stop()
        self._answering.stop()

    def _on_replaced(self, reason: Reason) -> None:
        self.said.emit(in_words(reason))
