"""Turns what the decoders raise about a file into our error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import av
import soundfile

from musicreclass.audio.decoding.waveform import DecodeError
from musicreclass.sentences.reason import Reason, because

NOT_READABLE = because("audio.not_readable")
NO_SOUND = because("audio.no_sound")
TOO_DAMAGED = because("audio.too_damaged")

_KNOWN_WORDS = (
    (re.compile("not recognised|unknown format|not a regular file|whitelist"), NOT_READABLE),
    (re.compile("moov atom not found"), because("audio.no_index")),
    (re.compile("two consecutive MPEG audio frames"), because("audio.no_mp3")),
    (
        re.compile("[Dd]ecoder not found|unimplemented|not implemented"),
        because("audio.unknown_coding"),
    ),
    (re.compile("[Mm]alformed|in flac decoder|lost sync|psf_fseek"), TOO_DAMAGED),
    (re.compile("End of file"), because("audio.ends_before_sound")),
    (re.compile("Invalid data"), NOT_READABLE),
)

# Besides their own errors, the libraries let through what Python's own calls raise.
_REFUSALS = (
    soundfile.SoundFileError,
    av.FFmpegError,
    ValueError,
    EOFError,
    OverflowError,
)


@contextmanager
def reading_errors(path: Path) -> Iterator[None]:
    """Turn what decoders and the disk raise into `DecodeError`. For native calls only."""
    try:
        yield
    except OSError as error:  # PyAV's own include the system's
        raise DecodeError(
            path, because("audio.cannot_open", said=error.strerror or str(error))
        ) from error
    except MemoryError as error:
        raise DecodeError(path, because("audio.too_much_memory")) from error
    except _REFUSALS as error:
        raise DecodeError(path, _reason_in(_said(error))) from error


def _said(error: Exception) -> str:
    """Return what the library said, without the path and the call that it adds."""
    if isinstance(error, soundfile.LibsndfileError):
        return str(error.error_string)
    if isinstance(error, av.FFmpegError):
        return str(error.log[-1]) if error.log else str(error.strerror)
    return str(error)


def _reason_in(said: str) -> Reason:
    for pattern, reason in _KNOWN_WORDS:
        if pattern.search(said):
            return reason
    if said.strip():
        return because("audio.cannot_decode", said=said.strip())
    return because("audio.cannot_decode_unsaid")
