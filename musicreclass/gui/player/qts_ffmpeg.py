"""Qt's own copy of FFmpeg, which prints to the terminal whatever it thinks of a file."""

from __future__ import annotations

import ctypes
import os
from contextlib import suppress
from pathlib import Path

import PySide6

QUIET = -8  # AV_LOG_QUIET
PLACES = ("Qt/lib/libavutil.so.*", "Qt/lib/libavutil.*.dylib", "avutil-*.dll")


def quieten_ffmpeg() -> None:
    """Let it be silent, once Qt has loaded it; a copy that lies elsewhere goes on printing."""
    folder = Path(PySide6.__file__).parent
    for place in PLACES:
        for library in folder.glob(place):
            with suppress(OSError):  # nobody has loaded it
                _loaded(library).av_log_set_level(QUIET)


def _loaded(library: Path) -> ctypes.CDLL:
    """Return a library that is loaded already: by itself it would lack what Qt brings along.

    Raises:
        OSError: it is not.
    """
    only_loaded = getattr(os, "RTLD_NOLOAD", 0) | getattr(os, "RTLD_NOW", 0)
    return ctypes.CDLL(str(library), mode=only_loaded)
