import sys
import threading
import time

from musicreclass.core.job import Progress
from musicreclass.errors import MusicReclassError
from musicreclass.sentences.reason import as_said


def test_the_result_comes_once_and_the_end_last(workers, qtbot):
    thread = workers.prepare(lambda ctx: 42)
    came = []
    thread.succeeded.connect(came.append)
    thread.finished.connect(lambda: came.append("finished"))

    with qtbot.waitSignal(thread.finished):
        workers.start(thread)

    assert came == [42, "finished"]


def test_a_failure_is_one_signal_not_a_crash(workers, qtbot):
    def job(ctx):
        raise MusicReclassError(as_said("disk full"))

    thread = workers.prepare(job)
    with qtbot.waitSignal(thread.failed) as caught:
        workers.start(thread)

    assert str(caught.args[0]) == "disk full"


def test_a_bug_is_logged_with_its_traceback_and_shown(workers, qtbot, caplog):
    thread = workers.prepare(lambda ctx: 1 / 0)
    with qtbot.waitSignal(thread.failed) as caught:
        workers.start(thread)

    assert isinstance(caught.args[0], ZeroDivisionError)
    assert "ZeroDivisionError" in caplog.text


def test_cancel_ends_without_result_or_failure(workers, qtbot):
    entered = threading.Event()

    def job(ctx):
        entered.set()
        while True:
            ctx.raise_if_cancelled()

    thread = workers.prepare(job)
    with (
        qtbot.assertNotEmitted(thread.succeeded),
        qtbot.assertNotEmitted(thread.failed),
        qtbot.waitSignal(thread.finished),
    ):
        workers.start(thread)
        entered.wait()
        thread.cancel()


def test_a_job_that_computes_gives_way_to_the_window(workers, qtbot):
    begun, is_done = threading.Event(), threading.Event()

    def job(ctx):
        begun.set()
        while not is_done.is_set():
            ctx.raise_if_cancelled()

    thread = workers.prepare(job)
    before = sys.getswitchinterval()
    sys.setswitchinterval(1.0)  # nobody is given the lock who is not let in
    try:
        workers.start(thread)
        begun.wait()
        started = time.monotonic()
        for _ in range(20):
            time.sleep(0)
        waited = time.monotonic() - started
    finally:
        sys.setswitchinterval(before)
        is_done.set()

    thread.wait()
    assert waited < 0.5


def test_a_paused_job_waits_and_goes_on(workers, qtbot):
    steps = []
    ready, waiting = threading.Event(), threading.Event()

    def job(ctx):
        ready.wait()
        waiting.set()
        ctx.raise_if_cancelled()
        steps.append("after the pause")

    thread = workers.prepare(job)
    thread.pause()
    workers.start(thread)
    ready.set()
    waiting.wait()
    assert steps == []

    with qtbot.waitSignal(thread.finished):
        thread.resume()
    assert steps == ["after the pause"]


def test_a_paused_job_can_be_stopped(workers, qtbot):
    thread = workers.prepare(lambda ctx: ctx.raise_if_cancelled())
    thread.pause()
    with qtbot.assertNotEmitted(thread.succeeded), qtbot.waitSignal(thread.finished):
        workers.start(thread)
        thread.cancel()


def test_batches_arrive_in_order(workers, qtbot):
    def job(ctx):
        ctx.publish("first")
        ctx.publish("second")

    thread = workers.prepare(job)
    came = []
    thread.published.connect(came.append)
    with qtbot.waitSignal(thread.finished):
        workers.start(thread)

    assert came == ["first", "second"]


def test_progress_is_throttled_but_the_last_is_never_lost(workers, qtbot):
    def job(ctx):
        [ctx.report(Progress(done, 10_000)) for done in range(10_001)]

    thread = workers.prepare(job)
    came = []
    thread.progressed.connect(came.append)
    with qtbot.waitSignal(thread.finished):
        workers.start(thread)

    assert came[-1].fraction == 1.0
    assert len(came) < 100


def test_three_hundred_jobs_leave_nothing_behind(workers, qtbot):
    for _ in range(300):
        workers.start(workers.prepare(lambda ctx: None))

    qtbot.waitUntil(lambda: not workers.children())
