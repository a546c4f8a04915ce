"""Keeps what native code prints by itself off the terminal, and puts it into the log.

libmpg123, inside libsndfile, writes its complaints straight to file descriptor 2; nothing in its
interface turns that off.
"""

from __future__ import annotations

import logging
import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager

logger = logging.getLogger(__name__)

_STDERR = 2
_MOST_LOGGED = 4000  # characters: a damaged file can complain about every frame


class _Diversion:
    """Descriptor 2, led elsewhere while at least one caller wants it so.

    The descriptor belongs to the process, and so does this: threads that decode at once share one
    diversion, and the last to leave restores the descriptor.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._depth = 0
        self._terminal = -1
        self._sink = -1

    def begin(self) -> None:
        with self._lock:
            if self._depth == 0:
                self._lead_away()
            self._depth += 1

    def end(self) -> str:
        """Return what was printed, if this was the last caller to leave."""
        with self._lock:
            self._depth -= 1
            return self._lead_back() if self._depth == 0 else ""

    def _lead_away(self) -> None:
        try:
            self._terminal = os.dup(_STDERR)
        except OSError:  # a program without a console has no descriptor 2: nothing to keep clean
            return
        self._sink = _nameless_file()
        os.dup2(self._sink, _STDERR)

    def _lead_back(self) -> str:
        if self._terminal < 0:
            return ""
        os.dup2(self._terminal, _STDERR)
        os.close(self._terminal)
        noise = _written(self._sink)
        os.close(self._sink)
        self._terminal = self._sink = -1
        return noise


def _nameless_file() -> int:
    """Return a descriptor to write to; in memory where that can be had, in a third of the time."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("native-noise")
    with tempfile.TemporaryFile() as file:
        return os.dup(file.fileno())


def _written(descriptor: int) -> str:
    if os.lseek(descriptor, 0, os.SEEK_CUR) == 0:
        return ""
    os.lseek(descriptor, 0, os.SEEK_SET)
    return os.read(descriptor, _MOST_LOGGED).decode("utf-8", "replace")


_diversion = _Diversion()


@contextmanager
def quiet_stderr() -> Iterator[None]:
    """Log what is printed to descriptor 2 meanwhile, by any thread, instead of showing it.

    Meant for single native calls: what Python itself prints in the meantime goes to the log too,
    as does the last word of a process that dies.
    """
    _diversion.begin()
    try:
        yield
    finally:
        for line in _diversion.end().splitlines():
            logger.debug("%s", line)
