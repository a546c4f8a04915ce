"""One child process of the pool, as the parent holds it: what it was given, and since when."""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from musicreclass.pipeline.worker_process import Answer, serve

BURIAL_SECONDS = 2.0  # a killed process that stays longer sits in the kernel; nothing helps then


@dataclass(slots=True)
class Assignment:
    """An item on its way, and how many children it has killed so far."""

    item: Any
    deaths: int = 0


class Child:
    """A process and the pipe to it. `held` are the assignments it has not answered, in order."""

    def __init__(self, work: bytes, log: str) -> None:
        self.held: deque[Assignment] = deque()
        self.is_ready = False
        self.is_gone = False
        self._since = time.monotonic()
        self.pipe, far_end = multiprocessing.Pipe()
        spawn = multiprocessing.get_context("spawn")  # fork does not mix with threads and Qt
        self._process = spawn.Process(target=serve, args=(far_end, log), daemon=True)
        with _interrupts_held_back():
            self._process.start()
        far_end.close()
        self._send(work)

    def give(self, assignments: Sequence[Assignment]) -> None:
        """Hand over some items; they are answered in this order."""
        if not self.held:
            self._since = time.monotonic()
        self.held.extend(assignments)
        self._send([assignment.item for assignment in assignments])

    def answers(self) -> Iterator[tuple[Any, Answer, Any]]:
        """Yield what the child has answered by now: item, kind, answer."""
        try:
            while self.pipe.poll():
                kind, answer = self.pipe.recv()
                self._since = time.monotonic()
                if kind is Answer.READY:
                    self.is_ready = True
                else:
                    yield self.held.popleft().item, kind, answer
        except (EOFError, OSError):
            self.is_gone = True

    def is_overdue(self, seconds: float) -> bool:
        """Say whether the item in hand takes longer than `seconds`, with no answer on its way."""
        late = bool(self.held) and time.monotonic() - self._since > seconds
        return late and not self.pipe.poll()

    def end(self) -> str:
        """End the process for good, and return how it ended, in words."""
        self._process.kill()
        self._process.join(BURIAL_SECONDS)
        code = self._process.exitcode
        self.pipe.close()
        if code is not None:
            self._process.close()
        return _in_words(code)

    def kill(self) -> None:
        """Ask the system to end the process, without waiting."""
        self._process.kill()

    def _send(self, message: Any) -> None:
        try:
            self.pipe.send(message)
        except OSError:
            self.is_gone = True  # it died unasked; what it holds is given to another


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Start a child deaf to Ctrl-C: until it has settled in, it would answer with a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _in_words(code: int | None) -> str:
    if code is None:
        return "it cannot be ended"
    if code < 0:
        return f"signal {signal.Signals(-code).name}"
    return f"exit status {code}"
