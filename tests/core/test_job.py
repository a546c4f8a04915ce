import threading

import pytest

from musicreclass.core.job import CancelToken, Pace, Progress
from musicreclass.errors import Cancelled


@pytest.fixture
def token():
    return CancelToken()


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self):
        self.seconds = 0.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def job(token):
    """A thread that has come to a paused token; after it `outcome` says how it went on."""
    token.pause()
    thread = JobAtAPause(token)
    thread.start()
    yield thread
    token.cancel()
    thread.join()


class JobAtAPause(threading.Thread):
    def __init__(self, token):
        super().__init__()
        self.token = token
        self.outcome = "waits"

    def run(self):
        try:
            self.token.raise_if_cancelled()
            self.outcome = "went on"
        except Cancelled:
            self.outcome = "stopped"


def test_work_goes_on_while_nobody_says_otherwise(token):
    token.raise_if_cancelled()

    assert not token.is_paused


def test_a_stop_is_for_good(token):
    token.cancel()
    token.resume()

    with pytest.raises(Cancelled):
        token.raise_if_cancelled()


def test_a_pause_holds_the_job_until_it_is_resumed(token, job):
    job.join(0.05)
    assert token.is_paused
    assert job.outcome == "waits"

    token.resume()
    job.join()

    assert job.outcome == "went on"
    assert not token.is_paused


def test_a_paused_job_can_be_stopped(token, job):
    token.cancel()
    job.join()

    assert job.outcome == "stopped"


def test_a_job_that_was_stopped_cannot_be_paused_any_more(token):
    token.cancel()
    token.pause()

    assert not token.is_paused
    with pytest.raises(Cancelled):
        token.raise_if_cancelled()


@pytest.mark.parametrize(
    ("done", "total", "fraction"), [(0, 0, 0.0), (0, 4, 0.0), (1, 4, 0.25), (4, 4, 1.0)]
)
def test_progress_is_a_fraction_even_while_nobody_knows_the_total(done, total, fraction):
    assert Progress(done, total).fraction == fraction


def test_the_pace_is_that_of_the_last_seconds(clock):
    pace = Pace(clock)
    pace.is_due(Progress(10_000, 20_000))
    clock.seconds = 60.0
    pace.is_due(Progress(10_060, 20_000))
    clock.seconds = 65.0
    pace.is_due(Progress(10_110, 20_000))

    assert pace.per_second == 10.0
    assert pace.seconds_left(Progress(10_110, 10_210)) == 10.0


def test_nobody_can_tell_how_long_it_takes_after_a_single_look(clock):
    pace = Pace(clock)
    pace.is_due(Progress(1, 10))

    assert pace.seconds_left(Progress(1, 10)) is None


def test_another_stage_has_a_pace_of_its_own(clock):
    pace = Pace(clock)
    pace.is_due(Progress(900, 1_000))
    clock.seconds = 1.0
    pace.is_due(Progress(1_000, 1_000))
    clock.seconds = 1.05
    pace.is_due(Progress(1, 100))  # too early to be shown, and yet noticed
    clock.seconds = 2.0
    pace.is_due(Progress(10, 100))
    clock.seconds = 3.0
    pace.is_due(Progress(15, 100))

    assert pace.per_second == 5.0
    assert pace.seconds_left(Progress(15, 100)) == 17.0


def test_updates_are_few_but_the_last_is_never_lost(clock):
    pace = Pace(clock)

    assert pace.is_due(Progress(1, 10))
    assert not pace.is_due(Progress(2, 10))
    assert pace.is_due(Progress(10, 10))


def test_what_moves_less_often_than_it_is_looked_back_has_a_rate_too():
    now = [0.0]
    pace = Pace(lambda: now[0])
    for done in range(1, 4):
        now[0] += 30.0
        pace.is_due(Progress(done, 10))

    assert pace.seconds_left(Progress(3, 10)) == pytest.approx(210.0)
