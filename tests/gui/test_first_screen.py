"""The first screen that anybody sees, on screens of any size, and how the window goes."""

import subprocess
import sys
import textwrap

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest

from musicreclass.classifiers import bundle
from musicreclass.errors import MusicReclassError
from musicreclass.gui.assembling import build_window
from musicreclass.gui.review.notices import BOX_GENRES
from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
from musicreclass.gui.widgets.dialogs.on_screen import FRAME_MS
from musicreclass.gui.widgets.job_strip import JobStrip
from musicreclass.pipeline.classification.installed import installed
from musicreclass.sentences.reason import as_said

SIZES = [(640, 360), (1024, 560), (1366, 728), (2560, 1400)]


@pytest.fixture(autouse=True)
def _no_classifier_installed(monkeypatch):
    def say_so(jobs, ctx):
        raise MusicReclassError(as_said("No classifier is installed; train one."))

    monkeypatch.setattr(ClassifyJobs, "suggest", say_so)


@pytest.fixture
def window(qapp, qtbot, workers, library_file):
    window = build_window(qapp, workers, library_file)
    qtbot.addWidget(window, before_close_func=lambda _: workers.shutdown())
    window.show()
    return window


def test_a_first_start_shows_one_thing_and_no_empty_panels(window, qtbot, monkeypatch):
    monkeypatch.setattr(ClassifyJobs, "suggest", lambda jobs, ctx: 0)
    with qtbot.waitSignal(window.session.scanned):
        window.open([])

    panels = [window.review.splitter.widget(index) for index in range(3)]
    qtbot.waitUntil(lambda: [panel.isVisible() for panel in panels] == [False, True, False])
    assert window.review.empty.isVisible()
    assert not window.review.bulk.isVisible()
    assert window.strip.text() == ""


def test_panels_come_with_the_first_folder(window, qtbot, tmp_path, write_mp3):
    write_mp3(tmp_path / "Musics_TBC" / "a.mp3", title="青花瓷")
    with qtbot.waitSignal(window.session.scanned, timeout=20_000):
        window.open([tmp_path / "Musics_TBC"])

    panels = [window.review.splitter.widget(index) for index in range(3)]
    qtbot.waitUntil(lambda: all(panel.isVisible() for panel in panels))
    qtbot.waitUntil(lambda: "No classifier" in window.strip.text())


def test_the_genres_named_at_the_start_are_those_of_the_box():
    box = next(one for one in installed() if one.is_in_box)

    assert sorted(BOX_GENRES) == sorted(bundle.load(box.path).genres)


@pytest.mark.parametrize("size", SIZES)
def test_what_one_needs_lies_within_the_window_at_any_size(
    window, qtbot, size, tmp_path, write_mp3
):
    write_mp3(tmp_path / "Musics_TBC" / "a.mp3", title="青花瓷")
    qtbot.wait(2 * FRAME_MS)  # until then it is fitted into the screen that there is
    window.resize(*size)
    with qtbot.waitSignal(window.session.scanned, timeout=20_000):
        window.open([tmp_path / "Musics_TBC"])
    qtbot.waitUntil(window.review.bulk.isVisible)
    qtbot.waitUntil(lambda: "No classifier" in window.strip.text())

    assert window.size() == QSize(*size)
    strip, bulk = window.strip, window.review.bulk
    for button in (strip.pause_button, strip.stop_button):
        button.show()
    QTest.qWait(20)
    for widget in (bulk.button, bulk.write_button, strip.pause_button, strip.stop_button):
        assert window.rect().contains(area_of(widget, window)), widget.text()
    assert window.search.width() >= 100
    assert window.review.table.width() >= 200


def area_of(widget, window):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def test_what_was_stopped_can_be_gone_on_with_from_the_strip(qtbot, workers):
    strip, again = JobStrip(), []
    qtbot.addWidget(strip)
    strip.show()
    thread = workers.prepare(until_stopped)
    strip.watch(thread, "Listening", go_on=lambda: again.append(True))
    workers.start(thread)
    assert not strip.go_on_button.isVisible()
    with qtbot.waitSignal(thread.finished):
        qtbot.mouseClick(strip.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(strip.go_on_button.isVisible)

    qtbot.mouseClick(strip.go_on_button, Qt.MouseButton.LeftButton)

    assert again == [True]
    assert not strip.go_on_button.isVisible()


def until_stopped(ctx):
    while True:
        ctx.raise_if_cancelled()


def test_a_job_that_does_not_end_keeps_no_closed_program_alive(home):
    program = textwrap.dedent(
        """
        import sys, time
        from pathlib import Path
        from PySide6.QtCore import QTimer
        from musicreclass.gui import app

        def close_amid_work(window, workers):
            workers.start(workers.prepare(lambda ctx: time.sleep(60)))
            QTimer.singleShot(300, window.close)

        sys.exit(app.run_window(Path(sys.argv[1]), [], close_amid_work))
        """
    )
    command = [sys.executable, "-P", "-c", program, str(home / "library.db")]

    done = subprocess.run(command, capture_output=True, text=True, timeout=50, check=False)

    assert done.returncode == 0, done.stderr
    assert "QThread" not in done.stderr
