from pathlib import Path

import pytest

from musicreclass import paths
from musicreclass.core.genre import Taxonomy
from musicreclass.core.track import FileFacts, Stream, Tags
from musicreclass.training.sources.folders import sort_by_folder
from musicreclass.training.sources.genre_table import genre_rows
from musicreclass.training.sources.mapping import GenreMapping
from musicreclass.training.sources.words import Words

MUSIC = Path("/music")
TAXONOMY = Taxonomy.from_json(paths.resource("genres.json").read_text(encoding="utf-8"))


def facts(name, **tags):
    return FileFacts(Stream("MP3", 90.0, 44_100), Tags(**tags), name)


@pytest.fixture
def rows():
    files = {
        "My jazz/Blue/a.mp3": {"artist": "Miles", "album": "Blue"},
        "My jazz/Blue/b.mp3": {"artist": "miles feat. Trane", "album": "Blue"},
        "My jazz/c.mp3": {"artist": "Monk"},
        "misc/d.mp3": {},
    }
    found = sort_by_folder(
        MUSIC,
        [(str(MUSIC / name), facts(name, **tags)) for name, tags in files.items()],
        TAXONOMY,
        mapping=GenreMapping({"misc": None}),
    )
    return genre_rows(found, TAXONOMY)


def test_a_row_counts_what_its_folder_holds(rows):
    _, jazz = rows

    assert (jazz.folder, jazz.genre, jazz.suggestion) == ("My jazz", "My jazz", "Jazz")
    assert (jazz.tracks, jazz.artists, jazz.albums, jazz.minutes) == (3, 2, 1, 4.5)


def test_a_folder_that_is_left_out_keeps_its_row(rows):
    misc, _ = rows

    assert (misc.folder, misc.genre, misc.tracks, misc.artists) == ("misc", None, 1, 0)


def test_where_no_folder_counts_there_is_a_row_for_each_genre():
    files = [(f"/music/{number}.mp3", facts(f"{number}", genres=("Jazz",))) for number in range(5)]
    found = sort_by_folder(MUSIC, files, TAXONOMY, words=Words(by_folders=False, by_tags=True))

    (jazz,) = genre_rows(found, TAXONOMY)

    assert (jazz.folder, jazz.genre, jazz.tracks) == ("", "Jazz", 5)
