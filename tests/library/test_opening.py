import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest

from musicreclass.library.sqlite_errors import LibraryProblem, library_errors
from musicreclass.library.store import Library


@pytest.mark.parametrize("attempt", range(5))
def test_a_new_library_may_be_opened_by_several_jobs_at_once(tmp_path, attempt):
    def open_and_look(_):
        with Library(tmp_path / "library.db") as library:
            return library.folders()

    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(open_and_look, range(8)))

    assert found == [[]] * 8


@pytest.mark.parametrize(
    ("free", "said"), [(4_096, "the disk is full"), (1 << 30, "disk I/O error")]
)
def test_a_disk_that_is_too_full_to_say_so_is_called_full(tmp_path, monkeypatch, free, said):
    usage = shutil.disk_usage(tmp_path)._replace(free=free)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)

    with pytest.raises(LibraryProblem, match=said), library_errors(tmp_path / "library.db"):
        raise sqlite3.OperationalError("disk I/O error")
