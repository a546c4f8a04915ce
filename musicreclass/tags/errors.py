"""What can go wrong with one file's tags, as sentences.

The one place where what mutagen and the disk raise becomes ours.
"""

import errno
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import mutagen
from mutagen.mp4 import AtomError

from musicreclass.errors import FileProblem


class TagError(FileProblem):
    """The file or its tags could not be read or written."""


class DamagedFile(TagError):
    """The bytes are there and make no sense. Reading less of the file may still work."""


class WriteRefused(TagError):
    """The file stays as it is: its genre cannot be changed without risk to something else."""


class Unwritable(Exception):
    """A writer's word for `tag_errors`, from where no path is known; its text is the reason."""


class NoSound(Exception):
    """A reader's word for `tag_errors`: all is well with the file but that nothing can be heard."""


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
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)

_MAX_DETAILS = 100
_DISK_SENTENCES = {
    errno.ENOENT: "the file is no longer there",
    errno.EACCES: "permission denied; allow reading the file and scan again",
    errno.EPERM: "permission denied; allow reading the file and scan again",
    errno.EIO: "the disk reports a read error; copy the file from a backup",
    errno.ESTALE: "the network folder was disconnected; connect it and scan again",
    errno.ETIMEDOUT: "the network folder does not answer; connect it and scan again",
    errno.EHOSTDOWN: "the network folder does not answer; connect it and scan again",
    errno.ENOTCONN: "the network folder was disconnected; connect it and scan again",
    errno.EISDIR: "this is a folder and not a file",
}


@contextmanager
def tag_errors(path: Path, damage: str = "damaged file") -> Iterator[None]:
    """Turn what mutagen and the disk raise into ours.

    Args:
        damage: what is wrong where the bytes make no sense; the details are added.
    """
    try:
        yield
    except TagError:
        raise
    except Unwritable as error:
        raise WriteRefused(path, str(error)) from error
    except NoSound as error:
        raise TagError(path, "there is no sound in it, only video or nothing") from error
    except (OSError, *_SENSELESS) as error:
        disk = _disk_error_in(error)
        if disk is not None:
            raise TagError(path, _sentence(disk)) from error
        raise DamagedFile(path, damage + _details(error, path)) from error


def _disk_error_in(error: Exception) -> OSError | None:
    """Return the disk's complaint behind `error`, which mutagen may have wrapped.

    A seek to before the beginning (EINVAL) is no trouble of the disk: the file lies about sizes.
    """
    inner = error.args[0] if isinstance(error, mutagen.MutagenError) and error.args else error
    if isinstance(inner, OSError) and inner.errno not in (None, errno.EINVAL):
        return inner
    return None


def _sentence(error: OSError) -> str:
    known = _DISK_SENTENCES.get(error.errno or 0)
    return known or f"the file cannot be read ({(error.strerror or str(error)).lower()})"


def _details(error: Exception, path: Path) -> str:
    """Return what mutagen says of the file, where that is written for people."""
    text = str(error)
    is_written = isinstance(error, (mutagen.MutagenError, AtomError)) and text
    if not is_written or str(path) in text or isinstance(error.args[0], Exception):
        return ""
    return f" ({text.strip()[:_MAX_DETAILS]})"
