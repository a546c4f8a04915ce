"""Classifying real music: tracks a second, memory, and what sparing costs.

--data holds a folder for each genre. First all is analyzed with an empty cache, then the same
several times over under other names, so that memory can be compared. From the cache the networks
are timed alone and together, with and without sparing: medians of
runs that take turns. CPU is that of the process in which networks answer.
"""

import argparse
import os
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a folder of genre folders")
    parser.add_argument("--bundle", type=Path, help="classifiers; the box where left out")
    parser.add_argument("--clips", type=int, default=0, help="about so many files; 0: all")
    parser.add_argument("--times", type=int, default=5, help="how often all are heard again")
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    parser.add_argument(
        "--peers", action="store_true", help="also Essentia (installed apart) and librosa"
    )
    options = parser.parse_args()
    # Child processes load this file again; torch in them, which the program's own children do
    # without, would count as memory of theirs.
    from _classify_runs import measure

    files, paces = measure(
        options.data, options.bundle, options.clips, options.times, options.workers
    )
    if options.peers:
        from _classify_peers import compare_peers

        compare_peers(files, paces, options.workers)


if __name__ == "__main__":
    main()
