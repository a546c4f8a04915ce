import os
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import psutil
import pytest

from musicreclass.errors import Cancelled, FileProblem
from musicreclass.pipeline.processes import compute_child
from musicreclass.pipeline.processes.child import WorkerBug
from musicreclass.pipeline.processes.compute_child import ComputeChild, ComputingDied, OneJobEach
from musicreclass.pipeline.processes.worker import NICENESS
from tests.pipeline import compute_jobs
from tests.recording_context import RecordingContext, stopped_context

POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


@pytest.fixture(scope="module")
def one_child():
    """Return a process that many tests share, for starting one takes its time."""
    child = ComputeChild()
    child.run(partial(compute_jobs.add, 0, 0), RecordingContext())
    yield child
    child.stop()


@pytest.fixture
def notes():
    return []


@pytest.fixture
def child(notes):
    """Return a process that may be ended."""
    child = ComputeChild(note=notes.append)
    yield child
    child.stop()


def begun(child, job, ctx):
    """Run a job on another thread, and return its future once it has published something."""
    threads = ThreadPoolExecutor(1)
    future = threads.submit(child.run, job, ctx)
    threads.shutdown(wait=False)
    wait_for(lambda: ctx.published)
    return future


def wait_for(is_so, seconds=20.0):
    until = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < until, "it never came"
        time.sleep(0.005)


def test_what_a_job_returns_reports_and_publishes_arrives_in_order(one_child):
    ctx = RecordingContext()

    assert one_child.run(partial(compute_jobs.tell, 50), ctx) == 50
    assert ctx.published == list(range(50))
    assert [progress.current for progress in ctx.reports] == ["told"]


def test_what_a_job_loads_is_there_for_the_next_one(one_child):
    _, first = one_child.run(partial(compute_jobs.keep, "networks"), RecordingContext())
    kept, second = one_child.run(partial(compute_jobs.keep, "more"), RecordingContext())

    assert kept == ("networks", "more")
    assert first == second != os.getpid()


def test_several_jobs_run_at_once(one_child, tmp_path):
    with ThreadPoolExecutor(2) as threads:
        found = threads.map(
            lambda names: one_child.run(
                partial(compute_jobs.meet, tmp_path, *names), RecordingContext()
            ),
            [("one", "other"), ("other", "one")],
        )

        assert sorted(found) == ["one", "other"]


def test_a_stopped_job_ends_within_a_fifth_of_a_second(one_child):
    ctx = RecordingContext()
    future = begun(one_child, compute_jobs.go_on_until_stopped, ctx)

    stopped_at = time.monotonic()
    ctx.cancel()

    with pytest.raises(Cancelled):
        future.result(10)
    assert time.monotonic() - stopped_at < 0.2
    told = len(ctx.published)
    time.sleep(0.1)
    assert len(ctx.published) == told
    assert one_child.run(partial(compute_jobs.add, 1, 1), RecordingContext()) == 2


def test_nobody_waits_long_for_a_job_that_does_not_stop(child, monkeypatch):
    monkeypatch.setattr(compute_child, "CANCEL_SECONDS", 0.1)
    ctx = RecordingContext()
    future = begun(child, compute_jobs.be_deaf, ctx)

    ctx.cancel()

    with pytest.raises(Cancelled):
        future.result(2)
    assert child.run(partial(compute_jobs.add, 1, 1), RecordingContext()) == 2


def test_a_job_that_was_stopped_before_it_began_does_nothing(one_child):
    ctx = stopped_context()

    with pytest.raises(Cancelled):
        one_child.run(compute_jobs.go_on_until_stopped, ctx)


def test_a_paused_job_stands_still_and_goes_on_again(one_child):
    ctx = RecordingContext()
    future = begun(one_child, compute_jobs.go_on_until_stopped, ctx)
    ctx.pause()
    time.sleep(0.3)  # it may take up what was on its way
    told = len(ctx.published)

    time.sleep(0.3)
    assert len(ctx.published) == told

    ctx.resume()
    wait_for(lambda: len(ctx.published) > told + 5)
    ctx.cancel()
    with pytest.raises(Cancelled):
        future.result(10)


def test_an_expected_error_is_raised_as_it_was(one_child):
    with pytest.raises(FileProblem, match="it is of no use") as caught:
        one_child.run(partial(compute_jobs.refuse, Path("a.mp3")), RecordingContext())

    assert caught.value.path == Path("a.mp3")


def test_an_error_does_not_bring_its_module_along(one_child):
    with pytest.raises(FileProblem, match=r"a\.mp3.*it is rare") as caught:
        one_child.run(compute_jobs.refuse_by_a_module_of_its_own, RecordingContext())

    assert "tests.pipeline.rare_errors" not in sys.modules
    assert caught.value.path == Path("a.mp3")


@pytest.mark.parametrize("job", [compute_jobs.divide, compute_jobs.return_a_lock])
def test_a_fault_of_the_program_tells_where_it_happened(one_child, job):
    with pytest.raises(WorkerBug) as caught:
        one_child.run(job, RecordingContext())

    assert "Traceback" in "".join(caught.value.__notes__)
    assert one_child.run(partial(compute_jobs.add, 1, 1), RecordingContext()) == 2


@POSIX_ONLY
def test_it_loads_nothing_heavy_and_stands_back_behind_the_window(one_child):
    heavy, answering = one_child.run(compute_jobs.circumstances, RecordingContext())
    _, on_its_own = OneJobEach().run(compute_jobs.circumstances, RecordingContext())

    assert heavy == []
    assert os.nice(0) < answering < on_its_own
    assert on_its_own < NICENESS


def test_a_job_may_have_children_of_its_own(one_child):
    assert one_child.run(compute_jobs.children_of_its_own, RecordingContext()) == [1, 4, 9]


@POSIX_ONLY
def test_a_process_that_is_killed_is_replaced_and_its_job_done_again(child, notes, tmp_path):
    job = partial(compute_jobs.die_at_first, tmp_path / "marker")

    assert child.run(job, RecordingContext()) == "alive"
    assert "signal SIGKILL" in str(notes[0])
    assert "taken over" in str(notes[0])


@POSIX_ONLY
def test_a_process_that_is_killed_from_outside_takes_no_job_along(child, notes):
    ctx = RecordingContext()
    future = begun(child, compute_jobs.go_on_until_stopped, ctx)
    before = child.pid

    os.kill(before, signal.SIGKILL)
    wait_for(lambda: child.pid not in (before, None))
    told = len(ctx.published)
    wait_for(lambda: len(ctx.published) > told + 5)

    ctx.cancel()
    with pytest.raises(Cancelled):
        future.result(10)
    assert len(notes) == 1


@POSIX_ONLY
def test_an_end_is_told_once_however_many_jobs_it_was_amid(child, notes):
    contexts = [RecordingContext() for _ in range(3)]
    futures = [begun(child, compute_jobs.go_on_until_stopped, ctx) for ctx in contexts]

    os.kill(child.pid, signal.SIGKILL)
    told = [len(ctx.published) for ctx in contexts]
    for ctx, before in zip(contexts, told, strict=True):
        wait_for(lambda ctx=ctx, before=before: len(ctx.published) > before + 5)

    for ctx, future in zip(contexts, futures, strict=True):
        ctx.cancel()
        with pytest.raises(Cancelled):
            future.result(10)
    assert len(notes) == 1


@POSIX_ONLY
def test_a_job_that_kills_its_process_twice_is_named_in_a_sentence(child):
    with pytest.raises(ComputingDied, match=r"ended twice amid it.*SIGKILL"):
        child.run(compute_jobs.die, RecordingContext())

    assert child.run(partial(compute_jobs.add, 1, 1), RecordingContext()) == 2


@POSIX_ONLY
def test_what_would_do_harm_twice_is_tried_once(child, tmp_path):
    job = partial(compute_jobs.die_at_first, tmp_path / "marker")

    with pytest.raises(ComputingDied, match="look whether it was done"):
        child.run(job, RecordingContext(), is_repeatable=False)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems set no such limit")
def test_what_computes_may_have_no_more_memory_than_the_computer_has(one_child):
    most_bytes = one_child.run(compute_jobs.most_memory, RecordingContext())

    assert 0 < most_bytes <= psutil.virtual_memory().total


def test_a_job_that_runs_out_of_memory_is_told_so(child):
    with pytest.raises(ComputingDied, match="out of memory"):
        child.run(compute_jobs.run_out_of_memory, RecordingContext())


def test_stopping_ends_the_process_and_cancels_what_it_did(child):
    ctx = RecordingContext()
    future = begun(child, compute_jobs.be_deaf, ctx)
    process = psutil.Process(child.pid)

    child.stop()

    with pytest.raises(Cancelled):
        future.result(5)
    assert not process.is_running()
    with pytest.raises(Cancelled):
        child.run(partial(compute_jobs.add, 1, 1), RecordingContext())


def test_a_process_of_its_own_ends_with_its_job():
    own = OneJobEach()
    _, first = own.run(partial(compute_jobs.keep, 1), RecordingContext())
    kept, second = own.run(partial(compute_jobs.keep, 2), RecordingContext())

    assert kept == (2,)
    assert first != second
    assert not psutil.pid_exists(first)
    assert own.pids == []


def test_a_deaf_job_in_a_process_of_its_own_is_ended(monkeypatch):
    monkeypatch.setattr(compute_child, "CANCEL_SECONDS", 0.1)
    own, ctx = OneJobEach(), RecordingContext()
    future = begun(own, compute_jobs.be_deaf, ctx)
    (pid,) = own.pids

    ctx.cancel()

    with pytest.raises(Cancelled):
        future.result(5)
    assert not psutil.pid_exists(pid)


@POSIX_ONLY
def test_a_parent_that_is_killed_takes_its_process_along(tmp_path):
    script = (
        "import threading\n"
        "from functools import partial\n"
        "from musicreclass.pipeline.processes.compute_child import ComputeChild\n"
        "from tests.pipeline import compute_jobs\n"
        "from tests.recording_context import RecordingContext\n"
        "if __name__ == '__main__':\n"
        "    child = ComputeChild()\n"
        "    child.run(partial(compute_jobs.add, 1, 1), RecordingContext())\n"
        "    job = compute_jobs.be_deaf\n"
        "    threading.Thread(target=child.run, args=(job, RecordingContext())).start()\n"
        "    print(child.pid, flush=True)\n"
        "    threading.Event().wait()\n"
    )
    file = tmp_path / "parent.py"
    file.write_text(script, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
    parent = psutil.Popen([sys.executable, file], env=environment, stdout=-1, stderr=-1, text=True)
    with parent:
        pid = int(parent.stdout.readline())
        process = psutil.Process(pid)
        parent.kill()
        parent.communicate()

    psutil.wait_procs([process], timeout=5)
    assert not process.is_running()


def test_an_interpreter_that_ends_ends_its_process(tmp_path):
    script = (
        "from functools import partial\n"
        "from musicreclass.pipeline.processes.compute_child import ComputeChild\n"
        "from tests.pipeline import compute_jobs\n"
        "from tests.recording_context import RecordingContext\n"
        "if __name__ == '__main__':\n"
        "    child = ComputeChild()\n"
        "    child.run(partial(compute_jobs.add, 1, 1), RecordingContext())\n"
        "    print(child.pid, flush=True)\n"
    )
    file = tmp_path / "parent.py"
    file.write_text(script, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
    parent = psutil.Popen([sys.executable, file], env=environment, stdout=-1, text=True)
    said, _ = parent.communicate(timeout=30)

    assert not psutil.pid_exists(int(said))
