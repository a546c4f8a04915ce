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
from musicreclass.pipeline.processes.single_worker import SingleWorker
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


def to_plan(library_file):
    """Return what plans a write of a track, and the tracks of a library."""
    with Library(library_file) as library:
        lines = [line for batch in library.lines() for line in batch]
        ruling = apply.ruling_of(library, GenreRules())
    planner = partial(
        plan_write, choices=WriteChoices(), batch=1, ruling=ruling, stamp_of=stamp_of_line
    )
    return planner, [(WantedGenres(line.id, GENRES), line) for line in lines]


def begun(ahead, tracks, ctx):
    """Have a child look at files, as soon as it has come up."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not ahead.begin(tracks, ctx):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def as_text(plan):
    """Return a plan without the functions in it, which no two processes have alike."""
    return f"{plan.change} {plan.stamp} {plan.in_place or (plan.write and plan.write.patches)}"


@pytest.fixture(autouse=True)
def few_files_are_worth_a_child(monkeypatch):
    monkeypatch.setattr(plans_ahead_module, "FEWEST", 1)


def nothing_is_left(tracks):
    assert not tracks
    return []


def plans_of(planner, tracks):
    """Look at files here, as the child's owner does."""
    with closing_calls(RecordingContext()) as tags:
        return [planner(track, Disk(), tags) for track in tracks]


def test_a_child_plans_what_its_owner_would(library_file, folder):
    make_library(library_file, folder, ["青花瓷.mp3", "b.mp3", "gone.mp3", "live/c.mp3"])
    (folder / "gone.mp3").unlink()
    (planner, tracks), ctx = to_plan(library_file), RecordingContext()

    with plans_ahead(planner, len(tracks)) as ahead:
        begun(ahead, tracks, ctx)
        plans, _ = ahead.finish(tracks, nothing_is_left, ctx)

    assert list(map(as_text, plans)) == list(map(as_text, plans_of(planner, tracks)))
    assert [plan.change.state for plan in plans].count(ChangeState.REFUSED) == 1


def test_child_and_owner_look_at_a_group_from_both_ends(library_file, folder, monkeypatch):
    monkeypatch.setattr(plans_ahead_module, "STEP", 2)
    make_library(library_file, folder, [f"{number}.mp3" for number in range(9)])
    (planner, tracks), ctx = to_plan(library_file), RecordingContext()
    looked_at = []

    def look(some):
        looked_at.extend(map(tracks.index, some))
        return plans_of(planner, some)

    with plans_ahead(planner, len(tracks)) as ahead:
        begun(ahead, tracks[:1], ctx)  # so that it is known how fast the child is
        ahead.finish(tracks[:1], nothing_is_left, ctx)
        begun(ahead, tracks, ctx)  # nothing is written meanwhile: the least is begun with
        plans, _ = ahead.finish(tracks, look, ctx)

    assert looked_at[:2] == [7, 8]
    assert list(map(as_text, plans)) == list(map(as_text, plans_of(planner, tracks)))


def test_without_a_child_all_is_left_to_the_owner(library_file, folder):
    make_library(library_file, folder, ["a.mp3", "b.mp3"])
    (planner, tracks), ctx = to_plan(library_file), RecordingContext()

    with plans_ahead(planner, 0) as ahead:
        assert not ahead.begin(tracks, ctx)
        plans, _ = ahead.finish(tracks, partial(plans_of, planner), ctx)

    assert list(map(as_text, plans)) == list(map(as_text, plans_of(planner, tracks)))


def test_a_tag_that_needs_a_child_of_its_own_is_left_to_the_owner(library_file, folder):
    make_library(library_file, folder, ["a.mp3", "heavy.mp3"])
    heavy_song(folder / "heavy.mp3", (b"APIC", picture(3)))
    ctx = RecordingContext()
    scan(library_file, ctx, workers=1)
    planner, tracks = to_plan(library_file)
    left = []

    def look(some):
        left.extend(some)
        return plans_of(planner, some)

    with plans_ahead(planner, len(tracks)) as ahead:
        begun(ahead, tracks, ctx)
        plans, _ = ahead.finish(tracks, look, ctx)

    assert left == [tracks[1]]
    assert list(map(as_text, plans)) == list(map(as_text, plans_of(planner, tracks)))


def test_what_a_child_held_that_died_is_left_to_the_owner(library_file, folder):
    make_library(library_file, folder, ["a.mp3", "b.mp3"])
    (planner, tracks), ctx = to_plan(library_file), RecordingContext()
    left = []

    def look(some):
        left.extend(some)
        return plans_of(planner, some)

    with plans_ahead(_plan_one_and_die, len(tracks)) as ahead:
        begun(ahead, tracks, ctx)
        plans, _ = ahead.finish(tracks, look, ctx)
        begins_again = ahead.begin(tracks, ctx)

    assert left == tracks
    assert list(map(as_text, plans)) == list(map(as_text, plans_of(planner, tracks)))
    assert not begins_again


def _plan_one_and_die(track, disk, tags):
    wanted, _ = track
    if wanted.track_id > 1:
        os.kill(os.getpid(), signal.SIGKILL)


def test_stop_is_noticed_while_a_child_looks():
    ctx = RecordingContext()

    with plans_ahead(_sleep, 1) as ahead:
        begun(ahead, ["a track"], ctx)
        ctx.cancel()
        with pytest.raises(Cancelled):
            ahead.finish(["a track"], nothing_is_left, ctx)


def _sleep(track, disk, tags):
    time.sleep(PATIENCE_SECONDS)


def test_how_to_plan_is_told_once(library_file, folder, monkeypatch):
    monkeypatch.setattr(plans_ahead_module, "STEP", 2)
    make_library(library_file, folder, [f"{number}.mp3" for number in range(6)])
    (planner, tracks), ctx = to_plan(library_file), RecordingContext()
    told, began = [], SingleWorker.begin

    def begin(worker, to_plan):
        told.append((len(to_plan.items), to_plan.planner))
        began(worker, to_plan)

    monkeypatch.setattr(SingleWorker, "begin", begin)

    with plans_ahead(planner, len(tracks)) as ahead:
        for some in (tracks[:2], tracks[2:4], tracks[4:]):
            begun(ahead, some, ctx)
            plans, _ = ahead.finish(some, nothing_is_left, ctx)

    assert told == [(0, None), (2, planner), (2, None), (2, None)]
    assert list(map(as_text, plans)) == list(map(as_text, plans_of(planner, tracks[4:])))


class Patient(PlansAhead):
    """A child that is always waited for; notes how many files were in its groups."""

    groups: ClassVar[list[int]] = []

    def begin(self, items, ctx):
        deadline = time.monotonic() + PATIENCE_SECONDS
        while items and self._worker and not super().begin(items, ctx):
            assert time.monotonic() < deadline
            time.sleep(0.01)
        self.groups.append(len(items))


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
