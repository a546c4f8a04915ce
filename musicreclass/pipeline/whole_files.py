"""Output files: pages, pictures, tables. They appear whole or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from musicreclass.errors import MusicReclassError, UsageProblem, system_words
from musicreclass.paths import unfinished_beside
from musicreclass.sentences.reason import because


class OutputProblem(MusicReclassError):
    """What was asked for cannot be written."""


def check_page_file(path: Path) -> None:
    """Make sure that there can be such a file, before minutes are spent on what goes into it.

    Raises:
        UsageProblem: there cannot.
    """
    if path.is_dir():
        raise UsageProblem(because("pipeline.out_is_folder", out=path))
    folder = path.absolute().parent
    if not folder.is_dir():
        raise UsageProblem(because("pipeline.page_without_folder", folder=folder))


def make_folder(path: Path) -> None:
    """Make sure that there is a folder to write into.

    Raises:
        UsageProblem: there is a file in its place, or it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        refused = because("pipeline.cannot_be_folder", path=path, reason=system_words(error))
        raise UsageProblem(refused) from error


def write_page(path: Path, page: str) -> None:
    """Write a page to a file, in place of the one that may be there.

    Raises:
        OutputProblem: the disk refuses.
    """
    write_whole(path, page.encode("utf-8"))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that is there as a whole or not at all.

    Raises:
        OutputProblem: the disk refuses.
    """
    try:
        with appearing_whole(path) as unfinished:
            unfinished.write_bytes(content)
    except OSError as error:
        refused = because("pipeline.page_refused", path=path, reason=system_words(error))
        raise OutputProblem(refused) from error


@contextlib.contextmanager
def appearing_whole(path: Path) -> Iterator[Path]:
    """Give a path beside `path` to write to: its file takes the name at the end, and is gone else.

    Raises:
        OSError: the disk refuses.
    """
    unfinished = unfinished_beside(path)
    try:
        yield unfinished
        unfinished.replace(path)
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)


@contextlib.contextmanager
def output_problems(path: Path) -> Iterator[None]:
    """Translate what a disk says while `path` is written.

    Raises:
        OutputProblem: the disk refuses.
    """
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        refused = because("pipeline.cannot_be_written", path=path, reason=reason)
        raise OutputProblem(refused) from error
