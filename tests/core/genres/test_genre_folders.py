from pathlib import Path

import pytest

from musicreclass.core.genre import Taxonomy
from musicreclass.core.genres.genre_folders import destination, folders_by_genre, named_folder

ROOT = Path("/music")


@pytest.fixture(scope="module")
def taxonomy():
    return Taxonomy.shipped()


def test_the_folder_of_a_genre_is_the_one_with_most_of_its_tracks():
    labelled = [
        ("Rock", ROOT / "yaogun" / "1.mp3"),
        ("Rock", ROOT / "yaogun" / "Cui Jian" / "2.mp3"),
        ("Rock", ROOT / "Pop" / "3.mp3"),
        ("Jazz", Path("/elsewhere/Jazz/4.mp3")),
        ("Pop", ROOT / "5.mp3"),
    ]

    assert folders_by_genre(labelled, ROOT) == {"Rock": ROOT / "yaogun"}


def test_what_lies_between_genre_and_file_stays_as_it_is():
    path = ROOT / "Pop" / "Cui Jian" / "Album" / "1.mp3"
    folders = {"Pop": ROOT / "Pop", "Rock": ROOT / "yaogun"}

    assert destination(path, ROOT / "yaogun", folders) == ROOT / "yaogun" / "Cui Jian" / "Album"
    assert destination(path, ROOT / "Rock") == ROOT / "Rock" / "Cui Jian" / "Album"


def test_the_folder_beside_is_found_by_its_name_in_any_language(tmp_path, taxonomy):
    for name in ("流行", "摇滚", "待分类"):
        (tmp_path / name / "a").mkdir(parents=True)

    found = named_folder(tmp_path / "流行" / "a" / "1.mp3", tmp_path, "Rock", taxonomy)

    assert found == tmp_path / "摇滚"


@pytest.mark.parametrize("genre", ["Jazz", "no genre at all"])
def test_there_may_be_no_folder_for_a_genre(tmp_path, taxonomy, genre):
    (tmp_path / "Pop").mkdir()

    assert named_folder(tmp_path / "Pop" / "1.mp3", tmp_path, genre, taxonomy) is None


def test_a_file_that_lies_in_no_genre_has_no_neighbouring_one(tmp_path, taxonomy):
    for name in ("Unsorted", "Rock"):
        (tmp_path / name).mkdir()

    assert named_folder(tmp_path / "Unsorted" / "1.mp3", tmp_path, "Rock", taxonomy) is None
