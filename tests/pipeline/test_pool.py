import signal
import subprocess
import sys
import threading
import time
from itertools import count, islice
from pathlib import Path

import pool_jobs
import psutil
import pytest

from musicreclass.core.job import CancelToken
from musicreclass.errors import Cancelled, FileProblem
from musicreclass.pipeline.pool import (
    PoolBroken,
    ProcessDied,
    TookTooLong,
    WorkerBug,
    default_workers,
    map_in_processes,
)


def results(work, items, *, workers=2, seconds=10.0, ctx=None, **more):
    """Return what the pool made of `items`, as a dictionary."""
    outcomes = map_in_processes(
        work,
        items,
        ctx or CancelToken(),
        workers=workers,
        seconds_per_item=seconds,
        path_of=lambda item: Path(f"{item}.mp3"),
        **more,
    )
    return dict(outcomes)


@pytest.mark.parametrize("chunk", [1, 7, 64])
def test_every_item_is_answered_once_whatever_the_chunk(chunk):
    assert results(pool_jobs.square, range(200), chunk=chunk) == {n: n * n for n in range(200)}


def test_no_item_starts_no_process():
    assert results(pool_jobs.square, []) == {}


def test_an_expected_error_takes_the_place_of_its_result():
    outcomes = results(pool_jobs.refuse_odd, range(4), chunk=4)

    assert outcomes[0] == 0
    assert outcomes[2] == 2
    assert isinstance(outcomes[3], FileProblem)
    assert str(outcomes[3]) == "3.mp3: odd"


def test_a_bug_is_raised_with_the_traceback_of_the_child():
    with pytest.raises(WorkerBug, match="ZeroDivisionError"):
        results(pool_jobs.divide, [1, 0, 2])


def test_a_result_that_cannot_travel_is_a_bug():
    with pytest.raises(WorkerBug, match="pickle"):
        results(pool_jobs.unpicklable, [1])


@pytest.mark.parametrize("chunk", [1, 8])
def test_a_file_that_crashes_its_reader_is_named_and_the_others_go_on(chunk):
    outcomes = results(pool_jobs.crash_at_13, range(40), chunk=chunk)

    died = outcomes.pop(13)
    assert isinstance(died, ProcessDied)
    assert str(died) == "13.mp3: it crashed its reader twice (signal SIGSEGV); it is left out"
    assert outcomes == {n: n for n in range(40) if n != 13}


@pytest.mark.parametrize("chunk", [1, 8])
def test_a_file_that_hangs_is_named_and_the_others_go_on(chunk):
    outcomes = results(pool_jobs.sleep_at_13, range(40), seconds=0.5, chunk=chunk)

    assert isinstance(outcomes.pop(13), TookTooLong)
    assert outcomes == {n: n for n in range(40) if n != 13}


def test_a_child_that_dies_once_is_forgiven(tmp_path):
    marker = tmp_path / "died before"

    assert results(pool_jobs.die_once, [marker]) == {marker: "alive"}


def test_stop_takes_hold_within_a_second_while_all_hang():
    ctx = CancelToken()
    threading.Timer(0.7, ctx.cancel).start()
    started = time.monotonic()

    with pytest.raises(Cancelled):
        results(pool_jobs.sleep_for_ever, range(10), ctx=ctx)

    assert time.monotonic() - started < 1.7
    assert not _working_children()


def test_a_consumer_that_leaves_early_leaves_nothing_behind():
    outcomes = map_in_processes(
        pool_jobs.square, count(), CancelToken(), workers=2, seconds_per_item=5.0
    )

    taken = list(islice(outcomes, 3))
    outcomes.close()

    assert len(taken) == 3
    assert not _working_children()


def test_a_slow_consumer_holds_back_the_producer():
    drawn = []

    def items():
        for number in range(1000):
            drawn.append(number)
            yield number

    outcomes = map_in_processes(
        pool_jobs.square, items(), CancelToken(), workers=2, seconds_per_item=5.0, chunk=4
    )
    next(outcomes)

    assert len(drawn) <= 2 * 2 * 4
    outcomes.close()


def test_answers_larger_than_a_pipe_arrive_whole():
    outcomes = results(pool_jobs.large_array, [1_000_000, 1_000_001])

    assert {len(array) for array in outcomes.values()} == {1_000_000, 1_000_001}
    assert all((array == 7.0).all() for array in outcomes.values())


def test_a_pause_is_no_reason_to_blame_anybody():
    ctx = CancelToken()
    outcomes = map_in_processes(
        pool_jobs.square, range(50), ctx, workers=2, seconds_per_item=0.3, chunk=5
    )
    first = next(outcomes)
    ctx.pause()
    threading.Timer(0.9, ctx.resume).start()

    assert dict([first, *outcomes]) == {n: n * n for n in range(50)}


def test_children_take_one_core_each():
    assert results(pool_jobs.threads_allowed, [1]) == {1: "1"}


def test_what_children_print_goes_to_the_log(tmp_path, capfd):
    log = tmp_path / "decoders.log"

    results(pool_jobs.shout, ["libmpg123"], log=log)

    assert log.read_text() == "libmpg123 on 1\nlibmpg123 on 2\n"
    assert capfd.readouterr() == ("", "")


def test_an_installation_in_which_no_child_comes_up_is_a_sentence(tmp_path):
    with pytest.raises(PoolBroken, match="no worker process comes up .*; run musicreclass doctor"):
        results(pool_jobs.square, [1], log=tmp_path / "no such folder" / "log")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_children_vanish_with_a_parent_that_is_killed():
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import pool_jobs\n"
        "from musicreclass.core.job import CancelToken\n"
        "from musicreclass.pipeline.pool import map_in_processes\n"
        "if __name__ == '__main__':\n"
        "    work = map_in_processes(pool_jobs.sleep_for_ever, range(9), CancelToken(),\n"
        "                            workers=2, seconds_per_item=99)\n"
        "    next(work)\n"
    )
    here = str(Path(__file__).parent)
    parent = psutil.Popen([sys.executable, "-c", script, here], stderr=subprocess.DEVNULL)
    children = _wait_for_children(parent, 2)

    parent.send_signal(signal.SIGKILL)
    parent.wait()

    _, alive = psutil.wait_procs(children, timeout=5)
    assert alive == []


def test_there_is_a_worker_for_each_core_of_ours():
    assert default_workers() >= 1


def _working_children():
    return [
        c for c in psutil.Process().children() if "resource_tracker" not in " ".join(c.cmdline())
    ]


def _wait_for_children(parent, number):
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        children = [c for c in parent.children() if "spawn_main" in " ".join(c.cmdline())]
        if len(children) >= number:
            return children
        time.sleep(0.05)
    raise AssertionError("the children never came up")
