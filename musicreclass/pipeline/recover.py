"""After a crash: finish or roll back what was being written, and say so."""

from __future__ import annotations

from pathlib import Path

from musicreclass.core.job import JobContext


def recover(library_file: Path, ctx: JobContext) -> tuple[str, ...]:
    """Bring files and journal together again; return sentences on what was found, mostly none.

    To be called before anything else is written, at the start of whatever opens the library for
    that. Does nothing while another process is writing.

    Raises:
        LibraryProblem: the library cannot be used.
    """
    raise NotImplementedError
