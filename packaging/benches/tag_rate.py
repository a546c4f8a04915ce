"""Writing a genre into MP3 files of 4 MB, and taking it back: in place, and where bytes must move.

Files are made below --folder, as many of --files as leave a quarter of the disk's free space alone,
once with padding and once without. mutagen writes in place and leaves the rest to the system's
memory; a second figure has it wait for the disk after each file, as any safe way must. Where bytes
must move, bare copies say what the disk allows. Then the same on a disk of which each call takes
--call-ms, as over a network: in place, and as copies.
"""

import argparse
import os
import shutil
import tempfile
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2_000)
    parser.add_argument("--megabytes", type=int, default=4, help="of each file")
    parser.add_argument("--folder", type=Path, help="where the files are made, and removed again")
    parser.add_argument("--slow-files", type=int, default=400, help="on the slow disk; 0: none")
    parser.add_argument("--call-ms", type=int, default=50, help="that each of its calls takes")
    options = parser.parse_args()
    # A child loads the file that its parent was started by: of the program, next to nothing.
    from _tag_rates import measure_all, measure_slow

    os.environ["MUSICRECLASS_HOME"] = tempfile.mkdtemp()
    scratch = Path(tempfile.mkdtemp(dir=options.folder))
    file_bytes = options.megabytes << 20
    try:
        measure_all(scratch, options.files, file_bytes)
        if options.slow_files:
            measure_slow(scratch, options.slow_files, file_bytes, options.call_ms)
    finally:
        shutil.rmtree(scratch)
        shutil.rmtree(os.environ["MUSICRECLASS_HOME"])


if __name__ == "__main__":
    main()
