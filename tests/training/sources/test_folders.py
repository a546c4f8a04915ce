import time
from pathlib import Path

import pytest

from musicreclass import paths
from musicreclass.core.genre import Taxonomy
from musicreclass.core.track import FileFacts, Stream, Tags
from musicreclass.errors import FileProblem
from musicreclass.sentences.reason import as_said
from musicreclass.training.data.grouping import Origin
from musicreclass.training.sources.folders import genre_rows, sort_by_folder
from musicreclass.training.sources.genre_claims import ClaimSources
from musicreclass.training.sources.mapping import GenreMapping
from musicreclass.training.sources.trainable import CannotTrain, check_trainable

MUSIC = Path("/music")
TAXONOMY = Taxonomy.from_json(paths.resource("genres.json").read_text(encoding="utf-8"))


def sorted_files(*names, fingerprints=None, unreadable=(), mapping=None):
    fingerprints = fingerprints or {}
    files = [
        (
            str(MUSIC / name),
            FileFacts(Stream("MP3", 200.0, 44_100), Tags(), fingerprints.get(name, name)),
        )
        for name in names
    ]
    return sort_by_folder(MUSIC, files, TAXONOMY, unreadable, mapping)


def reasons(result):
    return {str(p.path.relative_to(MUSIC)): str(p.reason) for p in result.left_out}


def test_the_first_level_names_the_genre_and_the_rest_albums():
    result = sorted_files("jazz/Miles/Kind of Blue/a.mp3", "jazz/b.mp3", "hiphop/c.mp3")

    assert [(file.genre, file.album_folder) for file in result.files] == [
        ("Hip-Hop", ""),
        ("Jazz", str(Path("jazz/Miles"))),
        ("Jazz", ""),
    ]
    assert result.counts == {"Hip-Hop": 1, "Jazz": 2}
    assert result.genres == ("Hip-Hop", "Jazz")


def test_a_name_that_is_no_known_genre_stays_as_it_is():
    result = sorted_files("睡前音樂聽聽/a.mp3", "For running/b.mp3", "爵士/c.mp3")

    assert set(result.genres) == {"睡前音樂聽聽", "For running", "Jazz"}


def test_files_in_no_genre_folder_are_left_out_and_said():
    result = sorted_files("loose.mp3", ".trash/gone.mp3", "Jazz/a.mp3")

    assert reasons(result) == {
        "loose.mp3": "it lies in no folder of a genre",
        ".trash/gone.mp3": "it lies in a hidden folder",
    }
    assert result.counts == {"Jazz": 1}


def test_files_that_could_not_be_read_are_left_out():
    problem = FileProblem(MUSIC / "Jazz" / "bad.mp3", as_said("the file is empty"))

    result = sorted_files("Jazz/a.mp3", unreadable=[problem])

    assert result.left_out == (problem,)


def test_of_copies_in_one_genre_one_counts():
    names = ("Jazz/a.mp3", "Jazz/b.mp3", "Jazz/c.mp3")

    result = sorted_files(*names, fingerprints={names[0]: "same", names[2]: "same"})

    assert [Path(file.path).name for file in result.files] == ["a.mp3", "b.mp3"]
    assert reasons(result) == {"Jazz/c.mp3": "it is a copy of a.mp3"}


def test_a_recording_in_two_genres_counts_in_neither():
    names = ("Jazz/a.mp3", "Pop/a.mp3", "Pop/b.mp3")

    result = sorted_files(*names, fingerprints={names[0]: "same", names[1]: "same"})

    assert result.counts == {"Pop": 1}
    sentence = "the same recording lies in Jazz and Pop; keep it in one of them"
    assert reasons(result) == {"Jazz/a.mp3": sentence, "Pop/a.mp3": sentence}


def test_few_tracks_and_folders_of_one_genre_are_warned_of():
    names = [f"Hip-Hop/{n}.mp3" for n in range(3)] + ["hiphop/a.mp3", "Jazz/a.mp3"]

    result = sorted_files(*names)

    assert tuple(map(str, result.warnings)) == (
        "Hip-Hop has only 4 tracks; with 10 and more it is recognised more reliably.",
        "Jazz has only one track; with 10 and more it is recognised more reliably.",
        "The folders Hip-Hop and hiphop are taken for one genre, Hip-Hop.",
    )


def test_folders_stand_for_what_the_mapping_says():
    mapping = GenreMapping({"hiphop": "Rap", "old": None})

    result = sorted_files("hiphop/a.mp3", "old/b.mp3", "Jazz/c.mp3", mapping=mapping)

    assert result.counts == {"Jazz": 1, "Rap": 1}
    assert [file.path for file in result.unwanted] == [str(MUSIC / "old/b.mp3")]
    assert result.left_out == ()
    assert result.mapping.genres == {"hiphop": "Rap", "old": None, "Jazz": "Jazz"}


def test_a_copy_in_a_folder_that_is_left_out_is_no_copy():
    same = {"Jazz/a.mp3": "same", "old/a.mp3": "same"}

    result = sorted_files(*same, fingerprints=same, mapping=GenreMapping({"old": None}))

    assert result.counts == {"Jazz": 1}
    assert result.copies == ()


def test_a_hundred_thousand_files_are_sorted_in_seconds():
    names = [f"genre {n % 40}/artist {n % 7_000}/{n}.mp3" for n in range(100_000)]
    started = time.process_time()

    result = sorted_files(*names)
    rows = genre_rows(result, TAXONOMY)
    concerns = result.concerns

    assert time.process_time() - started < 20.0
    assert sum(row.tracks for row in rows) == 100_000
    assert concerns == ()


def test_the_origin_of_a_file_is_what_its_tags_and_folders_say():
    tags = Tags(artist="Miles", album_artist="Miles Davis", album="Blue")
    facts = FileFacts(Stream("MP3", 200.0, 44_100), tags, "f")

    result = sort_by_folder(MUSIC, [(str(MUSIC / "Jazz/CD 1/a.mp3"), facts)], TAXONOMY)

    folder = str(Path("Jazz/CD 1"))
    assert result.files[0].origin == Origin("Miles", "Miles Davis", "Blue", folder, "f")


def test_files_without_tags_are_grouped_by_the_artists_that_their_names_tell():
    result = sorted_files("Pop/周杰倫 - 青花瓷.mp3", "Pop/周杰倫 - 夜曲.mp3", "Rock/Track 01.mp3")

    assert [file.origin.artist for file in result.files] == ["周杰倫", "周杰倫", ""]


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ({}, "/music holds no folders with music that can be heard; make a folder for each genre"),
        (
            {"Jazz": 30},
            "All tracks in /music are Jazz; to tell genres apart there must be at least",
        ),
        (
            {"Jazz": 0, "Pop": 9},
            "There are too few tracks that can be heard of Jazz: a genre needs 1 at least. Add "
            "more, or move what is there out of /music.",
        ),
        ({"Jazz": 0, "Pop": 0, "Rock": 2}, "that can be heard of Jazz, Pop: a genre needs 1"),
    ],
)
def test_what_cannot_be_learned_from_is_refused_in_a_sentence(counts, sentence):
    with pytest.raises(CannotTrain) as caught:
        check_trainable(MUSIC, counts)

    assert sentence in str(caught.value)


def test_a_track_of_each_of_two_genres_can_be_learned_from():
    assert check_trainable(MUSIC, {"Jazz": 1, "Pop": 1}) is None


def tagged(name, **tags):
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
        [(str(MUSIC / name), tagged(name, **tags)) for name, tags in files.items()],
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
    files = [(f"/music/{number}.mp3", tagged(f"{number}", genres=("Jazz",))) for number in range(5)]
    found = sort_by_folder(
        MUSIC, files, TAXONOMY, claim_sources=ClaimSources(by_folders=False, by_tags=True)
    )

    (jazz,) = genre_rows(found, TAXONOMY)

    assert (jazz.folder, jazz.genre, jazz.tracks) == ("", "Jazz", 5)
