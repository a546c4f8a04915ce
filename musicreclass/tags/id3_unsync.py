"""Unsynchronisation: zeros that ID3 puts behind bytes 255, lest players take them for sound."""

import re
from bisect import bisect_right

_LOOKS_LIKE_SOUND = re.compile(rb"\xff[\xe0-\xff]")
_STUFFED = re.compile(rb"\xff\x00")
_TO_STUFF = re.compile(rb"\xff(?=[\x00\xe0-\xff]|\Z)")


def is_unsynchronised(raw: bytes) -> bool:
    """Say whether `raw` can be what it claims; some programs set the flag and do nothing."""
    return _LOOKS_LIKE_SOUND.search(raw) is None


def synchronised(raw: bytes) -> bytes:
    """Return the bytes as they were before unsynchronisation."""
    return raw.replace(b"\xff\x00", b"\xff")


def unsynchronised(content: bytes) -> bytes:
    """Return `content` in a form that may stand before any other bytes."""
    return _TO_STUFF.sub(b"\xff\x00", content)


class Places:
    """Where in the raw bytes each part of the synchronised ones lies."""

    def __init__(self, raw: bytes) -> None:
        found = _STUFFED.finditer(raw)
        self._zeros = [match.end() - 1 - number for number, match in enumerate(found)]

    def raw(self, at: int) -> int:
        """Return where what lies at `at` starts; a zero belongs to the byte in front of it."""
        return at + bisect_right(self._zeros, at)
