import os
import unicodedata
from pathlib import Path

import pytest

from musicreclass.errors import FileProblem
from musicreclass.pipeline.scanning.walk import Walk

SUFFIXES = frozenset({".mp3", ".flac"})


def found(walk):
    """Return the paths found, relative to the walk's root, and the problems by path."""
    results = list(walk)
    paths = [os.path.relpath(r.path, walk.root) for r in results if not isinstance(r, FileProblem)]
    problems = {
        os.path.relpath(r.path, walk.root): r for r in results if isinstance(r, FileProblem)
    }
    return paths, problems


def test_audio_files_are_found_in_order_at_any_depth(tmp_path):
    (tmp_path / "b" / "c").mkdir(parents=True)
    for name in ("b/c/2.FLAC", "b/1.mp3", "a.mp3", "cover.jpg", "notes.txt"):
        (tmp_path / name).write_bytes(b"x")

    paths, problems = found(Walk(str(tmp_path), SUFFIXES))

    assert paths == ["a.mp3", "b/1.mp3", "b/c/2.FLAC"]
    assert problems == {}


def test_what_macos_leaves_beside_files_is_no_audio(tmp_path):
    (tmp_path / "._song.mp3").write_bytes(b"resource fork")

    assert found(Walk(str(tmp_path), SUFFIXES)) == ([], {})


def test_a_loop_of_links_ends(tmp_path):
    (tmp_path / "song.mp3").write_bytes(b"x")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)

    assert found(Walk(str(tmp_path), SUFFIXES)) == (["song.mp3"], {})


def test_a_link_to_another_folder_is_followed(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "song.mp3").write_bytes(b"x")
    (tmp_path / "music").mkdir()
    (tmp_path / "music" / "more").symlink_to(tmp_path / "elsewhere", target_is_directory=True)

    assert found(Walk(str(tmp_path / "music"), SUFFIXES))[0] == ["more/song.mp3"]
    assert found(Walk(str(tmp_path / "music"), SUFFIXES, follow_symlinks=False))[0] == []


def test_a_file_and_a_link_to_it_are_one(tmp_path):
    (tmp_path / "z.mp3").write_bytes(b"x")
    (tmp_path / "a.mp3").symlink_to(tmp_path / "z.mp3")

    assert found(Walk(str(tmp_path), SUFFIXES)) == (["z.mp3"], {})


@pytest.mark.parametrize("target", ["nowhere.mp3", "broken.mp3"])
def test_a_link_that_leads_nowhere_is_a_problem(tmp_path, target):
    (tmp_path / "broken.mp3").symlink_to(tmp_path / target)

    paths, problems = found(Walk(str(tmp_path), SUFFIXES))

    assert paths == []
    assert "the link leads" in str(problems["broken.mp3"].reason)


def test_a_folder_that_is_not_there_is_a_problem_and_known_as_closed(tmp_path):
    walk = Walk(str(tmp_path / "unplugged"), SUFFIXES)

    _, problems = found(walk)

    assert "the folder cannot be read" in str(problems["."].reason)
    assert walk.closed == [str(tmp_path / "unplugged")]


def test_names_of_any_bytes_are_found(tmp_path):
    path = os.fsencode(tmp_path) + b"/\xb5\xa5\xff.mp3"
    Path(os.fsdecode(path)).write_bytes(b"x")

    (result,) = Walk(str(tmp_path), SUFFIXES)

    assert os.fsencode(result.path) == path


def test_composed_and_decomposed_names_of_one_file_are_one(tmp_path):
    composed = unicodedata.normalize("NFC", "Café.mp3")
    (tmp_path / composed).write_bytes(b"x")
    os.link(tmp_path / composed, tmp_path / unicodedata.normalize("NFD", composed))

    assert found(Walk(str(tmp_path), SUFFIXES)) == ([composed], {})


def test_composed_and_decomposed_names_of_two_files_are_two(tmp_path):
    (tmp_path / unicodedata.normalize("NFC", "Café.mp3")).write_bytes(b"one")
    (tmp_path / unicodedata.normalize("NFD", "Café.mp3")).write_bytes(b"two")

    assert len(found(Walk(str(tmp_path), SUFFIXES))[0]) == 2
