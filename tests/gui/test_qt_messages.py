import ctypes
import logging

import PySide6
import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qWarning

from musicreclass.gui import app
from musicreclass.gui.app import log_qt_messages
from musicreclass.gui.player import playback


@pytest.fixture
def handled():
    """Put the handler of the test run back in its place afterwards."""
    before = qInstallMessageHandler(None)
    yield
    qInstallMessageHandler(before)


def test_what_qt_says_goes_into_the_log_and_not_to_the_terminal(handled, caplog, capfd):
    log_qt_messages()

    with caplog.at_level(logging.INFO):
        qWarning("there is no such sound server")

    assert ("qt", logging.WARNING, "there is no such sound server") in caplog.record_tuples
    assert capfd.readouterr().err == ""


def test_why_qt_gives_up_is_said_on_the_terminal_too(handled, capsys):
    app._log(QtMsgType.QtFatalMsg, QMessageLogContext(), "no platform plugin")

    assert capsys.readouterr().err == "no platform plugin\n"


def test_a_copy_of_ffmpeg_that_is_not_loaded_is_left_alone(monkeypatch, tmp_path):
    (tmp_path / "Qt" / "lib").mkdir(parents=True)
    (tmp_path / "Qt" / "lib" / "libavutil.so.99").write_bytes(b"no library")
    monkeypatch.setattr(PySide6, "__file__", str(tmp_path / "__init__.py"))
    asked = []
    monkeypatch.setattr(ctypes, "CDLL", lambda path, mode: asked.append(path) or _no(path))

    playback.quieten_ffmpeg()

    assert len(asked) == 1


def test_a_loaded_copy_of_ffmpeg_is_made_silent(monkeypatch, tmp_path):
    (tmp_path / "Qt" / "lib").mkdir(parents=True)
    (tmp_path / "Qt" / "lib" / "libavutil.so.59").touch()
    monkeypatch.setattr(PySide6, "__file__", str(tmp_path / "__init__.py"))
    library = Library()
    monkeypatch.setattr(ctypes, "CDLL", lambda path, mode: library)

    playback.quieten_ffmpeg()

    assert library.levels == [playback.AV_LOG_QUIET]


class Library:
    def __init__(self):
        self.levels = []

    def av_log_set_level(self, level):
        self.levels.append(level)


def _no(path):
    raise OSError(f"{path} is not loaded")
