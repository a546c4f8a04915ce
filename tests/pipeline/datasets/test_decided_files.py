from datetime import UTC, datetime

import pytest

from musicreclass.core.decision import Decision, ReviewState
from musicreclass.library.store import Library
from musicreclass.pipeline.datasets.survey import decided_files, survey, survey_of_decisions
from musicreclass.pipeline.scanning.scan import scan
from tests.recording_context import RecordingContext

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def music(tmp_path, write_mp3):
    folder = tmp_path / "music"
    for number in range(12):
        write_mp3(folder / "Pop" / f"{number:02}.mp3", title="A", artist=f"{number}")
    return folder


@pytest.fixture
def library_file(tmp_path, music):
    """A library in which six tracks are decided to be jazz, one is skipped, five are open."""
    path = tmp_path / "library.db"
    scan(path, RecordingContext(), paths=[music], workers=1)
    with Library(path) as library:
        ids = [line.id for batch in library.lines() for line in batch]
        said = [Decision(ReviewState.CHANGED, ("jazz", "Blues"), NOW)] * 6
        said.append(Decision(ReviewState.SKIPPED, (), NOW))
        library.decisions.record(dict(zip(ids, said, strict=False)))
    return path


def test_what_was_decided_is_found_without_the_folders(library_file, music):
    decided = decided_files(library_file, RecordingContext())

    surveyed = survey_of_decisions(library_file, decided)

    assert surveyed.found.counts == {"Jazz": 6}
    assert surveyed.audio_file(surveyed.found.files[0]).path == str(music / "Pop" / "00.mp3")
    assert surveyed.found.files[0].origin.artist == "0"


def test_decisions_go_together_with_folders_and_win(library_file, music):
    decided = decided_files(library_file, RecordingContext())

    found = survey(music, RecordingContext(), workers=1, decided=decided).found

    assert found.counts == {"Jazz": 6, "Pop": 6}
    assert len(found.contradicted) == 6


def test_what_was_decided_elsewhere_counts_beside_a_folder(library_file, tmp_path, write_mp3):
    write_mp3(tmp_path / "other" / "Rock" / "a.mp3", title="A", artist="B")
    decided = decided_files(library_file, RecordingContext())

    found = survey(tmp_path / "other", RecordingContext(), workers=1, decided=decided).found

    assert found.counts == {"Jazz": 6, "Rock": 1}


def test_a_decided_file_that_is_gone_is_a_problem(library_file, music):
    (music / "Pop" / "00.mp3").unlink()
    scan(library_file, RecordingContext(), paths=[music], workers=1)

    decided = decided_files(library_file, RecordingContext())

    assert [str(p) for p in decided.problems] == ["00.mp3: the file is no longer where it was"]
    assert len(decided.genres) == 5
