"""A long run of the real window, with faults at random: nothing may grow, and nothing be lost.

A window on made-up music is used by a script, round after round: files come and go, are analyzed,
decided upon, written and taken back; a classifier is trained and used. Processes are killed, files
vanish or are spoiled, drives fall silent, the disk fails, others hold the library. After each round
the library, the window and the files are compared with a record kept in plain Python.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from _figures import keep

SHIM = Path(__file__).with_name("slow_drive.c")
MANY = 1_000_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hours", type=float, default=2.0)
    parser.add_argument("--rounds", type=int, default=MANY, help="at most")
    parser.add_argument("--files", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", action="store_true", help="say what is waited for")
    parser.add_argument("--inside", type=Path, metavar="FOLDER", help="be the window, there")
    options = parser.parse_args()
    if sys.platform != "linux":
        raise SystemExit("Only Linux tells what a process holds, and loads a library before it.")
    if options.inside is not None:
        from _long_run_rounds import Plan
        from _long_run_window import drive

        seconds = options.hours * 3_600
        plan = Plan(
            options.inside, options.seed, seconds, options.rounds, options.files, options.verbose
        )
        sys.exit(drive(plan))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        sys.exit(_run(Path(scratch)))


def _run(scratch: Path) -> int:
    """Let the window run in a process of its own, on a drive that can fall silent."""
    environment = os.environ | {
        "MUSICRECLASS_HOME": str(scratch / "home"),
        "TMPDIR": str(scratch / "tmp"),
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "C.UTF-8",
    }
    (scratch / "tmp").mkdir()
    shim = scratch / "slow.so"
    try:
        command = ["cc", "-shared", "-fPIC", "-O1", "-o", str(shim), str(SHIM), "-ldl"]
        subprocess.run(command, check=True)
    except (OSError, subprocess.CalledProcessError):
        print("without a C compiler, no drive falls silent")
    else:
        environment |= {
            "LD_PRELOAD": str(shim),
            "SLOW_ROOT": str(scratch / "music"),
            "SLOW_OUTAGE": str(scratch / "outage"),
        }
    command = [sys.executable, __file__, *sys.argv[1:], "--inside", str(scratch)]
    status = subprocess.run(command, env=environment, check=False).returncode
    summary = scratch / "summary.txt"
    if summary.exists():
        what, measured = summary.read_text(encoding="utf-8").splitlines()[:2]
        keep("long_run.flat", what, measured)
    return status


if __name__ == "__main__":
    main()
