"""A disk that fails or dies at one call, for tests of what must survive that."""

import errno
import threading

from musicreclass.tags.safe_write.disk import Disk


class PowerCut(BaseException):
    """Nothing runs after this, as if the process had been killed."""


class FailingDisk(Disk):
    """Passes calls on to the real disk until number `at`, of those whose names are in `only`.

    Args:
        error: raised there; a `PowerCut` is raised at every later call, too.
        after: the call is made all the same, and nobody learns of it.
    """

    def __init__(self, at=None, error=None, *, only=None, after=False):
        self._at = at
        self._error = error
        self._only = only
        self._after = after
        self._is_dead = False
        self._lock = threading.Lock()
        self.calls = []

    def __getattribute__(self, name):
        real = super().__getattribute__(name)
        if name not in vars(Disk):
            return real

        def call(*arguments):
            with self._lock:
                fails = self._fails(name)
            if not fails:
                return real(*arguments)
            if name in ("write", "patch"):  # a part of it still reaches the disk
                *where, data = arguments
                real(*where, data[: len(data) // 2])
            elif self._after or name == "close":  # who dies lets go of all files
                real(*arguments)
            raise self._error

        return call

    def _fails(self, name):
        if self._is_dead:
            return True
        self._count(name)
        if not self._is_due(name):
            return False
        self._is_dead = isinstance(self._error, PowerCut)
        return True

    def _count(self, name):
        if self._only is None or name in self._only:
            self.calls.append(name)

    def _is_due(self, name):
        is_counted = self._only is None or name in self._only
        return is_counted and len(self.calls) - 1 == self._at


def disk_full():
    return OSError(errno.ENOSPC, "No space left on device")


def disk_error():
    return OSError(errno.EIO, "Input/output error")
