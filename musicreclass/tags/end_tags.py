"""Tags at both ends of a file: their offsets, and so where the sound between them lies.

ID3v2 at the head; ID3v1, Lyrics3 and APEv2 at the tail. Knows nothing of their contents.
"""

import os
from dataclasses import dataclass
from typing import BinaryIO

ID3V1_BYTES = 128
APE_FOOTER_BYTES = 32
_ID3V2_HEADER_BYTES = 10
_ID3V2_HAS_FOOTER = 0x10
_APE_HAS_HEADER = 0x80000000
_LYRICS_END = b"LYRICS200"
_LYRICS_SIZE_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Tail:
    """What hangs behind the sound."""

    sound_end: int
    ape_footer: int | None = None  # offset
    has_id3v1: bool = False


def head_end(file: BinaryIO) -> int:
    """Return where the ID3v2 tags at the head of the file end, 0 without any."""
    end = 0
    while True:  # Windows Media Player stacks several
        file.seek(end)
        size = id3v2_size(file.read(_ID3V2_HEADER_BYTES))
        if size == 0:
            return end
        end += size


def first_tag(file: BinaryIO) -> bytes:
    """Return the ID3v2 tag that the file begins with, if it does."""
    file.seek(0)
    header = file.read(_ID3V2_HEADER_BYTES)
    return header + file.read(max(id3v2_size(header) - len(header), 0))


def id3v2_size(header: bytes) -> int:
    """Return the bytes of the tag that starts with `header`, 0 where none starts."""
    if (
        len(header) < _ID3V2_HEADER_BYTES
        or not header.startswith(b"ID3")
        or max(header[6:10]) > 127
    ):
        return 0
    size = header[6] << 21 | header[7] << 14 | header[8] << 7 | header[9]
    has_footer = header[3] >= 4 and header[5] & _ID3V2_HAS_FOOTER
    return size + _ID3V2_HEADER_BYTES * (2 if has_footer else 1)


def tail(file: BinaryIO, size: int) -> Tail:
    """Find the tags behind the sound of a file of `size` bytes."""
    end = size
    last = _read(file, end - ID3V1_BYTES - APE_FOOTER_BYTES, end)
    has_id3v1 = last[-ID3V1_BYTES:].startswith(b"TAG") and len(last) >= ID3V1_BYTES
    if has_id3v1:
        end -= ID3V1_BYTES
        last = last[:-ID3V1_BYTES]
    if last.endswith(_LYRICS_END):
        end = _before_lyrics(file, end)
        last = _read(file, end - APE_FOOTER_BYTES, end)
    footer = last[-APE_FOOTER_BYTES:]
    if not footer.startswith(b"APETAGEX"):
        return Tail(end, None, has_id3v1)
    return Tail(_before_ape(footer, end), end - APE_FOOTER_BYTES, has_id3v1)


def _before_lyrics(file: BinaryIO, end: int) -> int:
    digits = end - len(_LYRICS_END) - _LYRICS_SIZE_DIGITS
    text = _read(file, digits, digits + _LYRICS_SIZE_DIGITS)
    start = digits - int(text) if text.isdigit() else end
    return start if start >= 0 else end


def _before_ape(footer: bytes, end: int) -> int:
    """Return where the APEv2 tag starts; its size counts the footer and not the header."""
    size = int.from_bytes(footer[12:16], "little")
    flags = int.from_bytes(footer[20:24], "little")
    start = end - size - (APE_FOOTER_BYTES if flags & _APE_HAS_HEADER else 0)
    return start if start >= 0 else end


def _read(file: BinaryIO, start: int, end: int) -> bytes:
    start = max(start, 0)
    file.seek(start, os.SEEK_SET)
    return file.read(max(end - start, 0))
