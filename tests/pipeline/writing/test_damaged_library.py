import sqlite3
from contextlib import closing

import pytest

from musicreclass.core.tag_change import ChangeState, SafeWay, WriteChoices
from musicreclass.library.history.forgetting import batch_files
from musicreclass.library.sqlite_errors import LibraryDamaged
from musicreclass.library.store import Library
from musicreclass.pipeline.writing import apply
from musicreclass.pipeline.writing.apply import undo_batch
from musicreclass.pipeline.writing.recover import recover
from tests.failing_disk import FailingDisk, PowerCut
from tests.library.filled import flip_in_index
from tests.recording_context import RecordingContext
from tests.tagged_library import contents, make_library, write_all

S = ChangeState
INDEX = "idx_track_size_fingerprint"
NAMES = ["青花瓷.mp3", "live/b.mp3", "c.mp3"]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "music"


@pytest.fixture
def old(library_file, folder):
    return make_library(library_file, folder, NAMES)


def change_rows(library_file, setting):
    with closing(sqlite3.connect(library_file)) as connection:
        connection.execute(f"UPDATE tag_change SET {setting}")
        connection.commit()


def without_batch_files(library_file):
    for one in batch_files(library_file):
        one.path.unlink()


def undo(library_file, **options):
    ctx = RecordingContext()
    summary = undo_batch(library_file, 1, ctx, **options)
    return summary, {one.path.name: one for one in ctx.lines}


def ruin_tracks(library_file):
    """Let the pages of the table of tracks be no pages."""
    with closing(sqlite3.connect(library_file)) as connection:
        connection.execute("DELETE FROM looked_through")  # as if an hour had passed
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'track'"
        (page,) = connection.execute(query).fetchone()
    content = bytearray(library_file.read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    library_file.write_bytes(bytes(content))


def test_a_bit_that_flips_in_an_index_costs_nothing(library_file, folder, old):
    flip_in_index(library_file, INDEX)

    said = recover(library_file, RecordingContext())
    summary, _ = write_all(library_file)

    assert "have been made anew; nothing is lost" in " ".join(map(str, said))
    assert summary.written == 3
    assert recover(library_file, RecordingContext()) == ()
    assert undo(library_file)[0].undone == 3
    assert contents(folder) == old


def test_before_a_batch_indexes_are_looked_at_too(library_file, folder, old):
    flip_in_index(library_file, INDEX)

    assert write_all(library_file)[0].written == 3
    assert undo(library_file)[0].undone == 3
    assert contents(folder) == old


def test_with_a_library_that_is_not_whole_nothing_is_written(library_file, folder, old):
    wanted = apply.wanted_genres(library_file, RecordingContext())
    ruin_tracks(library_file)

    with pytest.raises(LibraryDamaged):
        apply.write_genres(library_file, wanted, WriteChoices(), RecordingContext())

    assert contents(folder) == old


def test_a_bit_that_flips_after_a_crash_keeps_nothing_from_being_recovered(
    library_file, folder, old
):
    with pytest.raises(PowerCut):
        write_all(library_file, disk=FailingDisk(1, PowerCut(), only=["sync_folder"]))
    flip_in_index(library_file, INDEX)

    said = " ".join(map(str, recover(library_file, RecordingContext())))

    assert "made anew" in said
    assert "interrupted while it changed files" in said
    undo(library_file)
    assert contents(folder) == old


@pytest.mark.parametrize(
    "setting",
    ["patches = x'00ff'", "before = 'no list'", "after = x'ff'", "size_before = 'much'"],
)
def test_what_cannot_be_read_in_the_library_is_read_in_the_file_of_the_batch(
    library_file, folder, old, setting
):
    write_all(library_file)
    change_rows(library_file, f"{setting} WHERE location LIKE '%b.mp3'")

    summary, _ = undo(library_file)

    assert summary.undone == 3
    assert contents(folder) == old


def test_what_can_be_read_nowhere_is_left_and_the_rest_goes_on(library_file, folder, old):
    write_all(library_file)
    written = contents(folder)
    without_batch_files(library_file)
    change_rows(library_file, "patches = x'00ff' WHERE location LIKE '%b.mp3'")

    summary, became = undo(library_file)

    assert (summary.undone, summary.refused) == (2, 1)
    (refused,) = [one for one in became.values() if one.state is S.REFUSED]
    assert "cannot be read in the library" in str(refused.reason)
    assert contents(folder) == old | {"b.mp3": written["b.mp3"]}


def test_recovery_goes_on_past_what_cannot_be_read(library_file, folder, old):
    with pytest.raises(PowerCut):
        write_all(
            library_file,
            choices=WriteChoices(safe=SafeWay.COPY),
            disk=FailingDisk(2, PowerCut(), only=["sync_folder"]),
        )
    one = "SELECT max(id) FROM tag_change WHERE state = 'intended'"
    change_rows(library_file, f"after = 'no list' WHERE id = ({one})")

    said = " ".join(map(str, recover(library_file, RecordingContext())))

    assert "One change of a file cannot be read" in said
    with Library(library_file) as library:
        assert len(library.journal.open_changes()) == 1


def test_a_table_of_tracks_that_nobody_can_read_is_not_needed_for_taking_back(
    library_file, folder, old
):
    write_all(library_file)
    ruin_tracks(library_file)

    said = " ".join(map(str, recover(library_file, RecordingContext())))

    assert "is damaged" in said
    assert undo(library_file)[0].undone == 3
    assert contents(folder) == old
