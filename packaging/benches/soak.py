"""Ten thousand random actions at the Review page: no fault, no thread left, nothing forgotten."""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

from _figures import keep

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=10_000)
    options = parser.parse_args()
    environment = os.environ | {
        "MUSICRECLASS_SOAK": str(options.actions),
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [sys.executable, "-P", "-m", "pytest", "-q", "tests/gui/test_soak.py"]
    started = time.perf_counter()
    done = subprocess.run(command, env=environment, cwd=ROOT, check=False)
    seconds = time.perf_counter() - started
    outcome = "as written down" if done.returncode == 0 else "something went wrong"
    keep(
        "soak.actions",
        f"{options.actions:,} random actions at the Review page",
        f"{seconds:.0f} s, {outcome}",
    )
    print(f"{options.actions:,} actions in {seconds:.0f} s: {outcome}")
    sys.exit(done.returncode)


if __name__ == "__main__":
    main()
