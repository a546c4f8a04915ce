import sys

import h5py
import numpy as np
import pytest

from musicreclass.errors import FileProblem
from musicreclass.training.sources.msd import FEATURES, MsdMissing, read_genres, read_songs
from musicreclass.training.sources.tables import SourceProblem
from tests.known_sets import write_cls, write_msd

SONG = "TRAAAAW128F429D538"


def column(song, name):
    return song.features[FEATURES.columns.index(name)]


def test_a_song_is_summed_up_from_its_segments(tmp_path):
    path = write_msd(tmp_path / "A" / f"{SONG}.h5")
    with h5py.File(path) as file:
        timbre = file["analysis/segments_timbre"][:]

    [song] = read_songs(path)

    assert (song.id, song.artist, song.album) == (SONG, "Casual", "Fear Itself")
    assert song.features.shape == (len(FEATURES.columns),) == (151,)
    assert column(song, "timbre.mean.02") == pytest.approx(timbre[:, 1].mean(), rel=1e-6)
    assert column(song, "timbre.step.12") == pytest.approx(
        np.abs(np.diff(timbre[:, 11])).mean(), rel=1e-6
    )
    assert column(song, "tempo.value.01") == 92.0


def test_a_summary_of_several_songs_is_taken_apart(tmp_path):
    songs = (SONG, "TRAAABD128F429CF47")

    found = list(read_songs(write_msd(tmp_path / "summary.h5", songs)))

    assert [song.id for song in found] == list(songs)
    assert [column(song, "tempo.value.01") for song in found] == [92.0, 93.0]
    assert column(found[0], "timbre.mean.01") != column(found[1], "timbre.mean.01")


@pytest.mark.parametrize(
    "damage",
    [lambda whole: whole[:400], lambda whole: whole[: len(whole) // 2], lambda whole: b"no song"],
)
def test_a_damaged_file_is_a_problem_of_its_own(tmp_path, damage):
    path = write_msd(tmp_path / "song.h5")
    path.write_bytes(damage(path.read_bytes()))

    with pytest.raises(FileProblem, match="it is no HDF5 file, or is cut off"):
        list(read_songs(path))


def test_another_hdf5_file_is_told_from_a_song(tmp_path):
    with h5py.File(tmp_path / "other.h5", "w") as file:
        file["numbers"] = np.arange(3)

    with pytest.raises(FileProblem, match="it is no song of the Million Song Dataset"):
        list(read_songs(tmp_path / "other.h5"))


def test_a_song_of_one_segment_says_too_little(tmp_path):
    with pytest.raises(FileProblem, match="it describes too few segments"):
        list(read_songs(write_msd(tmp_path / "short.h5", segments=1)))


def test_numbers_that_are_missing_are_said(tmp_path):
    path = write_msd(tmp_path / "song.h5")
    with h5py.File(path, "r+") as file:
        file["analysis/segments_timbre"][3, 3] = np.nan

    with pytest.raises(FileProblem, match="some of its numbers are missing"):
        list(read_songs(path))


def test_without_h5py_a_sentence_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "h5py", None)

    with pytest.raises(MsdMissing, match=r"pip install musicreclass\[msd\]"):
        list(read_songs(tmp_path / "song.h5"))


def test_the_genre_that_most_people_said_counts(tmp_path):
    path = write_cls(tmp_path / "genres.cls", {SONG: "Rap\tPop_Rock", "TRB": "Pop_Rock"})

    assert read_genres(path) == {SONG: "Rap", "TRB": "Pop_Rock"}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("# nothing\n", "names no songs"),
        (f"{SONG} Rap\n", "should have a song and its genre, kept apart by a tab, in line 1"),
        ("Rap\tTRAAA\n", "should have a song and its genre"),
    ],
)
def test_a_list_of_something_else_is_a_sentence(tmp_path, content, sentence):
    path = tmp_path / "genres.cls"
    path.write_text(content)

    with pytest.raises(SourceProblem, match=sentence):
        read_genres(path)
