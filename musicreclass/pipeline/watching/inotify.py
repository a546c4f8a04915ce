"""The kernel's notices of changes in directories (inotify), as Linux has them.

Asked directly rather than through a library: Qt's watcher says nothing of files that are changed
in place, as most editors of tags do, and has to be fed on the thread of the window.
"""

from __future__ import annotations

import ctypes
import errno
import os
import select
import struct
import sys
from typing import NamedTuple

CLOSE_WRITE, ATTRIB = 0x8, 0x4
MOVED_FROM, MOVED_TO, CREATE, DELETE = 0x40, 0x80, 0x100, 0x200
DELETE_SELF, MOVE_SELF = 0x400, 0x800
UNMOUNT, OVERFLOW, IGNORED = 0x2000, 0x4000, 0x8000
ONLY_DIRECTORIES, IS_DIRECTORY = 0x1000000, 0x40000000
ASKED_FOR = CLOSE_WRITE | ATTRIB | MOVED_FROM | MOVED_TO | CREATE | DELETE | DELETE_SELF | MOVE_SELF
LIMITS = (errno.ENOSPC, errno.EMFILE, errno.ENFILE, errno.ENOMEM)

_HEADER = struct.Struct("iIII")
_BUFFER = 1 << 16


class LimitReached(OSError):
    """The system watches no more directories for this person."""


class Notice(NamedTuple):
    """Something happened in a watched directory."""

    watch: int
    mask: int
    name: str  # of the entry that it happened to; empty where it was the directory itself

    @property
    def is_directory(self) -> bool:
        return bool(self.mask & IS_DIRECTORY)


class Inotify:
    """One queue of notices.

    Raises:
        LimitReached: there are too many of them.
        OSError: this system has none.
    """

    def __init__(self) -> None:
        if not sys.platform.startswith("linux"):
            raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._handle = self._checked(self._libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC))
        self._poll = select.poll()
        self._poll.register(self._handle, select.POLLIN)

    def close(self) -> None:
        os.close(self._handle)

    def watch(self, directory: str) -> int:
        """Ask for notices of a directory, and return the number that they will bear.

        Raises:
            LimitReached: the system watches no more of them.
            OSError: it is gone, or closed to us.
        """
        flags = ctypes.c_uint32(ASKED_FOR | ONLY_DIRECTORIES)
        path = os.fsencode(directory)
        return self._checked(self._libc.inotify_add_watch(self._handle, path, flags))

    def unwatch(self, watch: int) -> None:
        """Ask for no more notices; of what is gone already there are none."""
        self._libc.inotify_rm_watch(self._handle, watch)

    def read(self, seconds: float) -> list[Notice]:
        """Return the notices that have come, waiting for the first as long as `seconds`."""
        if not self._poll.poll(round(seconds * 1000)):
            return []
        try:
            content = os.read(self._handle, _BUFFER)
        except BlockingIOError:
            return []
        notices: list[Notice] = []
        start = 0
        while start < len(content):
            watch, mask, _, length = _HEADER.unpack_from(content, start)
            start += _HEADER.size
            name = content[start : start + length].rstrip(b"\0")
            notices.append(Notice(watch, mask, os.fsdecode(name)))
            start += length
        return notices

    def _checked(self, answer: int) -> int:
        if answer >= 0:
            return answer
        number = ctypes.get_errno()
        kind = LimitReached if number in LIMITS else OSError
        raise kind(number, os.strerror(number))
