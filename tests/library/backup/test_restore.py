import pytest

from musicreclass.library.backup.backups import ASKED, DAILY, back_up, backups
from musicreclass.library.backup.restore import restore, start_anew
from musicreclass.library.sqlite_errors import LibraryDamaged, LibraryProblem
from musicreclass.library.store import Library
from tests.library.filled import (
    NOW,
    RUINS,
    decisions_in,
    empty,
    fill,
    make_older,
    overwrite,
    zero_in_the_middle,
)


@pytest.fixture
def library_file(tmp_path):
    return fill(tmp_path / "library.db", tracks=400)


@pytest.mark.parametrize("ruin", RUINS)
def test_a_damaged_library_is_known_as_such_when_it_is_opened_and_read(library_file, ruin):
    back_up(library_file, DAILY)
    ruin(library_file)

    with pytest.raises(LibraryDamaged), Library(library_file) as library:
        list(library.lines())


@pytest.mark.parametrize("ruin", RUINS)
def test_a_backup_stands_in_for_whatever_is_there_which_is_kept_aside(library_file, ruin):
    made = back_up(library_file, DAILY)
    ruin(library_file)
    ruined = library_file.read_bytes()

    aside = restore(library_file, made.path, NOW)

    assert decisions_in(library_file) == 7
    assert aside.read_bytes()[100:] == ruined[100:]  # the header says how it was last opened
    assert "until 2026-11-30" in aside.name


def test_a_whole_library_that_is_replaced_is_kept_with_all_that_was_in_it(library_file):
    made = back_up(library_file, ASKED)
    fill(library_file, tracks=420, decided=20)

    aside = restore(library_file, made.path)

    assert decisions_in(library_file) == 7
    assert decisions_in(aside) == 27


def test_a_library_that_somebody_has_open_is_not_replaced(library_file):
    made = back_up(library_file, DAILY)

    with Library(library_file) as library:
        library.folders()
        with pytest.raises(LibraryProblem, match="in use"):
            restore(library_file, made.path)

    assert decisions_in(library_file) == 7


def test_a_damaged_backup_is_refused(library_file):
    made = back_up(library_file, DAILY)
    zero_in_the_middle(made.path)

    with pytest.raises(LibraryDamaged, match="damaged, too"):
        restore(library_file, made.path)

    assert decisions_in(library_file) == 7


def test_a_backup_of_an_older_version_is_brought_up_to_date(library_file):
    make_older(library_file)
    made = back_up(library_file, DAILY)
    overwrite(library_file)

    restore(library_file, made.path)

    assert decisions_in(library_file) == 7
    assert {backup.kind for backup in backups(library_file)} == {DAILY, "m008_watching"}


def test_a_new_library_may_be_begun_beside_the_damaged_one(library_file):
    overwrite(library_file)
    ruined = library_file.read_bytes()

    aside = start_anew(library_file)

    assert aside.read_bytes() == ruined
    assert decisions_in(library_file) == 0


def test_a_file_without_content_and_without_backups_may_become_a_library(tmp_path):
    empty(tmp_path / "library.db")

    with Library(tmp_path / "library.db") as library:
        assert library.folders() == []


def test_a_database_of_another_program_is_not_touched(library_file):
    RUINS[-1](library_file)
    before = library_file.read_bytes()

    with pytest.raises(LibraryDamaged, match="not a musicreclass library"):
        Library(library_file)

    assert library_file.read_bytes() == before
