"""Reading the text of APEv2 tags.

mutagen gives up the whole tag over one value that is not UTF-8, and values from Chinese and
Japanese programs often are not; here such a value is handed on as bytes.
"""

import os
from collections.abc import Iterator
from typing import BinaryIO

from musicreclass.tags.edges import APE_FOOTER_BYTES, tail
from musicreclass.tags.raw_tags import RawTags, RawText

_FIELDS = {
    "title": ("title",),
    "artist": ("artist",),
    "album_artist": ("album artist", "albumartist"),
    "album": ("album",),
    "track_number": ("track", "tracknumber"),
    "year": ("year", "date"),
    "genres": ("genre",),
}
_IS_BINARY_OR_LINK = 0b110
_MAX_TAG_BYTES = 64 << 20  # covers of 20 MB exist; a size beyond this is a lie


def read_ape(file: BinaryIO) -> RawTags:
    """Return what the APEv2 tag of the file says; nothing where there is none."""
    size = file.seek(0, os.SEEK_END)
    body = _body(file, tail(file, size).ape_footer)
    if body is None:
        return RawTags()
    items = {key: values for key, values in _items(body) if values}
    return RawTags.of("APEv2", items, _FIELDS)


def _body(file: BinaryIO, footer: int | None) -> bytes | None:
    if footer is not None:
        file.seek(footer)
        size = _size_in(file.read(APE_FOOTER_BYTES))
        start = max(footer + APE_FOOTER_BYTES - size, 0)
        file.seek(start)
        return file.read(min(footer - start, _MAX_TAG_BYTES))
    file.seek(0)  # some programs write the tag in front
    header = file.read(APE_FOOTER_BYTES)
    if not header.startswith(b"APETAGEX"):
        return None
    return file.read(min(_size_in(header), _MAX_TAG_BYTES))


def _size_in(header: bytes) -> int:
    return int.from_bytes(header[12:16], "little")


def _items(body: bytes) -> Iterator[tuple[str, tuple[RawText, ...]]]:
    """Yield the text items, as far as the tag makes sense."""
    at = 0
    while at + 8 < len(body):
        size = int.from_bytes(body[at : at + 4], "little")
        flags = int.from_bytes(body[at + 4 : at + 8], "little")
        key_end = body.find(b"\0", at + 8)
        if key_end < 0 or key_end + 1 + size > len(body):
            return
        value = body[key_end + 1 : key_end + 1 + size]
        if not flags & _IS_BINARY_OR_LINK:
            yield body[at + 8 : key_end].decode("latin-1").lower(), _texts(value)
        at = key_end + 1 + size


def _texts(value: bytes) -> tuple[RawText, ...]:
    parts = [part for part in value.split(b"\0") if part]
    try:
        return tuple(part.decode() for part in parts)
    except UnicodeDecodeError:
        return tuple(parts)
