"""Which verbs begin a library, and what the others say where there is none."""

import sqlite3
from contextlib import closing

import pytest

from musicreclass.__main__ import main
from musicreclass.cli.main import run
from tests.tagged_library import make_library

READING = [
    ("problems",),
    ("review",),
    ("review", "--tracks"),
    ("write",),
    ("write", "--dry-run"),
    ("organize", "--into", "."),
    ("undo",),
    ("undo", "--list"),
    ("export", "--csv", "out.csv"),
    ("library", "check"),
    ("library", "backup"),
    ("train", "--from-library", "--out", "out.pth"),
]


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_who_only_reads_begins_no_library(tmp_path, monkeypatch, capsys, arguments):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "not" / "there.db"

    assert main(["--library", str(path), *arguments]) == 1

    assert f"There is no library at {path} yet" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [("doctor",), ("stats", "."), ("library", "backups")])
def test_who_needs_no_library_makes_none(tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)

    main(["--library", str(tmp_path / "not" / "there.db"), *arguments])

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("verb", ["scan", "accept"])
def test_a_library_is_begun_with_a_word(tmp_path, capsys, verb):
    path = tmp_path / "new" / "library.db"

    assert main(["--library", str(path), verb]) == 0
    first = capsys.readouterr().err
    assert main(["--library", str(path), verb]) == 0

    assert f"A new library was begun: {path}." in first
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("arguments", [*READING, ("scan",), ("accept",), ("doctor",)], ids=" ".join)
def test_databases_of_other_programs_are_refused_and_stay(tmp_path, monkeypatch, capsys, arguments):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(path)) as theirs:
        theirs.execute("PRAGMA journal_mode = WAL")
        theirs.execute("CREATE TABLE moz_places (a)")
    before = path.read_bytes()

    assert main(["--library", str(path), *arguments]) == 1

    assert "belongs to another program" in "".join(capsys.readouterr())
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == before


def test_the_window_says_so_too(tmp_path, capsys):
    path = tmp_path / "misspelt.db"

    assert run(["--library", str(path)], lambda *_: 0) == 0

    assert f"A new library was begun: {path}." in capsys.readouterr().err


def test_the_window_opens_on_no_song(tmp_path, capsys):
    path = tmp_path / "song.mp3"
    path.write_bytes(b"ID3" + bytes(5_000))
    opened = []

    status = run(["--library", str(path)], lambda *given: opened.append(given) or 0)

    assert (status, opened) == (1, [])
    assert "is not a musicreclass library" in capsys.readouterr().err


def test_the_window_opens_on_what_was_a_library(library_file, tmp_path):
    make_library(library_file, tmp_path / "music", ["a.mp3"])
    main(["--library", str(library_file), "library", "backup"])
    library_file.write_bytes(b"overwritten" * 100)
    opened = []

    assert run(["--library", str(library_file)], lambda *given: opened.append(given) or 0) == 0

    assert opened == [(library_file, [])]
