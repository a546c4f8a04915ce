"""The header objects of ASF files (WMA), and the lists of named values that some of them are."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from musicreclass.core.tag_change import Patch
from musicreclass.sentences.reason import because
from musicreclass.tags.errors import Unwritable
from musicreclass.tags.genre_write import GenreWrite

OBJECT_HEADER_BYTES = 24
HEADER_START = 30  # of the objects in the header
EXTENSION_START = 46  # of the objects in its extension
FILE_PROPERTIES = bytes.fromhex("a1dcab8c47a9cf118ee400c00c205365")
EXTENSION = bytes.fromhex("b503bf5f2ea9cf118ee300c00c205365")
EXTENDED_DESCRIPTION = bytes.fromhex("40a4d0d207e3d21197f000a0c95ea850")
METADATA = bytes.fromhex("eacbf8c5af5b77488467aa8c44fa4cca")
LIBRARY = bytes.fromhex("941c23449894d149a1411d134e457054")
PADDING = bytes.fromhex("74d40618dfca0945a4ba9aabcb96aae8")
_EXTENSION_FIXED = bytes.fromhex("11d2d3abbaa9cf118ee600c00c205365") + (6).to_bytes(2, "little")
_TEXT = 0  # the type of values in UTF-16


@dataclass(frozen=True, slots=True)
class Object:
    kind: bytes
    at: int
    size: int  # with its header
    is_extension: bool = False  # does it lie in the header's extension?


@dataclass(frozen=True, slots=True)
class NamedValues:
    """The records of an object, as bytes, with their names."""

    records: tuple[tuple[str, bytes], ...]

    @classmethod
    def of(cls, kind: bytes, body: bytes) -> NamedValues:
        read = _described if kind == EXTENDED_DESCRIPTION else _catalogued
        try:
            (count,) = struct.unpack_from("<H", body)
            records, at = [], 2
            for _ in range(count):
                name, end = read(body, at)
                records.append((name.decode("utf-16-le", "replace").rstrip("\0"), body[at:end]))
                at = end
        except struct.error as error:
            raise Unwritable(because("tags.asf_damaged")) from error
        if at != len(body):
            raise Unwritable(because("tags.asf_damaged"))
        return cls(tuple(records))

    def with_values(self, name: str, new: Sequence[bytes]) -> NamedValues:
        """Replace all records of `name`, at the place of the first."""
        has_name = [known.lower() == name.lower() for known, _ in self.records]
        place = has_name.index(True) if True in has_name else len(self.records)
        kept = [r for r, is_it in zip(self.records, has_name, strict=True) if not is_it]
        wanted = [(name, record) for record in new]
        return replace(self, records=(*kept[:place], *wanted, *kept[place:]))

    def rendered(self, kind: bytes) -> bytes:
        """Return the whole object."""
        body = struct.pack("<H", len(self.records)) + b"".join(raw for _, raw in self.records)
        return built_object(kind, body)


def built_object(kind: bytes, body: bytes) -> bytes:
    return kind + (OBJECT_HEADER_BYTES + len(body)).to_bytes(8, "little") + body


def built_extension(objects: bytes) -> bytes:
    return built_object(EXTENSION, _EXTENSION_FIXED + struct.pack("<I", len(objects)) + objects)


def described_text(name: str, text: str) -> bytes:
    """Return a record of the extended content description."""
    label, value = _utf16(name), _utf16(text)
    if len(value) > 0xFFFF:
        raise Unwritable(because("tags.asf_too_long"))
    ends = struct.pack("<H", len(label)), struct.pack("<HH", _TEXT, len(value))
    return ends[0] + label + ends[1] + value


def catalogued_text(name: str, text: str) -> bytes:
    """Return a record of the metadata library, in no language and of no stream."""
    label, value = _utf16(name), _utf16(text)
    return struct.pack("<HHHHI", 0, 0, len(label), _TEXT, len(value)) + label + value


def objects_of(write: GenreWrite) -> list[Object]:
    """Return the header's objects, those of its extension behind it.

    Raises:
        Unwritable: their sizes make no sense.
    """
    _, size, count = struct.unpack("<16sQI", write.read(0, HEADER_START - 2))
    found: list[Object] = []
    for item in _objects(write, HEADER_START, size, is_extension=False):
        found.append(item)
        if item.kind == EXTENSION:
            end = item.at + item.size
            found += _objects(write, item.at + EXTENSION_START, end, is_extension=True)
    if count != sum(not item.is_extension for item in found):
        raise Unwritable(because("tags.damaged_header"))
    return found


def _objects(write: GenreWrite, at: int, end: int, *, is_extension: bool) -> Iterator[Object]:
    while at < end:
        kind, size = struct.unpack("<16sQ", write.read(at, OBJECT_HEADER_BYTES))
        if size < OBJECT_HEADER_BYTES or at + size > end:
            raise Unwritable(because("tags.damaged_header"))
        yield Object(kind, at, size, is_extension)
        at += size


def grown_header(
    write: GenreWrite, objects: Sequence[Object], growth: int, added: int
) -> Iterator[Patch]:
    """Yield what tells the file how large its header is now."""
    size, count = struct.unpack("<QI", write.read(16, 12))
    yield Patch(16, write.read(16, 12), struct.pack("<QI", size + growth, count + added))
    for item in objects:
        if item.kind == FILE_PROPERTIES:
            at = item.at + OBJECT_HEADER_BYTES + 16
            if write.read(at, 8) == write.size.to_bytes(8, "little"):  # recordings say 0
                yield Patch(at, write.read(at, 8), (write.size + growth).to_bytes(8, "little"))


def grown_extension(write: GenreWrite, item: Object, growth: int) -> Iterator[Patch]:
    """Yield what tells the header's extension its size, which it has twice."""
    at = item.at + 16
    yield Patch(at, write.read(at, 8), (item.size + growth).to_bytes(8, "little"))
    at = item.at + EXTENSION_START - 4
    body = item.size + growth - EXTENSION_START
    yield Patch(at, write.read(at, 4), body.to_bytes(4, "little"))


def _described(body: bytes, at: int) -> tuple[bytes, int]:
    """Return the name of a record of the extended description, and where it ends."""
    (name_size,) = struct.unpack_from("<H", body, at)
    value_at = at + 2 + name_size + 4
    (value_size,) = struct.unpack_from("<H", body, value_at - 2)
    return body[at + 2 : at + 2 + name_size], value_at + value_size


def _catalogued(body: bytes, at: int) -> tuple[bytes, int]:
    """Return the name of a record of the metadata objects, and where it ends."""
    name_size, value_size = struct.unpack_from("<4xH2xI", body, at)
    name_at = at + 12
    return body[name_at : name_at + name_size], name_at + name_size + value_size


def _utf16(text: str) -> bytes:
    return (text + "\0").encode("utf-16-le")
