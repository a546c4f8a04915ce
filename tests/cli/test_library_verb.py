import json

import pytest

from musicreclass import paths
from musicreclass.cli.main import run
from musicreclass.library.backup.backups import DAILY, back_up
from musicreclass.pipeline.care.window_claim import WindowClaim
from tests.library.filled import NOW, RUINS, decisions_in, fill, overwrite


@pytest.fixture
def library_file(tmp_path):
    return fill(tmp_path / "library.db", tracks=400)


@pytest.fixture
def call(library_file, capsys):
    def call(*words):
        def no_window(*_):
            pytest.fail("opened a window")

        status = run(["--library", str(library_file), *map(str, words)], no_window)
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


def test_a_backup_is_made_when_asked_for_and_listed(call, library_file):
    status, out, _ = call("library", "backup")
    assert (status, "asked for, 7 decisions" in out) == (0, True)

    _, out, _ = call("library", "backups", "--json")

    assert json.loads(out)["decisions"] == 7


@pytest.mark.parametrize("ruin", RUINS)
def test_a_damaged_library_is_a_sentence_and_what_to_do(call, library_file, ruin):
    back_up(library_file, DAILY, now=NOW)
    ruin(library_file)

    status, out, err = call("problems")

    assert (status, out) == (1, "")
    assert "`musicreclass library restore`" in err
    assert "(7 decisions)" in err


def test_without_a_backup_a_new_library_is_offered(call, library_file):
    overwrite(library_file)

    status, _, err = call("problems")

    assert status == 1
    assert "`musicreclass library new`" in err


def test_the_latest_backup_is_restored(call, library_file):
    back_up(library_file, DAILY)
    overwrite(library_file)

    status, out, _ = call("library", "restore")

    assert status == 0
    assert "is kept as" in out
    assert decisions_in(library_file) == 7


def test_nothing_is_restored_below_an_open_window(call, library_file):
    back_up(library_file, DAILY)
    window = WindowClaim(library_file)
    assert window.take()

    status, _, err = call("library", "restore")

    window.let_go()
    assert status == 1
    assert "A window is open" in err


def test_without_any_backup_there_is_nothing_to_restore(call, library_file):
    status, _, err = call("library", "restore")

    assert (status, "no backup" in err) == (2, True)


def test_a_whole_library_is_said_to_be_whole_and_a_damaged_one_is_not(call, library_file):
    assert call("library", "check")[0] == 0

    RUINS[3](library_file)

    assert call("library", "check")[0] == 1


def test_a_new_library_leaves_the_old_one_beside_it(call, library_file):
    overwrite(library_file)

    status, out, _ = call("library", "new")

    assert (status, "is kept as" in out) == (0, True)
    assert "There is no library" in call("problems")[2]
    assert call("scan")[0] == 0


def test_settings_that_cannot_be_used_are_named_once_and_kept_aside(call):
    paths.settings_file().write_text("theme = = broken")

    _, _, err = call("problems")

    assert str(paths.settings_file()) in err
    assert "kept in settings.broken.toml" in err
    assert call("problems")[2] == ""
