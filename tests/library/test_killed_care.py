"""Killed at moments all over: there is a library, or a good backup of it, whenever one looks."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from musicreclass.library.backup.backups import DAILY, back_up, backups
from musicreclass.library.backup.restore import restore
from musicreclass.library.connection import damage_in
from tests.library.filled import decisions_in, fill, make_older, overwrite

ROOT = Path(__file__).parents[2]
TRACKS = 3_000


def kill_amid(what, library_file, seconds):
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.library.killed_care", what, library_file],
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )
    process.stdout.readline()
    time.sleep(seconds)
    process.kill()
    process.communicate()


@pytest.mark.parametrize("seconds", [0.0, 0.005, 0.03])
def test_a_kill_amid_a_backup_leaves_the_library_and_the_backup_before(tmp_path, seconds):
    library_file = fill(tmp_path / "library.db", TRACKS)
    before = back_up(library_file, DAILY)

    kill_amid("backup", library_file, seconds)

    assert decisions_in(library_file) == 7
    kept = backups(library_file)
    # One a day is kept: where the kill came too late, the one that was then made.
    assert before in kept or any(backup.made_at > before.made_at for backup in kept)
    assert not any(damage_in(backup.path) for backup in kept)


@pytest.mark.parametrize("seconds", [0.0, 0.01, 0.04])
def test_a_kill_amid_a_migration_loses_nothing(tmp_path, seconds):
    library_file = fill(tmp_path / "library.db", TRACKS)
    make_older(library_file)

    kill_amid("migration", library_file, seconds)

    assert decisions_in(library_file) == 7


@pytest.mark.parametrize("seconds", [0.0, 0.01, 0.04])
def test_a_kill_amid_a_restore_leaves_one_of_the_two_and_the_backup(tmp_path, seconds):
    library_file = fill(tmp_path / "library.db", TRACKS)
    made = back_up(library_file, DAILY)
    overwrite(library_file)

    kill_amid("restore", library_file, seconds)

    assert library_file.exists()
    assert damage_in(made.path) == ""
    restore(library_file, made.path)
    assert decisions_in(library_file) == 7
