"""The figures of a review come from jobs beside the window, one at a time."""

import pytest

from musicreclass.core.review.bulk import PrecisionBasis
from musicreclass.errors import MusicReclassError
from musicreclass.gui.services.classify_jobs import PrecisionFigures
from musicreclass.gui.services.review_figures import ReviewFigures, UsefulFirst

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
def outlook(jobs, workers):
    return ReviewFigures(jobs, workers)


def test_the_order_puts_unknown_tracks_last(outlook, qtbot, line):
    with qtbot.waitSignal(outlook.order_came) as came:
        outlook.order()

    ranked = sorted([line(1), line(2), line(3)], key=came.args[0])
    assert [one.id for one in ranked] == [3, 1, 2]


def test_an_order_is_not_worked_out_twice_at_once(outlook, jobs, qtbot):
    with qtbot.waitSignal(outlook.order_came):
        outlook.order()
        outlook.order()

    assert jobs.asked == 1


def test_figures_come_once_decisions_rest(outlook, qtbot):
    with qtbot.waitSignal(outlook.figures_came, timeout=5_000) as came:
        outlook.read_figures_soon()
        outlook.read_figures_soon()

    assert came.args[0] == FIGURES
    assert outlook.figures == FIGURES


def test_without_classifiers_another_order_can_be_asked_for_later(outlook, jobs, qtbot, workers):
    def nothing(ctx):
        raise MusicReclassError("No classifier is installed.")

    jobs.useful_order, useful_order = nothing, jobs.useful_order
    outlook.order()
    qtbot.waitUntil(lambda: not outlook.is_ordering)
    jobs.useful_order = useful_order

    with qtbot.waitSignal(outlook.order_came) as came:
        outlook.order()

    assert isinstance(came.args[0], UsefulFirst)
