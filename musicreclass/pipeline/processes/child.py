"""One child process as its parent holds it: what it was given, since when, and how it ended."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Generic, TypeVar

from musicreclass.errors import FileProblem, MusicReclassError
from musicreclass.pipeline.processes.memory_limit import OUT_OF_MEMORY, SOUND_BYTES
from musicreclass.pipeline.processes.worker import NICENESS, Answer, serve
from musicreclass.sentences.reason import Reason, because

Item = TypeVar("Item")

Serve = Callable[..., None]

START_SECONDS = 60.0  # a child that has not come up by then never will


class ProcessDied(FileProblem):
    """The file crashed the process that worked on it."""


class TookTooLong(FileProblem):
    """The file kept its process busy beyond the time allowed."""


class PoolBroken(MusicReclassError):
    """No worker process comes up."""


class WorkerBug(Exception):
    """Something unexpected was raised in a child; its traceback there is a note on this."""


class ChildGone(Exception):
    """The child has ended, or closed its pipe as if it had."""


class ChildProcess:
    """A process and the pipes to it. It has nothing to tidy up, and vanishes with its parent."""

    def __init__(self, target: Serve, *args: object, niceness: int, is_daemon: bool = True) -> None:
        """Start the process.

        Args:
            target: a function of a module; it is given its ends of the pipes, then `args`, and the
                niceness last.
            niceness: how far it stands back, from its first moment on.
            is_daemon: whether it starts no processes itself, so that the system of the parent may
                end it.
        """
        spawn = multiprocessing.get_context("spawn")  # fork does not mix with threads and Qt
        orders, self._orders = spawn.Pipe(duplex=False)
        self.answers, answers = spawn.Pipe(duplex=False)
        self._process = spawn.Process(
            target=target, args=(orders, answers, *args, niceness), daemon=is_daemon
        )
        with orders, answers:  # the far ends must be the child's alone: they close as it dies
            self._process.start()
        _hold_back(self._process.pid, niceness)

    def kill(self) -> None:
        """Ask the system to end the process, without waiting."""
        self._process.kill()

    def end(self, seconds: float) -> Reason:
        """End the process for good, and return how it ended.

        Args:
            seconds: how long to wait. What stays longer after `kill` sits in the kernel, on a
                dead disk perhaps, and nothing helps then.
        """
        self._process.kill()
        self._process.join(seconds)
        self._orders.close()
        self.answers.close()
        return _ending(self._process.exitcode)


class Child(ChildProcess, Generic[Item]):
    """One that works on items. `held` are those it has not answered, in order.

    Every `now` is a time of a `ParentClock`, which is not the wall's.
    """

    def __init__(
        self,
        work: bytes,
        log: str,
        now: float,
        *,
        is_alone: bool = False,
        most_bytes: int = SOUND_BYTES,
        niceness: int = NICENESS,
    ) -> None:
        super().__init__(serve, work, log, most_bytes, niceness=niceness)
        self.held: deque[Item] = deque()
        self.is_ready = False
        self.is_alone = is_alone  # with an item that has killed a child already
        self._since = now  # when it took up the item in hand

    def give(self, items: Sequence[Item], now: float) -> None:
        """Hand over some items; they are answered in this order."""
        if not self.held and self.is_ready:
            self._since = now
        self.held.extend(items)
        message = pickle.dumps(items, pickle.HIGHEST_PROTOCOL)
        with suppress(OSError):  # it has just died: `receive` will tell
            self._orders.send_bytes(message)

    def receive(self, now: float) -> tuple[Item, Any] | None:
        """Wait for the next message: an item with its outcome, or None as the child comes up.

        Raises:
            ChildGone: there will be no more.
            WorkerBug: something unexpected was raised in the child.
        """
        try:
            message = self.answers.recv_bytes()
        except (EOFError, OSError) as error:
            raise ChildGone from error
        self._since = now
        kind, value = pickle.loads(message)
        self.is_ready = True
        self.is_alone = self.is_alone and kind is Answer.READY
        if kind is Answer.BUG:
            summary, traceback = value
            bug = WorkerBug(summary)
            bug.add_note(f"in the child:\n{traceback}")
            raise bug
        return None if kind is Answer.READY else (self.held.popleft(), value)

    def is_overdue(self, now: float, seconds_per_item: float) -> bool:
        """Say whether the item in hand, or the start, takes too long."""
        limit = seconds_per_item if self.is_ready else START_SECONDS
        return bool(self.held) and now - self._since > limit


@contextmanager
def interrupts_held_back() -> Iterator[None]:
    """Keep Ctrl-C waiting for the moment; children started meanwhile are born deaf to it.

    Until a child has come up, it would answer with a traceback.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker  # cannot be had where signals cannot be blocked

    resource_tracker.ensure_running()  # it would be started with the first child, and unblock them
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class ParentClock:
    """Counts seconds, but few of those in which nobody looked for answers of the children.

    A paused job, a slow consumer or a computer that slept must not make a child look late.
    """

    LONGEST_STEP_SECONDS = 1.0

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._now = 0.0
        self._looked_at = clock()

    def tick(self) -> float:
        """Go on to the present, and return the time."""
        looked_at = self._clock()
        self._now += min(looked_at - self._looked_at, self.LONGEST_STEP_SECONDS)
        self._looked_at = looked_at
        return self._now


def _hold_back(pid: int | None, niceness: int) -> None:
    """Let a process stand back while it comes up, which takes a second of a core.

    It sees to that itself later, and everywhere.
    """
    if pid is not None and hasattr(os, "setpriority"):
        with suppress(OSError):  # it has ended already
            os.setpriority(os.PRIO_PROCESS, pid, max(niceness, os.nice(0)))


def _ending(code: int | None) -> Reason:
    if code is None:
        return because("pipeline.process_stays")
    if code == OUT_OF_MEMORY:
        return because("pipeline.out_of_memory")
    if code >= 0:
        return because("pipeline.exit_status", code=code)
    try:
        return because("pipeline.signal", name=signal.Signals(-code).name)
    except ValueError:  # real-time signals have no names
        return because("pipeline.signal", name=str(-code))
