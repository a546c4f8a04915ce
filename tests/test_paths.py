"""Where things are kept, and what is said when they cannot be."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from musicreclass import paths
from musicreclass.paths import FolderProblem, ResourceMissing

NAMES = {
    paths.data_dir: "data",
    paths.cache_dir: "cache",
    paths.config_dir: "config",
    paths.log_dir: "log",
}
FOLDERS = list(NAMES)


def refuse(*args, **kwargs):
    raise PermissionError(13, "Permission denied")


@pytest.mark.parametrize(("folder", "name"), list(NAMES.items()))
def test_the_home_variable_gathers_everything_below_one_folder(home, folder, name):
    assert folder() == home / name


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_exists_once_it_was_asked_for(folder):
    assert folder().is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="no permission bits")
@pytest.mark.parametrize("folder", FOLDERS)
def test_nobody_else_may_look_into_a_folder(folder):
    assert stat.S_IMODE(folder().stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform != "linux", reason="the variables of this platform")
def test_without_the_home_variable_the_platform_decides(tmp_path, monkeypatch):
    monkeypatch.delenv("MUSICRECLASS_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))

    assert paths.data_dir() == tmp_path / "share" / "musicreclass"


def test_an_empty_home_variable_is_none(tmp_path, monkeypatch):
    monkeypatch.setenv("MUSICRECLASS_HOME", "")
    monkeypatch.setattr(paths, "_platform", lambda name: tmp_path / "platform" / name)

    assert paths.cache_dir() == tmp_path / "platform" / "cache"


def test_a_relative_home_is_made_absolute_and_a_tilde_is_understood(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("MUSICRECLASS_HOME", "~/portable")
    from_tilde = paths.data_dir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MUSICRECLASS_HOME", "portable")

    assert from_tilde == paths.data_dir() == tmp_path / "portable" / "data"


def test_a_forbidden_folder_is_a_sentence_that_says_what_to_do(home, monkeypatch):
    monkeypatch.setattr(Path, "mkdir", refuse)

    with pytest.raises(FolderProblem) as problem:
        paths.data_dir()

    assert str(problem.value) == (
        f"cannot create {home / 'data'}: permission denied; "
        "set MUSICRECLASS_HOME to a folder you can write to"
    )


def test_a_file_in_the_way_is_a_sentence_too(home):
    (home / "data").write_text("not a folder")

    with pytest.raises(FolderProblem, match=r"cannot create .*data: "):
        paths.data_dir()


def test_the_library_lives_among_the_data(home):
    assert paths.library_file().parent == home / "data"


def test_the_library_variable_names_another_file_and_creates_nothing(home, tmp_path, monkeypatch):
    monkeypatch.setenv("MUSICRECLASS_LIBRARY", str(tmp_path / "elsewhere" / "mine.db"))

    assert paths.library_file() == tmp_path / "elsewhere" / "mine.db"
    assert list(home.iterdir()) == []


def test_a_checkout_finds_its_resources_beside_the_package():
    assert paths.resource("genres.json") == paths.PACKAGE.parent / "resources" / "genres.json"


def test_an_installed_package_finds_its_resources_inside(tmp_path, monkeypatch):
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "genres.json").write_text("{}")
    monkeypatch.setattr(paths, "PACKAGE", tmp_path)

    assert paths.resource("genres.json") == tmp_path / "resources" / "genres.json"


def test_a_frozen_program_finds_its_resources_where_it_was_unpacked(tmp_path, monkeypatch):
    (tmp_path / "resources" / "icons").mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert paths.resource("icons") == tmp_path / "resources" / "icons"


def test_a_frozen_program_in_a_folder_finds_its_resources_beside_itself(tmp_path, monkeypatch):
    (tmp_path / "resources" / "icons").mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "musicreclass.exe"))

    assert paths.resource("icons") == tmp_path / "resources" / "icons"


def test_a_missing_resource_says_to_install_again():
    with pytest.raises(ResourceMissing, match=r"nowhere\.bin is missing; install"):
        paths.resource("nowhere.bin")


def test_importing_paths_loads_nothing_heavy():
    code = "import sys, musicreclass.paths; print({'numpy', 'platformdirs'} & set(sys.modules))"

    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert out.stdout.strip() == "set()"
