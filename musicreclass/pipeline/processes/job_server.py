"""The child's side of `ComputeChild`: runs whole jobs, each in a thread, until the parent is gone.

What a job loads stays for the next one: networks above all. Imports nothing heavy itself.
"""

from __future__ import annotations

import os
import pickle
import struct
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from multiprocessing.connection import Connection
from typing import Any

from musicreclass.core.job import UPDATE_SECONDS, Progress
from musicreclass.errors import Cancelled, MusicReclassError
from musicreclass.pipeline.processes.memory_limit import OUT_OF_MEMORY, limit_to_machine
from musicreclass.pipeline.processes.worker import set_up

ASK_SECONDS = 0.05  # how long at most a job goes on before it asks whether it may
HEADER = struct.Struct("<q")  # the number of the job that a message is about; 0: of none


class Order(Enum):
    """What the parent may say. Each message is a pickled triple: number of a job, this, a value."""

    RUN = auto()  # the pickled job
    GO_ON = auto()  # None; the answer to `ASKED`
    STOP = auto()  # None


class Said(Enum):
    """What a job may say. Each message is a `HEADER`, then a pickled pair: this, and a value."""

    READY = auto()  # None; said once by the process, before anything else
    PROGRESS = auto()  # Progress
    BATCH = auto()  # what it publishes
    ASKED = auto()  # None; whether it may go on: a parent that is paused does not answer
    RESULT = auto()  # what it returned; the last of its messages, as are those that follow
    ERROR = auto()  # a `PortableError`
    BUG = auto()  # anything else that was raised: in one line, and its traceback


@dataclass(frozen=True, slots=True)
class PortableError:
    """An expected error, to be built anew without loading the module that defines it.

    With the modules of classifiers would come torch. Where theirs is not loaded, the nearest class
    above is that is.
    """

    classes: tuple[tuple[str, str], ...]  # module and name, the error's own first
    args: tuple[Any, ...]
    values: dict[str, Any]

    @classmethod
    def of(cls, error: MusicReclassError) -> PortableError:
        known = [c for c in type(error).__mro__ if issubclass(c, MusicReclassError)]
        names = tuple((c.__module__, c.__qualname__) for c in known)
        return cls(names, error.args, dict(vars(error)))

    def rebuilt(self) -> MusicReclassError:
        for module, name in self.classes:
            known = getattr(sys.modules.get(module), name, None)
            if isinstance(known, type) and issubclass(known, MusicReclassError):
                error = known.__new__(known, *self.args)
                vars(error).update(self.values)
                return error
        raise AssertionError("errors.py is always loaded")


Say = Callable[[int, Said, object], None]


@dataclass(slots=True)
class RemoteContext:
    """A job's context, of which the other half is in the parent.

    Every now and then it asks whether it may go on, and goes on meanwhile: only where the question
    before was not answered it waits. So a job is paused and stopped by any context of the parent's.
    """

    number: int
    say: Say
    _is_stopped: bool = False
    _may_go_on: threading.Event = field(default_factory=threading.Event)
    _asked_at: float = field(default_factory=time.monotonic)
    _reported_at: float = float("-inf")

    def __post_init__(self) -> None:
        self._may_go_on.set()

    def report(self, progress: Progress) -> None:
        now = time.monotonic()
        if progress.done >= progress.total or now - self._reported_at >= UPDATE_SECONDS:
            self._reported_at = now
            self.say(self.number, Said.PROGRESS, progress)

    def publish(self, batch: object) -> None:
        self.say(self.number, Said.BATCH, batch)

    def raise_if_cancelled(self) -> None:
        now = time.monotonic()
        if now - self._asked_at >= ASK_SECONDS and not self._is_stopped:
            self._may_go_on.wait()
            self._may_go_on.clear()
            self._asked_at = now
            self.say(self.number, Said.ASKED, None)
        if self._is_stopped:
            raise Cancelled

    def go_on(self) -> None:
        """Note that the parent lets it go on."""
        self._may_go_on.set()

    def stop(self) -> None:
        """Note that the parent has stopped it."""
        self._is_stopped = True
        self._may_go_on.set()


def serve_jobs(orders: Connection, answers: Connection, log: str, niceness: int) -> None:
    """Run jobs as they are ordered, until the other end of the pipe closes with the parent."""
    set_up(log, niceness, one_thread_each=False)
    limit_to_machine()
    lock = threading.Lock()

    def say(number: int, said: Said, value: object) -> None:
        message = HEADER.pack(number) + pickle.dumps((said, value), pickle.HIGHEST_PROTOCOL)
        with lock:
            try:
                answers.send_bytes(message)
            except OSError:
                os._exit(1)  # the parent is gone

    say(0, Said.READY, None)
    running: dict[int, RemoteContext] = {}
    while True:
        try:
            number, order, job = pickle.loads(orders.recv_bytes())
        except (EOFError, OSError):
            os._exit(1)
        if order is Order.RUN:
            running[number] = RemoteContext(number, say)
            threading.Thread(target=_run, args=(job, running, number), daemon=True).start()
        elif (ctx := running.get(number)) is not None:
            ctx.go_on() if order is Order.GO_ON else ctx.stop()


def _run(job: bytes, running: dict[int, RemoteContext], number: int) -> None:
    ctx = running[number]
    try:
        ctx.say(number, Said.RESULT, pickle.loads(job)(ctx))
    except MusicReclassError as error:
        ctx.say(number, Said.ERROR, PortableError.of(error))
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # as if the system had killed us: what else is at work may not be
    except Exception as error:
        summary = "".join(traceback.format_exception_only(error)).strip()
        ctx.say(number, Said.BUG, (summary, traceback.format_exc()))
        raise  # into the log, too
    finally:
        del running[number]
