"""A short form of the bench that loads and attacks the server."""

import os
import subprocess
import sys

import bootstrap_verbs
import pytest


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.skipif(sys.platform == "win32", reason="it is ended by a signal")
def test_under_load_and_under_attack_nothing_fails_and_nothing_is_left():
    words = ["--clients", "2", "--uploads", "5", "--bad", "45", "--guesses", "50"]
    done = subprocess.run(
        [sys.executable, str(bootstrap_verbs.BENCHES / "serve_load.py"), *words],
        env={**os.environ, "PYTHONPATH": str(bootstrap_verbs.PACKAGING), "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout.splitlines()[-1:]) == (0, ["No fault."]), done.stdout
