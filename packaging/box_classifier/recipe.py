"""The classifier in the box: train it, measure it honestly, and put it into the program.

An hour or two of training goes before the tables; it is kept in --kept, so that the tables alone
are made again in a minute. --install writes the bundle and its card into resources/classifiers.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from box_classifier.card import install
from box_classifier.jobs import anywhere_jobs, box_jobs, home_jobs, run_all, travel_jobs
from box_classifier.join import join
from box_classifier.report import commit, home, home_tables, keep_figures, travel_table
from musicreclass import paths


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with gtzan in it")
    parser.add_argument("--kept", type=Path, default=paths.cache_dir() / "box")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument(
        "--join",
        action="store_true",
        help="only let the box learn from everywhere, and join the encoder's head to it",
    )
    parser.add_argument("--install", action="store_true", help="put it into the program")
    options = parser.parse_args()
    data, kept = options.data, options.kept
    if options.join:
        _learn_from_anywhere(data, kept, options.processes)
        return
    jobs = [*home_jobs(data, kept), *travel_jobs(data, kept)]
    run_all([*jobs, *(box_jobs(data, kept) if options.install else ())], options.processes)
    found = home(data, kept)
    keep_figures(found)
    at_home, abroad = home_tables(found), travel_table(data, kept)
    print(at_home, abroad, sep="\n\n")
    if options.install:
        install(data, kept, at_home, abroad, commit())
        _learn_from_anywhere(data, kept, options.processes)


def _learn_from_anywhere(data: Path, kept: Path, processes: int) -> None:
    run_all([*box_jobs(data, kept)[:1], *home_jobs(data, kept)[:1]], processes)
    run_all(anywhere_jobs(data, kept), processes)
    join(data, kept)


if __name__ == "__main__":
    main()
