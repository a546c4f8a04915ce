"""Whatever the disk does while files are moved: each is in one folder, whole, and known there."""

import contextlib
import errno
import subprocess
import sys
from pathlib import Path

import pytest

from musicreclass.core.file_move import MoveKind, MoveState
from musicreclass.library.store import Library
from musicreclass.pipeline.organizing.move_recovery import recover_moves
from musicreclass.pipeline.organizing.organize_files import move_batches, undo_moves
from musicreclass.pipeline.scanning.scan import scan
from musicreclass.pipeline.writing import file_writes
from musicreclass.tags.safe_write.safe_file import is_unfinished
from tests.failing_disk import FailingDisk, PowerCut, disk_error, disk_full
from tests.recording_context import RecordingContext
from tests.sorted_library import decided_lines, make_decided, sort_all, tree

ROOT = Path(__file__).parents[3]
# Calls that a network disk may carry out and then say that they failed.
DONE_ALL_THE_SAME = ("link", "remove", "replace", "make_folder", "sync", "sync_folder")
MOST_CALLS = 40  # of the disk while one file is moved


class NoLinks(FailingDisk):
    """A disk as cameras and sticks have it: each file has one name."""

    def link(self, path, other):
        raise OSError(errno.EPERM, "Operation not permitted")

    def _is_due(self, name):
        return name != "link" and super()._is_due(name)


class AnotherDisk(FailingDisk):
    """Takes each folder for one of another disk than the files' own; copies can be linked there."""

    def link(self, path, other):
        if not is_unfinished(path.name):
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        super().link(path, other)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "music"


@pytest.fixture
def into(tmp_path):
    return tmp_path / "sorted"


@pytest.fixture
def made(library_file, folder):
    make_decided(library_file, folder, {"青花瓷.mp3": "流行"})
    return tree(folder)


@pytest.fixture(autouse=True)
def one_at_a_time(monkeypatch):
    monkeypatch.setattr(file_writes, "WRITERS", 1)  # so that the calls come in one order


def assert_nothing_is_lost(library_file, folder, into, made):
    """Check that each file is in one place, and that library, journal and disk agree."""
    recover_moves(library_file, RecordingContext())
    there = tree(folder) | {f"sorted/{name}": data for name, data in tree(into).items()}
    known = {Path(line.location): line for line in decided_lines(library_file)}
    with Library(library_file) as library:
        assert not library.moves.open_moves()
        stands = [
            kept.move
            for batch in library.moves.batches()
            for kept in library.moves.kept_moves(batch.id)
        ]
    summary = scan(library_file, RecordingContext(), workers=1)

    assert sorted(there.values()) == sorted(made.values())
    assert {path for path in known if path.exists()} == set(known)
    assert {move.target for move in stands} == {path for path in known if into in path.parents}
    assert all(line.decision for line in known.values())
    assert (summary.new, summary.moved, summary.missing) == (0, 0, 0)


@pytest.mark.parametrize("kind", [FailingDisk, NoLinks, AnotherDisk])
@pytest.mark.parametrize("error", [PowerCut(), disk_full(), disk_error()], ids=repr)
@pytest.mark.parametrize("after", [False, True])
def test_each_call_may_fail_while_a_file_is_moved(
    library_file, folder, into, made, kind, error, after
):
    for at in range(MOST_CALLS):
        disk = kind(at, error, only=DONE_ALL_THE_SAME if after else None, after=after)
        with contextlib.suppress(PowerCut):
            sort_all(library_file, into, disk=disk)
        assert_nothing_is_lost(library_file, folder, into, made)
        put_all_back(library_file)
        if len(disk.calls) <= at:
            break

    assert len(disk.calls) <= at, "all calls were tried"
    assert tree(folder) == made


@pytest.mark.parametrize("kind", [FailingDisk, NoLinks, AnotherDisk])
@pytest.mark.parametrize("error", [PowerCut(), disk_error()], ids=repr)
def test_each_call_may_fail_while_a_file_is_put_back(library_file, folder, into, made, kind, error):
    for at in range(MOST_CALLS):
        summary, _ = sort_all(library_file, into)
        disk = kind(at, error)
        with contextlib.suppress(PowerCut):
            undo_moves(library_file, summary.batch, RecordingContext(), disk=disk)
        assert_nothing_is_lost(library_file, folder, into, made)
        put_all_back(library_file)
        if len(disk.calls) <= at:
            break

    assert len(disk.calls) <= at, "all calls were tried"
    assert tree(folder) == made


@pytest.mark.parametrize("kind", [MoveKind.COPY, MoveKind.HARD_LINK, MoveKind.SYMBOLIC_LINK])
def test_a_copy_or_link_that_was_cut_off_is_there_or_not(library_file, folder, into, made, kind):
    for at in range(MOST_CALLS):
        disk = FailingDisk(at, PowerCut())
        with contextlib.suppress(PowerCut):
            sort_all(library_file, into, kind=kind, disk=disk)
        recover_moves(library_file, RecordingContext())
        assert tree(folder) == made
        assert set(tree(into).values()) <= set(made.values())
        put_all_back(library_file)
        assert tree(into) == {}
        if len(disk.calls) <= at:
            break

    assert len(disk.calls) <= at


def test_what_was_found_after_a_crash_is_said(library_file, folder, into, made):
    with pytest.raises(PowerCut):
        sort_all(library_file, into, disk=FailingDisk(0, PowerCut(), only=["remove"]))

    (said,) = recover_moves(library_file, RecordingContext())

    assert (
        str(said) == "The program was interrupted while it sorted files into folders; finished: 1."
    )
    assert set(tree(into)) == {"流行/青花瓷.mp3"}


def test_a_disk_that_is_not_there_is_waited_for(library_file, folder, into, made, tmp_path):
    with pytest.raises(PowerCut):
        sort_all(library_file, into, disk=FailingDisk(0, PowerCut(), only=["sync_folder"]))
    into.rename(tmp_path / "unplugged")
    folder.rmdir()

    before = recover_moves(library_file, RecordingContext())
    (tmp_path / "unplugged").rename(into)
    after = recover_moves(library_file, RecordingContext())

    assert (before, len(after)) == ((), 1)
    assert [line.location for line in decided_lines(library_file)] == [
        str(into / "流行" / "青花瓷.mp3")
    ]


@pytest.mark.parametrize("at", [30, 90, 125])
@pytest.mark.parametrize("puts_back", [False, True])
def test_a_process_may_be_killed_over_forty_files(library_file, folder, into, at, puts_back):
    make_decided(library_file, folder, {f"d{n % 5}/{n}.mp3": f"G{n % 3}" for n in range(40)})
    made = tree(folder)
    arguments = [str(library_file), str(into), str(at)]
    if puts_back:
        summary, _ = sort_all(library_file, into)
        arguments.append(str(summary.batch))

    killed = subprocess.run(
        [sys.executable, "-P", "-m", "tests.killed_mover", *arguments],
        cwd=ROOT,
        env=None,
        capture_output=True,
        check=False,
    )

    assert killed.returncode != 0
    assert_nothing_is_lost(library_file, folder, into, made)
    put_all_back(library_file)
    assert tree(folder) == made


def put_all_back(library_file):
    for batch in move_batches(library_file, RecordingContext()):
        if batch.counts.get(MoveState.MOVED):
            undo_moves(library_file, batch.id, RecordingContext())
