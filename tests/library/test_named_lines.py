from datetime import UTC, datetime
from pathlib import Path

import pytest

from musicreclass.core.decision import Decision, ReviewState
from musicreclass.core.track import FileFacts, FileStamp, ScannedFile, Stream, Tags
from musicreclass.library.store import Library


@pytest.fixture
def line_of(library_file, tmp_path):
    """Return what records files with their tags, and returns their lines by name."""

    def record(tags_of):
        with Library(library_file) as library:
            folder_id = library.add_folder(tmp_path).id
            library.record(
                [
                    ScannedFile(
                        str(tmp_path / name),
                        folder_id,
                        FileStamp(100, 1),
                        FileFacts(Stream("MP3", 180.0, 44_100), tags, name),
                    )
                    for name, tags in tags_of.items()
                ]
            )
            every = [line for batch in library.lines() for line in batch]
            again = library.lines_of([line.id for line in every])
            assert sorted(again) == sorted(every)
            return {line.name: line for line in every}

    return record


def test_a_file_without_tags_gets_what_its_name_tells_and_says_so(line_of):
    line = line_of({"周杰倫 - 青花瓷.mp3": Tags()})["周杰倫 - 青花瓷.mp3"]

    assert (line.title, line.artist) == ("青花瓷", "周杰倫")
    assert line.guessed == "title artist"


def test_tags_come_before_names(line_of):
    tags = Tags(title="Blue and White Porcelain", artist="Jay Chou")
    line = line_of({"周杰倫 - 青花瓷.mp3": tags})["周杰倫 - 青花瓷.mp3"]

    assert (line.title, line.artist, line.guessed) == ("Blue and White Porcelain", "Jay Chou", "")


def test_a_title_in_the_tags_tells_which_side_of_the_name_is_the_artist(line_of):
    lines = line_of(
        {"青花瓷 - 周杰倫.mp3": Tags(title="青花瓷"), "夜曲 - 周杰倫.mp3": Tags(title="別的")}
    )

    assert lines["青花瓷 - 周杰倫.mp3"].artist == "周杰倫"
    assert lines["夜曲 - 周杰倫.mp3"].artist == ""


def test_an_artist_in_the_tags_tells_which_side_of_the_name_is_the_title(line_of):
    line = line_of({"青花瓷 - 周杰倫.mp3": Tags(artist="周杰倫")})["青花瓷 - 周杰倫.mp3"]

    assert (line.title, line.guessed) == ("青花瓷", "title")


def test_folders_below_that_of_the_library_are_known_and_name_albums(line_of):
    name = "Queen/Races/01 Mustapha.mp3"
    line = line_of({name: Tags()})[Path(name).name]

    assert line.folder == "Queen/Races"
    assert (line.title, line.artist, line.album) == ("Mustapha", "Queen", "Races")
    assert line.guessed == "title artist album track_number"
    assert line.track_number == "01"


def test_a_title_without_tags_has_no_ending(line_of):
    assert line_of({"東風破.mp3": Tags()})["東風破.mp3"].title == "東風破"


def test_decisions_on_files_without_tags_are_learned_from_by_artist(line_of, library_file):
    line = line_of({"周杰倫 - 青花瓷.mp3": Tags()})["周杰倫 - 青花瓷.mp3"]
    with Library(library_file) as library:
        made = Decision(ReviewState.CHANGED, ("Mandopop",), datetime.now(UTC))
        library.decisions.record({line.id: made})

        (correction,) = library.decisions.corrections(10)

    assert correction.artist == "周杰倫"


def test_a_scan_that_hands_over_one_file_reads_its_name_in_the_light_of_its_folder(
    line_of, library_file
):
    names = ["青花瓷 - 周杰倫.mp3", "夜曲 - 周杰倫.mp3", "七里香 - 周杰倫.mp3", "十年 - 陳奕迅.mp3"]
    lines = line_of({name: Tags() for name in names})
    with Library(library_file) as library:
        (alone,) = library.lines_of([lines[names[0]].id])

    assert (alone.title, alone.artist) == ("青花瓷", "周杰倫")
