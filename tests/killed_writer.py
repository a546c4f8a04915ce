"""Writes all that waits in a library, and is killed at some call to the disk.

`python -m tests.killed_writer LIBRARY NUMBER`: the library's file, and the number of the call.
"""

import sys
from pathlib import Path

import psutil

from tests.failing_disk import FailingDisk
from tests.tagged_library import write_all


class KillingDisk(FailingDisk):
    """Kills its process at call number `at`; calls of other threads are under way then."""

    def _is_due(self, name):
        if super()._is_due(name):
            psutil.Process().kill()
        return False


if __name__ == "__main__":
    write_all(Path(sys.argv[1]), disk=KillingDisk(int(sys.argv[2])))
