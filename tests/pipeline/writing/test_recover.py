import os
import shutil

import pytest

from musicreclass.core.decision import ReviewState
from musicreclass.core.tag_change import ChangeState
from musicreclass.library.store import Library
from musicreclass.library.write_lock import write_lock
from musicreclass.pipeline.writing import written_batches
from musicreclass.pipeline.writing.apply import undo_batch
from musicreclass.pipeline.writing.recover import recover
from musicreclass.tags.safe_write.safe_file import (
    UNFINISHED_PREFIX,
    UNFINISHED_SUFFIX,
    is_unfinished,
)
from tests.failing_disk import FailingDisk, PowerCut, disk_error
from tests.recording_context import RecordingContext
from tests.tagged_library import contents, make_library, write_all

NAME = "青花瓷.mp3"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "music"


@pytest.fixture
def old(library_file, folder):
    return make_library(library_file, folder, [NAME])


def die_at(call, library_file, **options):
    with pytest.raises(PowerCut):
        write_all(library_file, disk=FailingDisk(0, PowerCut(), only=[call]), **options)


def the_change(library_file):
    (change,) = written_batches.changes(library_file, 1, RecordingContext())
    return change


def decision(library_file):
    with Library(library_file) as library:
        return library.decisions.of_track(1).state


def test_nothing_to_recover_is_nothing_to_say(library_file, old):
    write_all(library_file)

    assert recover(library_file, RecordingContext()) == ()


def test_a_library_that_is_not_there_yet_is_not_made(tmp_path):
    assert recover(tmp_path / "none.db", RecordingContext()) == ()
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_was_replaced_already_is_finished(library_file, folder, old):
    die_at("sync_folder", library_file)

    said = recover(library_file, RecordingContext())

    assert list(map(str, said)) == [
        "The program was interrupted while it changed files; written: 1."
    ]
    assert the_change(library_file).can_undo
    assert decision(library_file) is ReviewState.WRITTEN
    with Library(library_file) as library:
        assert library.track(1).tags.genres == ("Folk", "民謠")
    undo_batch(library_file, 1, RecordingContext())
    assert contents(folder) == old


def test_a_file_that_was_not_replaced_yet_is_rolled_back(library_file, folder, old):
    die_at("replace", library_file)
    assert any(map(is_unfinished, contents(folder)))

    said = recover(library_file, RecordingContext())

    assert list(map(str, said)) == [
        "The program was interrupted while it changed files; left as they were: 1."
    ]
    assert contents(folder) == old
    assert the_change(library_file).state is ChangeState.REFUSED
    assert decision(library_file) is ReviewState.CHANGED
    assert recover(library_file, RecordingContext()) == ()


def test_an_undo_that_was_not_finished_can_be_begun_anew(library_file, folder, old):
    write_all(library_file)
    with pytest.raises(PowerCut):
        undo_batch(
            library_file, 1, RecordingContext(), disk=FailingDisk(0, PowerCut(), only=["sync"])
        )

    (said,) = recover(library_file, RecordingContext())

    assert str(said).endswith("not taken back: 1.")
    assert the_change(library_file).can_undo


def test_a_copy_beside_the_file_behind_a_link_is_swept_too(library_file, folder, old, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.move(folder / NAME, elsewhere / NAME)
    (folder / NAME).symlink_to(elsewhere / NAME)
    die_at("replace", library_file)

    recover(library_file, RecordingContext())

    assert [entry.name for entry in elsewhere.iterdir()] == [NAME]
    assert (folder / NAME).is_symlink()


def test_what_is_not_ours_is_left_alone(library_file, folder, old):
    (folder / ".musicreclass-notes.txt").touch()
    (folder / f"{UNFINISHED_PREFIX}12{UNFINISHED_SUFFIX}").touch()
    die_at("replace", library_file)

    recover(library_file, RecordingContext())

    assert sorted(contents(folder)) == [".musicreclass-notes.txt", NAME]


@pytest.mark.parametrize("harm", [os.unlink, lambda path: path.write_bytes(b"somebody else")])
def test_a_file_that_is_another_now_is_no_longer_ours(library_file, folder, old, harm):
    die_at("replace", library_file)
    harm(folder / NAME)

    recover(library_file, RecordingContext())

    assert "another one changed the file since" in str(the_change(library_file).reason)


def test_a_disk_that_is_not_there_is_waited_for(library_file, folder, old, tmp_path):
    die_at("sync_folder", library_file)
    folder.rename(tmp_path / "unplugged")

    assert recover(library_file, RecordingContext()) == ()
    (tmp_path / "unplugged").rename(folder)

    assert len(recover(library_file, RecordingContext())) == 1


def test_a_file_that_cannot_be_read_now_is_tried_again(library_file, folder, old):
    die_at("sync_folder", library_file)

    (sentence,) = recover(
        library_file, RecordingContext(), disk=FailingDisk(0, disk_error(), only=["open"])
    )

    assert "青花瓷.mp3: the disk reports an error" in str(sentence)
    assert the_change(library_file).state is ChangeState.INTENDED
    assert recover(library_file, RecordingContext()) != ()


def test_while_somebody_is_writing_nothing_is_recovered(library_file, old):
    die_at("sync_folder", library_file)

    with write_lock(library_file):
        assert recover(library_file, RecordingContext()) == ()

    assert the_change(library_file).state is ChangeState.INTENDED


def test_a_batch_that_never_began_is_forgotten(library_file, old):
    with Library(library_file) as library:
        library._db.execute("INSERT INTO tag_batch VALUES (5, '2026-05-01', 'keep', NULL, 1)")
        library._db.conn.commit()

    recover(library_file, RecordingContext())

    assert written_batches.batches(library_file, RecordingContext()) == []
