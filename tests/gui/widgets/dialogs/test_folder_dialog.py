"""Dialogs begin where a person was, and a folder is told where no file manager shows it."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from musicreclass.gui.widgets.dialogs.folder_dialog import (
    ask_folder,
    ask_open_file,
    ask_save_file,
    last_folder,
    music_folder,
)
from musicreclass.gui.widgets.dialogs.open_folder import FolderMessage, open_folder


@pytest.fixture
def ground(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def begun(monkeypatch):
    """Let dialogs note where they begin, and choose what `begun.chosen` says."""

    class Begun(list):
        chosen = ""

    noted = Begun()

    def note(parent, title, folder, *kinds):
        noted.append(Path(folder))
        return (noted.chosen, "") if kinds else noted.chosen

    for name in ("getExistingDirectory", "getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, note)
    return noted


def test_the_first_dialog_begins_with_the_music_and_the_next_where_one_was(ground, begun, tmp_path):
    begun.chosen = str(tmp_path)

    ask_folder(ground, "Add")
    ask_folder(ground, "Add")

    assert begun == [music_folder(), tmp_path]
    assert Path.cwd() not in begun


def test_each_purpose_has_its_own_folder(ground, begun, tmp_path):
    begun.chosen = str(tmp_path / "figures.json")

    assert ask_save_file(ground, "Save", "figures.json", "*.json", "reports") == Path(begun.chosen)
    ask_open_file(ground, "Load", "*.toml", "tables")
    ask_save_file(ground, "Save", "more.json", "*.json", "reports")

    assert begun == [music_folder() / "figures.json", music_folder(), tmp_path / "more.json"]


def test_a_proposed_path_is_taken_until_another_was_chosen(ground, begun, tmp_path):
    proposed = tmp_path / "a" / "own.pth"
    ask_save_file(ground, "Save", proposed, "*.pth", "classifiers")
    begun.chosen = str(tmp_path / "own.pth")
    ask_save_file(ground, "Save", proposed, "*.pth", "classifiers")
    ask_save_file(ground, "Save", proposed, "*.pth", "classifiers")

    assert begun == [proposed, proposed, tmp_path / "own.pth"]


def test_a_folder_that_is_gone_is_forgotten(ground, begun, tmp_path):
    gone = tmp_path / "gone"
    gone.mkdir()
    begun.chosen = str(gone)
    ask_folder(ground, "Add")

    gone.rmdir()

    assert last_folder("music") == music_folder()


def test_without_a_folder_of_music_it_is_the_persons_own(monkeypatch):
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: "/not/there")

    assert music_folder() == Path.home()


def message(ground):
    return ground.findChild(FolderMessage)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="xdg-open is Linux's")
@pytest.mark.parametrize("status", [0, 3])
def test_an_opener_that_fails_makes_the_path_be_told(ground, qtbot, tmp_path, monkeypatch, status):
    opener = tmp_path / "xdg-open"
    opener.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/asked\nexit {status}\n')
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    open_folder(tmp_path, ground)

    qtbot.waitUntil((tmp_path / "asked").exists, timeout=10_000)
    if status:
        qtbot.waitUntil(lambda: message(ground) is not None, timeout=10_000)
        qtbot.mouseClick(message(ground).copy_button, Qt.MouseButton.LeftButton)
        assert QGuiApplication.clipboard().text() == str(tmp_path)
        assert message(ground).isVisible()
        message(ground).close()
    else:
        qtbot.wait(200)
        assert message(ground) is None


def test_without_any_opener_the_path_is_told(ground, tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)

    open_folder(tmp_path, ground)

    assert message(ground).informativeText() == str(tmp_path)
    message(ground).close()
