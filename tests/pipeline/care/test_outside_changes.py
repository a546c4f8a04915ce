import threading
import time
from pathlib import Path

import pytest

from musicreclass.core.decision import Decision, ReviewState
from musicreclass.errors import Cancelled
from musicreclass.library.store import Library
from musicreclass.library.touched import ChangeReader
from musicreclass.pipeline.care import outside_changes
from musicreclass.pipeline.care.outside_changes import OutsideChange, decisions_on, follow_changes
from tests.library.filled import NOW, fill, scanned
from tests.recording_context import RecordingContext

JAZZ = Decision(ReviewState.CHANGED, ("Jazz",), NOW)


@pytest.fixture
def library_file(tmp_path):
    return fill(tmp_path / "library.db")


@pytest.fixture
def reader(library_file):
    with ChangeReader(library_file) as reader:
        yield reader


def test_where_nobody_writes_there_is_nothing(reader):
    assert reader.look() is None


def test_a_decision_by_somebody_else_names_its_track_once(library_file, reader):
    with Library(library_file) as library:
        library.decisions.record({11: JAZZ})
        library.decisions.record({11: JAZZ, 12: JAZZ})

    assert reader.look().track_ids == (11, 12)
    assert reader.look() is None


def test_one_that_is_taken_back_counts_as_well(library_file, reader):
    with Library(library_file) as library:
        library.decisions.record({20: JAZZ})
        reader.look()
        library.decisions.undo()

    assert reader.look().track_ids == (20,)


def test_a_scan_and_a_removed_folder_name_their_tracks(library_file, reader):
    with Library(library_file) as library:
        [folder] = library.folders()
        library.record([scanned(900, folder.id)])
        assert len(reader.look().track_ids) == 1

        library.remove_folder(folder.id)

    touched = reader.look()
    assert len(touched.track_ids) == 41
    assert touched.has_folders


@pytest.fixture
def follow(library_file, monkeypatch):
    """Return what begins to follow a library of which nothing is shown that is not in `shown`."""
    monkeypatch.setattr(outside_changes, "LOOK_SECONDS", 0.05)
    monkeypatch.setattr(outside_changes, "WAIT_SECONDS", 0.01)
    ctx = RecordingContext()
    begun, behind = threading.Event(), threading.Event()
    shown = {}
    with Library(library_file) as library:
        decided = {i: line for batch in library.decisions.lines() for i, line in batch}
        for batch in library.lines():
            shown.update((line.id, line._replace(decision=decided.get(line.id))) for line in batch)

    def lines_of(ids):
        return {i: shown[i] for i in ids if i in shown}

    def job():
        begun.set()
        with pytest.raises(Cancelled):
            follow_changes(library_file, lines_of, ctx, behind.is_set)

    thread = threading.Thread(target=job)
    thread.start()
    begun.wait()
    yield ctx, shown, behind
    ctx.cancel()
    thread.join()


def test_what_is_shown_as_it_is_comes_not_again_and_what_differs_comes(
    follow, library_file, wait_until
):
    ctx, shown, _ = follow
    wait_until(lambda: _looks(library_file, ctx))
    ctx.published.clear()
    with Library(library_file) as library:
        shown[30] = shown[30]._replace(decision=JAZZ.line)  # decided in the window itself
        library.decisions.record({30: JAZZ})
        library.decisions.record({31: JAZZ})

    wait_until(lambda: any(change.decided for change in ctx.of(OutsideChange)))

    assert [c.decided for c in ctx.of(OutsideChange) if c.decided] == [(31,)]
    assert decisions_on(library_file, [31, 32], ctx) == [(31, JAZZ.line), (32, None)]


def test_a_window_that_is_behind_is_looked_at_once_it_shows_all(follow, library_file, wait_until):
    ctx, shown, behind = follow
    wait_until(lambda: _looks(library_file, ctx))
    behind.set()
    time.sleep(4 * outside_changes.LOOK_SECONDS)  # a look that had begun is over
    ctx.published.clear()
    with Library(library_file) as library:
        library.decisions.record({30: JAZZ, 31: JAZZ})
    time.sleep(10 * outside_changes.LOOK_SECONDS)
    assert ctx.of(OutsideChange) == []

    shown[30] = shown[30]._replace(decision=JAZZ.line)
    behind.clear()
    wait_until(lambda: any(change.decided for change in ctx.of(OutsideChange)))

    assert [c.decided for c in ctx.of(OutsideChange) if c.decided] == [(31,)]


def _looks(library_file, ctx):
    """Touch a track until that is noticed: then the following has begun."""
    with Library(library_file) as library:
        library.record([scanned(5_000, library.folders()[0].id, title="other")])
    return bool(ctx.published)


@pytest.fixture
def wait_until():
    def wait(condition, seconds=10):
        pause = threading.Event()
        for _ in range(round(seconds / 0.05)):
            if condition():
                return
            pause.wait(0.05)
        pytest.fail("nothing came")

    return wait


def test_a_folder_that_was_removed_comes_back_as_it_was(library_file):
    with Library(library_file) as library:
        [folder] = library.folders()
        library.set_watched(folder.id, False)
        before = library.folders()
        removed = library.remove_folder(folder.id)
        assert library.folders() == []

        library.restore_folder(removed)

        [after] = library.folders()
        assert (after.path, after.track_count, after.is_watched) == (Path("/music"), 40, False)
        assert before[0].track_count == 40
