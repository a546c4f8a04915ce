import sqlite3
import stat
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from musicreclass.errors import Cancelled
from musicreclass.library.backup.backups import (
    ASKED,
    DAILY,
    Backup,
    BackupProblem,
    back_up,
    backups,
    decision_count,
    folder_of,
    is_due,
    superfluous,
)
from musicreclass.library.connection import damage_in
from musicreclass.library.sqlite_errors import LibraryDamaged
from musicreclass.library.store import Library
from tests.library.filled import NOW, fill, make_older, scanned, zero_in_the_middle

FIRST_DAY = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def library_file(tmp_path):
    return fill(tmp_path / "library.db")


def test_a_backup_is_a_whole_library_of_its_own(library_file):
    made = back_up(library_file, DAILY, now=NOW)

    assert damage_in(made.path) == ""
    assert decision_count(made.path) == 7
    assert [p.name for p in folder_of(library_file).iterdir()] == [made.path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="has other permissions")
def test_nobody_else_may_read_a_backup(library_file):
    made = back_up(library_file, DAILY)

    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700


def test_a_backup_comes_to_its_end_although_others_write_all_along(tmp_path):
    library_file = fill(tmp_path / "library.db", tracks=4_000)
    ended = threading.Event()

    def write():
        with Library(library_file) as library:
            folder = library.folders()[0]
            for number in range(10_000, 100_000):
                library.record([scanned(number, folder.id)])
                if ended.is_set():
                    return

    writer = threading.Thread(target=write)
    writer.start()
    made = back_up(library_file, DAILY)
    ended.set()
    writer.join()

    assert damage_in(made.path) == ""


def test_a_backup_that_is_stopped_leaves_nothing(library_file):
    def stop():
        raise Cancelled

    with pytest.raises(Cancelled):
        back_up(library_file, DAILY, look_around=stop)

    assert list(folder_of(library_file).iterdir()) == []


def test_a_damaged_library_costs_no_good_backup(library_file):
    for day in range(12):
        back_up(library_file, DAILY, now=NOW + timedelta(days=day))
    before = backups(library_file)
    zero_in_the_middle(library_file)

    with pytest.raises(LibraryDamaged):
        back_up(library_file, DAILY, now=NOW + timedelta(days=40))

    assert backups(library_file) == before


def test_what_a_killed_process_left_is_taken_away(library_file):
    folder = folder_of(library_file)
    folder.mkdir()
    (folder / "library.db.20261101-000000.daily.db.part").write_bytes(b"half")

    made = back_up(library_file, DAILY)

    assert list(folder.iterdir()) == [made.path]


def test_two_at_once_are_refused_with_a_sentence(library_file):
    def second():
        with pytest.raises(BackupProblem, match="made already"):
            back_up(library_file, ASKED)

    back_up(library_file, DAILY, look_around=second)

    assert len(backups(library_file)) == 1


def test_a_backup_is_due_once_a_day(library_file):
    assert is_due(library_file, NOW)

    back_up(library_file, DAILY, now=NOW)

    assert not is_due(library_file, NOW)
    assert is_due(library_file, NOW + timedelta(days=1))


def test_libraries_side_by_side_have_backups_of_their_own(library_file):
    other = fill(library_file.with_name("library.db2"))
    back_up(library_file, DAILY)

    assert backups(other) == []


def test_before_a_migration_there_is_a_backup(library_file):
    make_older(library_file)

    with Library(library_file):
        pass

    [made] = backups(library_file)
    assert made.kind == "m008_watching"
    connection = sqlite3.connect(made.path)
    assert "is_watched" not in connection.execute("SELECT sql FROM sqlite_master").fetchone()[0]
    connection.close()


def test_a_new_library_makes_no_backup(library_file):
    assert backups(library_file) == []


def made_on(*days, kind=DAILY, size=1):
    return [
        Backup(
            folder_of_day(day, kind),
            datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=day),
            kind,
            size,
        )
        for day in days
    ]


def folder_of_day(day, kind):

    return Path(f"/backups/{kind}{day}")


def days_left(made, most_bytes=1_000):
    newest = made[-1]
    gone = superfluous(made, newest, most_bytes)
    return [(backup.made_at - FIRST_DAY).days for backup in made if backup not in gone]


def test_seven_days_and_four_weeks_are_kept():
    left = days_left(made_on(*range(60)))

    assert left[-7:] == [53, 54, 55, 56, 57, 58, 59]
    assert 9 <= len(left) <= 11


def test_three_of_before_migrations_are_kept_beside_them():
    before = made_on(1, 2, 3, 4, kind="m001_a")

    assert days_left([*before, *made_on(50)]) == [2, 3, 4, 50]


def test_the_oldest_go_where_all_would_be_too_large():
    assert days_left(made_on(1, 2, 3, 4, 5, size=100), most_bytes=300) == [3, 4, 5]


def test_two_stay_however_large_they_are():
    assert days_left(made_on(1, 2, 3, size=5_000)) == [2, 3]


def test_a_clock_that_was_ahead_takes_no_backup_away():
    """One backup bears a date far in the future; the next is made at the right time."""
    left = days_left([*made_on(400), *made_on(*range(5))])

    assert left == [400, 0, 1, 2, 3, 4]
