"""Turning to the pages of a window, which are made when they are first shown."""

import time

from PySide6.QtCore import QCoreApplication

from musicreclass.gui.classifiers.classifiers_page import ClassifiersPage
from musicreclass.gui.genres.genres_page import GenresPage
from musicreclass.gui.insights.insights_page import InsightsPage
from musicreclass.gui.live.live_page import LivePage
from musicreclass.gui.training.train_page import TrainPage
from musicreclass.gui.writing.history_page import HistoryPage

PAGES = (
    TrainPage,
    InsightsPage,
    ClassifiersPage,
    GenresPage,
    HistoryPage,
    LivePage,
)  # behind Review


def turned_to(window, kind):
    """Turn to a page, and return it."""
    window.turn_to_number(1 + PAGES.index(kind))
    return window.findChild(kind)


def wait_until(is_so, seconds=20.0):
    """Let the window and its workers go on until something is so.

    `QTest.qWait` keeps Python's lock while it waits, and workers stand still.
    """
    until = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < until, "waited for in vain"
        QCoreApplication.processEvents()
        time.sleep(0.005)


def made(window, kind):
    """Return a page that was looked at, and is no more."""
    before = window.page_number
    page = turned_to(window, kind)
    window.turn_to_number(before)
    return page
