"""The process of the window itself, seen from outside while the whole program is used."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from mutagen.flac import FLAC

from tests.own_genres import write_genres

ROOT = Path(__file__).parents[2]
LONGEST_CLOSING_SECONDS = 10.0  # of a busy machine, the end of the interpreter included
MAIN = "from tests.gui.driven_window import main; main()"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(300),
    pytest.mark.skipif(sys.platform != "linux", reason="/proc, and signals that kill"),
]


@pytest.fixture
def drive(tmp_path, home, library_file):
    """Return a runner of a script of `driven_window` on two folders of made-up sounds."""
    music = write_genres(tmp_path / "music", tracks=4, seconds=6.0)
    for path in music.rglob("*.flac"):
        tagged = FLAC(path)
        tagged["genre"] = {"Drums": "Rock", "Flutes": "Classical"}[path.parent.name]
        tagged.save()

    def run(script):
        findings = tmp_path / "findings.json"
        environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            [sys.executable, "-P", "-c", MAIN, library_file, music, findings, script],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        found = json.loads(findings.read_text(encoding="utf-8"))
        assert "error" not in found, found
        assert done.returncode == 0, done.stderr
        return found

    return run


def test_the_windows_process_never_loads_what_computes(drive):
    found = drive("use")

    assert found["modules"] == []
    assert found["mapped"] == []
    assert found["insights"][:3] == ["OVERVIEW", "SOUNDS", "MAP"]
    assert found["insights"][3].startswith("No track surely sounds like another genre")
    assert found["live"]
    assert_gone(found["children"])


def test_a_window_that_is_closed_amid_work_leaves_no_process_behind(drive):
    found = drive("close")

    assert time.time() - found["left_at"] < LONGEST_CLOSING_SECONDS
    assert_gone(found["children"])


def assert_gone(pids):
    """Make sure that there were processes of these numbers, and are no more."""
    assert pids
    until = time.monotonic() + 5
    while left := [pid for pid in pids if psutil.pid_exists(pid)]:
        assert time.monotonic() < until, f"processes left running: {left}"
        time.sleep(0.05)


def test_what_computes_may_be_killed_and_the_work_goes_on(drive):
    found = drive("kill")

    killed = "The process that computes ended (signal SIGKILL)"
    assert len([said for said in found["first"] if killed in said]) == 1
    assert len([said for said in found["said"] if "SIGKILL" in said]) == 2
    assert found["fits"][0] >= 1
    assert found["modules"] == []
