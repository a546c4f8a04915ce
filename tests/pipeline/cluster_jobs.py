"""What the tests of the cluster let workers do. Functions of a module, so that they can travel."""

import os
import time
from pathlib import Path

from musicreclass.errors import FileProblem
from musicreclass.sentences.reason import as_said


def slow_square(number):
    time.sleep(0.05)
    return number * number


def refuse(number):
    raise FileProblem(Path(f"{number}.mp3"), as_said("odd"))


def take_the_worker_along(number):
    if number == 3:
        os._exit(1)
    return number


def hang_at_3(number):
    if number == 3:
        time.sleep(8)
    return number
