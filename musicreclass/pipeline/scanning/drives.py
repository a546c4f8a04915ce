"""Whether the drive of a folder or a file is there: a network that is gone is no missing file."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path

from musicreclass.errors import FileProblem, system_words
from musicreclass.pipeline.scanning.walk import Identity
from musicreclass.sentences.reason import Reason, because

# What a disk, a server or the way to it says when it does not answer now and may later.
_SILENCES = (
    *("EIO", "ENXIO", "ENODEV", "ESTALE", "ENOTCONN", "ETIMEDOUT", "EHOSTDOWN", "EHOSTUNREACH"),
    *("ENETDOWN", "ENETUNREACH", "ECONNRESET", "ECONNABORTED", "EREMOTEIO", "ENOMEDIUM"),
)
SILENCES = frozenset(getattr(errno, name) for name in _SILENCES if hasattr(errno, name))


class DriveSilent(FileProblem):
    """The drive of a file does not answer now; later it may."""


def identity_of(folder: str) -> Identity | None:
    """Return what tells a folder from another that takes its name; None where none is."""
    try:
        stat = os.stat(folder)  # noqa: PTH116
    except OSError:
        return None
    return stat.st_dev, stat.st_ino


def absence(root: str) -> Reason | None:
    """Return why what is not met below `root` may be there all the same.

    A drive that is away leaves an error, or the empty folder that it was mounted on.
    """
    try:
        with os.scandir(root) as entries:
            return because("pipeline.folder_empty") if next(entries, None) is None else None
    except OSError as error:
        return because("pipeline.folder_unreadable", reason=system_words(error))


def is_away(path: Path, folders: Iterable[Path]) -> bool:
    """Say of a file that is not there whether all of its folder, of `folders`, is away."""
    around = next((folder for folder in folders if folder in path.parents), None)
    return around is not None and absence(str(around)) is not None


def is_there(path: Path) -> bool:
    """Say whether there is something; no, where the drive does not answer: pathlib raises then."""
    return os.path.exists(path)  # noqa: PTH110


def is_folder(path: Path) -> bool:
    """Say whether there is a folder; no, where the drive does not answer."""
    return os.path.isdir(path)  # noqa: PTH112


def answers(path: Path) -> bool:
    """Say whether a file is there and its drive answers."""
    return _reading_error(path) is None


def silence(path: Path) -> DriveSilent | None:
    """Return what is wrong where the drive of a file does not answer, None where it does."""
    error = _reading_error(path)
    if error is None or not is_silence(error):
        return None
    return DriveSilent(path, because("pipeline.drive_silent"))


def is_silence(error: OSError) -> bool:
    """Say whether an error is one of a drive that does not answer now."""
    return error.errno in SILENCES


def _reading_error(path: Path) -> OSError | None:
    try:
        with path.open("rb") as file:
            file.read(1)
    except OSError as error:
        return error
    return None
