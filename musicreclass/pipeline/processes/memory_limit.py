"""The limit of memory of a child process: kept by the system where it can, else by a watcher.

A file that wants more than any honest one does must not take the computer along.
"""

from __future__ import annotations

import os
import sys
import threading
import time

OUT_OF_MEMORY = 83  # exit status; any number that others do not use

SOUND_BYTES = 6 << 30  # the longest sound takes 2.3 with all that is measured of it
TAG_BYTES = 2 << 30  # a tag of 250 MB, nearly the largest that ID3 can have, takes 1.3

_LIBRARY_BYTES = 16 << 30  # of addresses; torch built for CUDA maps many, which are no memory yet
_LOOK_SECONDS = 0.1


def limit_memory(most_bytes: int) -> None:
    """Let this process have so much memory and no more.

    On Linux what goes beyond raises `MemoryError`, or ends the process where native code asks for
    it. Elsewhere the process ends with `OUT_OF_MEMORY` soon after.
    """
    if sys.platform == "linux":
        _lower(resource.RLIMIT_DATA, most_bytes)
        _lower(resource.RLIMIT_AS, most_bytes + _LIBRARY_BYTES)
    else:
        watch_memory(most_bytes)


def limit_to_machine() -> None:
    """Let this process have as much memory as the computer has, where the system can see to it.

    Addresses are left alone: CUDA reserves more of them than there is memory.
    """
    if sys.platform == "linux":
        pages, page_bytes = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
        _lower(resource.RLIMIT_DATA, pages * page_bytes)


if sys.platform == "linux":
    import resource

    def _lower(kind: int, most_bytes: int) -> None:
        """Lower a limit, unless whoever started the program has set a lower one."""
        soft, hard = resource.getrlimit(kind)
        if soft == resource.RLIM_INFINITY or soft > most_bytes:
            resource.setrlimit(kind, (most_bytes, hard))


def watch_memory(most_bytes: int) -> None:
    """Let a thread look again and again how much memory this process has, and end it."""
    threading.Thread(target=_watch, args=(most_bytes,), daemon=True).start()


def _watch(most_bytes: int) -> None:
    while peak_bytes() <= most_bytes:
        time.sleep(_LOOK_SECONDS)
    os._exit(OUT_OF_MEMORY)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS of the Windows API."""

        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            ("PeakWorkingSetSize", ctypes.c_size_t),
            ("WorkingSetSize", ctypes.c_size_t),
            ("QuotaPeakPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPeakNonPagedPoolUsage", ctypes.c_size_t),
            ("QuotaNonPagedPoolUsage", ctypes.c_size_t),
            ("PagefileUsage", ctypes.c_size_t),
            ("PeakPagefileUsage", ctypes.c_size_t),
        )

    def peak_bytes() -> int:
        """Return the most memory that this process has had."""
        counters = _Counters(cb=ctypes.sizeof(_Counters))
        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        ask = kernel.K32GetProcessMemoryInfo
        ask.argtypes = (wintypes.HANDLE, ctypes.POINTER(_Counters), wintypes.DWORD)
        if not ask(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb):
            return 0
        return int(counters.PeakPagefileUsage)

else:
    import resource

    def peak_bytes() -> int:
        """Return the most memory that this process has had."""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else peak << 10
