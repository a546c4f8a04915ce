"""Calls of functions in child processes, within limits of time and memory, from any thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from musicreclass.core.job import JobContext
from musicreclass.errors import Cancelled, MusicReclassError
from musicreclass.pipeline.processes.single_worker import SingleWorker
from musicreclass.pipeline.processes.worker import NICENESS

Result = TypeVar("Result")
Call = Callable[[], Any]


def called(call: Call) -> Any:
    """Do in the child what was asked for."""
    return call()


class LimitedCalls:
    """As many children as there are calls at a time, each kept for the next. Whoever has it stops
    it.
    """

    def __init__(self, seconds: float, most_bytes: int, *, niceness: int = NICENESS) -> None:
        """Take note of what a call may take, and start nothing yet."""
        self._seconds = seconds
        self._most_bytes = most_bytes
        self._niceness = niceness
        self._idle: list[SingleWorker[Call, Any]] = []
        self._lock = threading.Lock()

    def result_of(self, path: Path, call: Callable[[], Result], ctx: JobContext) -> Result:
        """Return what `call` returns, which travels: a function of a module with its arguments.

        Args:
            path: the file to blame.

        Raises:
            FileProblem: that it took too much time or memory, or crashed.
            MusicReclassError: what `call` raised.
            Cancelled: the user stopped; the call was given up.
        """
        worker = self._worker()
        is_over = False
        try:
            worker.begin(call)
            result: Result = worker.finish(path, ctx)
            is_over = True
            return result
        except Cancelled:
            raise
        except MusicReclassError:
            is_over = True  # what died or hung has been stopped, and starts anew
            raise
        finally:
            if is_over:
                with self._lock:
                    self._idle.append(worker)
            else:
                worker.stop()

    def stop(self) -> None:
        """End all children, whatever they do."""
        with self._lock:
            workers, self._idle = self._idle, []
        for worker in workers:
            worker.stop()

    def _worker(self) -> SingleWorker[Call, Any]:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return SingleWorker(
            called, self._seconds, most_bytes=self._most_bytes, niceness=self._niceness
        )
