"""The one window that may be open on a library."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from musicreclass.library.write_lock import WindowOpen, window_lock


class WindowClaim:
    """Held until the process lets go or ends, however it does."""

    def __init__(self, library_file: Path) -> None:
        self._file = library_file
        self._held = ExitStack()

    def take(self) -> bool:
        """Be the window from now on, and say whether there was none.

        Raises:
            LibraryProblem: nobody can tell, for no file can be made beside the library.
        """
        try:
            self._held.enter_context(window_lock(self._file))
        except WindowOpen:
            return False
        return True

    def let_go(self) -> None:
        self._held.close()


@contextmanager
def without_windows(library_file: Path) -> Iterator[None]:
    """Make sure that no window is open on the library meanwhile.

    Raises:
        LibraryProblem: one is.
    """
    with window_lock(library_file):
        yield
