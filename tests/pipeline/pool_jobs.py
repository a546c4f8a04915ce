"""What the tests of the pool let children do. Functions of a module, so that they can travel.

Loads nothing heavy: a child that only squares numbers must be seen to have loaded nothing.
"""

import ctypes
import os
import sys
import time
from pathlib import Path

from musicreclass.errors import FileProblem
from musicreclass.sentences.reason import as_said

LONG = 600.0
HEAVY = {"PySide6", "librosa", "numpy", "torch"}


def square(number):
    return number * number


def crash_at_13(number):
    if number == 13:
        ctypes.string_at(0)
    return number


def sleep_at_13(number):
    if number == 13:
        time.sleep(LONG)
    return number


def sleep_for_ever(number):
    time.sleep(LONG)


def touch_and_sleep_for_ever(number):
    """Tell by a file in the current folder that this process has begun."""
    Path(f"{os.getpid()}.begun").touch()
    time.sleep(LONG)


def sleep_stubbornly(number):
    """Sleep without ever letting go of Python's lock, as a bad native library does."""
    ctypes.PyDLL(None).sleep(int(LONG))


def refuse_odd(number):
    if number % 2:
        raise FileProblem(Path(f"{number}.mp3"), as_said("odd"))
    return number


def divide(number):
    return 1 / number


def run_out_of_memory_at_13(number):
    if number == 13:
        raise MemoryError
    return number


def fill(megabytes):
    return len(b"x" * (megabytes << 20)) >> 20


def die_once(marker):
    """Die at the first try, which leaves its mark on the disk; then succeed."""
    try:
        Path(marker).touch(exist_ok=False)
    except FileExistsError:
        return "alive"
    os._exit(3)


def die_once_at_3(item):
    """Return the number of this process, after an item 3 that dies at its first try."""
    number, marker = item
    if number == 3:
        die_once(marker)
    return os.getpid()


def large_array(size):
    import numpy as np

    return np.full(size, 7.0)


def send_back(item):
    return item


def touch(path):
    Path(path).touch()


def unpicklable(number):
    return lambda: number


def niceness(_):
    return os.nice(0)


def threads_allowed(_):
    return os.environ["OMP_NUM_THREADS"]


def heavy_libraries(_):
    return sorted(HEAVY & sys.modules.keys())


def blas_threads(_):
    """Return how many threads matrix products may use, at most."""
    import numpy as np
    import threadpoolctl

    np.ones((2, 2)) @ np.ones((2, 2))
    return max(library["num_threads"] for library in threadpoolctl.threadpool_info())


def shout(text):
    os.write(1, f"{text} on 1\n".encode())
    os.write(2, f"{text} on 2\n".encode())
    return text


class Stillborn:
    """Work that ends its child as it is unpickled there."""

    def __reduce__(self):
        return os._exit, (3,)


class SlowToCome:
    """Work that needs most of a second to be unpickled, as one with large imports does."""

    def __setstate__(self, state):
        time.sleep(0.8)

    def __getstate__(self):
        return "anything but None, or __setstate__ is not called"

    def __call__(self, number):
        return os.getpid()
