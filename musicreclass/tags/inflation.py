"""Inflating compressed ID3 frames within a limit: one megabyte may claim to hold a thousand."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

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
