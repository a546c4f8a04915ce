"""Mutagen's reading of files, within bounds that it does not know itself.

It inflates whatever is compressed. A Musepack file of a kilobyte that leads back to where it was
keeps it busy for ever. Frames of one key are compared each with all others. And it copies all that
is left of an ID3 tag for each frame: 100,000 were read in three seconds, and now in half of one.
Texts of UTF-16 it decodes byte by byte.
"""

from __future__ import annotations

import codecs
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from copy import copy
from typing import Any, BinaryIO, cast

from mutagen.id3 import _frames, _specs, _tags
from mutagen.id3._util import unsynch

from musicreclass.tags.inflation import InflationBudget

_UNSYNCHRONISED = 0x80  # of the flags of a tag
_NAME_LETTERS = 4  # those of ID3v2.2 have three, and become others
_MOST_CALLS = 200_000  # take a fifth of a second
_BYTES_PER_CALL = 40  # pages of Ogg may be small, and are gone through where the last is missing
_budget: ContextVar[InflationBudget | None] = ContextVar("budget", default=None)
_their_read_frames, _their_add = _tags.read_frames, _tags.ID3Tags._add
_their_decode = _specs.decode_terminated
_WIDE = {name: codecs.getincrementaldecoder(name) for name in ("utf16", "utf_16_be")}  # their names
_MOST_ALIKE = 500  # frames whose key another has: pictures are then compared for 0.2 s


class OutOfBounds(ArithmeticError):
    """A file asks for more than any honest one does. Mutagen catches its own, and lets it pass."""


@contextmanager
def bounded_mutagen() -> Iterator[None]:
    """Let the compressed frames that mutagen reads meanwhile in this thread grow so far only."""
    _frames.zlib, _tags.read_frames, _tags.ID3Tags._add = _BoundedZlib, _read_frames, _add
    _specs.decode_terminated = _decode
    token = _budget.set(InflationBudget())
    try:
        yield
    finally:
        _budget.reset(token)


def _add(tags: Any, frame: Any, strict: bool) -> None:
    """Add a frame to a tag as mutagen does, unless too many are alike."""
    known = frame if len(frame.FrameID) == _NAME_LETTERS else frame._upgrade_frame()
    if known is not None and known.HashKey in tags:
        tags.alike = getattr(tags, "alike", 0) + 1
        if tags.alike > _MOST_ALIKE:
            raise OutOfBounds("too many frames of one key")
    _their_add(tags, frame, strict)


def _decode(data: bytes, encoding: str, strict: bool = True) -> tuple[str, bytes]:
    """Return a text and what lies behind the zero that ends it, as mutagen does."""
    if strict or encoding not in _WIDE:
        return cast(tuple[str, bytes], _their_decode(data, encoding, strict))
    end = data.find(b"\0\0")
    while end >= 0 and end % 2:  # half of one letter and half of the next
        end = data.find(b"\0\0", end + 1)
    decoder = _WIDE[encoding]()
    if end < 0:
        return decoder.decode(data, True), b""
    return decoder.decode(data[: end + 2])[:-1], data[end + 2 :]


class BoundedFile:
    """A file that may be read so often and no more."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._calls_left = _MOST_CALLS + file.seek(0, os.SEEK_END) // _BYTES_PER_CALL
        file.seek(0)

    def read(self, count: int = -1) -> bytes:
        self._count()
        return self._file.read(count)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        self._count()
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    @property
    def name(self) -> Any:
        """Return what mutagen goes by where the bytes say nothing."""
        return getattr(self._file, "name", "")

    def _count(self) -> None:
        self._calls_left -= 1
        if self._calls_left < 0:
            raise OutOfBounds("read in circles")


def bounded_file(file: BinaryIO) -> BinaryIO:
    """Return a file that is given to mutagen, at its start."""
    return cast(BinaryIO, BoundedFile(file))


class _BoundedZlib:
    """What mutagen calls in place of the module; a frame that grows too large is broken to it."""

    error = zlib.error

    @staticmethod
    def decompress(content: bytes) -> bytes:
        return (_budget.get() or InflationBudget()).inflated(content)


class _Rest:
    """The rest of a tag, of which the rest is had without copying it."""

    __slots__ = ("_at", "_content")

    def __init__(self, content: bytes, at: int = 0) -> None:
        self._content = content
        self._at = min(at, len(content))

    def __len__(self) -> int:
        return len(self._content) - self._at

    def __getitem__(self, part: slice) -> bytes | _Rest:
        start = self._at + (part.start or 0)
        if part.stop is None:
            return _Rest(self._content, start)
        return self._content[start : self._at + part.stop]


def _read_frames(header: Any, content: bytes, known: Any) -> Any:
    """Return what mutagen's own function does of the frames of a tag."""
    if header.version < header._V24 and header.f_unsynch:
        header = copy(header)
        header._flags &= ~_UNSYNCHRONISED  # done here, since it would be undone with a copy again
        with suppress(ValueError):  # as there
            content = unsynch.decode(content)
    return _their_read_frames(header, _Rest(content), known)
