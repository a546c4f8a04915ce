"""Suggestions follow decisions in the background, a handful of decisions at a time."""

from types import SimpleNamespace
from typing import Any

import pytest

from musicreclass.gui.services.classifying.adaptation_service import HANDFUL, AdaptationService


class JobsInMemory:
    """Publishes what it is told to, and counts how often it was asked."""

    def __init__(self):
        self.asked_with = []
        self.result = SimpleNamespace(decision_count=7, changed_count=12)

    def adapt(self, shown, ctx):
        self.asked_with.append(shown)
        ctx.publish([(1, "suggestion")])
        return self.result


@pytest.fixture
def jobs():
    return JobsInMemory()


@pytest.fixture
def adaptation(jobs, workers):
    shown: Any = {1: "shown"}
    return AdaptationService(jobs, lambda: shown, workers)


def test_a_handful_of_decisions_is_learned_from_and_its_effect_said(adaptation, jobs, qtbot):
    with (
        qtbot.waitSignal(adaptation.suggestions_came, timeout=5_000) as came,
        qtbot.waitSignal(adaptation.said, timeout=5_000) as said,
    ):
        for _ in range(HANDFUL):
            adaptation.note_decision()

    assert jobs.asked_with == [{1: "shown"}]
    assert came.args[0] == [(1, "suggestion")]
    assert said.args[0] == "12 suggestions changed by what you decided"


def test_fewer_decisions_wait_for_a_longer_pause_and_count_then(adaptation, jobs, qtbot):
    adaptation._pausing.setInterval(50)

    with qtbot.waitSignal(adaptation.adapted, timeout=5_000):
        adaptation.note_decision()

    assert jobs.asked_with == [{1: "shown"}]


def test_fewer_decisions_are_not_worth_a_job_at_once(adaptation, jobs, qtbot):
    for _ in range(HANDFUL - 1):
        adaptation.note_decision()
    qtbot.wait(1_700)

    assert jobs.asked_with == []


def test_nothing_is_said_where_nothing_changed(adaptation, jobs, qtbot):
    jobs.result = SimpleNamespace(decision_count=7, changed_count=0)
    said = []
    adaptation.said.connect(said.append)

    with qtbot.waitSignal(adaptation.adapted):
        adaptation.adapt()

    assert said == []


def test_switching_off_says_that_all_is_as_before(adaptation, jobs, qtbot):
    jobs.result = SimpleNamespace(decision_count=0, changed_count=12)

    with qtbot.waitSignal(adaptation.said) as said:
        adaptation.adapt()

    assert said.args[0] == "12 suggestions are as they were before you decided"


def test_what_is_newly_classified_is_learned_from_at_once(adaptation, jobs, qtbot):
    new: Any = SimpleNamespace(classified=3)
    none: Any = SimpleNamespace(classified=0)

    with qtbot.waitSignal(adaptation.adapted):
        adaptation.note_classified(new)
    adaptation.note_classified(none)
    qtbot.wait(50)

    assert len(jobs.asked_with) == 1


def test_pooling_otherwise_says_how_many_are_others(adaptation, jobs, qtbot):
    jobs.result = SimpleNamespace(decision_count=0, changed_count=12)

    with qtbot.waitSignal(adaptation.said) as said, qtbot.waitSignal(adaptation.adapted):
        adaptation.pool()

    assert said.args[0] == "12 suggestions are others now"
