from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from musicreclass.core.tag_change import ChangeState, FileChange, Patch, WriteChoices
from musicreclass.core.track import FileStamp
from musicreclass.library.history.batch_file import folder_of, read_batch
from musicreclass.library.history.forgetting import batch_files
from musicreclass.library.history.kept_change import Intention
from musicreclass.library.history.pruning import NEWEST_KEPT, Keeping
from musicreclass.library.store import Library

S = ChangeState
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
PATCHES = (Patch(3, b"old", b"newer"),)
SMALL = Keeping(365, 1)


@pytest.fixture
def library(library_file):
    with Library(library_file) as library:
        yield library


def batch_at(library, at, state=S.WRITTEN):
    journal = library.journal
    change = FileChange(0, 0, 7, Path("/music/a.mp3"), ("Rock",), ("Folk",), S.INTENDED)
    number = journal.begin(WriteChoices(), at)
    (change_id,) = journal.intend(number, [Intention(change, FileStamp(100, 5), PATCHES)])
    if state is not S.INTENDED:
        journal.record(change_id, state, digest="d" if state is S.WRITTEN else None)
    journal.end()
    return number


def fill(library, *ages):
    """Write batches of so many days ago, and as many new ones as are kept in any case."""
    old = [batch_at(library, NOON - timedelta(days=age)) for age in ages]
    for _ in range(NEWEST_KEPT):
        batch_at(library, NOON)
    return old


def let_weeks_pass(library, until):
    for day in range(-30, 1, 5):
        library.journal.prune(Keeping(0, 0), until + timedelta(days=day))


def undoable(library):
    return {batch.id for batch in library.journal.batches() if batch.undoable}


def test_what_is_old_and_does_not_fit_is_forgotten_with_its_file(library, library_file):
    old, young = fill(library, 400, 100)
    let_weeks_pass(library, NOON)

    assert library.journal.prune(SMALL, NOON) == 1
    assert undoable(library) == {batch.id for batch in library.journal.batches()} - {old}
    assert library.journal.batches()[-1].is_pruned
    assert library.journal.kept_changes(old)[0].patches is None
    assert young in {one.head.number for one in batch_files(library_file)}
    assert old not in {one.head.number for one in batch_files(library_file)}


@pytest.mark.parametrize("days", [400, 36_000, -400])
def test_a_clock_that_jumps_takes_nothing(library, library_file, days):
    fill(library, 390, 380)
    let_weeks_pass(library, NOON - timedelta(days=100))
    wrong = NOON + timedelta(days=days)

    for _ in range(3):
        assert library.journal.prune(SMALL, wrong) == 0
    assert library.journal.prune(SMALL, NOON) == 0
    assert len(undoable(library)) == len(batch_files(library_file)) == NEWEST_KEPT + 2


def test_batches_of_a_clock_that_was_years_back_stay(library):
    fill(library, 5)
    batch_at(library, NOON - timedelta(days=3_650))
    for _ in range(NEWEST_KEPT):
        batch_at(library, NOON)
    let_weeks_pass(library, NOON)

    assert library.journal.prune(SMALL, NOON) == 0


def test_what_is_open_is_never_forgotten(library, library_file):
    batch_at(library, NOON - timedelta(days=4_000), S.INTENDED)
    fill(library)
    let_weeks_pass(library, NOON)

    assert library.journal.prune(SMALL, NOON) == 0
    assert library.journal.open_changes()[0].patches == PATCHES
    assert len(batch_files(library_file)) == NEWEST_KEPT + 1


def test_the_file_of_a_batch_that_was_taken_back_goes_with_the_next_look(library, library_file):
    fill(library)
    for change in library.journal.changes(1):
        library.journal.record(change.id, S.UNDONE)

    library.journal.prune(SMALL, NOON)

    assert 1 not in {one.head.number for one in batch_files(library_file)}


def test_files_of_a_library_that_was_restored_are_kept_as_batches_are(library, library_file):
    fill(library, 400, 100)
    library._db.execute("DELETE FROM tag_batch")
    library._db.conn.commit()

    library.journal.prune(SMALL, NOON)
    assert len(batch_files(library_file)) == NEWEST_KEPT + 2
    let_weeks_pass(library, NOON)
    library.journal.prune(SMALL, NOON)

    assert len(batch_files(library_file)) == NEWEST_KEPT + 1
    ages = [NOON - read_batch(p).head.made_at for p in folder_of(library_file).iterdir()]
    assert max(ages) == timedelta(days=100)
