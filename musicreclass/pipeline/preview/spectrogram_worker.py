"""A child process that draws one file after the other, kept because starting takes a second."""

from __future__ import annotations

import os
import pickle
from multiprocessing.connection import wait
from pathlib import Path

from musicreclass.core.job import JobContext
from musicreclass.errors import MusicReclassError
from musicreclass.pipeline.preview.track_preview import Picture
from musicreclass.pipeline.processes.child import (
    Child,
    ChildGone,
    ListeningClock,
    interrupts_held_back,
)
from musicreclass.pipeline.processes.pool import (
    DISMISS_SECONDS,
    ProcessDied,
    TookTooLong,
    WorkerBug,
)
from musicreclass.pipeline.processes.worker import Answer

WAIT_SECONDS = 0.1  # how long at most until Stop is noticed
MOST_SECONDS = 120.0  # for one file; four hours of MP3 take half of it


class SpectrogramWorker:
    """Draws pictures, one at a time. Whoever has one dismisses it."""

    def __init__(self, log: Path | None = None) -> None:
        self._log = str(log or os.devnull)
        self._clock = ListeningClock()
        self._child: Child[str] | None = None

    def begin(self, path: Path) -> None:
        """Let the child draw a file while other things are done."""
        if self._child is None:
            with interrupts_held_back():
                from musicreclass.pipeline.preview.spectrogram_picture import (
                    draw,  # scipy takes its time
                )

                self._child = Child(pickle.dumps(draw), self._log, self._clock.tick())
        self._child.give([str(path)], self._clock.tick())

    def finish(self, path: Path, ctx: JobContext) -> Picture:
        """Wait for the picture that was begun, and return it.

        Raises:
            MusicReclassError: there is no sound in the file, or it crashed its reader.
            Cancelled: the user stopped; the artist is to be dismissed.
            WorkerBug: something unexpected was raised.
        """
        while (child := self._child) is not None:
            if wait([child.answers], WAIT_SECONDS):
                picture = self._hear(child, path)
                if picture is not None:
                    return picture
            elif child.is_overdue(self._clock.tick(), MOST_SECONDS):
                self.dismiss()
                reason = f"drawing it took longer than {MOST_SECONDS:g} seconds"
                raise TookTooLong(path, reason)
            ctx.raise_if_cancelled()
        raise ProcessDied(path, "it crashed its reader")

    def dismiss(self) -> None:
        """End the child, whatever it does; the next picture gets another."""
        if self._child is not None:
            self._child.end(DISMISS_SECONDS)
            self._child = None

    def _hear(self, child: Child[str], path: Path) -> Picture | None:
        try:
            answer, value = child.analyze_file(self._clock.tick())
        except ChildGone as error:
            self.dismiss()
            raise ProcessDied(path, "it crashed its reader") from error
        if answer is Answer.READY:
            return None
        if answer is Answer.BUG:
            self.dismiss()
            summary, traceback = value
            bug = WorkerBug(summary)
            bug.add_note(f"in the child:\n{traceback}")
            raise bug
        child.held.popleft()
        if isinstance(value, MusicReclassError):
            raise value
        assert isinstance(value, Picture)
        return value
