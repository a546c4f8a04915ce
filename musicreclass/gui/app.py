"""The window as a program: opened once for a library, closed in good order."""

import gc
import logging
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QMessageLogContext, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from musicreclass import paths
from musicreclass.gui.care.window_instance import WindowInstance
from musicreclass.gui.frame import make_frame
from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.opening import Opening
from musicreclass.gui.services.faults import note_faults
from musicreclass.gui.services.restarting import restart_where_asked
from musicreclass.gui.workers import Workers

NOTICE_SIGNALS_MS = 300
CLOSING_SECONDS = 2.5  # that jobs have to end; nobody expects a closed program to work on
LOG_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def run_window(
    library_file: Path,
    folders: Sequence[Path],
    then: Callable[[MainWindow, Workers], object] = lambda window, workers: None,
) -> int:
    """Open the window, on `folders` where any are given, and return the exit status.

    Args:
        then: told once the window has all its parts, before the library is read.
    """
    log_qt_messages()
    application = QApplication(["musicreclass"])  # not argv[0]: window managers group by it
    application.setApplicationName("musicreclass")
    application.setDesktopFileName("io.github.musicreclass")
    application.setWindowIcon(QIcon(str(paths.resource("icons/musicreclass.svg"))))
    instance = WindowInstance(library_file)
    if not instance.claim(folders):
        return 0
    workers = Workers()
    note_faults(workers)
    frame = make_frame(application, workers)
    opening = Opening(frame, library_file)

    def go_on() -> None:
        gc.freeze()  # what the window is made of stays to its end, and need not be looked through
        then(frame.window, workers)
        _raise_on_demand(frame.window, instance)
        frame.window.open(folders)

    opening.opened.connect(go_on)
    opening.failed.connect(lambda: application.exit(1))
    frame.window.show()
    _quit_on_signals(application)
    opening.begin()
    status = application.exec()
    has_ended = workers.shutdown(CLOSING_SECONDS)
    if opening.processes is not None:
        opening.processes.stop()
    instance.let_go()
    if opening.error is not None:
        raise opening.error
    restart_where_asked(application)
    if not has_ended:
        leave(status)
    return status


def leave(status: int) -> NoReturn:
    """End the process though a job has not: what it writes survives a kill at any time.

    Nothing of Qt may be taken down meanwhile, or it would do so with threads that still run.
    """
    logging.getLogger(__name__).info("closed while a job was at work; the next start goes on")
    logging.shutdown()
    os._exit(status)


def _raise_on_demand(window: MainWindow, instance: WindowInstance) -> None:
    """Bring the window to the front where the program is started once more, on its folders."""

    def show(folders: Sequence[Path]) -> None:
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if folders:
            window.session.scan(folders)

    instance.asked.connect(show)
    instance.answer()
    if instance.complaint:
        window.notice(instance.complaint)


def _quit_on_signals(application: QApplication) -> None:
    """Let Ctrl-C in a terminal close the window as its button does."""
    signal.signal(signal.SIGINT, lambda *_: application.closeAllWindows())
    signal.signal(signal.SIGTERM, lambda *_: application.closeAllWindows())
    # Python sees signals only between its own instructions; Qt's loop alone would never get there.
    timer = QTimer(application)
    timer.timeout.connect(lambda: None)
    timer.start(NOTICE_SIGNALS_MS)


def log_qt_messages() -> None:
    """Send Qt's messages into the log, and none to the terminal but the last before it gives up."""
    qInstallMessageHandler(_log)


def _log(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    logging.getLogger("qt").log(LOG_LEVELS[kind], "%s", text)
    if kind is QtMsgType.QtFatalMsg and sys.stderr is not None:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
