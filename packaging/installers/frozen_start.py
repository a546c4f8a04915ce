"""Where the frozen program starts: the same as anywhere, but for what a bundle leaves in the air.

Every process of the frozen program begins here, children included: nothing heavy may be imported.
"""

import os
import sys
from collections.abc import MutableMapping

LOADER_PATHS = ("LD_LIBRARY_PATH", "LIBPATH")


def give_loader_back(environment: MutableMapping[str, str]) -> None:
    """Let programs of the system that are started from here find the system's own libraries.

    The bundle's start-up code has put its own folder in front, and kept what was there before.
    """
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
