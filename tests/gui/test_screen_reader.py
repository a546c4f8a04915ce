"""The way through a review as a screen reader tells it, over the bus that these programs use."""

import json
import os
import subprocess
import sys
from pathlib import Path

import debian_packages
import pytest
import system_libraries

import musicreclass

ROOT = Path(musicreclass.__file__).parents[1]
READER = Path(__file__).with_name("screen_reader.py")
TITLES = ("a 青花瓷", "b 十年", "c So What")
SECONDS = 100

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or bool(system_libraries.missing_of_screen_reader()),
    reason="a screen reader is run on Linux only"
    if not sys.platform.startswith("linux")
    else system_libraries.screen_reader_hint(debian_packages.is_debian()),
)


@pytest.fixture
def screen():
    """Return the name of a screen that nobody sees."""
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        yield f":{server.stdout.readline().strip()}"
        server.terminate()


@pytest.fixture
def read(screen, tmp_path, write_mp3):
    """Return what a reader was told on its way through a review."""
    for title in TITLES:
        write_mp3(tmp_path / "music" / f"{title}.mp3", title=title, artist="A", genre="Other")
    environment = os.environ | {
        "DISPLAY": screen,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "MUSICRECLASS_HOME": str(tmp_path / "home"),
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
    }
    window = [sys.executable, "-P", "-m", "tests.gui.spoken_window"]
    window += [str(tmp_path / "library.db"), str(tmp_path / "music")]
    done = subprocess.run(
        ["dbus-run-session", "--", system_libraries.SYSTEM_PYTHON, "-P", READER, *window],
        capture_output=True, text=True, env=environment, timeout=SECONDS, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    # The bus says things, too.
    return json.loads(next(line for line in done.stdout.splitlines() if line.startswith("{")))


def test_a_review_can_be_done_by_what_a_screen_reader_tells(read):
    assert read["window"] == "music – musicreclass"
    assert read["in hand"] == read["row"]
    told = dict(text.partition(": ")[::2] for text in read["row"])
    assert told["Title"] == "a 青花瓷"
    assert told["Genre in file"] == "Other"
    assert told["Genre"] == "suggested · Pop"
    assert told["Confidence"] == "91%, sure"
    assert "State: ✓ accepted" in read["accepted"]
    assert "Genre: Pop" in read["accepted"]
    assert "State: – skipped" in read["skipped"]
    assert "State: ○ suggested" in read["taken back"]
    assert read["dialog"] == "Write genres"
    assert {"File: a 青花瓷.mp3", "Before: Other", "After: Pop"} <= set(read["change"])
    controls = [*read["controls"], *read["controls of the dialog"]]
    assert ["table", "Tracks"] in controls
    assert ["image", "Spectrogram"] in controls
    assert ["push button", "Write 1"] in controls
    assert [role for role, name in controls if not name.strip()] == []
