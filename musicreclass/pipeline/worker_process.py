"""The child's side of the pool: takes items from a pipe, answers each, vanishes with its parent.

Imports nothing heavy: what `work` needs is loaded only after the child has settled in.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from enum import Enum, auto
from multiprocessing.connection import Connection
from typing import Any

from musicreclass.errors import MusicReclassError

# Several children share the cores; each starting threads for all of them would slow all down.
ONE_THREAD_EACH = (
    "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)  # fmt: skip


class Answer(Enum):
    """What a child may say."""

    READY = auto()
    RESULT = auto()
    PROBLEM = auto()  # an expected error about the item
    BUG = auto()  # anything else that was raised, as text


def serve(pipe: Connection, log: str) -> None:
    """Work off the items that come through `pipe` until it is closed.

    The first message is the pickled function; each further one is a list of items.
    """
    _settle_in(log)
    try:
        work: Callable[[Any], Any] = pickle.loads(pipe.recv())
        pipe.send((Answer.READY, None))
        while True:
            for item in pipe.recv():
                _answer(pipe, work, item)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # the parent has no more work, or is gone


def _answer(pipe: Connection, work: Callable[[Any], Any], item: Any) -> None:
    try:
        kind, answer = Answer.RESULT, work(item)
    except MusicReclassError as error:
        kind, answer = Answer.PROBLEM, error
    except Exception:  # noqa: BLE001, a bug: the parent raises it where people see it
        kind, answer = Answer.BUG, traceback.format_exc()
    try:
        pipe.send((kind, answer))
    except (pickle.PicklingError, TypeError, AttributeError):
        pipe.send((Answer.BUG, traceback.format_exc()))


def _settle_in(log: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    for variable in ONE_THREAD_EACH:
        os.environ[variable] = "1"  # works only because numpy is not imported yet
    # Native decoders write to the descriptors themselves; a terminal is no place for that.
    sink = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    for stream in (1, 2):
        os.dup2(sink, stream)
    os.close(sink)
    if sys.__stderr__ is not None:
        faulthandler.enable(sys.__stderr__)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    """End this process when the parent has ended, however it did."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
