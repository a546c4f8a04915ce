"""Mutagen's reading of ID3 tags, within bounds that it does not know itself.

It inflates whatever is compressed, and copies all that is left of a tag for each frame: a tag of
100,000 frames was read in three seconds, and now in half of one.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from copy import copy
from typing import Any

from mutagen.id3 import _frames, _tags
from mutagen.id3._util import unsynch

from musicreclass.tags.inflation import InflationBudget

_UNSYNCHRONISED = 0x80  # of the flags of a tag
_budget: ContextVar[InflationBudget | None] = ContextVar("budget", default=None)
_their_read_frames = _tags.read_frames


@contextmanager
def bounded_mutagen() -> Iterator[None]:
    """Let the compressed frames that mutagen reads meanwhile in this thread grow so far only."""
    _frames.zlib, _tags.read_frames = _BoundedZlib, _read_frames
    token = _budget.set(InflationBudget())
    try:
        yield
    finally:
        _budget.reset(token)


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
