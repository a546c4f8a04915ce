from datetime import UTC, datetime
from pathlib import Path

import pytest

from musicreclass.core.tag_change import ChangeState, FileChange, Id3Version, Patch, WriteChoices
from musicreclass.core.track import FileStamp
from musicreclass.library.history.kept_change import Intention, UndoIntention
from musicreclass.library.store import Library
from musicreclass.library.write_lock import AlreadyWriting, write_lock
from musicreclass.sentences.reason import as_said

S = ChangeState
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
PATCHES = (Patch(3, b"old", b"newer"), Patch(90, b"", b"x"))

READ_ONLY = as_said("the file is read-only")


@pytest.fixture
def library(library_file):
    with Library(library_file) as library:
        yield library


@pytest.fixture
def journal(library):
    return library.journal


def intention(
    name="a.mp3", *, before=("Rock",), after=("Folk", "民謠"), state=S.INTENDED, reason=None
):
    change = FileChange(0, 0, 7, Path("/music") / name, before, after, state, reason)
    return Intention(change, FileStamp(100, 5), PATCHES)


def batch_of(journal, *intentions, at=NOON):
    batch = journal.begin(WriteChoices(), at)
    return batch, journal.intend(batch, intentions)


def states(journal, batch):
    return [change.state for change in journal.changes(batch)]


def test_an_intention_is_open_until_its_outcome_is_recorded(journal):
    batch, (number,) = batch_of(journal, intention())

    (change,) = journal.open_changes()

    assert (change.id, change.batch, change.track_id) == (number, batch, 7)
    assert (change.before, change.after) == (("Rock",), ("Folk", "民謠"))
    assert (change.stamp, change.patches) == (FileStamp(100, 5), PATCHES)
    assert change.path == Path("/music/a.mp3")
    journal.record(number, S.WRITTEN, digest="d")
    assert journal.open_changes() == []


def test_an_intention_is_on_the_disk_for_another_connection(journal, library_file):
    batch_of(journal, intention())

    with Library(library_file) as other:
        assert len(other.journal.open_changes()) == 1


def test_what_was_written_can_be_taken_back(journal):
    batch, (first, second) = batch_of(journal, intention(), intention("b.mp3"))
    journal.record(first, S.WRITTEN, digest="d")
    journal.record(second, S.REFUSED, reason=READ_ONLY)

    (kept,) = journal.kept_changes(batch)

    assert (kept.id, kept.digest, kept.patches) == (first, "d", PATCHES)
    assert journal.kept_changes(batch, [second]) == []


def test_many_outcomes_are_noted_in_one_go(journal):
    batch, numbers = batch_of(journal, intention(), intention("b.mp3"))

    journal.record_all(S.WRITTEN, dict(zip(numbers, ("d", "e"), strict=True)))
    written = journal.kept_changes(batch)
    journal.record_all(S.UNDONE, dict.fromkeys(numbers))

    assert [(one.id, one.digest) for one in written] == list(zip(numbers, ("d", "e"), strict=True))
    assert journal.kept_changes(batch) == journal.open_changes() == []
    assert not any(change.can_undo for change in journal.changes(batch))


def test_an_undo_is_open_with_its_own_patches_until_its_outcome_is_recorded(journal):
    batch, (number,) = batch_of(journal, intention())
    journal.record(number, S.WRITTEN, digest="d")
    back = UndoIntention(number, 103, (Patch(3, b"newer", b"old"),))
    journal.intend_undo([back])

    (change,) = journal.open_changes()
    journal.record(number, S.UNDONE)

    assert (change.state, change.pending, change.digest) == (S.UNDOING, back, "d")
    assert journal.open_changes() == journal.kept_changes(batch) == []


def test_what_was_refused_is_listed_with_the_reason(journal):
    refused = intention("b.mp3", state=S.REFUSED, reason=READ_ONLY)
    batch, _ = batch_of(journal, intention(), refused)

    first, second = journal.changes(batch)

    assert (first.state, first.can_undo) == (S.INTENDED, False)
    assert (second.state, second.reason) == (S.REFUSED, READ_ONLY)
    assert journal.open_changes()[0].path == first.path


def test_batches_come_last_first_with_what_they_changed(journal):
    old, _ = batch_of(journal, intention(state=S.UNCHANGED))
    new, numbers = batch_of(
        journal, intention(), intention("b.mp3"), intention("c.mp3", before=()), at=NOON
    )
    for number in numbers:
        journal.record(number, S.WRITTEN, digest="d")

    last, first = journal.batches()

    assert (last.id, first.id) == (new, old)
    assert last.made_at == NOON
    assert (last.counts, last.total, last.undoable) == ({S.WRITTEN: 3}, 3, 3)
    assert last.genres == (("Rock", "Folk; 民謠", 2), ("", "Folk; 民謠", 1))
    assert (first.counts, first.genres, first.undoable) == ({S.UNCHANGED: 1}, (), 0)


def test_choices_are_kept_with_the_batch(journal):
    choices = WriteChoices(Id3Version.V2_4, "; ", keep_times=False)

    assert journal.choices(journal.begin(choices)) == choices
    with pytest.raises(KeyError):
        journal.choices(99)


def test_what_was_never_begun_is_forgotten_with_its_batch(journal):
    _, numbers = batch_of(journal, intention(), intention("b.mp3"))
    journal.drop(numbers)
    journal.drop_empty()

    assert journal.batches() == []


def test_a_path_that_is_no_text_comes_back(journal):
    batch, _ = batch_of(journal, intention("\udcff.mp3"))

    assert journal.changes(batch)[0].path == Path("/music/\udcff.mp3")


def test_only_one_writes_at_a_time(library_file):
    wrong = pytest.raises(AlreadyWriting, match="wait until")
    with write_lock(library_file), wrong, write_lock(library_file):
        pytest.fail("two at a time")

    with write_lock(library_file):
        assert library_file.parent.exists()
