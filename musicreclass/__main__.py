"""Where the program starts: arguments to the command line, none or a folder to the window."""

import gc
import multiprocessing
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from musicreclass.cli.memory_check import memory_limit, refuse_too_little
from musicreclass.errors import MusicReclassError
from musicreclass.sentences.printable import printable
from musicreclass.sentences.reason import because

# Threads that wait for each other do so by spinning, and two trainings on two cores, or one beside
# a player and a browser, would wait more than they compute. Alone, spinning is not worth it either.
WAITING = {"GOMP_SPINCOUNT": "1000"}  # of the OpenMP that torch comes with on Linux
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")  # where Qt looks for one
CANNOT_RUN = 1  # exit status


class NoWindow(MusicReclassError):
    """A window cannot be opened here."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status."""
    multiprocessing.freeze_support()  # first of all: a frozen program is its own child processes
    for variable, count in WAITING.items():
        os.environ.setdefault(variable, count)  # read as torch is loaded
    try:
        from musicreclass.cli.main import run

        return run(sys.argv[1:] if arguments is None else arguments, open_window)
    except (MemoryError, ImportError, SystemError) as error:
        # Libraries that find no room say so in words of their own, or only that they cannot load.
        return _give_up(error)


def _give_up(error: MemoryError | ImportError | SystemError) -> int:
    """Say that the program cannot be loaded, or has no memory; return the exit status."""
    lacks_memory = isinstance(error, MemoryError) or memory_limit() is not None
    if isinstance(error, SystemError) and not lacks_memory:
        raise error
    said = str(error).splitlines() or [type(error).__name__]
    try:
        code = "start.no_memory" if lacks_memory else "start.cannot_load"
        sentence = str(because(code, said=said[0]))
    except MemoryError:  # not even for the catalogue
        sentence = f"There is too little memory to go on ({said[0]})."
    if sys.stderr is not None:
        sys.stderr.write(f"{printable(sentence)}\n")
    return CANNOT_RUN


def open_window(library_file: Path, folders: Sequence[Path]) -> int:
    """Show the window on a library, and on `folders` where any are given.

    Raises:
        NoWindow: there is no screen, or Qt lacks something.
        MemoryLimited: it could not be loaded.
    """
    if sys.platform == "linux" and not any(os.environ.get(name) for name in SCREENS):
        raise NoWindow(because("start.no_screen"))
    if sys.platform == "linux":
        from musicreclass.gui.screen import answering_screen

        if not answering_screen(os.environ):
            named = (f"{name}={os.environ[name]}" for name in SCREENS if os.environ.get(name))
            raise NoWindow(because("start.screen_silent", named=tuple(named)))
    refuse_too_little()
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
