"""Where the program starts: arguments to the command line, none or a folder to the window."""

import multiprocessing
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status."""
    multiprocessing.freeze_support()  # first of all: a frozen program is its own child processes
    from musicreclass.cli.main import run

    return run(sys.argv[1:] if arguments is None else arguments, open_window)


def open_window(library_file: Path, folders: Sequence[Path]) -> int:
    """Show the window on a library, and on `folders` where any are given."""
    from musicreclass.gui.app import run_window  # Qt is loaded where a window is wanted only

    return run_window(library_file, folders)


def main_gui() -> int:
    """Start from a desktop entry: the same program, where nobody sees a terminal."""
    return main()


if __name__ == "__main__":
    sys.exit(main())
