"""Qt's own dialog for folders, which systems without one of theirs show."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QListView

from musicreclass.errors import MusicReclassError
from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
from musicreclass.sentences.reason import as_said
from tests.gui.whole_windows import whole_windows

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
BETWEEN_MS = 200


@pytest.fixture(autouse=True)
def _no_classifier_installed(monkeypatch):
    def say_so(jobs, ctx):
        raise MusicReclassError(as_said("No classifier is installed; train one."))

    monkeypatch.setattr(ClassifyJobs, "suggest", say_so)


@pytest.fixture
def open_window(qapp, workers, library_file):
    yield from whole_windows(qapp, workers, library_file)


def test_a_path_is_pasted_into_the_dialog_of_qt(open_window, qtbot, tmp_path, write_mp3):
    write_mp3(tmp_path / "Musics_TBC" / "a.mp3", title="青花瓷")
    window = open_window()
    with qtbot.waitSignal(window.session.scanned):
        window.open([])
    qtbot.waitUntil(window.review.empty.button.isVisible)

    def paste_folder():
        field = window.findChild(QFileDialog).findChild(QLineEdit, "fileNameEdit")
        field.setFocus()
        QApplication.clipboard().setText(str(tmp_path / "Musics_TBC"))
        QTest.keySequence(field, QKeySequence.StandardKey.Paste)
        QTimer.singleShot(BETWEEN_MS, confirm)

    def confirm():
        dialog = window.findChild(QFileDialog)
        buttons = dialog.findChild(QDialogButtonBox)
        choose = buttons.button(QDialogButtonBox.StandardButton.Open)
        if not choose.isEnabled():  # the disk is looked at by a thread
            QTimer.singleShot(BETWEEN_MS, confirm)
        else:
            QTest.mouseClick(choose, Qt.MouseButton.LeftButton)

    QTimer.singleShot(BETWEEN_MS, paste_folder)
    with qtbot.waitSignal(window.session.scanned, timeout=20_000):
        QTest.mouseClick(window.review.empty.button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: len(window.review.tracks.tracks) == 1)


def test_what_completes_a_text_has_a_ground_of_its_own(theme, qtbot):
    popup = QListView()
    qtbot.addWidget(popup)
    popup.setWindowFlag(Qt.WindowType.Popup)
    popup.show()
    qtbot.waitUntil(popup.isVisible)

    ground = popup.viewport().grab().toImage().pixelColor(20, 20)

    assert ground == QApplication.palette().color(QPalette.ColorRole.Base)
