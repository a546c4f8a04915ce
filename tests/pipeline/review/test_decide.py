import pytest

from musicreclass.core.decision import ReviewState
from musicreclass.core.ensemble.prediction import Candidate
from musicreclass.core.review.transitions import ReviewQueue, accept
from musicreclass.errors import Cancelled, MusicReclassError
from musicreclass.library.store import Library
from musicreclass.pipeline.review import decide
from musicreclass.pipeline.review.suggested_tracks import reviewable
from tests.recording_context import RecordingContext
from tests.scored_library import write_library
from tests.small_bundles import save_small_bundle

ANSWERS = {
    "青花瓷.mp3": ("Blues", 0.95),
    "b.mp3": ("Jazz", 0.8),
    "live/c.mp3": ("Rock", 0.4),
    "live/d.mp3": None,
}


@pytest.fixture
def bundle_file(tmp_path):
    return save_small_bundle(tmp_path / "small.pth")


@pytest.fixture
def ids(library_file, tmp_path, bundle_file):
    return write_library(library_file, tmp_path / "music", bundle_file, ANSWERS)


@pytest.fixture
def found(library_file, bundle_file, ids):
    return reviewable(library_file, bundle_file, RecordingContext())


def standing(library_file):
    ctx = RecordingContext()
    decide.decisions(library_file, ctx)
    return {track_id: (line.state, line.text) for track_id, line in ctx.lines}


def test_what_is_sure_is_accepted_in_one_batch(library_file, ids, found):
    decided = decide.accept_all(library_file, found.lines, RecordingContext())

    first, second = ids["青花瓷.mp3"], ids["b.mp3"]
    assert standing(library_file) == {
        first: (ReviewState.ACCEPTED, "Blues"),
        second: (ReviewState.ACCEPTED, "Jazz"),
    }
    assert decided.decisions[first].in_bulk
    answered = decided.decisions[first].answered
    assert answered == Candidate("Blues", pytest.approx(0.95, abs=1e-6))  # type: ignore[arg-type]
    assert decide.undo_last(library_file, RecordingContext()).restored == {
        first: None,
        second: None,
    }
    assert standing(library_file) == {}


@pytest.mark.parametrize(("least", "count"), [(0.9, 1), (0.5, 2), (0.3, 3), (0.0, 3)])
def test_a_threshold_takes_what_reaches_it_sure_or_not(library_file, ids, found, least, count):
    lines = found.lines

    decided = decide.accept_all(library_file, lines, RecordingContext(), min_confidence=least)

    assert len(decided.decisions) == count
    assert decided.refused == {}


def test_a_bulk_accept_overrules_nobody(library_file, bundle_file, ids, found):
    decide.set_genres(library_file, found.lines[:1], ["Folk"], RecordingContext())
    now = reviewable(library_file, bundle_file, RecordingContext())

    decide.accept_all(library_file, now.lines, RecordingContext(), min_confidence=0.0)

    assert standing(library_file)[found.lines[0].id] == (ReviewState.CHANGED, "Folk")


def test_genres_are_set_for_unheard_tracks_too(library_file, ids, found):
    decide.set_genres(library_file, found.lines, ["民謠", "Folk"], RecordingContext())

    assert set(standing(library_file).values()) == {(ReviewState.CHANGED, "民謠; Folk")}
    assert len(standing(library_file)) == 4


def test_many_are_skipped_but_not_what_is_written(library_file, bundle_file, ids, found):
    decide.accept_all(library_file, found.lines, RecordingContext(), min_confidence=0.9)
    with Library(library_file) as library:
        library.decisions.mark([ids["青花瓷.mp3"]], ReviewState.WRITTEN)
    now = reviewable(library_file, bundle_file, RecordingContext())

    decided = decide.skip_all(library_file, now.lines, RecordingContext())

    assert len(decided.decisions) == 3
    refused = str(decided.refused[ids["青花瓷.mp3"]])
    assert "青花瓷.mp3 is written and cannot be skipped" in refused


def test_who_stops_a_bulk_accept_decides_nothing(library_file, ids, found):
    with pytest.raises(Cancelled):
        decide.accept_all(library_file, found.lines, RecordingContext(stop_after=1))

    assert standing(library_file) == {}


def test_one_track_is_decided_by_itself_and_counts_as_looked_at(library_file, ids, found):
    line = found.lines[0]
    decide.decide(library_file, line.id, accept(line), RecordingContext(), bundle=found.bundle)

    with Library(library_file) as library:
        assert len(library.decisions.outcomes(found.bundle).confidences) == 1
        assert len(library.decisions.outcomes("another").confidences) == 0


def test_a_session_begins_with_the_last_undos(library_file, ids, found):
    for _ in range(101):
        decide.skip_all(library_file, found.lines[:1], RecordingContext())
    decide.begin_session(library_file, RecordingContext(), kept=100)

    with Library(library_file) as library:
        undone = [bool(library.decisions.undo().restored) for _ in range(101)]
    assert undone == [True] * 100 + [False]


def test_queues_are_counted(library_file, bundle_file, ids, found):
    decide.accept_all(library_file, found.lines, RecordingContext(), min_confidence=0.9)
    now = reviewable(library_file, bundle_file, RecordingContext())

    counts = decide.queue_counts(now.lines)

    assert counts[ReviewQueue.TO_REVIEW] == 2
    assert counts[ReviewQueue.CONFIDENT] == 1
    assert counts[ReviewQueue.NOT_SURE] == 1
    assert counts[ReviewQueue.ACCEPTED] == 1
    assert counts[ReviewQueue.WRITTEN] == 0


def test_tracks_are_found_by_file_folder_and_link(tmp_path, ids, found):
    (tmp_path / "link").symlink_to(tmp_path / "music" / "live")
    paths = [tmp_path / "music" / "b.mp3", tmp_path / "link", tmp_path / "music" / "b.mp3"]

    lines, empty = decide.lines_at(found.lines, [*paths, tmp_path / "musi"])

    assert sorted(line.name for line in lines) == ["b.mp3", "c.mp3", "d.mp3"]
    assert empty == [tmp_path / "musi"]


def test_a_file_that_is_no_library_is_a_sentence(tmp_path, found):
    (tmp_path / "no.db").write_bytes(b"no database" * 200)

    with pytest.raises(MusicReclassError, match="is not a musicreclass library"):
        decide.skip_all(tmp_path / "no.db", found.lines, RecordingContext())
