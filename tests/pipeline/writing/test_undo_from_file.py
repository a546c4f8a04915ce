import shutil

import pytest

from musicreclass.core.decision import ReviewState
from musicreclass.core.tag_change import ChangeState
from musicreclass.library.backup.restore import restore
from musicreclass.library.history.forgetting import batch_files
from musicreclass.library.sqlite_errors import LibraryProblem
from musicreclass.library.store import Library
from musicreclass.library.write_lock import AlreadyWriting, write_lock
from musicreclass.pipeline.writing import written_batches
from musicreclass.pipeline.writing.recover import recover
from musicreclass.pipeline.writing.undo_from_file import undo_from_file
from tests.failing_disk import FailingDisk, PowerCut
from tests.recording_context import RecordingContext
from tests.tagged_library import contents, decide_all, make_library, write_all

S = ChangeState
NAMES = ["青花瓷.mp3", "live/b.mp3", "c.mp3"]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "music"


@pytest.fixture
def old(library_file, folder):
    return make_library(library_file, folder, NAMES)


@pytest.fixture
def times(folder, old):
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*.mp3")}


def the_file(library_file):
    (one,) = batch_files(library_file)
    return one.path


def undo(library_file, path=None, **options):
    ctx = RecordingContext()
    summary = undo_from_file(library_file, path or the_file(library_file), ctx, **options)
    return summary, {one.path.name: one for one in ctx.lines}


def remove_library(library_file):
    for path in library_file.parent.glob(f"{library_file.name}*"):
        path.unlink()


def counts(summary):
    return summary.undone, summary.unchanged, summary.refused, summary.gaps


def test_with_the_library_gone_every_byte_and_time_comes_back(library_file, folder, old, times):
    write_all(library_file)
    assert contents(folder) != old
    remove_library(library_file)

    summary, became = undo(library_file)

    assert counts(summary) == (3, 0, 0, 0)
    assert contents(folder) == old
    assert {path: path.stat().st_mtime_ns for path in times} == times
    assert became["b.mp3"].after == ("Rock",)
    assert not library_file.exists()


def test_also_where_nothing_is_left_of_the_folder_of_the_library(
    library_file, folder, old, tmp_path
):
    write_all(library_file)
    elsewhere = tmp_path / "saved.undo"
    shutil.move(the_file(library_file), elsewhere)

    assert counts(undo(tmp_path / "none" / "library.db", elsewhere)[0]) == (3, 0, 0, 0)
    assert contents(folder) == old


def test_a_library_that_is_whole_knows_of_it(library_file, folder, old):
    write_all(library_file)

    assert counts(undo(library_file)[0]) == (3, 0, 0, 0)

    assert contents(folder) == old
    (batch,) = written_batches.batches(library_file, RecordingContext())
    assert batch.counts == {S.UNDONE: 3}
    with Library(library_file) as library:
        assert library.decisions.of_track(1).state is ReviewState.UNDONE
        assert library.track(1).tags.genres == ("Rock",)
    assert counts(undo(library_file)[0]) == (0, 3, 0, 0)


def test_a_library_that_was_not_there_meanwhile_learns_of_it(library_file, folder, old, tmp_path):
    write_all(library_file)
    library_file.rename(tmp_path / "away")
    undo(library_file)
    (tmp_path / "away").rename(library_file)

    summary, became = undo(library_file)

    assert counts(summary) == (0, 3, 0, 0)
    assert {one.state for one in became.values()} == {S.UNCHANGED}
    (batch,) = written_batches.batches(library_file, RecordingContext())
    assert batch.counts == {S.UNDONE: 3}
    assert contents(folder) == old


def test_bytes_that_the_library_has_forgotten_come_back(library_file, folder, old):
    write_all(library_file)
    with Library(library_file) as library:
        library._db.execute("UPDATE tag_change SET patches = NULL")
        library._db.conn.commit()

    assert counts(undo(library_file)[0]) == (3, 0, 0, 0)
    assert contents(folder) == old


def test_a_library_restored_from_an_older_backup_is_not_asked(library_file, folder, old, tmp_path):
    before = tmp_path / "before.db"
    shutil.copy(library_file, before)
    write_all(library_file)
    restore(library_file, before)
    with Library(library_file) as library:  # another batch has the number by now
        assert library.journal.batches() == []

    assert counts(undo(library_file)[0]) == (3, 0, 0, 0)
    assert contents(folder) == old


def test_a_library_that_is_rubbish_is_not_asked(library_file, folder, old):
    write_all(library_file)
    library_file.write_bytes(b"rubbish " * 4_000)

    assert counts(undo(library_file)[0]) == (3, 0, 0, 0)
    assert contents(folder) == old


def test_a_file_that_others_changed_is_left_as_it_is(library_file, folder, old):
    write_all(library_file)
    remove_library(library_file)
    path = folder / "live" / "b.mp3"
    theirs = path.read_bytes().replace("青花瓷".encode("utf-16-le"), b"ABCDEF")
    path.write_bytes(theirs)
    (folder / "c.mp3").unlink()

    summary, became = undo(library_file)

    assert counts(summary) == (1, 0, 2, 0)
    assert "another program changed it" in str(became["b.mp3"].reason)
    assert became["c.mp3"].state is S.REFUSED
    assert path.read_bytes() == theirs
    assert contents(folder)["青花瓷.mp3"] == old["青花瓷.mp3"]


def test_a_torn_batch_file_gives_back_what_is_left_in_it(library_file, folder, old):
    write_all(library_file)
    remove_library(library_file)
    path = the_file(library_file)
    path.write_bytes(path.read_bytes()[:-500])

    summary, became = undo(library_file)

    assert 0 < summary.undone < 3
    assert summary.gaps == 1
    now = contents(folder)
    assert {name for name in now if now[name] == old[name]} == became.keys()


@pytest.mark.parametrize("call", ["create", "replace", "sync_folder"])
def test_after_a_crash_amid_writing_the_files_tell_what_there_is_to_take_back(
    library_file, folder, old, call
):
    with pytest.raises(PowerCut):
        write_all(library_file, disk=FailingDisk(1, PowerCut(), only=[call]))
    remove_library(library_file)

    summary, _ = undo(library_file)

    assert (summary.undone + summary.unchanged, summary.refused) == (3, 0)
    assert contents(folder) == old


def test_after_a_crash_amid_taking_back_it_can_be_begun_anew(library_file, folder, old):
    write_all(library_file)
    with pytest.raises(PowerCut):
        undo(library_file, disk=FailingDisk(1, PowerCut(), only=["replace"]))

    recover(library_file, RecordingContext())
    summary, _ = undo(library_file)

    assert (summary.undone + summary.unchanged, summary.refused) == (3, 0)
    assert contents(folder) == old


def test_copies_of_a_taking_back_that_was_killed_are_removed_by_the_next(library_file, folder, old):
    write_all(library_file)
    remove_library(library_file)
    with pytest.raises(PowerCut):
        undo(library_file, disk=FailingDisk(1, PowerCut(), only=["replace"]))
    assert len(contents(folder)) > len(NAMES)

    undo(library_file)

    assert contents(folder) == old
    assert [path.suffix for path in the_file(library_file).parent.iterdir()] == [".undo"]


def test_the_last_batch_comes_first(library_file, folder, old):
    write_all(library_file)
    decide_all(library_file, ("Blues",))
    write_all(library_file)
    remove_library(library_file)
    first, second = (one.path for one in batch_files(library_file))

    assert counts(undo(library_file, first)[0])[2] == 3
    assert counts(undo(library_file, second)[0]) == (3, 0, 0, 0)
    assert counts(undo(library_file, first)[0]) == (3, 0, 0, 0)
    assert contents(folder) == old


def test_nobody_may_be_writing_meanwhile(library_file, old):
    write_all(library_file)

    with write_lock(library_file), pytest.raises(AlreadyWriting):
        undo(library_file)


def test_what_is_no_batch_file_is_refused(library_file, folder, old):
    with pytest.raises(LibraryProblem, match="does not hold"):
        undo(library_file, folder / "c.mp3")


def test_a_batch_of_which_nothing_was_written_leaves_no_file(library_file, folder, old):
    for path in folder.rglob("*.mp3"):
        path.chmod(0o444)

    write_all(library_file)

    assert batch_files(library_file) == []
