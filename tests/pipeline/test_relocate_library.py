import shutil
import sqlite3

import pytest

from musicreclass.errors import Cancelled, MusicReclassError, UsageProblem
from musicreclass.library.history.forgetting import batch_files
from musicreclass.library.store import Library
from musicreclass.pipeline import relocate_library as relocating
from musicreclass.pipeline.relocate_library import (
    is_on_network,
    library_facts,
    relocate_library,
)
from musicreclass.pipeline.writing.undo_from_file import undo_from_file
from tests.recording_context import RecordingContext
from tests.tagged_library import contents, make_library, write_all


@pytest.fixture
def library(library_file, tmp_path):
    with Library(library_file) as made:
        made.add_folder(tmp_path / "Musics_TBC")
    return library_file


@pytest.fixture
def other(tmp_path):
    folder = tmp_path / "other"
    folder.mkdir()
    return folder


def test_a_library_is_whole_where_it_went_and_left_under_another_name(library, other):
    target = relocate_library(library, other, RecordingContext())

    assert target == other / "library.db"
    with Library(target) as moved:
        assert [folder.path.name for folder in moved.folders()] == ["Musics_TBC"]
    assert not library.exists()
    assert library.with_name("library.db.moved").exists()


def test_what_was_written_last_and_lies_beside_the_file_goes_along(library, other, tmp_path):
    with Library(library) as still_open:
        still_open.add_folder(tmp_path / "more")
        target = relocate_library(library, other, RecordingContext())

    with Library(target) as moved:
        assert len(moved.folders()) == 2


def test_old_bytes_of_what_was_written_go_along(library_file, other, tmp_path):
    old = make_library(library_file, tmp_path / "music", ["a.mp3", "b.mp3"])
    write_all(library_file)

    target = relocate_library(library_file, other, RecordingContext())

    (one,) = batch_files(target)
    assert undo_from_file(target, one.path, RecordingContext()).undone == 2
    assert contents(tmp_path / "music") == old


def test_nothing_is_moved_over_what_is_there(library, other):
    (other / "library.db").write_bytes(b"mine")

    with pytest.raises(UsageProblem, match="is there already"):
        relocate_library(library, other, RecordingContext())

    assert (other / "library.db").read_bytes() == b"mine"
    assert library.exists()


def test_a_network_drive_is_refused(library, other, monkeypatch):
    mounts = [(other.resolve(), "nfs4"), (other.parent.resolve(), "ext4")]
    monkeypatch.setattr(relocating, "_mounts_of_linux", lambda: mounts)
    monkeypatch.setattr(relocating, "_mounts_of_mac", lambda: mounts)

    assert is_on_network(other)
    assert not is_on_network(other.parent)
    with pytest.raises(UsageProblem, match="network drive"):
        relocate_library(library, other, RecordingContext())
    assert library.exists()


def test_a_disk_without_room_is_refused(library, other, monkeypatch):
    full = shutil._ntuple_diskusage(100, 100, 0)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: full)

    with pytest.raises(UsageProblem, match="not enough room"):
        relocate_library(library, other, RecordingContext())


def test_a_library_that_somebody_writes_into_stays(library, other, monkeypatch):
    monkeypatch.setattr("musicreclass.library.backup.relocation.BUSY_SECONDS", 0.1)
    busy = sqlite3.connect(library, isolation_level=None)
    busy.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(MusicReclassError, match="in use"):
            relocate_library(library, other, RecordingContext())
    finally:
        busy.close()

    assert library.exists()
    assert list(other.iterdir()) == []


def test_a_move_that_is_stopped_leaves_all_as_it_was(library, other):
    class Stopping(RecordingContext):
        def raise_if_cancelled(self):
            raise Cancelled

    with pytest.raises(Cancelled):
        relocate_library(library, other, Stopping())

    assert library.exists()
    assert list(other.iterdir()) == []


def test_a_copy_that_differs_is_thrown_away(library, other, monkeypatch):
    counts = iter([{"folder": 1}, {"folder": 2}])
    monkeypatch.setattr(
        "musicreclass.library.backup.relocation._row_counts", lambda _: next(counts)
    )

    with pytest.raises(MusicReclassError, match="is not what the library is"):
        relocate_library(library, other, RecordingContext())

    assert library.exists()
    assert list(other.iterdir()) == []


def test_a_library_says_how_large_it_is(library):
    facts = library_facts(library, RecordingContext())

    assert facts.file == library
    assert facts.byte_count >= library.stat().st_size
