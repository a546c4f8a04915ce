"""What found files say of themselves, read in child processes."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from pathlib import Path

from musicreclass.core.job import JobContext
from musicreclass.core.track import FileFacts
from musicreclass.errors import MusicReclassError
from musicreclass.pipeline.processes.pool import map_in_processes
from musicreclass.pipeline.scanning.walk import FoundFile
from musicreclass.tags.read import read_facts

READ_SECONDS = 30.0  # a file on a sleeping disk takes ten; one that takes longer hangs
CHUNK = 32  # files a child is given at a time; one by one, half the time goes into talking


def read_found(
    files: Iterable[FoundFile], ctx: JobContext, *, workers: int
) -> Generator[tuple[FoundFile, FileFacts | MusicReclassError], None, None]:
    """Yield every file with what it says, or with what is wrong with it, as they are read.

    Raises:
        Cancelled: the user stopped.
    """
    return map_in_processes(
        _facts_of,
        files,
        ctx,
        workers=workers,
        seconds_per_item=READ_SECONDS,
        path_of=_path_of,
        chunk=CHUNK,
    )


def _facts_of(found: FoundFile) -> FileFacts:
    return read_facts(Path(found.path))


def _path_of(found: FoundFile) -> Path:
    return Path(found.path)
