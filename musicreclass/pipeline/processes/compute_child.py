"""The child process in which a window has everything computed that needs networks.

It runs whole jobs, several at once, and keeps what they load. So the window's own process holds no
network, is never late because one computes, and outlives whatever crashes there.
"""

from __future__ import annotations

import atexit
import logging
import os
import pickle
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Protocol, TypeVar

from musicreclass.core.job import JobContext
from musicreclass.errors import Cancelled, MusicReclassError
from musicreclass.pipeline.processes.child import (
    START_SECONDS,
    ChildProcess,
    PoolBroken,
    WorkerBug,
    interrupts_held_back,
)
from musicreclass.pipeline.processes.job_server import HEADER, Order, Said, serve_jobs
from musicreclass.pipeline.processes.pool import STOP_SECONDS
from musicreclass.pipeline.processes.worker import ANSWERING
from musicreclass.sentences.reason import Reason, because

Result = TypeVar("Result")
Job = Callable[[JobContext], Result]

WAIT_SECONDS = 0.05  # how long at most until Stop is noticed
ON_ITS_OWN = 12  # a training, before those that decode for it
CANCEL_SECONDS = 1.0  # that a job has to end once it was stopped; what comes of it later is dropped

logger = logging.getLogger(__name__)


class ComputingDied(MusicReclassError):
    """The process that computes ended, and ended again when a job was tried once more."""


class Run(Protocol):
    """How a job is run: in the process that wants it done, or in another."""

    def __call__(
        self, job: Job[Result], ctx: JobContext, *, is_repeatable: bool = True
    ) -> Result: ...


def in_place(job: Job[Result], ctx: JobContext, *, is_repeatable: bool = True) -> Result:
    """Run a job where it is wanted, as the command line does; it is never repeated there."""
    return job(ctx)


class ComputeChild:
    """Runs jobs in a child process, which is started by the first. Whoever has one stops it.

    Safe to use from any thread; each waits for its own job. A job and all that it returns or
    publishes is pickled: functions of modules with plain data.
    """

    def __init__(
        self,
        log: Path | None = None,
        note: Callable[[Reason], object] = lambda reason: None,
        *,
        niceness: int = ANSWERING,
    ) -> None:
        """Take note of how, and start nothing yet.

        Args:
            log: where the process prints to; nowhere if None.
            note: told, on some thread, that the process had ended and another was started.
            niceness: how far the process stands back.
        """
        self._log = str(log or os.devnull)
        self._note = note
        self._niceness = niceness
        self._lock = threading.Lock()
        self._process: _JobProcess | None = None
        self._is_stopped = False

    def run(self, job: Job[Result], ctx: JobContext, *, is_repeatable: bool = True) -> Result:
        """Return what a job returns; what it reports and publishes goes to `ctx`, as it is paused.

        Where the process ends amid the job, another is started and the job is done once more.

        Args:
            is_repeatable: whether that does no harm.

        Raises:
            Cancelled: the user stopped, or the whole is stopped.
            ComputingDied: the process ended, and it may not be tried again, or was.
            PoolBroken: no process comes up.
            WorkerBug: something unexpected was raised in the job.
            MusicReclassError: whatever the job raises.
        """
        try:
            return self._followed(job, ctx)
        except _Ended as ended:
            self._warn_once(ended)
            if not is_repeatable:
                raise ComputingDied(because("pipeline.computing_ended", how=ended.how)) from ended
        try:
            return self._followed(job, ctx)
        except _Ended as ended:
            reason = because("pipeline.computing_ended_twice", how=ended.how)
            if not ended.had_come_up:
                raise PoolBroken(because("pipeline.no_process_comes_up", how=ended.how)) from ended
            raise ComputingDied(reason) from ended

    def load_ahead(self, job: Job[None]) -> None:
        """Start the process before anybody waits for it; `job` loads there what others need."""
        process = self._up()
        number, _ = process.begin(pickle.dumps(job, pickle.HIGHEST_PROTOCOL))
        process.forget(number)

    @property
    def pid(self) -> int | None:
        """Return the number of the process, None where there is none."""
        process = self._process
        return None if process is None or process.ended is not None else process.pid

    def stop(self) -> None:
        """End the process for good, whatever it does; jobs that are begun later are cancelled."""
        with self._lock:
            self._is_stopped, process = True, self._process
        atexit.unregister(self.stop)
        if process is not None:
            process.stop()

    def _followed(self, job: Job[Result], ctx: JobContext) -> Result:
        sent = pickle.dumps(job, pickle.HIGHEST_PROTOCOL)
        process = self._up()
        number, inbox = process.begin(sent)
        try:
            last = _to_its_end(process, number, inbox, ctx)
        except Cancelled:
            process.order(number, Order.STOP)
            last = _after_stop(inbox, ctx)
        finally:
            process.forget(number)
        result: Result = _outcome(*last)
        return result

    def _up(self) -> _JobProcess:
        with self._lock:
            if self._is_stopped:
                raise Cancelled
            if self._process is None:
                atexit.register(self.stop)  # an interpreter that ends waits for all processes
            if self._process is None or self._process.ended is not None:
                with interrupts_held_back():
                    try:
                        self._process = _JobProcess(self._log, self._niceness)
                    except OSError as error:
                        said = error.strerror or str(error)
                        raise PoolBroken(
                            because("pipeline.no_process_starts", error=said)
                        ) from error
            return self._process

    def _warn_once(self, ended: _Ended) -> None:
        """Say that a process ended, however many jobs it was amid."""
        with self._lock:
            if self._is_stopped:
                raise Cancelled
            was_said, ended.is_said = ended.is_said, True
        if not was_said:
            logger.warning("the process that computes ended (%s); another takes over", ended.how)
            self._note(because("pipeline.computing_replaced", how=ended.how))


class OneJobEach:
    """Runs each job in a process of its own, which ends with the job: its memory is given back."""

    def __init__(
        self, log: Path | None = None, note: Callable[[Reason], object] = lambda reason: None
    ) -> None:
        self._log = log
        self._note = note
        self._children: set[ComputeChild] = set()
        self._is_stopped = False

    def run(self, job: Job[Result], ctx: JobContext, *, is_repeatable: bool = True) -> Result:
        """Do as `ComputeChild.run` does."""
        if self._is_stopped:
            raise Cancelled
        child = ComputeChild(self._log, self._note, niceness=ON_ITS_OWN)
        self._children.add(child)
        try:
            return child.run(job, ctx, is_repeatable=is_repeatable)
        finally:
            child.stop()
            self._children.discard(child)

    @property
    def pids(self) -> list[int]:
        """Return the numbers of the processes that are at work."""
        return [child.pid for child in self._children if child.pid is not None]

    def stop(self) -> None:
        """End all processes for good, whatever they do."""
        self._is_stopped = True
        for child in [*self._children]:
            child.stop()


class _Ended(Exception):
    """The process has ended, and `how`."""

    def __init__(self, how: Reason, *, had_come_up: bool) -> None:
        super().__init__(how)
        self.how = how
        self.had_come_up = had_come_up
        self.is_said = False


Inbox = SimpleQueue["bytes | _Ended"]
Message = tuple[Said, Any]  # a message opened


class _JobProcess(ChildProcess):
    """One process that runs jobs, and who waits for what it says of which."""

    def __init__(self, log: str, niceness: int) -> None:
        super().__init__(serve_jobs, log, niceness=niceness, is_daemon=False)
        self.pid = self._process.pid
        self.ended: _Ended | None = None
        self._is_ready = False
        self._started_at = time.monotonic()
        self._numbers = count(1)
        self._inboxes: dict[int, Inbox] = {}
        self._lock = threading.Lock()
        self._sending = threading.Lock()
        self._reader = threading.Thread(target=self._read, name="compute process", daemon=True)
        self._reader.start()

    def begin(self, sent: bytes) -> tuple[int, Inbox]:
        """Have a job begun; return its number, and where what it says arrives."""
        inbox: Inbox = SimpleQueue()
        with self._lock:
            number = next(self._numbers)
            if self.ended is None:
                self._inboxes[number] = inbox
            else:
                inbox.put(self.ended)
        self.order(number, Order.RUN, sent)
        return number, inbox

    def order(self, number: int, order: Order, value: object = None) -> None:
        """Say something about a job."""
        message = pickle.dumps((number, order, value), pickle.HIGHEST_PROTOCOL)
        with self._sending, suppress(OSError):  # it has just died: the inbox will tell
            self._orders.send_bytes(message)

    def forget(self, number: int) -> None:
        """Take note that nobody waits for a job any more."""
        with self._lock:
            self._inboxes.pop(number, None)

    def check_start(self) -> None:
        """End a process that does not come up."""
        if not self._is_ready and time.monotonic() - self._started_at > START_SECONDS:
            self.kill()

    def stop(self) -> None:
        """End the process, and wait until it has."""
        self.kill()
        self._reader.join()

    def _read(self) -> None:
        """Hand out what is said until nothing more will come."""
        with suppress(EOFError, OSError):
            while True:
                message = self.answers.recv_bytes()
                self._is_ready = True
                (number,) = HEADER.unpack_from(message)
                with self._lock:
                    inbox = self._inboxes.get(number)
                if inbox is not None:
                    inbox.put(message)
        with self._sending:
            ended = _Ended(self.end(STOP_SECONDS), had_come_up=self._is_ready)
        with self._lock:
            self.ended, inboxes = ended, self._inboxes
            self._inboxes = {}
        for inbox in inboxes.values():
            inbox.put(ended)


def _to_its_end(process: _JobProcess, number: int, inbox: Inbox, ctx: JobContext) -> Message:
    """Pass on what a job says, and return its last message."""
    while True:
        try:
            said, value = _opened(inbox.get(timeout=WAIT_SECONDS))
        except Empty:
            process.check_start()
            ctx.raise_if_cancelled()
            continue
        if said is Said.ASKED:
            ctx.raise_if_cancelled()  # waits while paused, and with it the job
            process.order(number, Order.GO_ON)
        elif not _passed_on(said, value, ctx):
            return said, value


def _after_stop(inbox: Inbox, ctx: JobContext) -> Message:
    """Return the last message of a job that was stopped; its last batches are as good as any.

    Raises:
        Cancelled: nobody waits for it any longer.
    """
    until = time.monotonic() + CANCEL_SECONDS
    while (left := until - time.monotonic()) > 0:
        try:
            said, value = _opened(inbox.get(timeout=left))
        except (Empty, _Ended):
            break
        if said is not Said.ASKED and not _passed_on(said, value, ctx):
            return said, value
    raise Cancelled


def _opened(message: bytes | _Ended) -> Message:
    if isinstance(message, _Ended):
        raise message
    said, value = pickle.loads(memoryview(message)[HEADER.size :])
    return said, value


def _passed_on(said: Said, value: Any, ctx: JobContext) -> bool:
    if said is Said.PROGRESS:
        ctx.report(value)
    elif said is Said.BATCH:
        ctx.publish(value)
    else:
        return False
    return True


def _outcome(said: Said, value: Any) -> Any:
    if said is Said.RESULT:
        return value
    if said is Said.ERROR:
        raise value.rebuilt()
    summary, traceback = value
    bug = WorkerBug(summary)
    bug.add_note(f"in the child:\n{traceback}")
    raise bug
