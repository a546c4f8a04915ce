"""Material for tests of the window: lines of tracks that need no file."""

import gc
import sys

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import delete, isValid

from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.core.genre import Taxonomy
from musicreclass.core.track import FileFacts, FileStamp, ScannedFile, Stream, Tags, TrackLine
from musicreclass.gui.player.playback import Outputs, Playback
from musicreclass.gui.review.review_page import ReviewPage
from musicreclass.gui.services.decision_service import DecisionService
from musicreclass.gui.theme import Theme
from musicreclass.gui.workers import JobThread, Workers
from musicreclass.library.store import Library


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


@pytest.fixture(autouse=True)
def _no_garbage_is_collected_by_a_job():
    """Collect what refers to itself where the window does: on this thread, once all jobs ended."""
    thresholds = gc.get_threshold()
    gc.disable()
    yield
    gc.collect(1)
    gc.set_threshold(*thresholds)
    gc.enable()


@pytest.fixture(autouse=True)
def _no_widget_outlives_its_test():
    """Delete windows and themes: each change of a style sheet would dress all that is left."""
    yield
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for left in (*application.topLevelWidgets(), *application.findChildren(Theme)):
        if isValid(left) and left.parent() in (None, application):
            delete(left)


@pytest.fixture(autouse=True)
def _in_english():
    """Begin each test with the window in English, whatever the system or a test before spoke."""
    QLocale.setDefault(QLocale("en"))


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
    theme = Theme(qapp, "dark")
    yield theme
    delete(theme)  # it belongs to the application, which each of many would dress anew


@pytest.fixture(scope="session")
def taxonomy():
    return Taxonomy.shipped()


@pytest.fixture(autouse=True)
def _no_sound(monkeypatch):
    """Let no test make a sound or record one, nor depend on whether the machine could."""
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    monkeypatch.setenv("PULSE_SERVER", "unix:/no/such/server")


@pytest.fixture
def outputs(qapp):
    """Return outputs that play nothing and note everything."""
    return OutputsInMemory()


class OutputsInMemory(Outputs):
    """A device that can be pulled out, and playbacks that only pretend."""

    def __init__(self):
        super().__init__()
        self.playbacks = []
        self.is_there = True

    def why_silent(self):
        return "" if self.is_there else "there is no device"

    def plug(self, is_there):
        self.is_there = is_there
        self.changed.emit()

    def playback(self, parent):
        self.playbacks.append(PlaybackInMemory(parent))
        return self.playbacks[-1]


class PlaybackInMemory(Playback):
    """A playback that does as it is told, in no time."""

    def __init__(self, parent):
        super().__init__(parent)
        self.loaded = []
        self.volume = None
        self._is_playing = False
        self._seconds = 0.0

    def load(self, path, instead=None):
        self.path = path
        self.loaded.append(instead or path)
        self._seconds = 0.0

    def unload(self):
        self.path = None
        self._turn(False)

    def play(self):
        self._turn(True)

    def pause(self):
        self._turn(False)

    def seek(self, seconds):
        self._seconds = seconds
        self.moved.emit(seconds)

    def set_volume(self, share):
        self.volume = share

    def refuse(self, is_substitute=False):
        """Do as a playback does that cannot play its file."""
        path, self.path = self.path, None
        self.unplayable.emit(path, is_substitute)

    @property
    def is_playing(self):
        return self._is_playing

    @property
    def seconds(self):
        return self._seconds

    def _turn(self, is_playing):
        if is_playing != self._is_playing:
            self._is_playing = is_playing
            self.playing_changed.emit(is_playing)


class SessionInMemory(QObject):
    """What the page needs of a session: its signals, and a note of what was asked for."""

    lines_came = Signal(object)
    contents_changed = Signal(object)
    loading = Signal()
    loaded = Signal()
    scanned = Signal(object)
    folder_dropped = Signal(int)
    failed = Signal(str)

    def __init__(self):
        super().__init__()
        self.removed = []

    def remove_folder(self, folder_id):
        self.removed.append(folder_id)


class ClassifyServiceInMemory(QObject):
    """What the page needs of classifying: its suggestions."""

    suggestions_came = Signal(object)
    suggested = Signal()
    tags_came = Signal(object)
    classified = Signal(object)


class OutlookInMemory(QObject):
    """What the page needs of figures: their signals, and a note of what was asked for."""

    order_came = Signal(object)
    figures_came = Signal(object)

    def __init__(self):
        super().__init__()
        self.asked = []

    def order(self):
        self.asked.append("order")

    def read_figures_soon(self):
        self.asked.append("figures")


@pytest.fixture
def session(qapp):
    return SessionInMemory()


@pytest.fixture
def classify_service(qapp):
    return ClassifyServiceInMemory()


@pytest.fixture
def figures(qapp):
    return OutlookInMemory()


@pytest.fixture
def decisions(library_file, workers):
    return DecisionService(library_file, workers)


@pytest.fixture
def page(qtbot, session, classify_service, decisions, figures, theme, taxonomy):
    page = ReviewPage(session, classify_service, decisions, figures, theme, taxonomy)
    qtbot.addWidget(page)
    page.resize(1100, 600)
    page.show()
    yield page
    assert decisions.finish()


@pytest.fixture
def come(page, session, qtbot):
    """Return what lets tracks come and waits until the page has taken them in."""

    def come(*lines):
        session.lines_came.emit(lines)
        qtbot.waitUntil(lambda: not page.pending_updates.is_waiting)

    return come


@pytest.fixture
def recorded(library_file, tmp_path):
    """Return what puts tracks of some titles into the library, and returns their lines."""

    def record(titles):
        folder = tmp_path / "Musics_TBC"
        folder.mkdir()
        with Library(library_file) as library:
            folder_id = library.add_folder(folder).id
            library.record(
                [
                    ScannedFile(
                        str(folder / f"{title}.mp3"),
                        folder_id,
                        FileStamp(100, 1),
                        FileFacts(Stream("MP3", 180.0, 44_100), Tags(title=title), f"of {title}"),
                    )
                    for title in titles
                ]
            )
            return [line for batch in library.lines() for line in batch]

    return record


@pytest.fixture
def reviewed(page, come, classify_service, recorded, suggestion, qtbot):
    """A page on a library of three tracks, two of them with a suggestion; the first in hand."""
    lines = recorded(["a 青花瓷", "b 十年", "c So What"])
    come(*lines)
    unsure = suggestion("Rock", 0.38, Verdict.NOT_SURE)
    classify_service.suggestions_came.emit(
        [(lines[0].id, suggestion("Pop")), (lines[2].id, unsure)]
    )
    qtbot.waitUntil(lambda: not page.pending_updates.is_waiting)
    page.table.setFocus()
    page.table.go_to(0)
    return page


@pytest.fixture
def kept(library_file, decisions):
    """Return what tells the decisions in the library, by the names of the files."""

    def kept():
        assert decisions.finish()
        with Library(library_file) as library:
            names = {line.id: line.title for batch in library.lines() for line in batch}
            return {
                names[track_id]: decided
                for batch in library.decisions.lines()
                for track_id, decided in batch
            }

    return kept
