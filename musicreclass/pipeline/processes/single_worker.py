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
from musicreclass.pipeline.processes.memory_limit import SOUND_BYTES
from musicreclass.pipeline.processes.pool import STOP_SECONDS, WAIT_SECONDS
from musicreclass.pipeline.processes.worker import NICENESS
from musicreclass.sentences.reason import Reason, because

Item = TypeVar("Item")
Result = TypeVar("Result")


class SingleWorker(Generic[Item, Result]):
    """Works on files beside its owner, one at a time. Whoever has one stops it."""

    def __init__(
        self,
        work: Callable[[Item], Result],
        seconds: float,
        log: Path | None = None,
        most_bytes: int = SOUND_BYTES,
        *,
        niceness: int = NICENESS,
    ) -> None:
        """Take note of what is done, and start nothing yet.

        Args:
            work: a function of a module, which the child calls with an item; what is heavy is
                best loaded by its first call, for the parent loads the module, too.
            seconds: how long an item may take.
            log: where the child prints to; nowhere if None.
            most_bytes: of memory that the child may have.
            niceness: how far the child stands back.
        """
        self._work = pickle.dumps(work)
        self._seconds = seconds
        self._log = str(log or os.devnull)
        self._most_bytes = most_bytes
        self._niceness = niceness
        self._clock = ParentClock()
        self._child: Child[Item] | None = None

    def begin(self, item: Item) -> None:
        """Let the child work on something while other things are done."""
        if self._child is None:
            with interrupts_held_back():
                self._child = Child(
                    self._work,
                    self._log,
                    self._clock.tick(),
                    most_bytes=self._most_bytes,
                    niceness=self._niceness,
                )
        self._child.give([item], self._clock.tick())

    def has_answer(self) -> bool:
        """Say whether the child has said anything: that it has come up, or more."""
        return self._child is not None and bool(wait([self._child.answers], 0.0))

    def finish(self, path: Path, ctx: JobContext) -> Result:
        """Wait for the result of what was begun, and return it.

        Args:
            path: the file to blame.

        Raises:
            MusicReclassError: nothing can be got out of the file, or it crashed its reader.
            Cancelled: the user stopped; the worker is to be stopped, too.
            WorkerBug: something unexpected was raised.
        """
        child = self._child
        if child is None:
            raise RuntimeError("nothing was begun")
        while True:
            if wait([child.answers], WAIT_SECONDS):
                if (outcome := self._received(child, path)) is not None:
                    return outcome[0]
            elif child.is_overdue(self._clock.tick(), self._seconds):
                self.stop()
                raise TookTooLong(path, because("pipeline.took_too_long", seconds=self._seconds))
            ctx.raise_if_cancelled()

    def stop(self) -> Reason | None:
        """End the child, whatever it does, and return how it ended; the next item gets another."""
        child, self._child = self._child, None
        return None if child is None else child.end(STOP_SECONDS)

    def _received(self, child: Child[Item], path: Path) -> tuple[Result] | None:
        try:
            received = child.receive(self._clock.tick())
        except ChildGone as error:
            how = self.stop()
            assert how is not None
            raise ProcessDied(path, because("pipeline.crashed", how=how)) from error
        except WorkerBug:
            self.stop()
            raise
        if received is None:
            return None
        _, outcome = received
        if isinstance(outcome, MusicReclassError):
            raise outcome
        return (outcome,)
