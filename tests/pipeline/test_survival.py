"""Whatever the disk does while genres are written: each file is wholly old or wholly new."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from musicreclass.core.tag_change import ChangeState
from musicreclass.library.history.forgetting import batch_files
from musicreclass.library.store import Library
from musicreclass.pipeline.writing.apply import undo_batch
from musicreclass.pipeline.writing.recover import recover
from musicreclass.pipeline.writing.undo_from_file import undo_from_file
from tests.failing_disk import FailingDisk, PowerCut, disk_error, disk_full
from tests.recording_context import RecordingContext
from tests.tagged_library import contents, decide_all, make_library, write_all

ROOT = Path(__file__).parents[2]
LOOKS = ("resolve", "stat", "may_write", "may_write", "free_bytes")
COPIES = ("open", "create", "write", "close", "open", "open", "stat", "attributes", "attributes")
REPLACES = ("set_mode", "set_times", "sync", "stat", "stat", "replace", "sync_folder")
CALLS = (*LOOKS, *LOOKS, *COPIES, *REPLACES)  # before the journal, and behind it
WRITING = (*LOOKS, "open", *CALLS[len(LOOKS) :])  # of the tags, which undoing need not know


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return made_once(tmp_path_factory.mktemp("survival"), "青花瓷.mp3")


def made_once(root, name, **options):
    """Make a library: where it lives, copies of it to be written and to be undone, bytes."""
    home, library_file, folder = root / "home", root / "home" / "library.db", root / "home" / "m"
    home.mkdir()
    old = make_library(library_file, folder, [name], **options)
    shutil.copytree(home, root / "to write")
    write_all(library_file)
    shutil.copytree(home, root / "to undo")
    return root, old, contents(folder)


@pytest.fixture
def library_file(made):
    return made[0] / "home" / "library.db"


@pytest.fixture
def folder(made):
    return made[0] / "home" / "m"


@pytest.fixture
def to_write(made):
    """Return a file's bytes before and after a genre is written, which is still to be done."""
    return put_back(made, "to write")


@pytest.fixture
def to_undo(made):
    """Return the same, where it is still to be undone."""
    return put_back(made, "to undo")


def put_back(made, name):
    root, old, new = made
    shutil.rmtree(root / "home")
    shutil.copytree(root / name, root / "home")
    return old, new


def assert_whole(library_file, folder, old, new):
    """Check that files and journal agree, and that nothing lies about."""
    now = contents(folder)
    with Library(library_file) as library:
        changes = {
            change.path.name: change.state
            for batch in reversed(library.journal.batches())
            for change in library.journal.changes(batch.id)
        }
    is_new = {name: changes.get(name) is ChangeState.WRITTEN for name in old}

    assert now == {name: (new if is_new[name] else old)[name] for name in old}
    assert not set(changes.values()) & {ChangeState.INTENDED, ChangeState.UNDOING}


def write_with(disk, library_file):
    write_all(library_file, disk=disk)


def undo_with(disk, library_file):
    undo_batch(library_file, 1, RecordingContext(), disk=disk)


def test_these_are_the_calls_that_are_made(library_file, to_undo):
    undoing, writing = FailingDisk(), FailingDisk()

    undo_with(undoing, library_file)
    decide_all(library_file)
    write_with(writing, library_file)

    assert undoing.calls == list(CALLS)
    assert writing.calls == list(WRITING)


@pytest.mark.parametrize(("number", "call"), [*enumerate(WRITING)])
def test_killed_while_writing(library_file, folder, to_write, number, call):
    disk = FailingDisk(number, PowerCut())
    with pytest.raises(PowerCut):
        write_with(disk, library_file)

    recover(library_file, RecordingContext())

    assert disk.calls[-1] == call
    assert_whole(library_file, folder, *to_write)


@pytest.mark.parametrize(("number", "call"), [*enumerate(CALLS)])
def test_killed_while_undoing(library_file, folder, to_undo, number, call):
    disk = FailingDisk(number, PowerCut())
    with pytest.raises(PowerCut):
        undo_with(disk, library_file)

    recover(library_file, RecordingContext())

    assert disk.calls[-1] == call
    assert_whole(library_file, folder, *to_undo)


@pytest.mark.parametrize(("number", "call"), [*enumerate(WRITING)])
def test_an_error_while_writing(library_file, folder, to_write, number, call):
    disk = FailingDisk(number, disk_error())

    write_with(disk, library_file)

    assert call in disk.calls
    assert_whole(library_file, folder, *to_write)


@pytest.mark.parametrize(("number", "call"), [*enumerate(CALLS)])
def test_an_error_while_undoing(library_file, folder, to_undo, number, call):
    disk = FailingDisk(number, disk_error())

    undo_with(disk, library_file)

    assert call in disk.calls
    assert_whole(library_file, folder, *to_undo)


@pytest.mark.parametrize("call", ["create", "write", "close", "sync", "replace"])
def test_a_full_disk(library_file, folder, to_write, call):
    disk = FailingDisk(0, disk_full(), only=[call])

    _, became = write_all(library_file, disk=disk)

    assert "the disk is full" in str(became["青花瓷.mp3"].reason)
    assert_whole(library_file, folder, *to_write)


def test_a_network_disk_that_replaces_and_says_that_it_could_not(library_file, folder, to_write):
    disk = FailingDisk(0, FileNotFoundError(), only=["replace"], after=True)

    write_with(disk, library_file)

    assert contents(folder) == to_write[1]
    assert_whole(library_file, folder, *to_write)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(110, 430, 40))
def test_a_process_killed_amid_many_files(tmp_path, number):
    library_file, folder = tmp_path / "library.db", tmp_path / "music"
    old = make_library(library_file, folder, [f"{number}.mp3" for number in range(20)])

    status = subprocess.run(
        [sys.executable, "-m", "tests.killed_writer", library_file, str(number)],
        cwd=ROOT,
    ).returncode

    found = recover(library_file, RecordingContext())  # nothing, between two groups of files
    assert status != 0
    assert len(found) < 2
    assert str(*found).startswith("The program was interrupted while it changed files" * len(found))
    assert_whole(library_file, folder, old, as_journalled(library_file, folder, old))


@pytest.mark.slow
@pytest.mark.parametrize("number", range(30, 510, 60))
def test_a_process_killed_amid_many_files_and_the_library_deleted(tmp_path, number):
    library_file, folder = tmp_path / "library.db", tmp_path / "music"
    old = make_library(library_file, folder, [f"{number}.mp3" for number in range(20)])

    subprocess.run(
        [sys.executable, "-m", "tests.killed_writer", library_file, str(number)],
        cwd=ROOT,
    )
    for path in tmp_path.glob("library.db*"):
        path.unlink()
    (batch,) = batch_files(library_file)
    summary = undo_from_file(library_file, batch.path, RecordingContext())

    assert summary.refused == 0
    assert contents(folder) == old


def as_journalled(library_file, folder, old):
    """Return the bytes that files have if the journal is right, whatever it says of them."""
    with Library(library_file) as library:
        kept = {change.path.name: change for change in library.journal.kept_changes(1)}
    return {name: patched(old[name], change.patches) for name, change in kept.items()}


def patched(old, patches):
    for patch in reversed(patches):
        assert old[patch.at : patch.at + len(patch.old)] == patch.old
        old = old[: patch.at] + patch.new + old[patch.at + len(patch.old) :]
    return old
