"""The figures of a review come from jobs beside the window, one at a time."""

import pytest

from musicreclass.core.review.bulk import PrecisionBasis
from musicreclass.errors import MusicReclassError
from musicreclass.gui.services.classifying.classify_jobs import PrecisionFigures
from musicreclass.gui.services.review_figures import ReviewFigures, UsefulFirst
from musicreclass.sentences.reason import as_said

FIGURES = PrecisionFigures("digest", PrecisionBasis.none())


class JobsInMemory:
    """Returns what is prepared, and counts how often it was asked for."""

    def __init__(self, order):
        self.order = order
        self.asked = 0

    def useful_order(self, ctx):
        self.asked += 1
        return self.order

    def figures(self, ctx):
        return FIGURES


@pytest.fixture
def jobs():
    return JobsInMemory([3, 1])


@pytest.fixture
def figures(jobs, workers):
    return ReviewFigures(jobs, workers)


def test_the_order_puts_unknown_tracks_last(figures, qtbot, line):
    with qtbot.waitSignal(figures.order_came) as came:
        figures.order()

    ranked = sorted([line(1), line(2), line(3)], key=came.args[0])
    assert [one.id for one in ranked] == [3, 1, 2]


def test_an_order_is_not_worked_out_twice_at_once(figures, jobs, qtbot):
    with qtbot.waitSignal(figures.order_came):
        figures.order()
        figures.order()

    assert jobs.asked == 1


def test_figures_come_once_decisions_rest(figures, qtbot):
    with qtbot.waitSignal(figures.figures_came, timeout=5_000) as came:
        figures.read_figures_soon()
        figures.read_figures_soon()

    assert came.args[0] == FIGURES
    assert figures.figures == FIGURES


def test_without_classifiers_another_order_can_be_asked_for_later(figures, jobs, qtbot, workers):
    def nothing(ctx):
        raise MusicReclassError(as_said("No classifier is installed."))

    jobs.useful_order, useful_order = nothing, jobs.useful_order
    figures.order()
    qtbot.waitUntil(lambda: not figures.is_ordering)
    jobs.useful_order = useful_order

    with qtbot.waitSignal(figures.order_came) as came:
        figures.order()

    assert isinstance(came.args[0], UsefulFirst)


def test_figures_that_take_long_rest_long_before_the_next(jobs, workers, qtbot):
    jobs.asked_for_figures = 0

    def slow_figures(ctx):
        jobs.asked_for_figures += 1
        return FIGURES._replace(seconds=60.0)

    jobs.figures = slow_figures
    figures = ReviewFigures(jobs, workers)
    with qtbot.waitSignal(figures.figures_came, timeout=5_000):
        figures.read_figures_soon()

    figures.read_figures_soon()
    qtbot.wait(2_000)

    assert jobs.asked_for_figures == 1
