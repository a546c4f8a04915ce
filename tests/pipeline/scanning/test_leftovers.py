import os
import time

import pytest

from musicreclass.core.tag_change import SafeWay, WriteChoices
from musicreclass.library.store import Library
from musicreclass.library.write_lock import AlreadyWriting, write_lock
from musicreclass.pipeline.scanning.leftovers import (
    LEAST_AGE_SECONDS,
    known_leftovers,
    remove_leftovers,
)
from musicreclass.pipeline.scanning.scan import scan
from musicreclass.tags.safe_write.safe_file import is_unfinished
from tests.failing_disk import FailingDisk, PowerCut, disk_error
from tests.recording_context import RecordingContext
from tests.tagged_library import contents, make_library, write_all

NAMES = ["a.mp3", "live/b.mp3"]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "music"


@pytest.fixture
def old(library_file, folder):
    return make_library(library_file, folder, NAMES)


@pytest.fixture
def left(library_file, folder, old):
    """Leave a copy that the journal does not know of, as a library that was restored does."""
    with pytest.raises(PowerCut):
        write_all(
            library_file,
            choices=WriteChoices(safe=SafeWay.COPY),
            disk=FailingDisk(0, PowerCut(), only=["replace"]),
        )
    with Library(library_file) as library:
        library._db.execute("DELETE FROM tag_batch")
        library._db.conn.commit()
    return [path for path in folder.rglob("*") if is_unfinished(path.name)]


def look(library_file):
    return scan(library_file, RecordingContext(), workers=1)


def later():
    return time.time() + LEAST_AGE_SECONDS + 1


def names_of_problems(library_file):
    with Library(library_file) as library:
        return [problem.path.name for problem in library.problems()]


def test_a_scan_finds_what_a_crash_left(library_file, left):
    found = look(library_file)

    assert (found.leftovers, found.problems) == (len(left), 0)
    assert sorted(names_of_problems(library_file)) == sorted(path.name for path in left)
    assert look(library_file).leftovers == len(left)


def test_it_is_removed_when_asked_for(library_file, folder, left, old):
    look(library_file)

    assert remove_leftovers(library_file, now=later()).removed == len(left)

    assert contents(folder) == old
    assert names_of_problems(library_file) == []
    assert look(library_file).leftovers == 0


def test_what_somebody_may_be_at_work_on_stays(library_file, folder, left):
    look(library_file)
    for path in left:
        os.utime(path, (1, 1))  # as a copy has the time of its original

    found = remove_leftovers(library_file)

    assert (found.removed, found.too_young) == (0, len(left))
    assert all(path.exists() for path in left)


def test_while_somebody_writes_nothing_is_called_left(library_file, left):
    with write_lock(library_file):
        assert look(library_file).leftovers == 0
        with pytest.raises(AlreadyWriting):
            remove_leftovers(library_file, now=later())


def test_what_the_journal_knows_is_left_to_recovery(library_file, folder, old):
    with pytest.raises(PowerCut):
        write_all(
            library_file,
            choices=WriteChoices(safe=SafeWay.COPY),
            disk=FailingDisk(0, PowerCut(), only=["replace"]),
        )
    look(library_file)

    assert remove_leftovers(library_file, now=later()).removed == 0
    assert any(map(is_unfinished, contents(folder)))


def test_a_disk_that_refuses_is_said(library_file, left):
    look(library_file)

    found = remove_leftovers(
        library_file, FailingDisk(0, disk_error(), only=["remove"]), now=later()
    )

    assert found.refused == 1
    with Library(library_file) as library:
        assert len(known_leftovers(library)) == 1
