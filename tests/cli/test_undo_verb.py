import json
import sqlite3
from contextlib import closing

import pytest

from musicreclass import paths
from musicreclass.__main__ import main
from musicreclass.library.backup.backups import ASKED, back_up
from musicreclass.library.history.forgetting import batch_files
from tests.tagged_library import contents, make_library

NAMES = ["青花瓷.mp3", "live/b.mp3", "c.mp3"]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "music"


@pytest.fixture
def old(library_file, folder):
    return make_library(library_file, folder, NAMES)


@pytest.fixture
def verb(library_file, old, capsys):
    """Return a caller of a verb: status, lines printed, complaints."""

    def call(*arguments):
        status = main(["--library", str(library_file), *map(str, arguments)])
        printed = capsys.readouterr()
        return status, printed.out.splitlines(), printed.err

    return call


def date_batches(library_file, made_at):
    with closing(sqlite3.connect(library_file)) as connection:
        connection.execute("UPDATE tag_batch SET made_at = ?", [made_at])
        connection.commit()


@pytest.mark.parametrize("made_at", ["2016-01-01T00:00:00+00:00", "2090-01-01T00:00:00+00:00"])
@pytest.mark.parametrize("looks", [["undo", "--list"], ["organize", "--undo", "9"]])
def test_neither_a_look_nor_taking_back_forgets_anything(
    verb, library_file, folder, old, made_at, looks
):
    verb("write")
    date_batches(library_file, made_at)

    verb(*looks)
    verb(*looks)

    assert verb("undo", "1")[:2] == (0, ["3 taken back, 0 refused."])
    assert contents(folder) == old


def test_writing_again_does_not_forget_what_a_wrong_clock_dated(verb, library_file, folder, old):
    verb("write")
    date_batches(library_file, "2016-01-01T00:00:00+00:00")

    verb("write")

    assert verb("undo", "1")[:2] == (0, ["3 taken back, 0 refused."])
    assert contents(folder) == old


@pytest.mark.parametrize("days", ["0", "10000000", "9999999999"])
def test_any_number_of_days_can_be_chosen(verb, folder, old, days):
    paths.settings_file().write_text(f"[history]\nkeep_days = {days}\n", encoding="utf-8")

    assert verb("write")[0] == verb("undo", "--list")[0] == verb("undo")[0] == 0
    assert contents(folder) == old


def test_the_list_says_where_the_old_bytes_lie(verb, library_file):
    verb("write")
    (file,) = batch_files(library_file)

    assert f"lie in {file.path.parent}, one file a batch" in verb("undo", "--list")[1][-1]
    (line,) = verb("undo", "--list", "--json")[1]
    assert json.loads(line)["file"] == str(file.path)


def test_a_batch_is_taken_back_from_its_file_with_the_library_deleted(
    verb, library_file, folder, old
):
    verb("write")
    for path in library_file.parent.glob("library.db*"):
        path.unlink()
    (file,) = batch_files(library_file)

    status, lines, complaints = verb("undo", "--from", file.path)

    assert (status, complaints) == (0, "")
    assert lines == ["3 taken back, 0 were as before already, 0 refused."]
    assert contents(folder) == old
    assert not library_file.exists()


def test_batches_that_a_restored_library_does_not_know_are_listed(verb, library_file, folder, old):
    back_up(library_file, ASKED)
    verb("write")
    (file,) = batch_files(library_file)
    verb("library", "restore")

    _, lines, _ = verb("undo", "--list")
    assert lines[0].endswith(
        f"not in the history of this library; musicreclass undo --from {file.path}"
    )
    assert verb("undo", "--from", file.path)[0] == 0
    assert contents(folder) == old


def test_a_library_that_is_rubbish_names_the_files_that_help(verb, library_file, folder, old):
    verb("write")
    library_file.write_bytes(b"rubbish " * 4_000)

    status, _, complaints = verb("undo")

    assert status == 1
    assert "`musicreclass undo --from FILE`" in complaints
    (file,) = batch_files(library_file)
    status, lines, complaints = verb("undo", "--from", file.path)
    assert (status, lines) == (0, ["3 taken back, 0 were as before already, 0 refused."])
    assert contents(folder) == old


@pytest.mark.parametrize("setting", ["before = 'no list'", "after = cast(x'ff' AS TEXT)"])
def test_a_row_that_cannot_be_read_keeps_no_batch_from_being_taken_back(
    verb, library_file, folder, old, setting
):
    verb("write")
    with closing(sqlite3.connect(library_file)) as connection:
        connection.execute(f"UPDATE tag_change SET {setting} WHERE location LIKE '%b.mp3'")
        connection.commit()

    assert "3 written" in verb("undo", "--list")[1][0]
    assert verb("undo")[:2] == (0, ["3 taken back, 0 refused."])
    assert contents(folder) == old


def test_a_torn_file_is_said_to_be_one(verb, library_file):
    verb("write")
    (file,) = batch_files(library_file)
    file.path.write_bytes(file.path.read_bytes()[:-300])

    status, _, complaints = verb("undo", "--from", file.path)

    assert status == 1
    assert "damaged in one place" in complaints


@pytest.mark.parametrize("more", [["1"], ["--list"], ["--genre-only"]])
def test_a_file_is_taken_back_as_a_whole(verb, more):
    status, _, complaints = verb("undo", "--from", "x.undo", *more)

    assert status == 2
    assert "leave out BATCH" in complaints
