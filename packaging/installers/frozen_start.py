"""Where the frozen program starts: the same as anywhere, but for what a bundle leaves in the air.

Every process of the frozen program begins here, children included: nothing heavy may be imported.
"""

import os
import sys
from collections.abc import MutableMapping

LOADER_PATHS = ("LD_LIBRARY_PATH", "LIBPATH")
BEGIN_ANEW = "PYINSTALLER_RESET_ENVIRONMENT"  # read by the bundle's start-up code


def give_loader_back(environment: MutableMapping[str, str]) -> None:
    """Let programs of the system that are started from here find the system's own libraries.

    The bundle's start-up code has put its own folder in front, and kept what was there before. A
    child of our own is to do so again: else it would take itself for one that has it already.
    """
    environment[BEGIN_ANEW] = "1"
    for name in LOADER_PATHS:
        before = environment.pop(f"{name}_ORIG", None)
        if before is None:
            environment.pop(name, None)
        else:
            environment[name] = before


if __name__ == "__main__":
    give_loader_back(os.environ)
    from musicreclass.__main__ import main

    sys.exit(main())
