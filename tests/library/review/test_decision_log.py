"""What was decided is taken back, done again, cleared and listed, in any order and quickly."""

import time
from datetime import UTC, datetime

import pytest

from musicreclass.core.decision import Decision, Deed, ReviewState
from musicreclass.core.ensemble.prediction import Candidate
from musicreclass.core.track import FileFacts, FileStamp, ScannedFile, Stream, Tags
from musicreclass.library import migrations
from musicreclass.library.store import Library

S = ReviewState
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
POP = Decision(S.ACCEPTED, ("Pop",), NOON, Candidate("Pop", 0.91))
FOLK = Decision(S.CHANGED, ("Folk",), NOON, Candidate("Pop", 0.91))
SKIPPED = Decision(S.SKIPPED, (), NOON)


@pytest.fixture
def library(library_file):
    with Library(library_file) as library:
        yield library


@pytest.fixture
def log(library):
    return library.decisions


@pytest.fixture
def ids(library, tmp_path):
    return tracks(library, tmp_path / "music", 3)


def tracks(library, folder, number):
    folder.mkdir()
    folder_id = library.add_folder(folder).id
    return library.record(
        [
            ScannedFile(
                str(folder / f"{i}.mp3"),
                folder_id,
                FileStamp(1, 1),
                FileFacts(Stream("MP3", 180.0, 44_100), Tags(title=f"Song {i}"), f"sound {i}"),
            )
            for i in range(number)
        ]
    ).new


def standing(log):
    return {i: (line.state, line.text) for batch in log.lines() for i, line in batch}


def test_what_was_taken_back_is_decided_again_step_by_step(log, ids):
    a, b, _ = ids
    log.record({a: POP, b: POP})
    log.record({a: FOLK})
    whole = standing(log)
    assert [log.undo().restored, log.undo().restored] == [{a: POP}, {a: None, b: None}]

    assert log.redo().restored == {a: POP, b: POP}
    assert log.redo().restored == {a: FOLK}
    assert log.redo().restored == {}
    assert standing(log) == whole
    assert log.undo().restored == {a: POP}


def test_a_new_decision_ends_what_can_be_done_again(log, ids):
    a, b, _ = ids
    log.record({a: POP})
    log.undo()
    log.record({b: FOLK})

    assert log.redo().restored == {}
    assert standing(log) == {b: (S.CHANGED, "Folk")}


def test_what_can_be_done_again_survives_a_restart(log, ids, library_file):
    log.record({ids[0]: POP})
    log.undo()

    with Library(library_file) as after:
        assert after.decisions.redo().restored == {ids[0]: POP}


def test_what_was_written_meanwhile_is_not_skipped_again(log, ids):
    (a, *_) = ids
    log.record({a: POP})
    log.record({a: SKIPPED})
    log.undo()
    log.mark([a], S.WRITTEN)

    again = log.redo()

    assert (again.restored, again.written) == ({}, (a,))
    assert standing(log) == {a: (S.WRITTEN, "Pop")}


def test_clearing_forgets_all_but_what_is_written_and_can_be_undone_and_done_again(log, ids):
    a, b, c = ids
    log.record({a: POP, b: FOLK})
    log.mark([a], S.WRITTEN)

    cleared = log.clear([a, b, c])

    assert (cleared.restored, cleared.written) == ({b: None}, (a,))
    assert standing(log) == {a: (S.WRITTEN, "Pop")}
    assert log.undo().restored == {b: FOLK}
    assert log.redo().restored == {b: None}


def test_what_was_taken_back_out_of_its_file_can_be_cleared_too(log, ids):
    (a, *_) = ids
    log.record({a: POP})
    log.mark([a], S.WRITTEN)
    log.mark([a], S.UNDONE)

    assert log.clear([a]).restored == {a: None}
    assert standing(log) == {}


def test_clearing_where_nothing_was_decided_is_no_deed(log, ids):
    log.clear(ids)

    assert log.entries(10) == []


def test_the_log_lists_what_was_done_the_latest_first(log, ids):
    a, b, c = ids
    log.record({a: POP})
    log.record({b: FOLK, c: FOLK})
    log.record({b: SKIPPED})
    log.clear([a])
    log.undo()

    listed = [(e.deed, e.track_count, e.genres, e.title, e.is_undone) for e in log.entries(10)]

    assert listed == [
        (Deed.CLEARED, 1, (), "Song 0", True),
        (Deed.SKIPPED, 1, (), "Song 1", False),
        (Deed.CHANGED, 2, ("Folk",), "", False),
        (Deed.ACCEPTED, 1, ("Pop",), "Song 0", False),
    ]
    assert [e.deed for e in log.entries(1)] == [Deed.CLEARED]
    assert log.tracks_of(log.entries(10)[2].batch) == [b, c]


def test_any_decision_is_taken_back_and_a_later_one_on_the_same_track_stands(log, ids):
    a, b, _ = ids
    log.record({a: POP, b: POP})
    log.record({b: FOLK})
    first = log.entries(10)[-1]

    back = log.take_back(first.batch)

    assert (back.restored, back.later) == ({a: None}, (b,))
    assert standing(log) == {b: (S.CHANGED, "Folk")}
    assert [(e.deed, e.taken_back) for e in log.entries(10)] == [
        (Deed.TAKEN_BACK, 0),
        (Deed.CHANGED, 0),
        (Deed.ACCEPTED, 1),
    ]
    assert log.entries(10)[-1].can_take_back


def test_taking_back_out_of_turn_is_itself_taken_back_by_undo(log, ids):
    a, b, _ = ids
    log.record({a: POP})
    log.record({b: FOLK})
    first = log.entries(10)[-1]
    log.take_back(first.batch)
    assert not log.entries(10)[-1].can_take_back

    log.undo()

    assert standing(log) == {a: (S.ACCEPTED, "Pop"), b: (S.CHANGED, "Folk")}
    assert log.entries(10)[-1].can_take_back


def test_once_the_later_decision_is_taken_back_the_earlier_can_be(log, ids):
    a, b, _ = ids
    log.record({a: POP})
    log.record({a: FOLK})
    log.record({b: POP})
    _, later, first = log.entries(10)
    assert log.take_back(first.batch).later == (a,)

    assert log.take_back(later.batch).restored == {a: POP}
    assert log.take_back(first.batch).restored == {a: None}


def test_what_was_written_since_is_left_when_its_decision_is_taken_back(log, ids):
    a, b, c = ids
    log.record({a: POP, b: POP})
    log.record({c: FOLK})
    log.mark([a], S.WRITTEN)

    back = log.take_back(log.entries(10)[-1].batch)

    assert (back.restored, back.written) == ({b: None}, (a,))


def test_the_last_decision_taken_back_from_the_list_can_be_done_again(log, ids):
    log.record({ids[0]: POP})

    log.take_back(log.entries(1)[0].batch)

    assert log.redo().restored == {ids[0]: POP}


def test_from_an_undone_writing_nothing_is_learned(log, ids):
    """Neither which genre the music is, nor whether the suggestion was right."""
    a, b, _ = ids
    log.record({a: POP})
    log.record({b: FOLK})
    log.mark([a, b], S.WRITTEN)
    assert len(log.corrections(10)) == len(log.given()) == 2

    log.mark([a, b], S.UNDONE)

    assert (log.corrections(10), log.given()) == ([], {})
    assert len(log.outcomes().confidences) == 0


def test_from_what_was_taken_back_or_cleared_nothing_is_learned(log, ids):
    a, b, _ = ids
    log.record({a: POP})
    log.record({b: FOLK})

    log.undo()
    log.clear([a])

    assert (log.corrections(10), log.given()) == ([], {})


def test_a_hundred_thousand_decisions_are_listed_at_once(library, log, tmp_path):
    many = tracks(library, tmp_path / "many", 1_000)
    values = ((number % 1_000, many[number % 1_000]) for number in range(100_000))
    db = library._db
    with db.atomic():
        for number, (_, track_id) in enumerate(values, 1):
            db.execute(
                "INSERT INTO decision_batch(id, made_at, deed, track_count, genres)"
                " VALUES (?, '2026-05-01T12:00:00+00:00', 'accepted', 1, '[\"Pop\"]')",
                [number],
            )
            db.execute(
                "INSERT INTO decision_log(batch, track_id) VALUES (?, ?)", [number, track_id]
            )
    started = time.process_time()

    listed = log.entries(10_000)

    assert time.process_time() - started < 2.0  # a fifth of a second where nothing else runs
    assert (len(listed), listed[0].batch, listed[0].title) == (10_000, 100_000, "Song 999")
    started = time.process_time()
    assert log.take_back(500).later  # its track was decided on again and again
    assert time.process_time() - started < 1.0


def test_a_log_of_the_version_before_is_taken_over_whole(tmp_path):
    import sqlite_utils

    file = tmp_path / "old.db"
    old = sqlite_utils.Database(file)
    migrations.migrations.apply(old, stop_before="m006_log_of_decisions")
    now = "2026-05-01T12:00:00+00:00"
    old.execute("INSERT INTO folder(id, location, added_at) VALUES (1, '/m', ?)", [now])
    blank: dict[str, object] = dict.fromkeys((c.name for c in old.table("track").columns), "")
    numbers: dict[str, object] = {
        "size": 1,
        "mtime_ns": 1,
        "is_missing": 0,
        "seconds": 1.0,
        "sample_rate": 1,
    }
    numbers |= {"channels": 1, "bits_per_second": 1, "folder_id": 1, "genres": "[]"}
    row = blank | numbers | {"id": 1, "location": "/m/1.mp3", "name": "1.mp3", "title": "Song"}
    old.table("track").insert(row)
    old.execute("INSERT INTO decision_batch(id, made_at) VALUES (7, ?)", [now])
    old.execute("INSERT INTO decision_log(batch, track_id) VALUES (7, 1)")
    old.execute(
        "INSERT INTO decision(track_id, said, genres, made_at, in_bulk, bundle)"
        " VALUES (1, 'changed', '[\"Folk\"]', ?, 0, '')",
        [now],
    )
    old.conn.commit()
    old.close()

    with Library(file) as library:
        (entry,) = library.decisions.entries(10)
        assert (entry.deed, entry.title, entry.track_count) == (Deed.DECIDED, "Song", 1)
        assert library.decisions.undo().restored == {1: None}
        assert library.decisions.redo().restored[1].genres == ("Folk",)
