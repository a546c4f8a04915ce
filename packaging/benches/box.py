"""The classifier in the box: teach it, measure it honestly, and put it into the program.

Hours of teaching go before the table; they are kept in --kept, so that the table alone is made
again in seconds. --install writes the bundle and its model card into resources/classifiers.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from _box_jobs import box_jobs, home_jobs, run_all, travel_jobs

from musicreclass import paths


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with gtzan in it")
    parser.add_argument("--kept", type=Path, default=paths.cache_dir() / "box")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--only", choices=["home", "travel", "box"], default="")
    options = parser.parse_args()
    stages = {"home": home_jobs, "travel": travel_jobs, "box": box_jobs}
    chosen = {name: make(options.data, options.kept) for name, make in stages.items()}
    wanted = [job for name, jobs in chosen.items() if options.only in ("", name) for job in jobs]
    run_all(wanted, options.processes)


if __name__ == "__main__":
    main()
