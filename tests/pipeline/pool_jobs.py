"""What the tests of the pool let children do. Functions of a module, so that they can travel."""

import ctypes
import os
import time
from pathlib import Path

import numpy as np

from musicreclass.errors import FileProblem

LONG = 600.0


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


def refuse_odd(number):
    if number % 2:
        raise FileProblem(Path(f"{number}.mp3"), "odd")
    return number


def divide(number):
    return 1 / number


def die_once(marker):
    """Die at the first try, which leaves its mark on the disk; then succeed."""
    try:
        Path(marker).touch(exist_ok=False)
    except FileExistsError:
        return "alive"
    os._exit(3)


def large_array(size):
    return np.full(size, 7.0)


def unpicklable(number):
    return lambda: number


def threads_allowed(_):
    return os.environ["OMP_NUM_THREADS"]


def shout(text):
    os.write(1, f"{text} on 1\n".encode())
    os.write(2, f"{text} on 2\n".encode())
    return text
