"""Drives that are away, and those that answer."""

import sys
from pathlib import Path

import pytest

from musicreclass.core.analysis import AnalysisSpec
from musicreclass.core.track import FileStamp
from musicreclass.pipeline.analysis.analyze_file import AnalysisTask, analyze_file
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from musicreclass.pipeline.scanning.drives import DriveSilent, absence, answers, is_away, silence

needs_a_file_that_fails = pytest.mark.skipif(
    sys.platform != "linux", reason="reading /proc/self/mem from its start is an error of Linux"
)


@pytest.fixture
def failing(tmp_path):
    """Return a file that can be looked at and not be read, as on a drive that went away."""
    path = tmp_path / "song.mp3"
    path.symlink_to("/proc/self/mem")
    return path


@needs_a_file_that_fails
def test_a_file_that_cannot_be_read_now_is_told_from_one_that_is_damaged(failing, tmp_path):
    damaged = tmp_path / "damaged.mp3"
    damaged.write_bytes(b"no music")

    assert isinstance(silence(failing), DriveSilent)
    assert silence(damaged) is None
    assert silence(tmp_path / "gone.mp3") is None
    assert [answers(path) for path in (failing, damaged, tmp_path / "gone.mp3")] == [
        *(False, True, False)
    ]


@needs_a_file_that_fails
def test_what_a_silent_drive_holds_back_is_not_called_undecodable(failing):
    file = AudioFileRef(str(failing), FileStamp.of(failing), "")

    with pytest.raises(DriveSilent, match="tried again later"):
        analyze_file(AnalysisTask(file, AnalysisSpec()))


def test_a_file_is_away_with_all_of_its_folder_only(tmp_path):
    folders = [tmp_path / "other", tmp_path / "music"]
    song = tmp_path / "music" / "album" / "song.mp3"
    assert is_away(song, folders)

    song.parent.mkdir(parents=True)
    assert not is_away(song, folders)
    song.parent.rmdir()
    assert is_away(song, folders)
    assert not is_away(Path("/elsewhere/song.mp3"), folders)


def test_a_folder_that_is_there_has_nothing_absent(tmp_path):
    (tmp_path / "song.mp3").write_bytes(b"x")

    assert absence(str(tmp_path)) is None
