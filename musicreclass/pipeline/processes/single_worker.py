"""A pool of one: a child process for one item at a time, kept because starting takes a second."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from multiprocessing.connection import wait
from pathlib import Path
from typing import Generic, TypeVar

from musicreclass.core.job import JobContext
from musicreclass.errors import MusicReclassError
from musicreclass.pipeline.processes.child import (
    Child,
    ChildGone,
    ParentClock,
    ProcessDied,
    TookTooLong,
    WorkerBug,
    interrupts_held_back,
)
from musicreclass.pipeline.processes.pool import STOP_SECONDS, WAIT_SECONDS
from musicreclass.sentences.reason import because

Result = TypeVar("Result")


class SingleWorker(Generic[Result]):
    """Works on files beside its owner, one at a time. Whoever has one stops it."""

    def __init__(
        self, work: Callable[[str], Result], seconds: float, log: Path | None = None
    ) -> None:
        """Take note of what is done, and start nothing yet.

        Args:
            work: a function of a module, which the child calls with a path; what is heavy is
                best loaded by its first call, for the parent loads the module, too.
            seconds: how long a file may take.
            log: where the child prints to; nowhere if None.
        """
        self._work = pickle.dumps(work)
        self._seconds = seconds
        self._log = str(log or os.devnull)
        self._clock = ParentClock()
        self._child: Child[str] | None = None

    def begin(self, path: Path) -> None:
        """Let the child work on a file while other things are done."""
        if self._child is None:
            with interrupts_held_back():
                self._child = Child(self._work, self._log, self._clock.tick())
        self._child.give([str(path)], self._clock.tick())

    def finish(self, path: Path, ctx: JobContext) -> Result:
        """Wait for the result of what was begun, and return it.

        Raises:
            MusicReclassError: nothing can be got out of the file, or it crashed its reader.
            Cancelled: the user stopped; the worker is to be stopped, too.
            WorkerBug: something unexpected was raised.
        """
        while (child := self._child) is not None:
            if wait([child.answers], WAIT_SECONDS):
                if (outcome := self._received(child, path)) is not None:
                    return outcome[0]
            elif child.is_overdue(self._clock.tick(), self._seconds):
                self.stop()
                raise TookTooLong(path, because("pipeline.drawing_too_long", seconds=self._seconds))
            ctx.raise_if_cancelled()
        raise ProcessDied(path, because("pipeline.crashed"))

    def stop(self) -> None:
        """End the child, whatever it does; the next file gets another."""
        if self._child is not None:
            self._child.end(STOP_SECONDS)
            self._child = None

    def _received(self, child: Child[str], path: Path) -> tuple[Result] | None:
        try:
            received = child.receive(self._clock.tick())
        except ChildGone as error:
            self.stop()
            raise ProcessDied(path, because("pipeline.crashed")) from error
        except WorkerBug:
            self.stop()
            raise
        if received is None:
            return None
        _, outcome = received
        if isinstance(outcome, MusicReclassError):
            raise outcome
        return (outcome,)
