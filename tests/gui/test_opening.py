"""A window that stands before its parts do, seen as its person and its process see it."""

import os
import subprocess
import sys
import textwrap

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from shiboken6 import delete

from musicreclass.gui.classifiers.classifiers_page import ClassifiersPage
from musicreclass.gui.frame import make_frame
from musicreclass.gui.opening import Opening
from musicreclass.gui.review.review_page import ReviewPage
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.page_stack import PageButton
from tests.gui.turning import turned_to

NOTHING_HELD = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
LATER = ("numpy", "mutagen", "sqlite_utils", "musicreclass.gui.review.review_page", "torch")


@pytest.fixture
def frame(qapp, workers):
    frame = make_frame(qapp, workers)
    yield frame
    frame.window.close()
    workers.shutdown()
    qapp.processEvents()
    delete(frame.window)
    for theme in qapp.findChildren(Theme):
        delete(theme)


@pytest.fixture
def opening(frame, library_file):
    opening = Opening(frame, library_file)
    yield opening
    if opening.processes is not None:
        opening.processes.stop()


@pytest.fixture
def run(home):
    """Return a runner of a program that may replace parts of `app`, then runs the window."""

    def run(replacing):
        program = f"""
            import sys
            from pathlib import Path
            from PySide6.QtCore import QTimer
            from musicreclass.gui import app
            from musicreclass.gui.opening import Opening
            begin = Opening.begin
            {replacing}
            sys.exit(app.run_window(Path({str(home / "library.db")!r}), []))
        """
        command = [sys.executable, "-P", "-c", textwrap.dedent(program)]
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=60, check=False
        )

    return run


def test_a_window_stands_before_what_is_in_it_is_loaded(run):
    done = run("Opening.begin = lambda self: (print(*sys.modules), sys.stdout.flush(), exit(0))")

    loaded = done.stdout.split()
    assert "musicreclass.gui.main_window" in loaded, done.stderr
    assert [one for one in LATER if one in loaded] == []


def test_a_bare_window_names_its_pages_and_takes_nothing(frame, tmp_path):
    window = frame.window
    window.show()

    buttons = window.findChildren(PageButton)
    assert [button.text() for button in buttons][:2] == ["Review", "Train"]
    assert buttons[0].isChecked()
    assert not any(button.isEnabled() for button in buttons)
    assert not window.search.isEnabled()
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    enters = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, dragged, *NOTHING_HELD)
    window.dragEnterEvent(enters)
    assert not enters.isAccepted()


def test_parts_come_into_a_window_that_stands(frame, opening, qtbot):
    frame.window.show()

    with qtbot.waitSignal(opening.opened, timeout=20_000):
        opening.begin()

    window = frame.window
    assert all(button.isEnabled() for button in window.findChildren(PageButton))
    assert window.search.isEnabled()
    assert window.findChild(ReviewPage).isVisible()
    assert turned_to(window, ClassifiersPage).isVisible()


def test_a_window_that_is_closed_before_its_parts_are_there_ends_well(run):
    done = run(
        "Opening.begin = lambda self: (begin(self), QTimer.singleShot(0, self.parent().close))"
    )

    assert done.returncode == 0, done.stderr
    assert "QThread" not in done.stderr


def test_a_window_whose_parts_cannot_be_made_says_why_and_ends(run):
    done = run("import musicreclass.core.genres.genre_file as file; del file.taxonomy_in_use")

    assert done.returncode != 0
    assert "taxonomy_in_use" in done.stderr
