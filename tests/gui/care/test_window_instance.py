"""Real processes, off-screen: the second start leads to the first window."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer

from musicreclass.gui.care.window_instance import WindowInstance

ROOT = Path(__file__).parents[3]
WINDOW = "from tests.gui.care.small_window import main; main()"


@pytest.fixture
def start(tmp_path):
    """Return what starts a process that wants to be the window on a library."""
    started = []
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment["XDG_RUNTIME_DIR"] = str(tmp_path)

    def begin(library_file, *folders, patience=15.0, **variables):
        process = subprocess.Popen(
            [sys.executable, "-c", WINDOW, library_file, str(patience), *map(str, folders)],
            cwd=ROOT,
            env={**environment, **variables},
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.communicate()


def first_word(process):
    return process.stdout.readline().strip()


def test_a_second_start_hands_over_its_folders_and_ends(start, tmp_path):
    first = start(tmp_path / "library.db")
    assert first_word(first) == "window"

    second = start(tmp_path / "library.db", tmp_path)

    assert first_word(second) == "handed over"
    assert second.wait(20) == 0
    assert first_word(first) == f"asked {tmp_path}"


def test_of_two_that_start_at_once_one_is_the_window(start, tmp_path):
    both = [start(tmp_path / "library.db"), start(tmp_path / "library.db")]

    assert sorted(map(first_word, both)) == ["handed over", "window"]


def test_two_libraries_have_a_window_each(start, tmp_path):
    assert first_word(start(tmp_path / "one.db")) == "window"
    assert first_word(start(tmp_path / "two.db")) == "window"


def test_a_link_to_a_library_is_the_same_library(start, tmp_path):
    (tmp_path / "library.db").touch()
    (tmp_path / "link.db").symlink_to(tmp_path / "library.db")

    assert first_word(start(tmp_path / "library.db")) == "window"
    assert first_word(start(tmp_path / "link.db")) == "handed over"


def test_a_window_that_was_killed_leaves_room_for_another(start, tmp_path):
    first = start(tmp_path / "library.db")
    assert first_word(first) == "window"
    first.kill()
    first.wait()

    again = start(tmp_path / "library.db")

    assert first_word(again) == "window"
    assert first_word(start(tmp_path / "library.db")) == "handed over"


def test_where_no_socket_can_be_made_the_window_opens_with_a_word(start, tmp_path):
    deep = tmp_path / ("long name " * 12)
    deep.mkdir()
    nowhere = str(tmp_path / "none")

    first = start(deep / "library.db", XDG_RUNTIME_DIR=nowhere, TMPDIR=nowhere)

    assert first_word(first).startswith("window, but Folders given at another start")
    second = start(deep / "library.db", patience=0.3, XDG_RUNTIME_DIR=nowhere, TMPDIR=nowhere)
    assert first_word(second).startswith("window, but Another window is open")


def test_where_the_usual_folder_of_sockets_is_gone_another_is_taken(start, tmp_path):
    nowhere = str(tmp_path / "none")
    with tempfile.TemporaryDirectory() as short:  # paths of sockets have a hundred letters
        library = Path(short) / "library.db"
        first = start(library, XDG_RUNTIME_DIR=nowhere, TMPDIR=nowhere)
        assert first_word(first) == "window"

        second = start(library, XDG_RUNTIME_DIR=nowhere, TMPDIR=nowhere)
        assert first_word(second) == "handed over"
        first.kill()
        first.wait()


def test_who_asks_a_window_that_is_still_being_made_is_answered_later(
    start, qapp, qtbot, tmp_path, monkeypatch
):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    instance = WindowInstance(tmp_path / "library.db")
    assert instance.claim([])
    second = start(tmp_path / "library.db", tmp_path)
    server = instance.findChild(QLocalServer)
    qtbot.waitUntil(server.hasPendingConnections, timeout=20_000)

    with qtbot.waitSignal(instance.asked, timeout=20_000) as asked:
        instance.answer()

    instance.let_go()
    assert asked.args == [[tmp_path]]
    assert first_word(second) == "handed over"


def test_nonsense_is_left_alone(qapp, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    instance = WindowInstance(tmp_path / "library.db")
    assert instance.claim([])
    other = WindowInstance(tmp_path / "library.db")
    told = []
    instance.asked.connect(told.append)
    instance.answer()

    instance._take(b"no message")
    instance._take(b'{"folders": 3}')

    instance.let_go()
    assert told == []
    assert other.claim([])
    other.let_go()
