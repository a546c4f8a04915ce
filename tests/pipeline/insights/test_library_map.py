import numpy as np
import pytest

from musicreclass.pipeline.insights.library_map import NO_GENRE, map_of_library
from musicreclass.pipeline.review.suggested_tracks import reviewable
from tests.recording_context import RecordingContext
from tests.scored_library import write_library
from tests.small_bundles import save_small_bundle


@pytest.fixture
def bundle_file(tmp_path):
    return save_small_bundle(tmp_path / "small.pth")


@pytest.fixture
def mapped(tmp_path, bundle_file):
    """Return the map of a library of eleven tracks, of which ten were analyzed."""
    random = np.random.default_rng(0)
    names = [f"{i}.mp3" for i in range(10)]
    said = {
        name: ("Blues" if i % 2 else "Rock", 0.99, random.normal(size=6) + 9 * (i % 2))
        for i, name in enumerate(names)
    }
    genres = {"0.mp3": ("jazz", "Rock"), "1.mp3": ("My Own",)}
    library = tmp_path / "library.db"
    said |= {"unheard.mp3": None}
    folder = tmp_path / "music"
    write_library(library, folder, bundle_file, said, genres=genres)
    lines = reviewable(library, bundle_file, RecordingContext()).lines

    def draw(lines=lines, **known):
        return map_of_library(library, lines, bundle_file, RecordingContext(), **known)

    draw.lines = lines  # type: ignore[attr-defined]
    return draw


def test_every_track_that_was_analyzed_lies_somewhere(mapped):
    found = mapped()

    assert len(found.lines) == 10
    assert found.at.shape == (10, 2)
    assert np.isfinite(found.at).all()


def test_dots_know_the_genre_in_the_file_and_the_suggested_one(mapped):
    found = mapped()

    i = [line.name for line in found.lines].index("0.mp3")
    assert found.names[found.in_files[i]] == "Jazz"
    unnamed = [line.name for line in found.lines].index("2.mp3")
    assert found.in_files[unnamed] == NO_GENRE


def test_missing_tracks_are_left_out(mapped):
    gone = [line._replace(is_missing=int(line.name == "3.mp3")) for line in mapped.lines]

    assert "3.mp3" not in [line.name for line in mapped(gone).lines]


def test_tracks_stay_where_they_were_while_no_others_come(mapped):
    before = mapped()

    assert mapped(known=before).at is before.at
    assert mapped(mapped.lines[1:], known=before).at is not before.at


def test_of_many_tracks_some_are_picked_and_the_same_ones_as_more_come(mapped):
    of_few, of_all = mapped(mapped.lines[:8], most=4), mapped(most=4)

    assert (len(of_few.lines), len(of_all.lines), of_all.at.shape) == (4, 4, (4, 2))
    assert of_all.total == 10
    new = {line.id for line in of_all.lines} - {line.id for line in of_few.lines}
    assert new <= {line.id for line in mapped.lines[8:]}
    assert mapped(most=4, known=of_all).at is of_all.at
