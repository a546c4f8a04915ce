"""Pages and pictures on the disk: they appear whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from musicreclass.errors import MusicReclassError, UsageProblem
from musicreclass.sentences.reason import because


class CannotWritePage(MusicReclassError):
    """The disk refuses what was asked for."""


def check_page_file(path: Path) -> None:
    """Make sure that there can be such a file, before minutes are spent on what goes into it.

    Raises:
        UsageProblem: there cannot.
    """
    if path.is_dir():
        raise UsageProblem(because("pipeline.out_is_folder", out=path))
    if not path.absolute().parent.is_dir():
        raise UsageProblem(because("pipeline.page_without_folder", folder=path.absolute().parent))


def make_folder(path: Path) -> None:
    """Make sure that there is a folder to write into.

    Raises:
        UsageProblem: there is a file in its place, or it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageProblem(
            because("pipeline.cannot_be_folder", path=path, reason=reason)
        ) from error


def write_page(path: Path, page: str) -> None:
    """Write a page to a file, in place of the one that may be there.

    Raises:
        CannotWritePage: the disk refuses.
    """
    write_whole(path, page.encode("utf-8"))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that is there as a whole or not at all.

    Raises:
        CannotWritePage: the disk refuses.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotWritePage(because("pipeline.page_refused", path=path, reason=reason)) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
