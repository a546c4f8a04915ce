import numpy as np
import pytest

from musicreclass.training.sources.fma import (
    FmaTrack,
    audio_file,
    finite_rows,
    read_features,
    read_tracks,
)
from musicreclass.training.sources.tables import SourceProblem
from tests.known_sets import FMA_COLUMNS, FMA_TRACKS, write_fma


@pytest.fixture
def metadata(tmp_path):
    return write_fma(tmp_path / "fma_metadata")


def test_tracks_come_with_genre_artist_and_their_part_of_the_split(metadata):
    tracks = read_tracks(metadata, "small")

    assert tracks == (
        FmaTrack(2, "Hip-Hop", "AWOL", "A Way Of Life", "training"),
        FmaTrack(5, "Rock", "Vile", "Hitmaker", "validation"),
    )


@pytest.mark.parametrize(
    ("size", "ids"), [("small", [2, 5]), ("medium", [2, 3, 5]), ("large", [2, 3, 5, 10])]
)
def test_each_size_holds_the_smaller_ones_and_none_without_a_genre(metadata, size, ids):
    assert [track.id for track in read_tracks(metadata, size)] == ids


def test_features_come_in_the_order_asked_for(metadata):
    ids, table = read_features(metadata, FMA_COLUMNS[::-1], {5, 2})

    assert ids == (2, 5)
    assert table.tolist() == [[0.5, 4.0, 2.0], [0.5, 10.0, 5.0]]
    assert table.dtype == np.float32


def test_missing_numbers_are_told_from_others(tmp_path):
    metadata = write_fma(tmp_path, features={2: (1, "", 3), 5: (1, 2, "inf"), 3: (1, 2, 3)})

    ids, table = read_features(metadata, FMA_COLUMNS, FMA_TRACKS)

    assert (ids, finite_rows(table).tolist()) == ((2, 5, 3), [False, False, True])


def test_audio_lies_in_folders_of_a_thousand(tmp_path):
    assert audio_file(tmp_path, 2) == tmp_path / "000" / "000002.mp3"
    assert audio_file(tmp_path, 133_297) == tmp_path / "133" / "133297.mp3"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("split", "part", "lacks the column set.split; it is no table of FMA's tracks"),
        ("training", "trainin", "has the part 'trainin' in line 5"),
        ("track_id", "2", "should name its index, track_id, in line 3"),
        ("AWOL,training,small", "AWOL", "has 6 columns in line 5 where there should be 8: it is"),
        ("2,A Way", "two,A Way", "has no track number in line 5, but 'two'"),
        ("small", "full", "holds no track of the size small"),
    ],
)
def test_a_table_of_tracks_that_is_another_is_a_sentence(metadata, old, new, sentence):
    path = metadata / "tracks.csv"
    path.write_text(path.read_text().replace(old, new))

    with pytest.raises(SourceProblem, match=f"tracks.csv {sentence}"):
        read_tracks(metadata, "small")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("zcr", "tonnetz", "lacks 1 of the 3 features, such as zcr.mean.01; it is no table of"),
        ("2,2,4,0.5", "2,2,4", "has 3 columns in line 5 where there should be 4: it is cut off"),
        ("2,2,4,0.5", "2,2,four,0.5", "holds no number in line 5"),
        ("track_id", "2", "should name its index, track_id, in line 4"),
    ],
)
def test_a_table_of_features_that_is_another_is_a_sentence(metadata, old, new, sentence):
    path = metadata / "features.csv"
    path.write_text(path.read_text().replace(old, new))

    with pytest.raises(SourceProblem, match=f"features.csv {sentence}"):
        read_features(metadata, FMA_COLUMNS, FMA_TRACKS)


def test_what_is_missing_is_a_sentence(tmp_path):
    with pytest.raises(SourceProblem, match=r"tracks.csv is not there; give the folder that"):
        read_tracks(tmp_path, "small")
    with pytest.raises(SourceProblem, match="knows no size tiny; choose small, medium, large"):
        read_tracks(tmp_path, "tiny")


def test_features_of_other_tracks_are_of_no_use(metadata):
    with pytest.raises(SourceProblem, match="has features of none of the 1 tracks wanted"):
        read_features(metadata, FMA_COLUMNS, {999})
