"""The child that looks at the next files while the last ones are written."""

import os
import signal
import time
from contextlib import contextmanager
from functools import partial

import pytest

from musicreclass.core.genres.genre_rules import GenreRules
from musicreclass.core.tag_change import ChangeState, WriteChoices
from musicreclass.errors import Cancelled
from musicreclass.library.store import Library
from musicreclass.pipeline.scanning.scan import scan
from musicreclass.pipeline.writing import apply, file_writes, group_pace
from musicreclass.pipeline.writing.group_pace import FIRST
from musicreclass.pipeline.writing.plan import WantedGenres, plan_write, stamp_of_line
from musicreclass.pipeline.writing.plans_ahead import plans_ahead
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
    return f"{plan.change} {plan.stamp} {plan.in_place} {plan.write and plan.write.patches}"


def test_a_child_plans_what_its_parent_would(library_file, folder):
    make_library(library_file, folder, ["青花瓷.mp3", "b.mp3", "gone.mp3", "live/c.mp3"])
    (folder / "gone.mp3").unlink()
    planners, ctx = planners_of(library_file), RecordingContext()
    with closing_calls(ctx) as tags:
        expected = [planner(Disk(), tags) for planner in planners]

    with plans_ahead(True) as ahead:
        begun(ahead, planners, ctx)
        found = ahead.finish(ctx)

    assert list(map(as_text, found.plans)) == list(map(as_text, expected))
    assert [plan.change.state for plan in found.plans].count(ChangeState.REFUSED) == 1


def test_a_tag_that_needs_a_child_of_its_own_is_left_to_the_parent(library_file, folder):
    make_library(library_file, folder, ["a.mp3", "heavy.mp3"])
    heavy_song(folder / "heavy.mp3", (b"APIC", picture(3)))
    ctx = RecordingContext()
    scan(library_file, ctx, workers=1)

    with plans_ahead(True) as ahead:
        begun(ahead, planners_of(library_file), ctx)
        found = ahead.finish(ctx)

    assert [plan is None for plan in found.plans] == [False, True]


def test_what_a_child_held_that_died_is_left_to_the_parent(library_file, folder):
    make_library(library_file, folder, ["a.mp3", "b.mp3"])
    ctx, planners = RecordingContext(), planners_of(library_file)

    with plans_ahead(True) as ahead:
        begun(ahead, [*planners, _dies], ctx)
        found = ahead.finish(ctx)
        begins_again = ahead.begin(planners, ctx)

    assert found.plans == (None, None, None)
    assert not begins_again
    assert ahead.finish(ctx) is None


def _dies(disk, tags):
    os.kill(os.getpid(), signal.SIGKILL)


def test_stop_is_noticed_while_a_child_looks(library_file):
    ctx = RecordingContext()

    with plans_ahead(True) as ahead:
        begun(ahead, [_sleeps], ctx)
        ctx.cancel()
        with pytest.raises(Cancelled):
            ahead.finish(ctx)


def _sleeps(disk, tags):
    time.sleep(PATIENCE_SECONDS)


class Patient:
    """A child that is always waited for; notes how many files it was given at a time."""

    def __init__(self, ahead, groups):
        self._ahead, self._groups = ahead, groups

    def begin(self, planners, ctx):
        if planners:
            begun(self._ahead, planners, ctx)
            self._groups.append(len(planners))

    def finish(self, ctx):
        return self._ahead.finish(ctx)


def test_many_files_are_written_and_taken_back_with_a_child_ahead(
    library_file, folder, monkeypatch
):
    groups = []

    @contextmanager
    def patient(is_wanted):
        with plans_ahead(is_wanted) as ahead:
            yield Patient(ahead, groups)

    monkeypatch.setattr(group_pace, "SLOW_SECONDS", PATIENCE_SECONDS)  # on a busy machine, too
    monkeypatch.setattr(file_writes, "FEWEST", 100)
    monkeypatch.setattr(file_writes, "plans_ahead", patient)
    old = make_library(library_file, folder, [f"{number:03}.mp3" for number in range(120)])

    summary, became = write_all(library_file)

    assert (summary.written, summary.refused) == (120, 0)
    assert sum(groups) == 120 - FIRST
    assert {one.state for one in became.values()} == {ChangeState.WRITTEN}
    assert all(read_facts(path).tags.genres == GENRES for path in folder.iterdir())
    assert undo(library_file)[0].undone == 120
    assert sum(groups) == 2 * (120 - FIRST)
    assert contents(folder) == old
