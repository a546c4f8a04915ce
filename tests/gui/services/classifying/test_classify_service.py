import threading

import pytest
from PySide6.QtCore import QObject, Signal

from musicreclass.core.job import Progress
from musicreclass.core.sound_tags import TagBatch
from musicreclass.errors import MusicReclassError
from musicreclass.gui.services.classifying.classify_service import ClassifyService
from musicreclass.sentences.reason import as_said

KNOWN, CLASSIFIED = [(1, "known")], [(2, "classified")]


class SessionInMemory(QObject):
    """What classifying needs of a session: its signals, and whether it scans."""

    loaded = Signal()
    scanning = Signal(object)
    idle = Signal()

    def __init__(self):
        super().__init__()
        self.is_scanning = False
        self.contents_read = 0

    def read_contents(self):
        self.contents_read += 1


class JobsInMemory:
    """Jobs that note what they do; `classify` goes on until it is released or stopped."""

    def __init__(self):
        self.begun = []
        self.at_once = 0
        self.most_at_once = 0
        self.released = threading.Event()

    def suggest(self, ctx):
        self.begun.append("suggest")
        ctx.publish(KNOWN)

    def problem(self, ctx):
        return None

    def classify(self, ctx):
        ctx.raise_if_cancelled()
        self.begun.append("classify")
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        try:
            while not self.released.wait(0.005):
                ctx.report(Progress(1, 4))
                ctx.raise_if_cancelled()
            ctx.publish(CLASSIFIED)
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
def classify_service(session, jobs, workers):
    return ClassifyService(session, jobs, workers)


def begun(jobs, qtbot, number):
    """Wait until classifying has begun so many times."""
    qtbot.waitUntil(lambda: jobs.begun.count("classify") == number)


def test_what_is_known_is_suggested_as_soon_as_the_library_is_loaded(
    classify_service, session, jobs, qtbot
):
    with qtbot.waitSignal(classify_service.suggestions_came) as came:
        session.loaded.emit()

    assert came.args == [KNOWN]
    assert jobs.begun == ["suggest"]


def test_after_a_scan_what_is_known_comes_first_and_the_rest_is_classified(
    classify_service, session, jobs, qtbot
):
    came = []
    classify_service.suggestions_came.connect(came.append)
    jobs.released.set()
    with qtbot.waitSignal(classify_service.classified) as clip:
        session.idle.emit()

    assert came == [KNOWN, CLASSIFIED]
    assert clip.args == ["summary"]
    qtbot.waitUntil(lambda: session.contents_read == 1)


def test_a_scan_stops_classifying_and_its_end_starts_it_again(
    classify_service, session, jobs, qtbot
):
    classify_service.classify()
    begun(jobs, qtbot, 1)

    session.is_scanning = True
    session.scanning.emit(None)
    qtbot.waitUntil(lambda: jobs.at_once == 0)
    classify_service.classify()
    assert jobs.begun.count("classify") == 1

    session.is_scanning = False
    session.idle.emit()
    begun(jobs, qtbot, 2)


def test_two_runs_never_classify_at_once(classify_service, session, jobs, qtbot):
    for number in range(1, 4):
        classify_service.classify()
        classify_service.classify()
        begun(jobs, qtbot, number)
        classify_service.give_way()
    qtbot.waitUntil(lambda: jobs.at_once == 0)

    assert jobs.most_at_once == 1


def test_what_was_stopped_can_be_started_again(classify_service, jobs, qtbot):
    with qtbot.waitSignal(classify_service.began) as started:
        classify_service.classify()
    begun(jobs, qtbot, 1)
    with qtbot.waitSignal(started.args[0].finished):
        started.args[0].cancel()

    classify_service.classify()
    begun(jobs, qtbot, 2)


def test_what_was_paused_is_still_paused_after_a_scan(classify_service, session, jobs, qtbot):
    with qtbot.waitSignal(classify_service.began) as started:
        classify_service.classify()
    begun(jobs, qtbot, 1)
    started.args[0].pause()
    session.scanning.emit(None)

    with qtbot.waitSignal(classify_service.began) as started:
        session.idle.emit()

    assert started.args[0].is_paused
    assert jobs.begun.count("classify") == 1


def test_a_run_that_gave_way_before_its_turn_is_never_shown(classify_service, jobs, qtbot):
    classify_service.classify()
    classify_service.give_way()
    classify_service.suggest()

    with qtbot.assertNotEmitted(classify_service.began):
        qtbot.waitUntil(lambda: "suggest" in jobs.begun)
    assert "classify" not in jobs.begun


def test_without_a_classifier_a_sentence_is_all_that_comes(classify_service, session, jobs, qtbot):
    def suggest(ctx):
        raise MusicReclassError(as_said("No classifier is installed; train one."))

    jobs.suggest = suggest
    with (
        qtbot.assertNotEmitted(classify_service.began, wait=50),
        qtbot.waitSignal(classify_service.failed) as failed,
    ):
        session.idle.emit()

    assert failed.args == ["No classifier is installed; train one."]
    assert jobs.begun == []


def test_another_try_is_made_when_it_is_asked_for_again(classify_service, jobs, qtbot):
    suggest, jobs.suggest = jobs.suggest, lambda ctx: 1 / 0
    with qtbot.waitSignal(classify_service.failed):
        classify_service.classify()
    jobs.suggest = suggest

    qtbot.waitUntil(lambda: classify_service.classify() or "classify" in jobs.begun)


def test_sound_tags_come_apart_from_suggestions(classify_service, session, jobs, qtbot):
    pairs = [(1, ("mellow",))]
    jobs.suggest = lambda ctx: ctx.publish(TagBatch(pairs))
    suggested = []
    classify_service.suggestions_came.connect(suggested.append)

    with qtbot.waitSignal(classify_service.tags_came) as came:
        session.loaded.emit()

    assert (came.args, suggested) == ([pairs], [])
