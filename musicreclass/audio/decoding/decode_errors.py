"""Turns what the decoders raise about a file into our error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import av
import soundfile

from musicreclass.audio.decoding.waveform import DecodeError

NOT_READABLE = "this is no kind of sound file that can be read here, or it is badly damaged"
NO_SOUND = "there is no sound in it"
TOO_DAMAGED = "it is too badly damaged to be decoded"

_PLAIN_WORDS = (
    (re.compile("not recognised|unknown format|not a regular file|whitelist"), NOT_READABLE),
    (
        re.compile("moov atom not found"),
        "its index is missing: the file was cut off, was never finished, or is no MP4 at all",
    ),
    (re.compile("two consecutive MPEG audio frames"), "it is no MP3, whatever its name says"),
    (
        re.compile("[Dd]ecoder not found|unimplemented|not implemented"),
        "its coding is not known here",
    ),
    (re.compile("[Mm]alformed|in flac decoder|lost sync|psf_fseek"), TOO_DAMAGED),
    (re.compile("End of file"), "it ends before any sound begins"),
    (re.compile("Invalid data"), NOT_READABLE),
)

# Besides their own errors, the libraries let through what Python's own calls raise.
_REFUSALS = (
    soundfile.SoundFileError,
    av.FFmpegError,
    ValueError,
    EOFError,
    OverflowError,
    MemoryError,
)


@contextmanager
def reading_errors(path: Path) -> Iterator[None]:
    """Turn what decoders and the disk raise into `DecodeError`. For native calls only."""
    try:
        yield
    except OSError as error:  # PyAV's own include the system's
        raise DecodeError(path, f"it cannot be opened ({error.strerror or error})") from error
    except _REFUSALS as error:
        raise DecodeError(path, _in_plain_words(_said(error))) from error


def _said(error: Exception) -> str:
    """Return what the library said, without the path and the call that it adds."""
    if isinstance(error, soundfile.LibsndfileError):
        return str(error.error_string)
    if isinstance(error, av.FFmpegError):
        return str(error.log[-1]) if error.log else str(error.strerror)
    return str(error)


def _in_plain_words(said: str) -> str:
    for pattern, words in _PLAIN_WORDS:
        if pattern.search(said):
            return words
    return f"it cannot be decoded ({said.strip() or 'no reason given'})"
