"""Jobs that go one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Signal

from musicreclass.gui.language import sentence_on
from musicreclass.gui.workers import Job, JobThread, Workers


class Lane(QObject):
    """Runs its jobs in the order asked for, beside those of other lanes.

    Signals:
        failed: a sentence about a job that failed.
    """

    failed = Signal(str)

    def __init__(self, workers: Workers) -> None:
        super().__init__(workers)
        self._workers = workers
        self._waiting: deque[JobThread] = deque()
        self._running: JobThread | None = None

    def run(self, job: Job, then: Callable[[Any], object] | None = None) -> None:
        """Let a job run as soon as those before it have; `then` is told what it returned."""
        thread = self.prepare(job)
        if then is not None:
            thread.succeeded.connect(then)
        self.enqueue(thread)

    def prepare(self, job: Job) -> JobThread:
        """Return a thread to connect to; nothing runs until `enqueue`."""
        thread = self._workers.prepare(job)
        thread.failed.connect(self._on_failed)
        thread.finished.connect(partial(self._on_finished, thread))
        return thread

    def enqueue(self, thread: JobThread) -> None:
        """Let a prepared thread run as soon as those before it have."""
        self._waiting.append(thread)
        self._start_next()

    def drain(self, seconds: float) -> bool:
        """Wait until all jobs have run, while the window stands still; say whether they have."""
        deadline = monotonic() + seconds
        while (thread := self._running) is not None:
            if not thread.wait(max(0, round(1000 * (deadline - monotonic())))):
                return False
            self._on_finished(thread)
        return True

    def _start_next(self) -> None:
        if self._running is None and self._waiting:
            self._running = self._waiting.popleft()
            self._workers.start(self._running)

    def _on_finished(self, thread: JobThread) -> None:
        if thread is self._running:
            self._running = None
            self._start_next()

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(sentence_on(error))
