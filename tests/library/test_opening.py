from concurrent.futures import ThreadPoolExecutor

import pytest

from musicreclass.library.store import Library


@pytest.mark.parametrize("attempt", range(5))
def test_a_new_library_may_be_opened_by_several_jobs_at_once(tmp_path, attempt):
    def open_and_look(_):
        with Library(tmp_path / "library.db") as library:
            return library.folders()

    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(open_and_look, range(8)))

    assert found == [[]] * 8
