"""As many child processes as may work at once, each kept for the next file.

An item that crashes its child, hangs or takes too much memory costs itself and its child alone.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from musicreclass.core.job import JobContext, QuietContext
from musicreclass.pipeline.processes.limited_calls import LimitedCalls
from musicreclass.pipeline.processes.memory_limit import SOUND_BYTES
from musicreclass.pipeline.processes.worker import ANSWERING

Result = TypeVar("Result")


class AnswerPool:
    """Runs calls in child processes, from any thread. Whoever has one stops it."""

    def __init__(self, workers: int, seconds: float) -> None:
        """Start nothing yet.

        Args:
            workers: how many calls are run at a time; others wait in their order.
            seconds: how long a call may take.
        """
        self.workers = workers
        self._end = QuietContext()
        self._calls = LimitedCalls(seconds, SOUND_BYTES, niceness=ANSWERING)
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="answers")

    def submit(
        self, path: Path, call: Callable[[], Result], ctx: JobContext | None = None
    ) -> Future[Result]:
        """Have `call` run, which travels: a function of a module with its arguments.

        Its future raises what `LimitedCalls.result_of` does; one that was given up before its turn
        costs nothing.

        Args:
            path: the file to blame.
            ctx: of whoever may give it up; without one it is given up with the pool alone.
        """
        return self._threads.submit(self._run, path, call, ctx or self._end)

    def stop(self) -> None:
        """End all children; their jobs are stopped already, or are of no use to anybody."""
        self._end.cancel()
        self._threads.shutdown(wait=True, cancel_futures=True)
        self._calls.stop()

    def _run(self, path: Path, call: Callable[[], Result], ctx: JobContext) -> Result:
        ctx.raise_if_cancelled()
        return self._calls.result_of(path, call, ctx)
