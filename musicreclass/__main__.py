"""Where the program starts: arguments to the command line, none or a folder to the window."""

import gc
import multiprocessing
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from musicreclass.errors import MusicReclassError
from musicreclass.sentences.reason import because

# Threads that wait for each other do so by spinning, and two trainings on two cores, or one beside
# a player and a browser, would wait more than they compute. Alone, spinning is not worth it either.
WAITING = {"GOMP_SPINCOUNT": "1000"}  # of the OpenMP that torch comes with on Linux
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")  # Qt aborts where none of them is set


class NoWindow(MusicReclassError):
    """A window cannot be opened here."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status."""
    multiprocessing.freeze_support()  # first of all: a frozen program is its own child processes
    for variable, count in WAITING.items():
        os.environ.setdefault(variable, count)  # read as torch is loaded
    from musicreclass.cli.main import run

    return run(sys.argv[1:] if arguments is None else arguments, open_window)


def open_window(library_file: Path, folders: Sequence[Path]) -> int:
    """Show the window on a library, and on `folders` where any are given.

    Raises:
        NoWindow: there is no screen, or Qt lacks something.
    """
    if sys.platform == "linux" and not any(os.environ.get(name) for name in SCREENS):
        raise NoWindow(because("start.no_screen"))
    from musicreclass.logs import start_logging

    start_logging()
    gc.disable()  # until the window is there: all that is loaded for it stays
    try:
        from musicreclass.gui.app import run_window  # Qt is loaded where a window is wanted only
    except ImportError as error:
        raise NoWindow(because("start.no_window", said=str(error))) from error
    return run_window(library_file, folders)


def main_gui() -> int:
    """Start from a desktop entry: the same program, where nobody sees a terminal."""
    return main()


if __name__ == "__main__":
    sys.exit(main())
