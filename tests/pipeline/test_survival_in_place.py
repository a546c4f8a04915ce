"""Whatever the disk does while tags are written in place: each file is wholly old or wholly new."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from musicreclass.core.tag_change import ChangeState, SafeWay, WriteChoices
from musicreclass.pipeline.writing import written_batches
from musicreclass.pipeline.writing.apply import undo_batch
from musicreclass.pipeline.writing.recover import recover
from musicreclass.tags.safe_write.disk import Disk
from tests.failing_disk import FailingDisk, PowerCut, disk_error, disk_full
from tests.pipeline.test_survival import as_journalled, assert_whole, made_once, put_back
from tests.recording_context import RecordingContext
from tests.tagged_library import contents, decide_all, make_library, write_all

ROOT = Path(__file__).parents[2]
NAME = "青花瓷.mp3"
LOOKS = ("resolve", "stat", "may_write", "may_write", "free_bytes", "open")
# There are two regions: the tag in front, and the number of the genre at the end.
WRITES = ("patch", "patch", "set_times", "sync_open")
AGAIN = ("open_to_patch", "stat_open", "read_at", "read_at")
CALLS = (*LOOKS, *AGAIN, *WRITES, "read_at", "read_at", "stat_open", "close")
STEPS = [*enumerate(CALLS)]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return made_once(tmp_path_factory.mktemp("survival"), NAME, first=1)


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
    assert writing.calls == list(CALLS)


@pytest.mark.parametrize(("number", "call"), STEPS)
def test_killed_while_writing(library_file, folder, to_write, number, call):
    time = (folder / NAME).stat().st_mtime_ns
    disk = FailingDisk(number, PowerCut())
    with pytest.raises(PowerCut):
        write_with(disk, library_file)

    recover(library_file, RecordingContext())

    assert disk.calls[-1] == call
    assert_whole(library_file, folder, *to_write)
    assert (folder / NAME).stat().st_mtime_ns == time


@pytest.mark.parametrize(("number", "call"), STEPS)
def test_killed_while_undoing(library_file, folder, to_undo, number, call):
    time = (folder / NAME).stat().st_mtime_ns
    disk = FailingDisk(number, PowerCut())
    with pytest.raises(PowerCut):
        undo_with(disk, library_file)

    recover(library_file, RecordingContext())

    assert disk.calls[-1] == call
    assert_whole(library_file, folder, *to_undo)
    assert (folder / NAME).stat().st_mtime_ns == time


@pytest.mark.parametrize(("number", "call"), STEPS)
def test_an_error_while_writing(library_file, folder, to_write, number, call):
    disk = FailingDisk(number, disk_error())

    write_with(disk, library_file)

    assert call in disk.calls
    assert_whole(library_file, folder, *to_write)


@pytest.mark.parametrize(("number", "call"), STEPS)
def test_an_error_while_undoing(library_file, folder, to_undo, number, call):
    disk = FailingDisk(number, disk_error())

    undo_with(disk, library_file)

    assert call in disk.calls
    assert_whole(library_file, folder, *to_undo)


def test_a_full_disk(library_file, folder, to_write):
    disk = FailingDisk(0, disk_full(), only=["patch"])

    _, became = write_all(library_file, disk=disk)

    assert "the disk is full" in str(became[NAME].reason)
    assert_whole(library_file, folder, *to_write)


class LostDisk(FailingDisk):
    """Fails at the second patch, and at every one behind it."""

    def _fails(self, name):
        return name == "patch" and self.calls.append(name) is None and len(self.calls) > 1


def test_a_disk_that_is_lost_amid_a_patch_is_waited_for(library_file, folder, to_write):
    old, new = to_write
    disk = LostDisk(error=disk_error())

    _, became = write_all(library_file, disk=disk)

    assert "put right at the next start" in str(became[NAME].reason)
    assert contents(folder) not in (old, new)
    recover(library_file, RecordingContext())
    assert_whole(library_file, folder, old, new)


def torn(library_file, folder):
    """Leave a file whose patch was cut off."""
    with pytest.raises(PowerCut):
        write_with(FailingDisk(0, PowerCut(), only=["patch"]), library_file)
    return contents(folder)


def test_a_torn_patch_is_put_right(library_file, folder, to_write):
    old, new = to_write
    assert torn(library_file, folder) not in (old, new)

    said = recover(library_file, RecordingContext())

    assert [str(one) for one in said] == [
        "The program was interrupted while it changed files; left as they were: 1."
    ]
    assert contents(folder) == old


def test_a_torn_patch_is_put_right_though_recovery_is_cut_off_too(library_file, folder, to_write):
    torn(library_file, folder)
    with pytest.raises(PowerCut):
        recover(library_file, RecordingContext(), disk=FailingDisk(0, PowerCut(), only=["patch"]))

    recover(library_file, RecordingContext())

    assert_whole(library_file, folder, *to_write)


def test_a_torn_file_that_others_changed_is_left_alone_and_named(library_file, folder, to_write):
    now = torn(library_file, folder)[NAME]
    title = "青花瓷".encode("utf-16-le")
    assert title in now
    (folder / NAME).write_bytes(now.replace(title, b"ABCDEF"))

    said = recover(library_file, RecordingContext())

    assert any(NAME in str(one) and "left as it is" in str(one) for one in said)
    assert contents(folder)[NAME] == now.replace(title, b"ABCDEF")
    (change,) = written_batches.changes(library_file, 1, RecordingContext())
    assert change.state is ChangeState.REFUSED


def test_who_wants_copies_gets_them(library_file, folder, to_write):
    disk = FailingDisk()

    write_all(library_file, choices=WriteChoices(safe=SafeWay.COPY), disk=disk)
    undo_batch(library_file, 1, RecordingContext(), safe=SafeWay.COPY, disk=disk)

    assert disk.calls.count("replace") == 2
    assert "patch" not in disk.calls
    assert contents(folder) == to_write[0]


@pytest.mark.parametrize("first", SafeWay)
@pytest.mark.parametrize("then", SafeWay)
def test_either_way_takes_back_what_the_other_wrote(library_file, folder, to_write, first, then):
    write_all(library_file, choices=WriteChoices(safe=first))
    assert contents(folder) == to_write[1]

    summary = undo_batch(library_file, 1, RecordingContext(), safe=then)

    assert summary.undone == 1
    assert contents(folder) == to_write[0]


def test_a_file_stays_the_same_one_with_all_that_hangs_on_it(library_file, folder, to_write):
    path = folder / NAME
    path.chmod(0o640)
    before = path.stat()

    write_all(library_file)

    after = path.stat()
    assert contents(folder) == to_write[1]
    names = ("st_ino", "st_mode", "st_size", "st_mtime_ns", "st_nlink")
    assert [getattr(after, n) for n in names] == [getattr(before, n) for n in names]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such right there")
def test_a_file_whose_rights_writing_would_change_is_copied(library_file, folder, to_write):
    (folder / NAME).chmod(0o4755)
    disk = FailingDisk()

    write_all(library_file, disk=disk)

    assert "patch" not in disk.calls
    assert (folder / NAME).stat().st_mode & 0o7777 == 0o4755


def test_a_file_that_was_replaced_after_it_was_looked_at_is_refused(library_file, folder, to_write):
    path = folder / NAME

    class Replacing(Disk):
        def open_to_patch(self, path):
            other = path.with_name("other")
            shutil.copy2(path, other)
            other.replace(path)
            return super().open_to_patch(path)

    _, became = write_all(library_file, disk=Replacing())

    assert "meanwhile" in str(became[NAME].reason)
    assert path.read_bytes() == to_write[0][NAME]


@pytest.mark.slow
@pytest.mark.parametrize("number", range(130, 430, 30))
def test_a_process_killed_amid_many_files(tmp_path, number):
    library_file, folder = tmp_path / "library.db", tmp_path / "music"
    old = make_library(library_file, folder, [f"{number}.mp3" for number in range(24)])

    status = subprocess.run(
        [sys.executable, "-m", "tests.killed_writer", library_file, str(number)],
        cwd=ROOT,
        env=os.environ,
    ).returncode

    recover(library_file, RecordingContext())
    assert status != 0
    assert_whole(library_file, folder, old, as_journalled(library_file, folder, old))
