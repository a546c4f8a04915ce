import threading

import pytest
from PySide6.QtCore import QObject, Signal

from musicreclass.core.job import Progress
from musicreclass.errors import MusicReclassError
from musicreclass.gui.services.classify_service import ClassifyService

KNOWN, HEARD = [(1, "known")], [(2, "heard")]


class SessionInMemory(QObject):
    """What listening needs of a session: its signals, and whether it scans."""

    loaded = Signal()
    scanning = Signal(object)
    settled = Signal()

    def __init__(self):
        super().__init__()
        self.is_scanning = False
        self.contents_read = 0

    def read_contents(self):
        self.contents_read += 1


class JobsInMemory:
    """Jobs that note what they do; `listen` goes on until it is released or stopped."""

    def __init__(self):
        self.begun = []
        self.at_once = 0
        self.most_at_once = 0
        self.released = threading.Event()

    def suggest(self, ctx):
        self.begun.append("suggest")
        ctx.publish(KNOWN)

    def listen(self, ctx):
        ctx.raise_if_cancelled()
        self.begun.append("listen")
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        try:
            while not self.released.wait(0.005):
                ctx.report(Progress(1, 4))
                ctx.raise_if_cancelled()
            ctx.publish(HEARD)
            return "summary"
        finally:
            self.at_once -= 1


@pytest.fixture
def session(qapp):
    return SessionInMemory()


@pytest.fixture
def jobs():
    return JobsInMemory()


@pytest.fixture
def listening(session, jobs, workers):
    return ClassifyService(session, jobs, workers)


def begun(jobs, qtbot, number):
    """Wait until listening has begun so many times."""
    qtbot.waitUntil(lambda: jobs.begun.count("listen") == number)


def test_what_is_known_is_suggested_as_soon_as_the_library_is_loaded(
    listening, session, jobs, qtbot
):
    with qtbot.waitSignal(listening.suggestions_came) as came:
        session.loaded.emit()

    assert came.args == [KNOWN]
    assert jobs.begun == ["suggest"]


def test_after_a_scan_what_is_known_comes_first_and_the_rest_is_heard(
    listening, session, jobs, qtbot
):
    came = []
    listening.suggestions_came.connect(came.append)
    jobs.released.set()
    with qtbot.waitSignal(listening.clip) as clip:
        session.settled.emit()

    assert came == [KNOWN, HEARD]
    assert clip.args == ["summary"]
    qtbot.waitUntil(lambda: session.contents_read == 1)


def test_a_scan_stops_listening_and_its_end_starts_it_again(listening, session, jobs, qtbot):
    listening.listen()
    begun(jobs, qtbot, 1)

    session.is_scanning = True
    session.scanning.emit(None)
    qtbot.waitUntil(lambda: jobs.at_once == 0)
    listening.listen()
    assert jobs.begun.count("listen") == 1

    session.is_scanning = False
    session.settled.emit()
    begun(jobs, qtbot, 2)


def test_two_runs_never_listen_at_once(listening, session, jobs, qtbot):
    for number in range(1, 4):
        listening.listen()
        listening.listen()
        begun(jobs, qtbot, number)
        listening.give_way()
    qtbot.waitUntil(lambda: jobs.at_once == 0)

    assert jobs.most_at_once == 1


def test_what_was_stopped_can_be_started_again(listening, jobs, qtbot):
    with qtbot.waitSignal(listening.listening) as started:
        listening.listen()
    begun(jobs, qtbot, 1)
    with qtbot.waitSignal(started.args[0].finished):
        started.args[0].cancel()

    listening.listen()
    begun(jobs, qtbot, 2)


def test_what_was_paused_is_still_paused_after_a_scan(listening, session, jobs, qtbot):
    with qtbot.waitSignal(listening.listening) as started:
        listening.listen()
    begun(jobs, qtbot, 1)
    started.args[0].pause()
    session.scanning.emit(None)

    with qtbot.waitSignal(listening.listening) as started:
        session.settled.emit()

    assert started.args[0].is_paused
    assert jobs.begun.count("listen") == 1


def test_a_run_that_gave_way_before_its_turn_is_never_shown(listening, jobs, qtbot):
    listening.listen()
    listening.give_way()
    listening.suggest()

    with qtbot.assertNotEmitted(listening.listening):
        qtbot.waitUntil(lambda: "suggest" in jobs.begun)
    assert "listen" not in jobs.begun


def test_without_a_classifier_a_sentence_is_all_that_comes(listening, session, jobs, qtbot):
    def suggest(ctx):
        raise MusicReclassError("No classifier is installed; train one.")

    jobs.suggest = suggest
    with (
        qtbot.assertNotEmitted(listening.listening, wait=50),
        qtbot.waitSignal(listening.failed) as failed,
    ):
        session.settled.emit()

    assert failed.args == ["No classifier is installed; train one."]
    assert jobs.begun == []


def test_another_try_is_made_when_listening_is_asked_for_again(listening, jobs, qtbot):
    suggest, jobs.suggest = jobs.suggest, lambda ctx: 1 / 0
    with qtbot.waitSignal(listening.failed):
        listening.listen()
    jobs.suggest = suggest

    qtbot.waitUntil(lambda: listening.listen() or "listen" in jobs.begun)
