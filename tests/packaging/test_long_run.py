"""The long run at the window, cut short: what it does and compares works, and nothing is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BENCH = ROOT / "packaging" / "benches" / "long_run.py"


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.skipif(sys.platform != "linux", reason="/proc, and a library loaded before others")
def test_a_window_that_is_used_amid_faults_loses_nothing():
    done = subprocess.run(
        [sys.executable, BENCH, "--rounds", "1", "--files", "8", "--seed", "10"],
        env=os.environ | {"PYTHONPATH": str(ROOT / "packaging")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert "round    1" in done.stdout, done.stderr
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "all counts flat, 0 differences"
