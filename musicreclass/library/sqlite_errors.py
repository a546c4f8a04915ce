"""What the errors of SQLite and of the disk mean to a person."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from musicreclass.errors import MusicReclassError
from musicreclass.sentences.reason import Reason, because

LEAST_FREE = 1 << 17  # bytes; the log of writes and its index take as much as that

# What SQLite says, and what that means to people.
_KNOWN_WORDS = {
    "locked": "library.in_use",
    "full": "library.disk_full",
    "readonly": "library.read_only",
}


class LibraryProblem(MusicReclassError):
    """The library file cannot be used."""


class LibraryDamaged(LibraryProblem):
    """The file is broken, or no library at all; a backup may stand in for it."""


@contextmanager
def library_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite and the disk raise into a sentence about the library at `path`."""
    try:
        yield
    except sqlite3.Error as error:
        raise _problem(error, path) from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:  # of what lies in the columns
        raise LibraryDamaged(because("library.damaged", path=path, said=str(error))) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise LibraryProblem(because("library.cannot_open", path=path, said=reason)) from error


def is_damage(error: sqlite3.Error) -> bool:
    """Say whether an error tells that the file is broken."""
    code = getattr(error, "sqlite_errorcode", None)
    damages = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
    # Text that is no text has no code of its own.
    return (code is not None and code & 0xFF in damages) or "Could not decode" in str(error)


def _problem(error: sqlite3.Error, path: Path) -> LibraryProblem:
    if not is_damage(error):
        return LibraryProblem(_meaning(error, path))
    if "not a database" in str(error):
        return LibraryDamaged(because("library.no_library", path=path))
    return LibraryDamaged(because("library.damaged", path=path, said=str(error)))


def _is_full(path: Path) -> bool:
    """Say whether a disk has so little room that SQLite cannot even say so."""
    try:
        return shutil.disk_usage(path.parent).free < LEAST_FREE
    except OSError:
        return False


def _meaning(error: sqlite3.Error, path: Path) -> Reason:
    text = str(error)
    for words, code in _KNOWN_WORDS.items():
        if words in text:
            return because(code, path=path)
    if "disk I/O error" in text and _is_full(path):
        return because("library.disk_full", path=path)
    return because("library.unusable", path=path, said=text)
