"""Inflating compressed ID3 frames within a limit: one megabyte may claim to hold a thousand.

Mutagen inflates whatever it meets, so that its own call of zlib is taken over, too.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final

from mutagen.id3 import _frames

LARGEST_INFLATED_BYTES = 64 << 20  # of all frames of a tag together; no cover is that large


class GrowsTooLarge(zlib.error):
    """Frames would grow beyond what any tag has."""


@dataclass(slots=True)
class InflationBudget:
    """How far the compressed frames of one tag may still grow, all together."""

    left: int = LARGEST_INFLATED_BYTES

    def inflated(self, content: bytes) -> bytes:
        """Return what was compressed.

        Raises:
            GrowsTooLarge: it is more than is left.
            zlib.error: it makes no sense.
        """
        inflater = zlib.decompressobj()
        found = inflater.decompress(content, self.left + 1)
        if len(found) > self.left:
            raise GrowsTooLarge(f"beyond {LARGEST_INFLATED_BYTES} bytes")
        if not inflater.eof:
            raise zlib.error("incomplete")
        self.left -= len(found)
        return found


_budget: ContextVar[InflationBudget | None] = ContextVar("budget", default=None)


class _LimitedZlib:
    """What mutagen calls in place of the module; a frame that grows too large is broken to it."""

    error = zlib.error

    @staticmethod
    def decompress(content: bytes) -> bytes:
        return (_budget.get() or InflationBudget()).inflated(content)


_LIMITED: Final = _LimitedZlib()


@contextmanager
def limited_inflation() -> Iterator[None]:
    """Let the frames that mutagen reads meanwhile in this thread grow so far and no further."""
    _frames.zlib = _LIMITED
    token = _budget.set(InflationBudget())
    try:
        yield
    finally:
        _budget.reset(token)
