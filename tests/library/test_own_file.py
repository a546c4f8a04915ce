"""Whose a file is, is told before anything of it is changed."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing

import pytest

from musicreclass.library.backup.backups import DAILY, back_up
from musicreclass.library.migrations import APPLICATION_ID
from musicreclass.library.sqlite_errors import LibraryDamaged
from musicreclass.library.store import Library

posix = pytest.mark.skipif(os.name != "posix", reason="elsewhere there are no such rights")


def database(path, *statements):
    with closing(sqlite3.connect(path)) as db:
        for statement in statements:
            db.execute(statement)
        db.commit()


def everything_in(folder):
    """Return what lies in a folder, but for SQLite's index of a log, which every reader renews."""
    content = {path.name: path.read_bytes() for path in folder.iterdir()}
    return {name: None if name.endswith("-shm") else kept for name, kept in content.items()}


def identity(path):
    with closing(sqlite3.connect(path)) as db:
        return db.execute("PRAGMA application_id").fetchone()[0]


STRANGERS = {
    "a browser's": ("CREATE TABLE moz_places (a)",),
    "tables of our names": ("CREATE TABLE track (a)", "CREATE TABLE folder (b)"),
    "one with migrations": (
        "CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set, name, applied_at)",
        "INSERT INTO _sqlite_migrations VALUES (1, 'other', 'm001', '')",
    ),
    "one that says whose it is": ("PRAGMA application_id = 77", "CREATE TABLE a (b)"),
    "one with a log": ("PRAGMA journal_mode = WAL", "CREATE TABLE a (b)"),
}


@pytest.mark.parametrize("statements", STRANGERS.values(), ids=STRANGERS.keys())
def test_databases_of_other_programs_stay_as_they_are(tmp_path, statements):
    path = tmp_path / "theirs.db"
    database(path, *statements)
    before = everything_in(tmp_path)

    with pytest.raises(LibraryDamaged, match="belongs to another program"):
        Library(path)

    assert everything_in(tmp_path) == before


def test_what_another_program_has_not_merged_yet_stays_so(tmp_path):
    path = tmp_path / "theirs.db"
    with closing(sqlite3.connect(path)) as theirs:
        theirs.execute("PRAGMA journal_mode = WAL")
        theirs.execute("CREATE TABLE a (b)")
        before = everything_in(tmp_path)

        with pytest.raises(LibraryDamaged, match="belongs to another program"):
            Library(path)

        assert everything_in(tmp_path) == before


def test_a_song_is_no_library(tmp_path):
    path = tmp_path / "song.mp3"
    path.write_bytes(b"ID3" + bytes(5_000))

    with pytest.raises(LibraryDamaged, match="is not a musicreclass library"):
        Library(path)

    assert [one.name for one in tmp_path.iterdir()] == ["song.mp3"]


def test_a_library_says_whose_it_is(library_file):
    Library(library_file).close()

    assert identity(library_file) == APPLICATION_ID
    assert library_file.read_bytes()[68:72] == b"MRcl"


def test_so_does_one_of_an_older_version(library_file):
    Library(library_file).close()
    make_older(library_file)

    Library(library_file).close()

    assert library_file.read_bytes()[68:72] == b"MRcl"


def test_a_library_of_an_older_version_that_was_not_closed_is_known(tmp_path):
    library_file = tmp_path / "library.db"
    Library(library_file).close()
    make_older(library_file)
    moved = tmp_path / "restored.db"
    with closing(sqlite3.connect(library_file)) as open_still:
        open_still.execute("CREATE TABLE more (a)")
        for end in ("", "-wal"):  # as a kill leaves them
            moved.with_name(moved.name + end).write_bytes(
                library_file.with_name(library_file.name + end).read_bytes()
            )

    with Library(moved) as library:
        assert library.folders() == []


def make_older(library_file):
    database(
        library_file,
        "PRAGMA application_id = 0",
        "DELETE FROM _sqlite_migrations WHERE name LIKE '%application_id'",
    )


@posix
def test_looking_whose_it_is_drops_no_lock_of_who_has_it_open(library_file):
    """Who closes a file by other means than SQLite's takes away all locks of the process on it."""
    with Library(library_file) as library:
        Library(library_file).close()

        elsewhere(library_file, "SELECT count(*) FROM folder")  # and would take the log along
        library.add_folder(library_file.parent)

        assert elsewhere(library_file, "SELECT count(*) FROM folder") == "1"


def elsewhere(path, statement):
    """Return what another process finds in a database."""
    code = (
        "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); "
        "print(db.execute(sys.argv[2]).fetchone()[0]); db.close()"
    )
    command = [sys.executable, "-c", code, path, statement]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def test_an_empty_database_may_become_a_library(library_file):
    database(library_file, "CREATE TABLE a (b)", "DROP TABLE a")

    with Library(library_file) as library:
        assert library.folders() == []


@pytest.mark.parametrize("content", [b"", b"S"])
@pytest.mark.parametrize("left", [".opening", "-wal", "backups"])
def test_a_library_that_was_emptied_is_a_fault_where_traces_of_it_are_left(
    library_file, content, left
):
    with Library(library_file):
        if left == "backups":
            back_up(library_file, DAILY)
    for path in library_file.parent.iterdir():
        if path.is_file():
            path.unlink()
    library_file.write_bytes(content)
    if left != "backups":
        library_file.with_name(library_file.name + left).write_bytes(b"")

    with pytest.raises(LibraryDamaged, match="has lost all that was in it"):
        Library(library_file)

    assert library_file.read_bytes() == content


def test_the_log_of_a_library_that_is_gone_ruins_no_new_one(library_file):
    library_file.with_name(library_file.name + "-wal").write_bytes(b"x" * 100)

    with pytest.raises(LibraryDamaged, match="has lost all that was in it"):
        Library(library_file)

    assert not library_file.exists()


def test_an_empty_file_without_a_past_becomes_a_library(library_file):
    library_file.write_bytes(b"")

    with Library(library_file) as library:
        assert library.folders() == []


@posix
def test_a_library_is_its_owners_alone_wherever_it_lies(library_file):
    mask = os.umask(0o022)
    try:
        with Library(library_file) as library:
            library.add_folder(library_file.parent)
            rights = {
                path.name: stat.S_IMODE(path.stat().st_mode)
                for path in library_file.parent.glob("library.db*")
                if not path.name.endswith(".opening")
            }
    finally:
        os.umask(mask)

    assert rights == dict.fromkeys(("library.db", "library.db-wal", "library.db-shm"), 0o600)


@posix
def test_one_of_an_older_version_becomes_so_once(library_file):
    Library(library_file).close()
    make_older(library_file)
    library_file.chmod(0o644)
    Library(library_file).close()
    became = stat.S_IMODE(library_file.stat().st_mode)

    library_file.chmod(0o640)  # as a person may want it
    Library(library_file).close()

    assert (became, stat.S_IMODE(library_file.stat().st_mode)) == (0o600, 0o640)


def test_who_was_killed_while_making_one_leaves_nothing(library_file):
    left = library_file.with_name(f".{library_file.name}.abc.new")
    left.write_bytes(b"half")

    Library(library_file).close()

    assert sorted(path.name for path in library_file.parent.iterdir()) == [
        "library.db",
        "library.db.opening",
    ]
