"""Sorts or puts back all of a library, and is killed at some call to the disk.

`python -m tests.killed_mover LIBRARY INTO NUMBER [BATCH]`: the number of the call, and the batch
to put back.
"""

import sys
from pathlib import Path

from musicreclass.pipeline.organizing.organize_files import undo_moves
from tests.killed_writer import KillingDisk
from tests.recording_context import RecordingContext
from tests.sorted_library import sort_all

if __name__ == "__main__":
    library_file, into, disk = Path(sys.argv[1]), Path(sys.argv[2]), KillingDisk(int(sys.argv[3]))
    if len(sys.argv) > 4:
        undo_moves(library_file, int(sys.argv[4]), RecordingContext(), disk=disk)
    else:
        sort_all(library_file, into, disk=disk)
