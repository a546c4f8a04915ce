import os

import pytest

from musicreclass.pipeline.datasets.mapping_file import read_mapping, write_mapping
from musicreclass.training.sources.mapping import GenreMapping, MappingProblem


def test_a_mapping_survives_its_file(tmp_path):
    mapping = GenreMapping({"hip hop": "Hip-Hop", "睡前": "For sleep", 'a "b".c': None})

    write_mapping(mapping, tmp_path / "genres.toml")

    assert read_mapping(tmp_path / "genres.toml") == mapping
    assert [path.name for path in tmp_path.iterdir()] == ["genres.toml"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"genres = [", "is no table of genres:"),
        (b"[other]\na = 1\n", r"has no section \[genres\]"),
        (b"[genres]\njazz = 3\n", "has 3 for jazz; it should be the name of a genre, or false"),
        (b"[genres]\njazz = true\n", "has True for jazz"),
        (b"\xff\xfe", "is no text in UTF-8"),
    ],
)
def test_a_file_that_is_no_table_is_a_sentence(tmp_path, content, sentence):
    (tmp_path / "genres.toml").write_bytes(content)

    with pytest.raises(MappingProblem, match=sentence):
        read_mapping(tmp_path / "genres.toml")


def test_a_file_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(MappingProblem, match="cannot be read: No such file"):
        read_mapping(tmp_path / "genres.toml")


def test_a_folder_that_refuses_keeps_the_old_table(tmp_path, monkeypatch):
    path = tmp_path / "genres.toml"
    write_mapping(GenreMapping({"jazz": "Jazz"}), path)

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(MappingProblem, match=r"cannot be written \(no space left on device\)"):
        write_mapping(GenreMapping({"jazz": None}), path)

    assert read_mapping(path).genres == {"jazz": "Jazz"}
    assert [found.name for found in tmp_path.iterdir()] == ["genres.toml"]
