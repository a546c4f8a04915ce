import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import count, islice
from pathlib import Path

import psutil
import pytest

from musicreclass.core.job import CancelToken
from musicreclass.errors import Cancelled, FileProblem
from musicreclass.pipeline.processes import memory_limit
from musicreclass.pipeline.processes.child import (
    Child,
    ParentClock,
    PoolBroken,
    ProcessDied,
    TookTooLong,
    WorkerBug,
)
from musicreclass.pipeline.processes.pool import default_workers, map_in_processes
from musicreclass.pipeline.processes.worker import NICENESS
from tests.pipeline import pool_jobs
from tests.recording_context import RecordingContext

ROOT = str(Path(__file__).parents[3])
POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


def outcomes_of(work, items, *, workers=2, seconds=10.0, ctx=None, **more):
    return map_in_processes(
        work,
        items,
        ctx or RecordingContext(),
        workers=workers,
        seconds_per_item=seconds,
        path_of=lambda item: Path(f"{item}.mp3"),
        **more,
    )


def results(work, items, **more):
    """Return what the pool made of `items`, as a dictionary; fail if it made anything twice."""
    outcomes = list(outcomes_of(work, items, **more))
    assert len(dict(outcomes)) == len(outcomes)
    return dict(outcomes)


class Producer:
    """Yields numbers without end, each after a while, and knows how many were drawn."""

    def __init__(self, seconds_each=0.0):
        self.seconds_each = seconds_each
        self.drawn = 0

    def __iter__(self):
        for number in count():
            threading.Event().wait(self.seconds_each)
            self.drawn += 1
            yield number


@pytest.mark.parametrize("chunk", [1, 7, 64])
def test_every_item_is_answered_once_whatever_the_chunk(chunk):
    assert results(pool_jobs.square, range(200), chunk=chunk) == {n: n * n for n in range(200)}


def test_no_item_starts_no_process():
    assert results(pool_jobs.square, []) == {}


def test_an_expected_error_replaces_its_result():
    outcomes = results(pool_jobs.refuse_odd, range(4), chunk=4)

    assert outcomes[0] == 0
    assert outcomes[2] == 2
    assert isinstance(outcomes[3], FileProblem)
    assert str(outcomes[3]) == "3.mp3: odd"


def test_a_bug_is_raised_with_the_traceback_of_the_child():
    with pytest.raises(WorkerBug) as caught:
        results(pool_jobs.divide, [1, 0, 2])

    assert str(caught.value) == "ZeroDivisionError: division by zero"
    assert "in divide\n    return 1 / number" in caught.value.__notes__[0]
    assert not _working_children()


def test_a_result_that_cannot_travel_is_a_bug():
    with pytest.raises(WorkerBug, match="pickle"):
        results(pool_jobs.unpicklable, [1])


@pytest.mark.parametrize("chunk", [1, 8, 64])
def test_a_file_that_crashes_its_reader_is_named_and_the_others_go_on(chunk):
    outcomes = results(pool_jobs.crash_at_13, range(40), chunk=chunk)

    died = outcomes.pop(13)
    assert isinstance(died, ProcessDied)
    assert str(died) == "13.mp3: it crashed its reader twice (signal SIGSEGV); it is left out"
    assert outcomes == {n: n for n in range(40) if n != 13}


@pytest.mark.parametrize("chunk", [1, 8, 64])
def test_a_file_that_hangs_is_named_and_the_others_go_on(chunk):
    outcomes = results(pool_jobs.sleep_at_13, range(40), seconds=0.3, chunk=chunk)

    late = outcomes.pop(13)
    assert isinstance(late, TookTooLong)
    assert str(late) == "13.mp3: it took longer than 0.3 seconds; it is left out"
    assert outcomes == {n: n for n in range(40) if n != 13}


def test_a_file_that_needs_too_much_memory_is_left_out():
    outcomes = results(pool_jobs.run_out_of_memory_at_13, range(10, 16), chunk=8)

    died = outcomes.pop(13)
    assert str(died) == "13.mp3: it crashed its reader twice (out of memory); it is left out"
    assert outcomes == {n: n for n in (10, 11, 12, 14, 15)}


def test_a_child_that_dies_once_is_forgiven(tmp_path):
    marker = tmp_path / "died before"

    assert results(pool_jobs.die_once, [marker]) == {marker: "alive"}


def test_what_killed_a_child_is_tried_again_in_a_fresh_one(tmp_path):
    items = [(number, str(tmp_path / "died before")) for number in range(12)]

    outcomes = list(outcomes_of(pool_jobs.die_once_at_3, items, chunk=2))

    order = [number for (number, _), _ in outcomes]
    processes = [process for _, process in outcomes]
    again = order.index(3)
    assert sorted(order) == list(range(12))
    assert processes[again] not in processes[:again]


@pytest.mark.parametrize("hang", [pool_jobs.sleep_for_ever, pool_jobs.sleep_stubbornly])
def test_stop_takes_hold_within_a_second_while_all_hang(hang):
    ctx = CancelToken()
    stop = threading.Timer(0.5, ctx.cancel)
    stop.start()
    started = time.monotonic()

    with pytest.raises(Cancelled):
        results(hang, range(10), ctx=ctx)

    assert time.monotonic() - started < 1.5
    assert not _working_children()


def test_stop_takes_hold_between_two_answers():
    ctx = CancelToken()
    outcomes = outcomes_of(pool_jobs.square, range(100), ctx=ctx, chunk=50)
    next(outcomes)
    ctx.cancel()

    with pytest.raises(Cancelled):
        next(outcomes)


def test_a_consumer_that_leaves_early_leaves_nothing_behind():
    outcomes = outcomes_of(pool_jobs.square, count())

    taken = list(islice(outcomes, 3))
    outcomes.close()

    assert len(taken) == 3
    assert not _working_children()


def test_a_consumer_that_fails_leaves_nothing_behind():
    with pytest.raises(ZeroDivisionError):
        [1 / result for _, result in outcomes_of(pool_jobs.square, count())]

    assert not _working_children()


def test_a_producer_that_fails_leaves_nothing_behind():
    with pytest.raises(ZeroDivisionError):
        results(pool_jobs.square, (1 / number for number in range(9, -1, -1)))

    assert not _working_children()


@pytest.mark.parametrize("chunk", [1, 4])
@pytest.mark.parametrize("taken", [1, 50])
def test_a_slow_consumer_holds_back_the_producer(chunk, taken):
    producer = Producer()
    outcomes = outcomes_of(pool_jobs.square, producer, chunk=chunk)

    list(islice(outcomes, taken))

    assert producer.drawn - taken <= 2 * 2 * chunk + 2
    outcomes.close()


def test_children_go_on_while_the_consumer_is_busy(tmp_path):
    files = [tmp_path / str(number) for number in range(9)]
    outcomes = outcomes_of(pool_jobs.touch, files, workers=1)
    next(outcomes)

    assert _comes_true(files[2].exists)
    outcomes.close()


def test_a_slow_producer_does_not_hold_back_what_is_finished():
    producer = Producer(seconds_each=0.02)
    outcomes = outcomes_of(pool_jobs.square, producer, chunk=1000)

    next(outcomes)

    assert producer.drawn < 100
    outcomes.close()


def test_answers_larger_than_a_pipe_arrive_whole():
    sizes = [1_250_000 + number for number in range(4)]  # 10 MB each

    outcomes = results(pool_jobs.large_array, sizes)

    assert {size: len(array) for size, array in outcomes.items()} == {n: n for n in sizes}
    assert all((array == 7.0).all() for array in outcomes.values())


def test_large_items_and_large_answers_do_not_wait_for_each_other():
    items = [bytes([number]) * 500_000 for number in range(12)]

    assert results(pool_jobs.send_back, items, chunk=2) == {item: item for item in items}


def test_a_pause_is_no_reason_to_blame_anybody():
    ctx = CancelToken()
    outcomes = outcomes_of(pool_jobs.square, range(50), ctx=ctx, seconds=0.3, chunk=5)
    first = next(outcomes)
    ctx.pause()
    go_on = threading.Timer(0.6, ctx.resume)
    go_on.start()

    assert dict([first, *outcomes]) == {n: n * n for n in range(50)}


def test_the_time_a_child_needs_to_start_is_not_the_files():
    assert isinstance(results(pool_jobs.SlowToCome(), [1], seconds=0.2)[1], int)


def test_the_clock_all_but_stands_still_while_nothing_is_analyzed():
    times = iter([100.0, 100.2, 9000.0, 9000.1])
    clock = ParentClock(lambda: next(times))

    assert [clock.tick() for _ in range(3)] == pytest.approx([0.2, 1.2, 1.3])


def test_several_pools_work_side_by_side():
    with ThreadPoolExecutor(3) as threads:
        running = [threads.submit(results, pool_jobs.crash_at_13, range(20)) for _ in range(3)]

    assert [sorted(done.result()) for done in running] == [list(range(20))] * 3
    assert not _working_children()


@POSIX_ONLY
def test_no_file_descriptor_is_left_open():
    results(pool_jobs.crash_at_13, range(12, 15))  # starts what stays for the whole process
    before = psutil.Process().num_fds()

    results(pool_jobs.crash_at_13, range(12, 15))

    assert psutil.Process().num_fds() == before


def test_children_take_one_core_each():
    assert results(pool_jobs.threads_allowed, [1]) == {1: "1"}
    assert results(pool_jobs.blas_threads, [1]) == {1: 1}


@POSIX_ONLY
def test_children_stand_back_for_windows():
    assert results(pool_jobs.niceness, [1])[1] > os.nice(0)


@POSIX_ONLY
def test_children_stand_back_while_they_come_up():
    child = Child(pickle.dumps(pool_jobs.niceness), os.devnull, 0.0)

    niceness, is_ready = psutil.Process(child._process.pid).nice(), child.is_ready
    child.end(5.0)

    assert (niceness, is_ready) == (max(NICENESS, os.nice(0)), False)


def test_children_take_one_core_each_also_where_the_main_module_brings_numpy(tmp_path):
    script = tmp_path / "main_with_numpy.py"
    script.write_text(
        "import numpy\n"
        "from tests.pipeline import pool_jobs\n"
        "from musicreclass.core.job import CancelToken\n"
        "from musicreclass.pipeline.processes.pool import map_in_processes\n"
        "if __name__ == '__main__':\n"
        "    print(*map_in_processes(pool_jobs.blas_threads, [1], CancelToken(),\n"
        "                            workers=1, seconds_per_item=60))\n"
    )
    environment = {**os.environ, "PYTHONPATH": ROOT}

    done = subprocess.run(
        [sys.executable, script], capture_output=True, text=True, check=True, env=environment
    )

    assert done.stdout == "(1, 1)\n"


def test_children_load_nothing_heavy_by_themselves():
    assert results(pool_jobs.heavy_libraries, [1]) == {1: []}


def test_what_children_print_goes_to_the_log(tmp_path, capfd):
    log = tmp_path / "decoders.log"

    results(pool_jobs.shout, ["libmpg123"], log=log)

    assert log.read_text() == "libmpg123 on 1\nlibmpg123 on 2\n"
    assert capfd.readouterr() == ("", "")


def test_a_log_that_cannot_be_written_ends_nothing(tmp_path):
    log = tmp_path / "no such folder" / "log"

    assert results(pool_jobs.square, [3], log=log) == {3: 9}


def test_an_installation_in_which_no_child_comes_up_is_a_sentence():
    sentence = r"no worker process comes up \(exit status 3\); run musicreclass doctor"

    with pytest.raises(PoolBroken, match=sentence):
        results(pool_jobs.Stillborn(), count())


@POSIX_ONLY
def test_children_vanish_with_a_parent_that_is_killed(tmp_path):
    parent = _run_a_pool("pool_jobs.touch_and_sleep_for_ever", tmp_path)
    assert _comes_true(lambda: len(list(tmp_path.glob("*.begun"))) == 2)
    children = _workers_of(parent)

    with parent:  # closes its pipes, which children may have
        parent.kill()

    _, alive = psutil.wait_procs(children, timeout=5)
    assert len(children) == 2
    assert alive == []


@POSIX_ONLY
def test_ctrl_c_ends_all_and_only_the_parent_speaks_of_it(tmp_path):
    parent = _run_a_pool("pool_jobs.touch_and_sleep_for_ever", tmp_path)
    assert _comes_true(lambda: len(list(tmp_path.glob("*.begun"))) == 2)
    children = _workers_of(parent)

    os.killpg(parent.pid, signal.SIGINT)
    _, said = parent.communicate(timeout=10)

    _, alive = psutil.wait_procs(children, timeout=5)
    assert alive == []
    assert said.count("Traceback") == said.count("KeyboardInterrupt") == 1


@POSIX_ONLY
def test_a_child_is_deaf_to_ctrl_c_from_its_birth(tmp_path):
    # The first pool of its process is the one that also starts multiprocessing's own process.
    parent = _run_a_pool("pool_jobs.SlowToCome()", tmp_path)
    assert _comes_true(lambda: len(_workers_of(parent)) == 2)
    first, _ = _workers_of(parent)

    first.send_signal(signal.SIGINT)
    answered_by, said = parent.communicate(timeout=10)

    assert str(first.pid) in answered_by.split()
    assert said == ""


def test_there_is_a_worker_for_each_core_of_ours():
    assert 1 <= default_workers() <= os.cpu_count()


def _run_a_pool(work, folder):
    """Start a program in `folder` that does `work` on two items in two children."""
    script = (
        "import signal, sys; sys.path.insert(0, sys.argv[1])\n"
        # Whoever runs tests behind a shell's `&` has them born deaf to Ctrl-C.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from tests.pipeline import pool_jobs\n"
        "from musicreclass.core.job import CancelToken\n"
        "from musicreclass.pipeline.processes.pool import map_in_processes\n"
        f"outcomes = map_in_processes({work}, range(2), CancelToken(), workers=2,\n"
        "                            seconds_per_item=99)\n"
        "print(*(outcome for _, outcome in outcomes))\n"
    )
    return psutil.Popen(
        [sys.executable, "-c", script, ROOT],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder,
        start_new_session=True,
    )


def _working_children():
    return _workers_of(psutil.Process())


def _workers_of(parent):
    return [child for child in parent.children() if "spawn_main" in _command(child)]


def _command(process):
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return ""


def _comes_true(claim, seconds=10.0):
    deadline = time.monotonic() + seconds
    while not claim() and time.monotonic() < deadline:
        threading.Event().wait(0.005)
    return claim()


@pytest.mark.skipif(sys.platform != "linux", reason="a process ends there, a moment later")
def test_what_wants_more_memory_than_it_may_have_is_named_and_the_run_goes_on():
    found = results(pool_jobs.fill, [10, 900, 20], most_bytes=400 << 20)

    assert (found[10], found[20]) == (10, 20)
    died = found[900]
    assert str(died) == "900.mp3: it crashed its reader twice (out of memory); it is left out"


def test_a_watcher_ends_a_process_that_grows_too_large():
    code = (
        "import time\n"
        "from musicreclass.pipeline.processes import memory_limit\n"
        "memory_limit.watch_memory(200 << 20)\n"
        "kept = bytearray(300 << 20)\n"
        "kept[:] = b'x' * len(kept)\n"
        "time.sleep(20)\n"
    )

    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)

    assert ended.returncode == memory_limit.OUT_OF_MEMORY
