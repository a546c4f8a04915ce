import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest

from musicreclass.core.decision import Decision, DecisionLine, ReviewState
from musicreclass.core.ensemble.prediction import Candidate
from musicreclass.core.track import FileFacts, FileStamp, ScannedFile, Stream, Tags
from musicreclass.library.store import Library

S = ReviewState
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
POP = Candidate("Pop", 0.91)
ACCEPTED = Decision(S.ACCEPTED, ("Pop",), NOON, POP)
CHANGED = Decision(S.CHANGED, ("民謠", "Pop"), NOON, Candidate("Jazz", 0.4))
SKIPPED = Decision(S.SKIPPED, (), NOON, POP)
WITHOUT_SUGGESTION = Decision(S.CHANGED, ("Folk",), NOON)


@pytest.fixture
def library(library_file):
    with Library(library_file) as library:
        yield library


@pytest.fixture
def track_ids(library, tmp_path):
    return add_tracks(library, tmp_path / "music", 4)


def add_tracks(library, folder, count):
    folder.mkdir()
    folder_id = library.add_folder(folder).id
    files = [
        ScannedFile(
            str(folder / f"{number}.mp3"),
            folder_id,
            FileStamp(1, 1),
            FileFacts(Stream("MP3", 180.0, 44_100), Tags(), f"sound {number}"),
        )
        for number in range(count)
    ]
    return library.record(files).new


def standing(library):
    return {track_id: decided for batch in library.decisions.lines() for track_id, decided in batch}


def undo_all(library):
    """Take everything back, and return how many batches that were."""
    return sum(1 for _ in iter(lambda: bool(library.decisions.undo().restored), False))


def test_a_decision_comes_back_as_it_was(library, track_ids):
    a, b, c, d = track_ids
    library.decisions.record({a: ACCEPTED, b: replace(CHANGED, in_bulk=True), c: SKIPPED})

    assert library.decisions.of_track(a) == ACCEPTED
    assert library.decisions.of_track(b) == replace(CHANGED, in_bulk=True)
    assert library.decisions.of_track(c) == SKIPPED
    assert library.decisions.of_track(d) is None


def test_all_decisions_come_as_light_lines(library, track_ids):
    a, b, c, _ = track_ids
    library.decisions.record({c: SKIPPED, b: CHANGED, a: ACCEPTED})

    batches = list(library.decisions.lines(size=2))

    assert [len(batch) for batch in batches] == [2, 1]
    assert dict(batches[0] + batches[1]) == {
        a: DecisionLine(S.ACCEPTED, ("Pop",), "Pop"),
        b: CHANGED.line,
        c: DecisionLine(S.SKIPPED, (), ""),
    }


def test_tracks_of_a_folder_no_longer_watched_over_are_left_out_and_not_forgotten(
    library, track_ids
):
    library.decisions.record({track_ids[0]: ACCEPTED})
    library.remove_folder(library.folders()[0].id)

    assert standing(library) == {}
    assert library.decisions.of_track(track_ids[0]) == ACCEPTED


def test_tracks_that_are_no_longer_there_are_passed_over(library, track_ids):
    library.decisions.record({track_ids[0]: ACCEPTED, 999: ACCEPTED})

    assert list(standing(library)) == [track_ids[0]]
    assert list(library.decisions.undo().restored) == [track_ids[0]]


def test_nothing_decided_is_nothing_to_undo(library, track_ids):
    library.decisions.record({})

    assert library.decisions.undo().restored == {}


def test_undo_reverts_one_batch_after_the_other(library, track_ids):
    a, b, _, _ = track_ids
    library.decisions.record({a: ACCEPTED, b: ACCEPTED})
    library.decisions.record({a: CHANGED})
    library.decisions.record({b: SKIPPED})

    undone = [library.decisions.undo().restored for _ in range(4)]

    assert undone == [{b: ACCEPTED}, {a: ACCEPTED}, {a: None, b: None}, {}]
    assert standing(library) == {}


def test_what_was_undone_can_be_decided_and_undone_again(library, track_ids):
    library.decisions.record({track_ids[0]: ACCEPTED})
    library.decisions.undo()
    library.decisions.record({track_ids[0]: CHANGED})

    assert library.decisions.undo().restored == {track_ids[0]: None}


def test_undo_survives_a_restart(library_file, track_ids):
    with Library(library_file) as before:
        before.decisions.record({track_ids[0]: ACCEPTED})
        before.decisions.record({track_ids[0]: CHANGED}, bundle="b1")
    with Library(library_file) as after:
        assert after.decisions.undo().restored == {track_ids[0]: ACCEPTED}


def test_a_new_session_keeps_the_last_batches_and_what_stands(library, track_ids):
    for number in range(103):
        library.decisions.record({track_ids[0]: replace(WITHOUT_SUGGESTION, genres=(str(number),))})
    library.decisions.forget_undos(kept=100)

    undone = [library.decisions.undo().restored for _ in range(101)]
    assert undone[99] == {track_ids[0]: replace(WITHOUT_SUGGESTION, genres=("2",))}
    assert undone[100] == {}
    assert standing(library)[track_ids[0]].genres == ("2",)


def test_what_was_written_since_is_not_undone(library, track_ids):
    a, b, _, _ = track_ids
    library.decisions.record({a: ACCEPTED, b: ACCEPTED})
    library.decisions.mark([a], S.WRITTEN)

    undone = library.decisions.undo()

    assert (undone.restored, undone.written) == ({b: None}, (a,))
    assert standing(library)[a].state is S.WRITTEN


def test_what_was_decided_anew_after_writing_is_written_again_after_undo(library, track_ids):
    (a, *_) = track_ids
    library.decisions.record({a: ACCEPTED})
    library.decisions.mark([a], S.WRITTEN)
    library.decisions.record({a: CHANGED})

    assert standing(library)[a].state is S.CHANGED
    assert library.decisions.undo().restored == {a: replace(ACCEPTED, became=S.WRITTEN)}


def test_what_was_unwritten_behind_a_new_decision_is_not_written_after_undo(library, track_ids):
    (a, *_) = track_ids
    library.decisions.record({a: ACCEPTED})
    library.decisions.mark([a], S.WRITTEN)
    library.decisions.record({a: CHANGED})
    library.decisions.mark([a], S.UNDONE)

    assert library.decisions.of_track(a) == CHANGED
    assert library.decisions.undo().restored == {a: replace(ACCEPTED, became=S.UNDONE)}


def test_only_what_was_decided_can_be_written_and_only_what_was_written_undone(library, track_ids):
    a, b, c, d = track_ids
    library.decisions.record({a: ACCEPTED, b: CHANGED, c: SKIPPED})

    assert library.decisions.mark([a], S.UNDONE) == []
    assert library.decisions.mark([a, b, c, d], S.WRITTEN) == [a, b]
    assert library.decisions.mark([a, c], S.UNDONE) == [a]
    assert library.decisions.mark([a], S.WRITTEN) == []
    assert {i: decided.state for i, decided in standing(library).items()} == {
        a: S.UNDONE,
        b: S.WRITTEN,
        c: S.SKIPPED,
    }


def test_outcomes_are_of_what_a_person_looked_at(library, track_ids):
    a, b, c, d = track_ids
    wrong = Decision(S.CHANGED, ("Folk",), NOON, Candidate("Jazz", 0.25))
    library.decisions.record({a: ACCEPTED})
    library.decisions.record({b: wrong})
    library.decisions.record({c: SKIPPED})
    library.decisions.record({d: replace(ACCEPTED, in_bulk=True)})

    known = library.decisions.outcomes()

    assert sorted(zip(known.confidences, known.is_right, strict=True)) == [(0.25, 0.0), (0.91, 1.0)]


def test_written_and_undone_decisions_still_tell(library, track_ids):
    library.decisions.record({track_ids[0]: ACCEPTED})
    library.decisions.mark([track_ids[0]], S.WRITTEN)

    assert library.decisions.outcomes().is_right.tolist() == [1.0]


def test_outcomes_are_of_the_classifiers_asked_about(library, track_ids):
    a, b, c, _ = track_ids
    library.decisions.record({a: ACCEPTED}, bundle="b1")
    library.decisions.record({b: ACCEPTED}, bundle="b2")
    library.decisions.record({c: ACCEPTED})

    assert len(library.decisions.outcomes("b1").confidences) == 2
    assert len(library.decisions.outcomes().confidences) == 3


def test_without_decisions_there_are_no_outcomes(library, track_ids):
    np.testing.assert_array_equal(library.decisions.outcomes().confidences, np.empty(0))


def test_decisions_go_with_their_tracks(library, library_file, track_ids):
    library.decisions.record({track_ids[0]: ACCEPTED})
    library._db.execute("DELETE FROM track")

    assert library.decisions.of_track(track_ids[0]) is None
    assert library.decisions.undo().restored == {}


def review_at_random(library, track_ids, actions, seed):
    """Decide and undo at random; return what should stand, by a memory of its own."""
    random = np.random.default_rng(seed)
    stands, memory = {}, []
    for _ in range(actions):
        if memory and random.random() < 0.4:
            stands = memory.pop()
            library.decisions.undo()
            continue
        memory.append(stands)
        chosen = random.permutation(track_ids)[: random.integers(1, 4)].tolist()
        made = (ACCEPTED, CHANGED, SKIPPED, WITHOUT_SUGGESTION)[random.integers(4)]
        stands = stands | dict.fromkeys(chosen, made)
        library.decisions.record(dict.fromkeys(chosen, made))
    return stands, len(memory)


def test_a_long_session_of_decisions_equals_its_replay(library, track_ids):
    stands, undo_count = review_at_random(library, track_ids, actions=400, seed=7)

    assert standing(library) == {i: made.line for i, made in stands.items()}
    assert undo_all(library) == undo_count


def test_twenty_thousand_decisions_are_kept_and_undone_at_once(library, tmp_path):
    ids = add_tracks(library, tmp_path / "many", 20_000)
    started = time.perf_counter()
    library.decisions.record(dict.fromkeys(ids, ACCEPTED))
    seconds = time.perf_counter() - started

    assert seconds < 2.0  # a fifth of a second where nothing else runs
    assert len(standing(library)) == 20_000
    assert len(library.decisions.undo().restored) == 20_000
    assert standing(library) == {}


KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from musicreclass.core.decision import Decision, ReviewState
from musicreclass.library.store import Library

library = Library(Path(sys.argv[1]))
for track_id in map(int, sys.argv[2:]):
    made = Decision(ReviewState.CHANGED, ("Folk",), datetime.now(UTC))
    library.decisions.record({track_id: made})
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_program_loses_no_decision(library, library_file, track_ids):
    arguments = [sys.executable, "-c", KILLED, str(library_file), *map(str, track_ids)]
    done = subprocess.run(arguments, check=False, env=os.environ)

    assert done.returncode == -signal.SIGKILL
    assert {decided.text for decided in standing(library).values()} == {"Folk"}
    assert len(standing(library)) == 4
    assert undo_all(library) == 4
