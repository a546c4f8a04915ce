from musicreclass.core.decision import ReviewState
from musicreclass.pipeline.review.library_contents import lines_reader
from tests.tagged_library import GENRES, make_library


def test_tracks_are_read_as_they_stand_with_what_is_decided_of_them(tmp_path):
    library_file = tmp_path / "library.db"
    make_library(library_file, tmp_path / "Musics_TBC", ["a.mp3", "b.mp3"])

    with lines_reader(library_file) as read:
        (line,) = read([2])

    assert line.name == "b.mp3"
    assert (line.decision.state, line.decision.genres) == (ReviewState.CHANGED, GENRES)
