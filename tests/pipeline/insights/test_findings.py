import pytest

from musicreclass.errors import FileProblem
from musicreclass.library.store import Library
from musicreclass.pipeline.insights.findings import (
    LabelIssue,
    confirm,
    confirmed_among,
    forget_missing,
    withdraw,
)
from musicreclass.pipeline.scanning.scan import scan
from tests.material import write_audio
from tests.recording_context import RecordingContext


@pytest.fixture
def library_file(tmp_path):
    return tmp_path / "library.db"


@pytest.fixture
def issue(tmp_path):
    (tmp_path / "music").mkdir()
    return LabelIssue(write_audio(tmp_path / "music" / "a.mp3"), "Jazz", "Rock")


def test_what_is_right_is_remembered_wherever_the_file_goes(library_file, issue, tmp_path):
    confirm(library_file, [issue], RecordingContext())
    moved = issue.path.rename(tmp_path / "elsewhere.mp3")
    here, other = LabelIssue(moved, "jazz", "Pop"), LabelIssue(moved, "Rock")

    assert confirmed_among(library_file, [here, other], RecordingContext()) == {here}


def test_it_may_be_suspicious_again(library_file, issue):
    confirm(library_file, [issue], RecordingContext())
    withdraw(library_file, [issue], RecordingContext())

    assert confirmed_among(library_file, [issue], RecordingContext()) == frozenset()


def test_a_file_that_is_gone_cannot_be_confirmed_and_is_not_asked_for(library_file, issue):
    issue.path.unlink()

    with pytest.raises(FileProblem, match="no such file"):
        confirm(library_file, [issue], RecordingContext())
    assert confirmed_among(library_file, [issue], RecordingContext()) == frozenset()


def test_a_forgotten_track_comes_back_with_its_file(library_file, issue):
    folder, kept = issue.path.parent, issue.path.read_bytes()
    (folder / "cover.jpg").write_bytes(b"x")  # an empty folder may be that of a drive
    scan(library_file, RecordingContext(), paths=[folder], workers=1)
    issue.path.unlink()
    scan(library_file, RecordingContext(), paths=[folder], workers=1)
    with Library(library_file) as library:
        (line,) = (line for batch in library.lines() for line in batch)
    forget_missing(library_file, [line.id], RecordingContext())
    with Library(library_file) as library:
        forgotten = [line for batch in library.lines() for line in batch]

    issue.path.write_bytes(kept)
    scan(library_file, RecordingContext(), paths=[folder], workers=1)

    assert forgotten == []
    with Library(library_file) as library:
        assert [line.id for batch in library.lines() for line in batch] == [line.id]


def test_a_track_that_is_there_is_not_forgotten(library_file, issue):
    scan(library_file, RecordingContext(), paths=[issue.path.parent], workers=1)
    forget_missing(library_file, [1], RecordingContext())

    with Library(library_file) as library:
        assert len(list(library.lines())) == 1
