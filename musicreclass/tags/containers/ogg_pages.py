"""Pages of Ogg files: read with their places, built from packets, and numbered anew.

A page's checksum is linear in its bytes, so that a page gets another number without its sound
being read; a checksum that was wrong stays as wrong as it was.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from musicreclass.core.tag_change import Patch
from musicreclass.sentences.reason import because
from musicreclass.tags.errors import Unwritable
from musicreclass.tags.genre_write import GenreWrite

HEADER_BYTES = 27
MAX_SEGMENTS = 255
FULL = 255  # a segment of this size is not the last of its packet
CONTINUED, FIRST, LAST = 1, 2, 4
NO_PACKET_ENDS = 2**64 - 1
_NUMBER_AT, _SUM_AT = 18, 22
_BITS_REVERSED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


@dataclass(frozen=True, slots=True)
class Page:
    """The header of a page, and where it lies."""

    at: int
    flags: int
    granule: int
    serial: int
    number: int
    checksum: int
    segments: bytes  # their sizes

    @property
    def body_at(self) -> int:
        return self.at + HEADER_BYTES + len(self.segments)

    @property
    def end(self) -> int:
        return self.body_at + sum(self.segments)

    @property
    def ends_whole(self) -> bool:
        """Is the last packet not continued on the next page?"""
        return self.segments[-1:] != bytes([FULL])

    @property
    def ends_packet(self) -> bool:
        return any(size < FULL for size in self.segments)


def pages(write: GenreWrite, at: int) -> Iterator[Page]:
    """Yield the pages from `at` to the end of the file.

    Raises:
        Unwritable: there is something else between them.
    """
    while at < write.size:
        page = _page(write, at)
        yield page
        at = page.end


def _page(write: GenreWrite, at: int) -> Page:
    header = write.read(at, HEADER_BYTES)
    magic, flags, granule, serial, number, checksum, count = struct.unpack("<5sBQIIIB", header)
    if magic != b"OggS\0":
        raise Unwritable(because("tags.damaged_pages"))
    segments = write.read(at + HEADER_BYTES, count)
    page = Page(at, flags, granule, serial, number, checksum, segments)
    if page.end > write.size:
        raise Unwritable(because("tags.page_cut_off"))
    return page


def built(page: Page, body: bytes) -> bytes:
    """Return the bytes of a page, with a checksum of its own; where it lies does not count."""
    head = struct.pack(
        "<5sBQIIIB",
        *(b"OggS\0", page.flags, page.granule, page.serial, page.number, 0, len(page.segments)),
    )
    whole = head + page.segments + body
    return whole[:_SUM_AT] + struct.pack("<I", checksum_of(whole)) + whole[_SUM_AT + 4 :]


def checksum_of(page: bytes) -> int:
    """Return Ogg's checksum: zlib's, but from the other end of each byte and without inversion."""
    mirrored = zlib.crc32(page.translate(_BITS_REVERSED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{mirrored:032b}"[::-1], 2)


def renumbered(page: Page, by: int) -> Patch:
    """Return what gives the page another number, and the checksum that belongs to it."""
    number = (page.number + by) % 2**32
    difference = struct.pack("<I", page.number ^ number) + bytes(page.end - page.at - _SUM_AT)
    checksum = page.checksum ^ checksum_of(difference)
    old = struct.pack("<II", page.number, page.checksum)
    return Patch(page.at + _NUMBER_AT, old, struct.pack("<II", number, checksum))
