"""The library moves from the window, and the program is to start again with it."""

import os
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from musicreclass import paths
from musicreclass.gui.services.restarting import PROPERTY, command_of, is_library_named
from musicreclass.gui.settings.library_page import LibraryPage
from musicreclass.library.store import Library

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def said(monkeypatch):
    """Let questions be answered by their first button, and note what is told."""
    told = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: box.buttons()[0].click())
    monkeypatch.setattr(QMessageBox, "information", lambda _, title, text: told.append(text))
    return told


@pytest.fixture(autouse=True)
def _no_restart(qapp):
    yield
    qapp.setProperty(PROPERTY, None)


def choose_folder(folder, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))


def test_a_moved_library_is_the_one_from_now_on(
    open_window, open_dialog, page, qtbot, qapp, library_file, tmp_path, said, kept, monkeypatch
):
    with Library(library_file) as library:
        library.add_folder(tmp_path / "Musics_TBC")
    folder = tmp_path / "other"
    folder.mkdir()
    choose_folder(folder, monkeypatch)
    window = open_window()
    shown = page(LibraryPage, open_dialog(window))
    qtbot.waitUntil(lambda: shown.size_now.text() != "–", timeout=10_000)

    qtbot.mouseClick(shown.move_button, LEFT)

    qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)
    target = folder / "library.db"
    assert said == [f"The library is now {target}."]
    assert kept().library.file == str(target)
    assert paths.library_file() == target
    assert qapp.property(PROPERTY)
    with Library(target) as moved:
        assert [one.path.name for one in moved.folders()] == ["Musics_TBC"]
    assert not library_file.exists()


def test_a_folder_that_has_a_library_is_refused_and_nothing_ends(
    open_window, open_dialog, page, qtbot, qapp, library_file, tmp_path, said, kept, monkeypatch
):
    with Library(library_file):
        pass
    folder = tmp_path / "other"
    folder.mkdir()
    (folder / "library.db").write_bytes(b"mine")
    choose_folder(folder, monkeypatch)
    window = open_window()
    shown = page(LibraryPage, open_dialog(window))

    qtbot.mouseClick(shown.move_button, LEFT)

    assert "is there already" in said[0]
    assert window.isVisible()
    assert not qapp.property(PROPERTY)
    assert kept().library.file == ""


def test_the_program_starts_again_as_it_was_started(tmp_path):
    arguments = ["-P", "-m", "musicreclass", "--library", "old.db", "Musics_TBC"]
    moved = tmp_path / "new.db"

    assert command_of("python", arguments) == ["python", *arguments]
    assert command_of("python", arguments, moved)[5] == str(moved)
    assert command_of("python", ["--library=old.db"], moved) == ["python", f"--library={moved}"]
    assert command_of("python", ["-m", "musicreclass"], moved) == ["python", "-m", "musicreclass"]


def test_a_library_that_was_named_at_the_start_is_known_as_such(monkeypatch):
    assert is_library_named(["--library", "old.db"])
    assert is_library_named(["--library=old.db"])
    assert not is_library_named(["Musics_TBC"])
    monkeypatch.setenv("MUSICRECLASS_LIBRARY", "old.db")
    assert is_library_named([])


@pytest.mark.skipif(sys.platform == "win32", reason="another way there")
def test_the_process_becomes_the_new_program(qapp, monkeypatch):
    from musicreclass.gui.services.restarting import ask_for_restart, restart_where_asked

    became = []
    monkeypatch.setattr(os, "execv", lambda path, command: became.append(command))
    restart_where_asked(qapp)
    ask_for_restart()
    restart_where_asked(qapp)

    assert became == [[sys.executable, *sys.orig_argv[1:]]]
