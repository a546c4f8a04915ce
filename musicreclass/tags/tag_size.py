"""How much of a file is tags, told from a few headers, before anything parses them."""

from pathlib import Path
from typing import BinaryIO

from musicreclass.tags.end_tags import head_end
from musicreclass.tags.fingerprint import sound_region
from musicreclass.tags.tag_errors import TagError, opened, tag_errors

# Most covers are smaller, and a child costs more than they do. Frames of so many bytes take three
# seconds at worst.
HEAVY_BYTES = 512 << 10
_OGG_PAGE_BYTES = 27
_FULL = 255  # a segment of so many bytes is continued in the next
_MOST_PAGES = 4_000


def is_heavy(path: Path) -> bool:
    """Say whether a file's tags are too large to be taken to pieces beside a window."""
    try:
        return tag_bytes(path) > HEAVY_BYTES
    except TagError:
        return False  # whoever opens it next says why


def is_heavy_in(path: Path, file: BinaryIO) -> bool:
    """Say the same of a file that is open."""
    try:
        with tag_errors(path):
            return _tag_bytes(file) > HEAVY_BYTES
    except TagError:
        return False


def tag_bytes(path: Path) -> int:
    """Return how many bytes of the file are not its sound, as it says itself.

    Raises:
        TagError: it cannot be read.
    """
    with tag_errors(path), opened(path) as file:
        return _tag_bytes(file)


def _tag_bytes(file: BinaryIO) -> int:
    size = file.seek(0, 2)
    start, end = sound_region(file, size)
    return max(size - (end - start), _ogg_header_bytes(file, size))


def _ogg_header_bytes(file: BinaryIO, size: int) -> int:
    """Return where the second packet of an Ogg stream ends, which is its comment; 0 elsewhere.

    The times of its pages, by which the sound is found, may lie.
    """
    at = head_end(file)
    packets = 0
    for _ in range(_MOST_PAGES):
        file.seek(at)
        header = file.read(_OGG_PAGE_BYTES)
        if len(header) < _OGG_PAGE_BYTES or not header.startswith(b"OggS"):
            break
        segments = file.read(header[26])
        packets += sum(length < _FULL for length in segments)
        at += _OGG_PAGE_BYTES + len(segments) + sum(segments)
        if packets >= 2:
            return at
    return min(at, size) if packets else 0
