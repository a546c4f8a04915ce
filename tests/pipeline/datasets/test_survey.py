import shutil

import pytest

from musicreclass.core.track import FileStamp
from musicreclass.errors import (
    Cancelled,
    FileProblem,
    MusicReclassError,
    UsageProblem,
    problem_with,
)
from musicreclass.pipeline.datasets.survey import FolderVanished, survey, training_table
from musicreclass.sentences.reason import as_said
from musicreclass.training.sources.mapping import GenreMapping, MappingProblem
from tests.recording_context import RecordingContext


@pytest.fixture
def music(tmp_path, write_mp3):
    folder = tmp_path / "music"
    write_mp3(folder / "hiphop" / "a.mp3", title="A", artist="Q-Tip")
    write_mp3(folder / "jazz" / "Blue" / "b.mp3", title="B", artist="Miles")
    write_mp3(folder / "loose.mp3", title="C")
    (folder / "jazz" / "bad.mp3").write_bytes(b"")
    (folder / "jazz" / "cover.jpg").write_bytes(b"no music")
    return folder


def test_files_are_found_read_and_sorted_by_genre(music):
    surveyed = survey(music, RecordingContext(), workers=1)

    hiphop, jazz = surveyed.found.files
    assert (hiphop.genre, hiphop.origin.artist) == ("Hip-Hop", "Q-Tip")
    assert (jazz.genre, jazz.origin.artist) == ("Jazz", "Miles")
    assert {p.path.name: str(p.reason) for p in surveyed.found.left_out} == {
        "bad.mp3": "the file is empty",
        "loose.mp3": "it lies in no folder of a genre",
    }


def test_a_file_can_be_analyzed_as_it_was_found(music):
    surveyed = survey(music, RecordingContext(), workers=1)

    audio_file = surveyed.audio_file(surveyed.found.files[0])

    path = music / "hiphop" / "a.mp3"
    assert (audio_file.path, audio_file.stamp) == (str(path), FileStamp.of(path))
    assert audio_file.fingerprint == surveyed.found.files[0].facts.fingerprint


def test_a_folder_reached_by_a_link_has_the_genre_of_the_link(music, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (music / "hiphop").rename(tmp_path / "elsewhere" / "x")
    (music / "Reggae").symlink_to(tmp_path / "elsewhere" / "x")

    assert survey(music, RecordingContext(), workers=1).found.counts == {"Jazz": 1, "Reggae": 1}


def test_what_is_no_folder_is_wrong_use(music):
    with pytest.raises(UsageProblem, match=r"loose.mp3 is not a folder; give one that holds"):
        survey(music / "loose.mp3", RecordingContext())


def test_it_stops_when_told_to(music):
    with pytest.raises(Cancelled):
        survey(music, RecordingContext(stop_after=1), workers=1)


def test_only_what_is_wrong_with_a_file_is_a_problem_of_it(tmp_path):
    problem = FileProblem(tmp_path / "a.mp3", as_said("the file is empty"))

    assert problem_with(problem) is problem
    with pytest.raises(MusicReclassError, match="no worker comes up"):
        problem_with(MusicReclassError(as_said("no worker comes up")))


def test_a_folder_that_vanishes_is_a_sentence(music):
    class Unplugging(RecordingContext):
        def report(self, progress):
            shutil.rmtree(music, ignore_errors=True)

    with pytest.raises(FolderVanished, match=r"is no longer there; was its drive unplugged\?"):
        survey(music, Unplugging(), workers=1)


@pytest.fixture
def jazz_and_pop(tmp_path, write_mp3):
    for genre in ("jazz", "Pop"):
        for number in range(2):
            write_mp3(tmp_path / genre / f"{number}.mp3", title="A", artist=f"{genre} {number}")
    (tmp_path / "Pop" / "bad.mp3").write_bytes(b"")
    return survey(tmp_path, RecordingContext(), workers=1)


def test_a_folder_is_a_table_before_anything_is_analyzed(jazz_and_pop):
    table = training_table(jazz_and_pop)

    assert [(row.folder, row.genre, row.tracks, row.artists) for row in table.rows] == [
        ("jazz", "Jazz", 2, 2),
        ("Pop", "Pop", 2, 2),
    ]
    assert [concern.kind.value for concern in table.concerns] == [
        "few tracks", "few tracks", "unreadable",
    ]  # fmt: skip
    assert table.blocker is None


def test_an_edited_table_is_made_of_the_same_files(jazz_and_pop):
    table = training_table(jazz_and_pop.under(GenreMapping({"jazz": "Pop"})))

    assert [row.genre for row in table.rows] == ["Pop", "Pop"]
    assert str(table.blocker).startswith("All tracks in ")
    assert [c.kind.value for c in table.concerns] == ["few tracks", "merged", "unreadable"]
    assert len(table.survey.found.unreadable) == 1


def test_a_mapping_for_other_folders_is_refused(jazz_and_pop):
    with pytest.raises(MappingProblem, match="not there: blues"):
        jazz_and_pop.under(GenreMapping({"blues": "Blues"}))
