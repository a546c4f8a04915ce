"""A process that is killed while it cares for a library: `killed_care.py WHAT LIBRARY`."""

import sys
from pathlib import Path

from musicreclass.library.backup.backups import DAILY, back_up, backups
from musicreclass.library.backup.restore import restore
from musicreclass.library.store import Library

if __name__ == "__main__":
    what, library_file = sys.argv[1], Path(sys.argv[2])
    sys.stdout.write("begun\n")
    sys.stdout.flush()
    if what == "backup":
        back_up(library_file, DAILY)
    elif what == "restore":
        restore(library_file, backups(library_file)[0].path)
    else:
        Library(library_file).close()
