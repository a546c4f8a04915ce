"""Material for tests of the window: lines of tracks that need no file."""

import pytest
from shiboken6 import isValid

from musicreclass.core.genre import Taxonomy
from musicreclass.core.prediction import SuggestionLine, Verdict
from musicreclass.core.track import TrackLine
from musicreclass.gui.theme import Theme
from musicreclass.gui.workers import JobThread, Workers
from musicreclass.paths import resource


@pytest.fixture(autouse=True)
def _no_job_outlives_its_test(monkeypatch):
    """Fail a test that leaves a job running."""
    started = []
    start = JobThread.start

    def noted_start(thread):
        started.append(thread)
        start(thread)

    monkeypatch.setattr(JobThread, "start", noted_start)
    yield
    running = [thread for thread in started if isValid(thread) and thread.isRunning()]
    for thread in running:
        thread.cancel()
        thread.wait(2000)
    assert not running, f"jobs left running: {running}"


@pytest.fixture
def line():
    """Return a maker of track lines: `line(1, title="...")`."""

    def make(track_id, title="", **changed):
        blank = dict.fromkeys(TrackLine._fields, "") | {"suggestion": None, "decision": None}
        numbers = {"id": track_id, "seconds": 0.0, "is_missing": 0, "folder_id": 1}
        numbers |= {"size": 100, "mtime_ns": 1}
        numbers["location"] = f"/music/{track_id:04}.mp3"
        return TrackLine(**(blank | numbers | {"title": title} | changed))

    return make


@pytest.fixture
def suggestion():
    """Return a maker of suggestions by two classifiers, who agree unless `others` is given."""

    def make(genre="Pop", confidence=0.91, verdict=Verdict.SURE, others=None):
        opinions = (("mlp", genre, confidence), ("cnn", others or genre, confidence))
        return SuggestionLine(genre, confidence, verdict, opinions)

    return make


@pytest.fixture
def workers(qapp):
    workers = Workers()
    yield workers
    assert workers.shutdown(), "a job outlived its test"


@pytest.fixture
def theme(qapp):
    return Theme(qapp, "dark")


@pytest.fixture(scope="session")
def taxonomy():
    return Taxonomy.from_json(resource("genres.json").read_text(encoding="utf-8"))
