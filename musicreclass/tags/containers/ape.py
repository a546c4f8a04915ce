"""APEv2 tags: their texts, and another genre among their items. All others stay as they are."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from musicreclass.sentences.reason import because
from musicreclass.tags.end_tags import APE_FOOTER_BYTES, tail
from musicreclass.tags.genre_write import MAX_TAG_BYTES
from musicreclass.tags.raw_tags import RawTags, RawText
from musicreclass.tags.tag_errors import Unwritable

KIND = "APEv2"
_FIELDS = {
    "title": ("title",),
    "artist": ("artist",),
    "album_artist": ("album artist", "albumartist"),
    "album": ("album",),
    "track_number": ("track", "tracknumber"),
    "year": ("year", "date"),
    "genres": ("genre",),
}
_MAGIC = b"APETAGEX"
_VERSION_2 = 2_000
_HAS_HEADER = 0x80000000
_IS_HEADER = 0x20000000
_TYPE = 0b110  # none for text; bytes or a link
_KEY = b"Genre"


@dataclass(frozen=True, slots=True)
class _Item:
    key: bytes
    flags: int
    value: bytes
    raw: bytes

    @property
    def is_genre(self) -> bool:
        return self.key.lower() == b"genre"


def _items(body: bytes) -> Iterator[_Item]:
    """Yield the items, as far as the tag makes sense."""
    at = 0
    while at + 8 < len(body):
        size, flags = struct.unpack_from("<II", body, at)
        key_end = body.find(b"\0", at + 8)
        end = key_end + 1 + size
        if key_end < 0 or end > len(body):
            return
        yield _Item(body[at + 8 : key_end], flags, body[key_end + 1 : end], body[at:end])
        at = end


def read_ape(file: BinaryIO) -> RawTags:
    """Return what the APEv2 tag of the file says; nothing where there is none.

    mutagen gives up the whole tag over one value that is not UTF-8, and values from Chinese and
    Japanese programs often are not; here such a value is handed on as bytes.
    """
    body = _body(file, tail(file, file.seek(0, os.SEEK_END)).ape_footer)
    if body is None:
        return RawTags()
    texts = {
        item.key.decode("latin-1").lower(): values
        for item in _items(body)
        if not item.flags & _TYPE and (values := _texts(item.value))
    }
    return RawTags.of(KIND, texts, _FIELDS)


def _body(file: BinaryIO, footer: int | None) -> bytes | None:
    if footer is not None:
        file.seek(footer)
        start = max(footer + APE_FOOTER_BYTES - _size_in(file.read(APE_FOOTER_BYTES)), 0)
        file.seek(start)
        return file.read(min(footer - start, MAX_TAG_BYTES))
    file.seek(0)  # some programs write the tag in front
    header = file.read(APE_FOOTER_BYTES)
    if not header.startswith(b"APETAGEX"):
        return None
    return file.read(min(_size_in(header), MAX_TAG_BYTES))


def _size_in(header: bytes) -> int:
    return int.from_bytes(header[12:16], "little")


def _texts(value: bytes) -> tuple[RawText, ...]:
    parts = [part for part in value.split(b"\0") if part]
    try:
        return tuple(part.decode() for part in parts)
    except UnicodeDecodeError:
        return tuple(parts)


@dataclass(frozen=True, slots=True)
class EditedApe:
    """A tag with another genre."""

    tag: bytes
    before: tuple[str, ...]  # genres as found


@dataclass(frozen=True, slots=True)
class _Ends:
    """Header and footer, one of which may be missing."""

    header: bytes
    footer: bytes

    @property
    def _one(self) -> bytes:
        return self.footer or self.header

    @property
    def version(self) -> int:
        return int.from_bytes(self._one[8:12], "little")

    @property
    def count(self) -> int:
        return int.from_bytes(self._one[16:20], "little")

    def around(self, items: bytes, count: int) -> bytes:
        """Return a tag with other items between these ends."""
        numbers = struct.pack("<I", len(items) + APE_FOOTER_BYTES) + struct.pack("<I", count)
        header, footer = (
            end and end[:12] + numbers + end[20:] for end in (self.header, self.footer)
        )
        return header + items + footer


def edited_ape(tag: bytes, texts: tuple[str, ...], *, may_add: bool = True) -> EditedApe:
    """Return `tag` with genres, none of them removing the genre.

    Args:
        texts: a genre each, or all in one.
        tag: from its header, or from its first item where it has none, to the end of its footer.
            Empty bytes make a new tag.
        may_add: otherwise a tag without a genre stays so.

    Raises:
        Unwritable: other items could not be kept as they are for sure.
    """
    if not tag:
        return EditedApe(_made(texts) if texts and may_add else b"", ())
    ends, body = _parted(tag)
    items = list(_items(body))
    if sum(len(item.raw) for item in items) != len(body):
        raise Unwritable(because("tags.ape_items"))
    before = tuple(text for item in items if item.is_genre for text in _said(item.value))
    old = [item for item in items if item.is_genre]
    is_said = len(old) == min(len(texts), 1) and before == texts
    if is_said or not (old or may_add):
        return EditedApe(tag, before)
    if ends.count != len(items):
        raise Unwritable(because("tags.ape_count", said=ends.count, found=len(items)))
    value = "\0".join(texts).encode()
    if ends.version < _VERSION_2 and not value.isascii():
        raise Unwritable(because("tags.ape_version_1"))
    kept = [item.raw for item in items if not item.is_genre]
    if texts:
        index = items.index(old[0]) if old else len(kept)
        model = old[0] if old else _Item(_KEY, 0, b"", b"")
        kept.insert(index, _raw(model.key, model.flags & ~_TYPE, value))
    return EditedApe(ends.around(b"".join(kept), len(kept)), before)


def _made(texts: tuple[str, ...]) -> bytes:
    end = _MAGIC + struct.pack("<IIII8x", _VERSION_2, 0, 0, _HAS_HEADER)
    header = end[:20] + struct.pack("<I8x", _HAS_HEADER | _IS_HEADER)
    return _Ends(header, end).around(_raw(_KEY, 0, "\0".join(texts).encode()), 1)


def _raw(key: bytes, flags: int, value: bytes) -> bytes:
    return struct.pack("<II", len(value), flags) + key + b"\0" + value


def _parted(tag: bytes) -> tuple[_Ends, bytes]:
    """Part the items from the ends, which must tell the truth."""
    has_header = tag.startswith(_MAGIC)
    has_footer = tag[-APE_FOOTER_BYTES:].startswith(_MAGIC) and (
        not has_header or len(tag) >= 2 * APE_FOOTER_BYTES
    )
    header = tag[:APE_FOOTER_BYTES] if has_header else b""
    footer = tag[-APE_FOOTER_BYTES:] if has_footer else b""
    body = tag[len(header) : len(tag) - len(footer)]
    sizes = {int.from_bytes(end[12:16], "little") for end in (header, footer) if end}
    if sizes != {len(body) + APE_FOOTER_BYTES}:
        raise Unwritable(because("tags.ape_size"))
    return _Ends(header, footer), body


def _said(value: bytes) -> list[str]:
    return [part.decode("utf-8", "replace") for part in value.split(b"\0") if part]
