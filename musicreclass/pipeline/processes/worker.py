"""The child's side of the pool: takes items from a pipe, answers each, vanishes with its parent.

Imports nothing heavy: what `work` needs is loaded only once the process is set up.
"""

from __future__ import annotations

import faulthandler
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from enum import Enum, auto
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any

from musicreclass.errors import MusicReclassError
from musicreclass.pipeline.processes.memory_limit import OUT_OF_MEMORY, SOUND_BYTES, limit_memory

# Several children share the cores; each starting threads for all of them would slow all down.
ONE_THREAD_EACH = (
    "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)  # fmt: skip
NICENESS = 15  # of 19: whoever sits before the screen goes first
ANSWERING = 10  # of one whose answer somebody waits for
BELOW_NORMAL_PRIORITY_CLASS = 0x4000  # the same in Windows' words


class Answer(Enum):
    """What a child may say. Each message is a pickled pair: this, and what comes with it."""

    READY = auto()  # None; said once, before anything else
    OUTCOME = auto()  # the result of the item in hand, or the expected error in its place
    BUG = auto()  # anything else that was raised: in one line, and its traceback; said last


def serve(
    orders: Connection,
    answers: Connection,
    work: bytes,
    log: str,
    most_bytes: int = SOUND_BYTES,
    niceness: int = NICENESS,
) -> None:
    """Work off the items that come as pickled lists, one answer each, until the process is killed.

    An answer is sent before the next item is begun: the first item without an answer is always
    the one in hand.

    Args:
        most_bytes: of memory that the process may have.
        niceness: how far it stands back.
    """
    set_up(log, niceness)
    limit_memory(most_bytes)
    chunks: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_take_in, args=(orders, chunks), daemon=True).start()
    try:
        _work_off(pickle.loads(work), chunks, answers)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # the file's fault, not a bug: as if the system had killed us
    except Exception as error:
        summary = "".join(traceback.format_exception_only(error)).strip()
        _send(answers, Answer.BUG, (summary, traceback.format_exc()))
        raise


def _take_in(orders: Connection, chunks: SimpleQueue[bytes]) -> None:
    """Empty the pipe as it fills, so that the parent never waits for a child that is busy.

    The pipe's other end closes with the parent, however that ended.
    """
    try:
        while True:
            chunks.put(orders.recv_bytes())
    except (EOFError, OSError):
        os._exit(1)


def _work_off(work: Callable[[Any], Any], chunks: SimpleQueue[bytes], answers: Connection) -> None:
    _send(answers, Answer.READY, None)
    while True:
        for item in pickle.loads(chunks.get()):
            try:
                outcome = work(item)
            except MusicReclassError as error:
                outcome = error
            _send(answers, Answer.OUTCOME, outcome)


def _send(answers: Connection, kind: Answer, value: object) -> None:
    message = pickle.dumps((kind, value), pickle.HIGHEST_PROTOCOL)
    try:
        answers.send_bytes(message)
    except OSError:
        os._exit(1)  # the parent is gone


def set_up(log: str, niceness: int = NICENESS, *, one_thread_each: bool = True) -> None:
    """Make a process one that leaves the cores, the terminal and Ctrl-C to others.

    Args:
        log: where it prints to.
        niceness: how far it stands back.
        one_thread_each: whether it computes in one thread alone, for it is one of several.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})  # as programs of ours expect it
    if one_thread_each:
        _keep_to_one_thread()
    # Native decoders write to the descriptors themselves; a terminal is no place for that.
    sink = _opened(log)
    for stream in (1, 2):
        os.dup2(sink, stream)
    os.close(sink)
    faulthandler.enable(2)
    _lower_priority(niceness)


def _keep_to_one_thread() -> None:
    for variable in ONE_THREAD_EACH:
        os.environ[variable] = "1"
    if "numpy" in sys.modules:
        # The parent's main module brought it along, too late for the variables. Two children with
        # two threads each take four times as long on two cores: those threads wait by spinning.
        import threadpoolctl

        threadpoolctl.threadpool_limits(1)


def _lower_priority(niceness: int) -> None:
    """Leave the cores to windows, ours and others, as soon as they want them."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(max(0, niceness - os.nice(0)))  # its parent may stand back itself


def _opened(log: str) -> int:
    try:
        return os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    except OSError:  # a full disk must not end the run for want of a log
        return os.open(os.devnull, os.O_WRONLY)
