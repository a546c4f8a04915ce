"""ASF files (WMA): the data of their sound, and the tags in the objects of their header.

The header's description holds each name once; programs by Microsoft look for more in the metadata
library. So the first genre goes into the one, further genres into the other.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from mutagen.asf import ASF

from musicreclass.core.tag_change import GenreEdit, Patch
from musicreclass.sentences.reason import because
from musicreclass.tags.byte_diff import patches_between
from musicreclass.tags.genre_write import GenreWrite
from musicreclass.tags.raw_tags import Contents, RawTags, Reader, SoundInfo, by_name
from musicreclass.tags.tag_errors import NoSound, Unwritable

_KIND = "ASF"
_GENRE = "WM/Genre"
_FIELDS = {
    "title": ("title",),
    "artist": ("author", "wm/author"),
    "album_artist": ("wm/albumartist",),
    "album": ("wm/albumtitle",),
    "track_number": ("wm/tracknumber",),
    "year": ("wm/year", "date", "wm/originalreleaseyear"),
    "genres": ("wm/genre",),
}
_STREAM_PROPERTIES = bytes.fromhex("9107dcb7b7a9cf118ee600c00c205365")
_IS_AUDIO = bytes.fromhex("409e69f84d5bcf11a8fd00805f5c442b")
_MAX_OBJECTS = 1_000
_MAX_BYTES = 1 << 16
_TICKS_PER_SECOND = 1e7
_BROADCAST = 1  # such a file does not know its length
_OBJECT_HEADER_BYTES = 24
_HEADER_START = 30  # of the objects in the header
_EXTENSION_START = 46  # of the objects in its extension
FILE_PROPERTIES = bytes.fromhex("a1dcab8c47a9cf118ee400c00c205365")
EXTENSION = bytes.fromhex("b503bf5f2ea9cf118ee300c00c205365")
EXTENDED_DESCRIPTION = bytes.fromhex("40a4d0d207e3d21197f000a0c95ea850")
METADATA = bytes.fromhex("eacbf8c5af5b77488467aa8c44fa4cca")
LIBRARY = bytes.fromhex("941c23449894d149a1411d134e457054")
PADDING = bytes.fromhex("74d40618dfca0945a4ba9aabcb96aae8")
_EXTENSION_FIXED = bytes.fromhex("11d2d3abbaa9cf118ee600c00c205365") + (6).to_bytes(2, "little")
_TEXT = 0  # the type of values in UTF-16


@dataclass(frozen=True, slots=True)
class _HeaderObject:
    kind: bytes
    at: int
    size: int  # with its header
    is_extension: bool = False  # does it lie in the header's extension?


@dataclass(frozen=True, slots=True)
class _NamedValues:
    """The records of an object, as bytes, with their names."""

    records: tuple[tuple[str, bytes], ...]

    @classmethod
    def of(cls, kind: bytes, body: bytes) -> _NamedValues:
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

    def with_values(self, name: str, new: Sequence[bytes]) -> _NamedValues:
        """Replace all records of `name`, where the first was; the others stay in their order."""
        has_name = [known.lower() == name.lower() for known, _ in self.records]
        index = has_name.index(True) if True in has_name else len(self.records)
        kept = [r for r, is_it in zip(self.records, has_name, strict=True) if not is_it]
        wanted = [(name, record) for record in new]
        return _NamedValues((*kept[:index], *wanted, *kept[index:]))

    def rendered(self, kind: bytes) -> bytes:
        """Return the whole object."""
        body = struct.pack("<H", len(self.records)) + b"".join(raw for _, raw in self.records)
        return _built_object(kind, body)


def _built_object(kind: bytes, body: bytes) -> bytes:
    return kind + (_OBJECT_HEADER_BYTES + len(body)).to_bytes(8, "little") + body


def _built_extension(objects: bytes) -> bytes:
    return _built_object(EXTENSION, _EXTENSION_FIXED + struct.pack("<I", len(objects)) + objects)


def _described_text(name: str, text: str) -> bytes:
    """Return a record of the extended content description."""
    label, value = _utf16(name), _utf16(text)
    if len(value) > 0xFFFF:
        raise Unwritable(because("tags.asf_too_long"))
    ends = struct.pack("<H", len(label)), struct.pack("<HH", _TEXT, len(value))
    return ends[0] + label + ends[1] + value


def _catalogued_text(name: str, text: str) -> bytes:
    """Return a record of the metadata library, in no language and of no stream."""
    label, value = _utf16(name), _utf16(text)
    return struct.pack("<HHHHI", 0, 0, len(label), _TEXT, len(value)) + label + value


def _objects_of(write: GenreWrite) -> list[_HeaderObject]:
    """Return the header's objects, those of its extension behind it.

    Raises:
        Unwritable: their sizes make no sense, or reach beyond the end.
    """
    _, size, count = struct.unpack("<16sQI", write.read(0, _HEADER_START - 2))
    if size > write.size:
        raise Unwritable(because("tags.tags_beyond_end"))
    found: list[_HeaderObject] = []
    for item in _objects(write, _HEADER_START, size, is_extension=False):
        found.append(item)
        if item.kind == EXTENSION:
            end = item.at + item.size
            found += _objects(write, item.at + _EXTENSION_START, end, is_extension=True)
    if count != sum(not item.is_extension for item in found):
        raise Unwritable(because("tags.damaged_header"))
    return found


def _objects(
    write: GenreWrite, at: int, end: int, *, is_extension: bool
) -> Iterator[_HeaderObject]:
    while at < end:
        kind, size = struct.unpack("<16sQ", write.read(at, _OBJECT_HEADER_BYTES))
        if size < _OBJECT_HEADER_BYTES or at + size > end:
            raise Unwritable(because("tags.damaged_header"))
        yield _HeaderObject(kind, at, size, is_extension)
        at += size


def _grown_header(
    write: GenreWrite, objects: Sequence[_HeaderObject], growth: int, added: int
) -> Iterator[Patch]:
    """Yield what tells the file how large its header is now."""
    size, count = struct.unpack("<QI", write.read(16, 12))
    yield Patch(16, write.read(16, 12), struct.pack("<QI", size + growth, count + added))
    for item in objects:
        if item.kind == FILE_PROPERTIES:
            at = item.at + _OBJECT_HEADER_BYTES + 16
            if write.read(at, 8) == write.size.to_bytes(8, "little"):  # recordings say 0
                yield Patch(at, write.read(at, 8), (write.size + growth).to_bytes(8, "little"))


def _grown_extension(write: GenreWrite, item: _HeaderObject, growth: int) -> Iterator[Patch]:
    """Yield what tells the header's extension its size, which it has twice."""
    at = item.at + 16
    yield Patch(at, write.read(at, 8), (item.size + growth).to_bytes(8, "little"))
    at = item.at + _EXTENSION_START - 4
    body = item.size + growth - _EXTENSION_START
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


def _read_asf(file: BinaryIO) -> Contents:
    found = by_name((name, str(value).strip("\0")) for name, value in ASF(file).tags)
    return _read_sound(file), RawTags.of(_KIND if found else "", found, _FIELDS)


def _read_sound(file: BinaryIO) -> SoundInfo:
    """Read the two header objects that describe the sound, and no tags.

    mutagen reads both or nothing, and one broken title must not hide a song.

    Raises:
        NoSound: there is none, as in videos.
    """
    file_end = file.seek(0, os.SEEK_END)
    file.seek(0)
    header_end = min(struct.unpack("<16xQ", file.read(_OBJECT_HEADER_BYTES))[0], file_end)
    info = SoundInfo()
    at = _HEADER_START
    for _ in range(_MAX_OBJECTS):
        file.seek(at)
        kind, size = struct.unpack("<16sQ", file.read(_OBJECT_HEADER_BYTES))
        if kind == FILE_PROPERTIES:
            info.length = _seconds(file.read(_MAX_BYTES))
        elif kind == _STREAM_PROPERTIES:
            _note_stream(info, file.read(_MAX_BYTES))
        at += max(size, _OBJECT_HEADER_BYTES)
        if at + _OBJECT_HEADER_BYTES > header_end:
            break
    if not info.channels:
        raise NoSound
    return info


def _seconds(body: bytes) -> float:
    ticks, preroll_ms, flags = struct.unpack_from("<40xQ8xQI", body)
    return 0.0 if flags & _BROADCAST else max(ticks / _TICKS_PER_SECOND - preroll_ms / 1000, 0.0)


def _note_stream(info: SoundInfo, body: bytes) -> None:
    if body.startswith(_IS_AUDIO) and not info.channels:
        info.channels, info.sample_rate, bytes_per_second = struct.unpack_from("<56xHII", body)
        info.bitrate = bytes_per_second * 8


ASF_FILE = Reader(_read_asf, _read_sound)


@dataclass(frozen=True, slots=True)
class _ObjectEdit:
    """What an object becomes, or what is inserted behind the last one."""

    is_extension: bool
    at: int
    old: bytes
    new: bytes
    added: int = 0  # objects

    @property
    def growth(self) -> int:
        return len(self.new) - len(self.old)


def asf_edit(write: GenreWrite) -> GenreEdit:
    """Replace the genres; padding in the header gives and takes where there is some."""
    objects = _objects_of(write)
    first = [_described_text(_GENRE, text) for text in write.texts[:1]]
    more = [_catalogued_text(_GENRE, text) for text in write.texts[1:]]
    inner = [
        *_values(write, objects, EXTENDED_DESCRIPTION, first),
        *_values(write, objects, METADATA, []),
        *_values(write, objects, LIBRARY, more),
    ]
    if all(edit.old == edit.new for edit in inner):
        return write.edit(write.tags.tag_kind, ())
    inner += _padding(write, objects, sum(edit.growth for edit in inner))
    patches = [patch for edit in inner for patch in patches_between(edit.at, edit.old, edit.new)]
    return write.edit(_KIND, [*patches, *_sizes(write, objects, inner)])


def _values(
    write: GenreWrite, objects: Sequence[_HeaderObject], kind: bytes, new: list[bytes]
) -> Iterator[_ObjectEdit]:
    """Yield what gives the objects of a kind their records: all to the first, none to others."""
    found = [item for item in objects if item.kind == kind]
    for item in found:
        old = write.read(item.at, item.size)
        values = _NamedValues.of(kind, old[_OBJECT_HEADER_BYTES:])
        yield _ObjectEdit(
            item.is_extension, item.at, old, values.with_values(_GENRE, new).rendered(kind)
        )
        new = []
    if new:
        yield _added(objects, kind, _NamedValues(()).with_values(_GENRE, new).rendered(kind))


def _added(objects: Sequence[_HeaderObject], kind: bytes, new: bytes) -> _ObjectEdit:
    """Return what adds an object: the library belongs into the header's extension."""
    extension = next((item for item in objects if item.kind == EXTENSION), None)
    if kind == LIBRARY and extension is not None:
        return _ObjectEdit(True, extension.at + extension.size, b"", new)
    end = max(item.at + item.size for item in objects)
    return _ObjectEdit(False, end, b"", _built_extension(new) if kind == LIBRARY else new, added=1)


def _padding(
    write: GenreWrite, objects: Sequence[_HeaderObject], growth: int
) -> Iterator[_ObjectEdit]:
    for item in objects:
        size = item.size - growth
        if item.kind == PADDING and growth and size >= _OBJECT_HEADER_BYTES:
            old = write.read(item.at, item.size)
            body = old[_OBJECT_HEADER_BYTES:size] + bytes(max(-growth, 0))
            new = PADDING + size.to_bytes(8, "little") + body
            yield _ObjectEdit(item.is_extension, item.at, old, new)
            return


def _sizes(
    write: GenreWrite, objects: Sequence[_HeaderObject], inner: Sequence[_ObjectEdit]
) -> Iterator[Patch]:
    yield from _grown_header(
        write, objects, sum(edit.growth for edit in inner), sum(edit.added for edit in inner)
    )
    for item in objects:
        if item.kind == EXTENSION:
            growth = sum(edit.growth for edit in inner if edit.is_extension)
            yield from _grown_extension(write, item, growth)
