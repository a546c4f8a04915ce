"""The journal of moved files, and tracks that follow them."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from musicreclass.core.decision import Decision, ReviewState
from musicreclass.core.file_move import FileMove, MoveKind, MoveState
from musicreclass.core.tag_change import WriteChoices
from musicreclass.core.track import FileStamp
from musicreclass.library.moves import MoveIntention
from musicreclass.library.store import Library
from musicreclass.sentences.reason import because
from tests.tagged_library import make_library, make_song, scanned

STAMP = FileStamp(100, 7)
INTO = Path("/sorted")
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def library(library_file):
    with Library(library_file) as library:
        yield library


def intend(library, batch, *names, track_id=None):
    moves = [
        FileMove(0, batch, track_id, Path("/m") / n, INTO / n, "Rock", MoveState.INTENDED)
        for n in names
    ]
    return library.moves.intend(batch, [MoveIntention(move, STAMP) for move in moves])


def test_a_batch_is_what_became_of_its_files(library):
    batch = library.moves.begin(MoveKind.COPY, INTO)
    one, other = intend(library, batch, "青花瓷.mp3", "b.mp3")
    library.moves.record(one, MoveState.MOVED, stamp_now=FileStamp(100, 8))
    library.moves.record(other, MoveState.REFUSED, reason=because("tags.read_only"))

    (found,) = library.moves.batches()
    refused, moved = library.moves.moves(batch)

    assert (found.kind, found.into, found.undoable, found.total) == (MoveKind.COPY, INTO, 1, 2)
    assert found.genres == (("Rock", 1),)
    assert (moved.state, moved.can_undo, moved.path) == (MoveState.MOVED, True, INTO / "青花瓷.mp3")
    assert refused.reason == because("tags.read_only")
    assert library.moves.open_moves() == []


def test_what_nobody_noted_the_end_of_is_open(library):
    batch = library.moves.begin(MoveKind.MOVE, INTO)
    one, other, dropped = intend(library, batch, "a.mp3", "b.mp3", "c.mp3")
    library.moves.record(other, MoveState.MOVED, stamp_now=STAMP)
    library.moves.intend_undo([other])
    library.moves.drop([dropped])

    states = {kept.move.id: kept.move.state for kept in library.moves.open_moves()}

    assert states == {one: MoveState.INTENDED, other: MoveState.UNDOING}


def test_both_kinds_of_batches_are_counted_together(library):
    numbers = [
        library.journal.begin(WriteChoices()),
        library.moves.begin(MoveKind.MOVE, INTO),
        library.journal.begin(WriteChoices()),
    ]

    assert numbers == [1, 2, 3]


def test_an_empty_batch_is_forgotten(library):
    library.moves.begin(MoveKind.MOVE, INTO)

    library.moves.drop_empty()

    assert library.moves.batches() == []


def test_a_track_that_a_scan_took_for_a_new_one_is_none(library, library_file, tmp_path):
    make_library(library_file, tmp_path / "music", ["a.mp3"])
    (line,) = next(library.lines())
    make_song(tmp_path / "music" / "Rock" / "a.mp3", 0)
    library.record([scanned(tmp_path / "music" / "Rock" / "a.mp3", line.folder_id)])

    library.moves.follow(line.id, tmp_path / "music" / "Rock" / "a.mp3", line.stamp)

    (left,) = next(library.lines())
    assert (left.id, left.location) == (line.id, str(tmp_path / "music" / "Rock" / "a.mp3"))


def test_a_track_with_a_decision_is_never_lost(library, library_file, tmp_path):
    make_library(library_file, tmp_path / "music", ["a.mp3"])
    (line,) = next(library.lines())
    make_song(tmp_path / "music" / "Rock" / "a.mp3", 0)
    path = tmp_path / "music" / "Rock" / "a.mp3"
    (other,) = library.record([scanned(path, line.folder_id)]).new
    library.decisions.record({other: Decision(ReviewState.CHANGED, ("Jazz",), NOW)})

    library.moves.follow(line.id, path, line.stamp)

    found = {one.id: one for one in next(library.lines())}
    assert found.keys() == {line.id, other}
    assert found[line.id].is_missing


def test_a_library_of_before_counts_on(library_file):
    with Library(library_file) as library:
        library.journal.begin(WriteChoices())
    with closing(sqlite3.connect(library_file)) as db, db:
        db.execute("DROP TABLE file_move")
        db.execute("DROP TABLE move_batch")
        db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm009_file_moves'")

    with Library(library_file) as library:
        batch = library.moves.begin(MoveKind.MOVE, INTO)
        written = [one.id for one in library.journal.batches()]

    assert (written, batch) == ([1], 2)
