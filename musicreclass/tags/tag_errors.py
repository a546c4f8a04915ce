"""Errors of reading and writing one file's tags.

Only here, what mutagen and the disk raise is translated into errors of this program.
"""

import errno
import stat
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import mutagen
from mutagen.mp3 import HeaderNotFoundError
from mutagen.mp4 import AtomError

from musicreclass.errors import FileProblem, system_words
from musicreclass.sentences.reason import Reason, because
from musicreclass.tags.bounded_mutagen import OutOfBounds, bounded_mutagen


class TagError(FileProblem):
    """The file or its tags could not be read or written."""


class DamagedFile(TagError):
    """The bytes are there and make no sense. Reading less of the file may still work."""


class WriteRefused(TagError):
    """The file stays as it is: its genre cannot be changed without risk to something else."""


class Unwritable(Exception):
    """Raised where no path is known; `tag_errors` turns it into `WriteRefused`."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class NoSound(Exception):
    """Raised of a video, or of a container with nothing in it; becomes a `TagError`."""


# What mutagen's parsers raise on broken files beside its own errors. Changing bytes of files at
# random showed all but AssertionError and TypeError, which stand in its code for wrong sizes.
_SENSELESS = (
    mutagen.MutagenError,
    AtomError,  # of mutagen too, and not under its base
    ArithmeticError,
    AssertionError,
    EOFError,
    LookupError,
    MemoryError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)

_MAX_DETAILS = 100
_DAMAGED = because("tags.damaged")
_DISK_REASONS = {
    errno.ENOENT: because("tags.gone"),
    errno.EACCES: because("tags.may_not_read"),
    errno.EPERM: because("tags.may_not_read"),
    errno.EIO: because("tags.read_error"),
    errno.ESTALE: because("tags.network_disconnected"),
    errno.ETIMEDOUT: because("tags.network_silent"),
    errno.EHOSTDOWN: because("tags.network_silent"),
    errno.ENOTCONN: because("tags.network_disconnected"),
    errno.EISDIR: because("tags.folder"),
}


@contextmanager
def tag_errors(path: Path, damage: Reason = _DAMAGED) -> Iterator[None]:
    """Translate what mutagen and the disk raise, and let compressed tags grow so far only.

    Args:
        damage: what is wrong where the bytes make no sense; the details are added.
    """
    try:
        with bounded_mutagen():
            yield
    except TagError:
        raise
    except Unwritable as error:
        raise WriteRefused(path, error.reason) from error
    except NoSound as error:
        raise TagError(path, because("tags.no_sound")) from error
    except (OSError, *_SENSELESS) as error:
        disk = _disk_error_in(error)
        if disk is not None:
            raise TagError(path, _read_failure(disk)) from error
        raise DamagedFile(path, _with_details(damage, error, path)) from error


def opened(path: Path) -> BinaryIO:
    """Open a file for reading, but no pipe, socket or device: those may be waited for for ever.

    Raises:
        TagError: it is one.
        OSError: it cannot be opened.
    """
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):  # what folders are is said by opening them
        raise TagError(path, because("tags.no_ordinary_file"))
    return path.open("rb")


def _disk_error_in(error: Exception) -> OSError | None:
    """Return the error of the disk behind `error`, which mutagen may have wrapped.

    A seek to before the beginning (EINVAL) is no trouble of the disk: the file lies about sizes.
    """
    inner = error.args[0] if isinstance(error, mutagen.MutagenError) and error.args else error
    if isinstance(inner, OSError) and inner.errno not in (None, errno.EINVAL):
        return inner
    return None


def _read_failure(error: OSError) -> Reason:
    known = _DISK_REASONS.get(error.errno or 0)
    return known or because("tags.cannot_read", error=system_words(error))


def _with_details(damage: Reason, error: Exception, path: Path) -> Reason:
    """Return `damage` with what mutagen says of the file, where that is written for people."""
    if isinstance(error, (MemoryError, OutOfBounds)):
        return because("tags.asks_too_much", reason=damage)
    text = str(error)
    if isinstance(error, HeaderNotFoundError):  # "can't sync to MPEG frame" says no more
        return damage
    is_written = isinstance(error, (mutagen.MutagenError, AtomError)) and text
    if not is_written or str(path) in text or isinstance(error.args[0], Exception):
        return damage
    return because("tags.with_details", reason=damage, details=text.strip()[:_MAX_DETAILS])
