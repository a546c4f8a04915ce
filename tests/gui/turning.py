"""Turning to the pages of a window, which are made when they are first shown."""

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


def made(window, kind):
    """Return a page that was looked at, and is no more."""
    before = window.page_number
    page = turned_to(window, kind)
    window.turn_to_number(before)
    return page
