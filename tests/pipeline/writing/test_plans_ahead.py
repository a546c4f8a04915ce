"""The child that looks at the next files while the last ones are written."""

import os
import signal
import time
from functools import partial
from typing import ClassVar

import pytest

from musicreclass.core.genres.genre_rules import GenreRules
from musicreclass.core.tag_change import ChangeState, WriteChoices
from musicreclass.errors import Cancelled
from musicreclass.library.store import Library
from musicreclass.pipeline.scanning.scan import scan
from musicreclass.pipeline.writing import apply, group_pace
from musicreclass.pipeline.writing import plans_ahead as plans_ahead_module
from musicreclass.pipeline.writing.group_pace import FIRST
from musicreclass.pipeline.writing.plan import WantedGenres, plan_write, stamp_of_line
from musicreclass.pipeline.writing.plans_ahead import PlansAhead, plans_ahead
from musicreclass.pipeline.writing.tag_calls import closing_calls
from musicreclass.tags.read import read_facts
from musicreclass.tags.safe_write.disk import Disk
from tests.pipeline.writing.test_apply import undo
from tests.pipeline.writing.test_heavy_tags import heavy_song, picture
from tests.recording_context import RecordingContext
from tests.tagged_library import GENRES, contents, make_library, write_all

PATIENCE_SECONDS = 30.0


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "music"


def planners_of(library_file):
    """Return what plans a write of each track of a library."""
    with Library(library_file) as library:
        lines = [line for batch in library.lines() for line in batch]
        ruling = apply.ruling_of(library, GenreRules())
    return [
        partial(
            plan_write, WantedGenres(line.id, GENRES), line, WriteChoices(), 1, ruling,
            stamp_of_line,
        )
        for line in lines
    ]  # fmt: skip


def begun(ahead, planners, ctx):
    """Have a child look at files, as soon as it has come up."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not ahead.begin(planners, ctx):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def as_text(plan):
    """Return a plan without the functions in it, which no two processes have alike."""
    return f"{plan.change} {plan.stamp} {plan.in_place or (plan.write and plan.write.patches)}"


@pytest.fixture(autouse=True)
def few_files_are_worth_a_child(monkeypatch):
    monkeypatch.setattr(plans_ahead_module, "FEWEST", 1)


def nothing_is_left(planners):
    assert not planners
    return []


def plans_of(planners):
    """Look at files here, as the child's owner does."""
    with closing_calls(RecordingContext()) as tags:
        return [planner(Disk(), tags) for planner in planners]


def test_a_child_plans_what_its_owner_would(library_file, folder):
    make_library(library_file, folder, ["青花瓷.mp3", "b.mp3", "gone.mp3", "live/c.mp3"])
    (folder / "gone.mp3").unlink()
    planners, ctx = planners_of(library_file), RecordingContext()

    with plans_ahead(planners) as ahead:
        begun(ahead, planners, ctx)
        plans, _ = ahead.finish(planners, nothing_is_left, ctx)

    assert list(map(as_text, plans)) == list(map(as_text, plans_of(planners)))
    assert [plan.change.state for plan in plans].count(ChangeState.REFUSED) == 1


def test_child_and_owner_look_at_a_group_from_both_ends(library_file, folder, monkeypatch):
    monkeypatch.setattr(plans_ahead_module, "STEP", 2)
    make_library(library_file, folder, [f"{number}.mp3" for number in range(9)])
    planners, ctx = planners_of(library_file), RecordingContext()
    looked_at = []

    def look(some):
        looked_at.extend(planners.index(planner) for planner in some)
        return plans_of(some)

    with plans_ahead(planners) as ahead:
        begun(ahead, planners[:1], ctx)  # so that it is known how fast the child is
        ahead.finish(planners[:1], nothing_is_left, ctx)
        begun(ahead, planners, ctx)  # nothing is written meanwhile: the least is begun with
        plans, _ = ahead.finish(planners, look, ctx)

    assert looked_at[:2] == [7, 8]
    assert list(map(as_text, plans)) == list(map(as_text, plans_of(planners)))


def test_without_a_child_all_is_left_to_the_owner(library_file, folder):
    make_library(library_file, folder, ["a.mp3", "b.mp3"])
    planners, ctx = planners_of(library_file), RecordingContext()

    with plans_ahead([]) as ahead:
        assert not ahead.begin(planners, ctx)
        plans, _ = ahead.finish(planners, plans_of, ctx)

    assert list(map(as_text, plans)) == list(map(as_text, plans_of(planners)))


def test_a_tag_that_needs_a_child_of_its_own_is_left_to_the_owner(library_file, folder):
    make_library(library_file, folder, ["a.mp3", "heavy.mp3"])
    heavy_song(folder / "heavy.mp3", (b"APIC", picture(3)))
    ctx = RecordingContext()
    scan(library_file, ctx, workers=1)
    planners = planners_of(library_file)
    left = []

    def look(some):
        left.extend(some)
        return plans_of(some)

    with plans_ahead(planners) as ahead:
        begun(ahead, planners, ctx)
        plans, _ = ahead.finish(planners, look, ctx)

    assert left == [planners[1]]
    assert list(map(as_text, plans)) == list(map(as_text, plans_of(planners)))


def test_what_a_child_held_that_died_is_left_to_the_owner(library_file, folder):
    make_library(library_file, folder, ["a.mp3", "b.mp3"])
    ctx, planners = RecordingContext(), planners_of(library_file)
    lethal = [*planners, _dies]
    left = []

    def look(some):
        left.extend(some)
        return plans_of(planners[:1]) * len(some)

    with plans_ahead(planners) as ahead:
        begun(ahead, lethal, ctx)
        ahead.finish(lethal, look, ctx)
        begins_again = ahead.begin(planners, ctx)

    assert left == lethal
    assert not begins_again


def _dies(disk, tags):
    os.kill(os.getpid(), signal.SIGKILL)


def test_stop_is_noticed_while_a_child_looks():
    ctx = RecordingContext()

    with plans_ahead([_looks_at_nothing]) as ahead:
        begun(ahead, [_sleeps], ctx)
        ctx.cancel()
        with pytest.raises(Cancelled):
            ahead.finish([_sleeps], nothing_is_left, ctx)


def _sleeps(disk, tags):
    time.sleep(PATIENCE_SECONDS)


def _looks_at_nothing(disk, tags):
    return None


class Patient(PlansAhead):
    """A child that is always waited for; notes how many files were in its groups."""

    groups: ClassVar[list[int]] = []

    def begin(self, planners, ctx):
        deadline = time.monotonic() + PATIENCE_SECONDS
        while planners and self._worker and not super().begin(planners, ctx):
            assert time.monotonic() < deadline
            time.sleep(0.01)
        self.groups.append(len(planners))


def test_many_files_are_written_and_taken_back_with_a_child_ahead(
    library_file, folder, monkeypatch
):
    monkeypatch.setattr(group_pace, "FAR_SECONDS", PATIENCE_SECONDS)  # on a busy machine, too
    monkeypatch.setattr(plans_ahead_module, "PlansAhead", Patient)
    monkeypatch.setattr(Patient, "groups", [])
    old = make_library(library_file, folder, [f"{number:03}.mp3" for number in range(120)])

    summary, became = write_all(library_file)

    assert (summary.written, summary.refused) == (120, 0)
    assert sum(Patient.groups) == 120 - FIRST
    assert {one.state for one in became.values()} == {ChangeState.WRITTEN}
    assert all(read_facts(path).tags.genres == GENRES for path in folder.iterdir())
    assert undo(library_file)[0].undone == 120
    assert sum(Patient.groups) == 2 * (120 - FIRST)
    assert contents(folder) == old
