import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from musicreclass.core.tag_change import (
    ChangeState,
    FileChange,
    Id3Version,
    Patch,
    WriteChoices,
    packed,
    unpacked,
)
from musicreclass.core.track import FileStamp
from musicreclass.library.history.batch_file import (
    MAGIC,
    BatchFile,
    BatchIntention,
    folder_of,
    read_batch,
)
from musicreclass.library.sqlite_errors import LibraryProblem

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
CHOICES = WriteChoices(Id3Version.V2_4, "; ", keep_times=False)
STAMP = FileStamp(100, 5)
PATCHES = (Patch(3, b"old", b"newer"), Patch(90, b"", b"\xf5rec"))
NAMES = ("a.mp3", "青花瓷.mp3", "line\nbreak.mp3", "\udcff.mp3")


def change(number, name):
    path = Path("/music") / name
    return FileChange(number, 4, 7, path, ("Rock",), ("Folk", "民謠"), ChangeState.INTENDED)


def intended(number, name, *in_place):
    return BatchIntention(change(number, name), STAMP, packed(PATCHES), *in_place)


def write(library_file, names=NAMES, outcomes=True):
    file = BatchFile(library_file, 4, NOON, CHOICES)
    for number, name in enumerate(names, 1):
        file.intend([intended(number, name)])
        if outcomes:
            file.note({number: f"digest {number}"})
    file.close()
    return file.path


def names_in(path):
    return [one.path.name for one in read_batch(path).changes]


def test_a_batch_comes_back_without_any_library(tmp_path):
    path = write(tmp_path / "gone.db")

    kept = read_batch(path)

    assert kept.gaps == 0
    assert kept.head is not None
    assert (kept.head.number, kept.head.made_at, kept.head.choices) == (4, NOON, CHOICES)
    assert kept.head.library == str(tmp_path / "gone.db")
    assert tuple(one.path.name for one in kept.changes) == NAMES
    first = kept.changes[0]
    assert (first.id, first.track_id, first.stamp, first.digest) == (1, 7, STAMP, "digest 1")
    assert (first.before, first.after) == (("Rock",), ("Folk", "民謠"))
    assert unpacked(first.patches) == PATCHES


def test_nobody_else_may_read_it(tmp_path):
    path = write(tmp_path / "library.db")

    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_what_was_torn_off_costs_itself_alone(tmp_path):
    path = write(tmp_path / "library.db", outcomes=False)
    whole = path.read_bytes()

    for length in range(len(MAGIC), len(whole)):
        path.write_bytes(whole[:length])
        found = names_in(path)
        assert tuple(found) == NAMES[: len(found)]
    assert len(found) == len(NAMES) - 1


def test_a_damaged_byte_costs_the_record_it_is_in(tmp_path):
    path = write(tmp_path / "library.db", outcomes=False)
    whole = path.read_bytes()

    for at in range(len(MAGIC), len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])
        kept = read_batch(path)
        assert kept.gaps >= 1
        assert len(kept.changes) + (kept.head is not None) == len(NAMES)


def test_what_was_not_touched_is_not_there(tmp_path):
    file = BatchFile(tmp_path / "library.db", 4, NOON, CHOICES)
    file.intend(intended(number, name) for number, name in enumerate(NAMES))
    file.note({1: "digest"})
    file.note({2: None})
    file.drop([0])
    file.close()

    assert [one.id for one in read_batch(file.path).changes] == [1, 3]


def test_a_batch_that_changed_nothing_leaves_no_file(tmp_path):
    file = BatchFile(tmp_path / "library.db", 4, NOON, CHOICES)
    file.intend([intended(1, "a.mp3")])
    file.note({1: None})
    file.close()

    assert list(folder_of(tmp_path / "library.db").iterdir()) == []


def test_a_number_that_comes_twice_overwrites_nothing(tmp_path):
    first, second = write(tmp_path / "library.db"), write(tmp_path / "library.db", ["b.mp3"])

    assert first != second
    assert tuple(names_in(first)) == NAMES
    assert names_in(second) == ["b.mp3"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "does not hold"),
        (b"SQLite format 3\0", "does not hold"),
        (MAGIC.replace(b"1", b"2"), "newer version"),
    ],
)
def test_other_files_are_refused(tmp_path, content, said):
    path = tmp_path / "other"
    path.write_bytes(content)

    with pytest.raises(LibraryProblem, match=said):
        read_batch(path)
    with pytest.raises(LibraryProblem, match="cannot be read"):
        read_batch(tmp_path / "none")


def test_what_is_to_be_written_in_place_is_known_before_it_is(library_file):
    regions = (Patch(3, b"old", b"new"),)
    file = BatchFile(library_file, 7, NOON, CHOICES)
    file.intend([intended(1, "a.mp3", packed(regions), "tags:1")])

    (kept,) = read_batch(file.path).changes
    file.drop([1])
    file.close()

    assert (unpacked(kept.patches), unpacked(kept.regions)) == (PATCHES, regions)
    assert kept.digest == "tags:1"
