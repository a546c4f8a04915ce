"""What the tests of the compute process let it do. Functions of a module, so that they travel."""

import os
import signal
import sys
import threading
import time

from musicreclass.core.job import Progress
from musicreclass.errors import FileProblem
from musicreclass.sentences.reason import as_said
from tests.pipeline import pool_jobs

_KEPT = []


def add(one, other, ctx):
    return one + other


def tell(number, ctx):
    for done in range(number):
        ctx.publish(done)
    ctx.report(Progress(number, number, "told"))
    return number


def keep(value, ctx):
    """Keep a value in this process, and return all that were kept and who keeps them."""
    _KEPT.append(value)
    return tuple(_KEPT), os.getpid()


def go_on_until_stopped(ctx):
    while True:
        ctx.publish(time.monotonic())
        ctx.raise_if_cancelled()
        time.sleep(0.005)


def be_deaf(ctx):
    ctx.publish("begun")
    time.sleep(pool_jobs.LONG)


def meet(folder, name, other, ctx):
    """Return once two are here at the same time."""
    (folder / name).touch()
    while not (folder / other).exists():
        ctx.raise_if_cancelled()
        time.sleep(0.01)
    return name


def die_at_first(marker, ctx):
    """Kill the process, unless it did so before."""
    ctx.publish("begun")
    if not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "alive"


def die(ctx):
    os.kill(os.getpid(), signal.SIGKILL)


def run_out_of_memory(ctx):
    raise MemoryError


def refuse(path, ctx):
    raise FileProblem(path, as_said("it is of no use"))


def refuse_by_a_module_of_its_own(ctx):
    from tests.pipeline import rare_errors

    raise rare_errors.RareProblem("a.mp3", as_said("it is rare"))


def divide(ctx):
    return 1 // 0


def return_a_lock(ctx):
    return threading.Lock()


def circumstances(ctx):
    """Return what the process has loaded that is heavy, how far it stands back, and its threads."""
    return sorted(pool_jobs.HEAVY & set(sys.modules)), os.nice(0)


def children_of_its_own(ctx):
    """Return what a pool in this process makes of some numbers."""
    from musicreclass.pipeline.processes.pool import map_in_processes

    found = map_in_processes(pool_jobs.square, [1, 2, 3], ctx, workers=1, seconds_per_item=20.0)
    return sorted(result for _, result in found)


def most_memory(ctx):
    import resource  # no other system has it

    return resource.getrlimit(resource.RLIMIT_DATA)[0]
