"""WMA files: the data of their sound, and the tags in the objects of their header.

The description holds each name once; programs by Microsoft look for more in the library. So the
first genre goes into the one, more into the other.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from mutagen.asf import ASF

from musicreclass.core.tag_change import GenreEdit, Patch
from musicreclass.tags.byte_diff import patches_between
from musicreclass.tags.containers.asf_objects import (
    EXTENDED_DESCRIPTION,
    EXTENSION,
    FILE_PROPERTIES,
    HEADER_START,
    LIBRARY,
    METADATA,
    OBJECT_HEADER_BYTES,
    PADDING,
    NamedValues,
    Object,
    built_extension,
    catalogued_text,
    described_text,
    grown_extension,
    grown_header,
    objects_of,
)
from musicreclass.tags.errors import NoSound
from musicreclass.tags.genre_write import GenreWrite
from musicreclass.tags.raw_tags import Contents, RawTags, Reader, SoundInfo, by_name

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


def _read_asf(file: BinaryIO) -> Contents:
    audio = ASF(file)
    found = by_name((name, str(value).strip("\0")) for name, value in audio.tags)
    return _read_sound(file), RawTags.of(_KIND if found else "", found, _FIELDS)


def _read_sound(file: BinaryIO) -> SoundInfo:
    """Read the two header objects that describe the sound, and no tags.

    mutagen reads both or nothing, and one broken title must not hide a song.

    Raises:
        NoSound: there is none, as in videos.
    """
    file_end = file.seek(0, os.SEEK_END)
    file.seek(0)
    header_end = min(struct.unpack("<16xQ", file.read(OBJECT_HEADER_BYTES))[0], file_end)
    info = SoundInfo()
    at = HEADER_START
    for _ in range(_MAX_OBJECTS):
        file.seek(at)
        kind, size = struct.unpack("<16sQ", file.read(OBJECT_HEADER_BYTES))
        if kind == FILE_PROPERTIES:
            info.length = _seconds(file.read(_MAX_BYTES))
        elif kind == _STREAM_PROPERTIES:
            _note_stream(info, file.read(_MAX_BYTES))
        at += max(size, OBJECT_HEADER_BYTES)
        if at + OBJECT_HEADER_BYTES > header_end:
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
class _Inner:
    """What an object, or the end of those of its place, becomes."""

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
    objects = objects_of(write)
    first = [described_text(_GENRE, text) for text in write.texts[:1]]
    more = [catalogued_text(_GENRE, text) for text in write.texts[1:]]
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
    write: GenreWrite, objects: Sequence[Object], kind: bytes, new: list[bytes]
) -> Iterator[_Inner]:
    """Yield what gives the objects of a kind their records: all to the first, none to others."""
    found = [item for item in objects if item.kind == kind]
    for item in found:
        old = write.read(item.at, item.size)
        values = NamedValues.of(kind, old[OBJECT_HEADER_BYTES:])
        yield _Inner(
            item.is_extension, item.at, old, values.with_values(_GENRE, new).rendered(kind)
        )
        new = []
    if new:
        yield _added(objects, kind, NamedValues(()).with_values(_GENRE, new).rendered(kind))


def _added(objects: Sequence[Object], kind: bytes, new: bytes) -> _Inner:
    """Return what adds an object: the library's place is in the header's extension."""
    extension = next((item for item in objects if item.kind == EXTENSION), None)
    if kind == LIBRARY and extension is not None:
        return _Inner(True, extension.at + extension.size, b"", new)
    end = max(item.at + item.size for item in objects)
    return _Inner(False, end, b"", built_extension(new) if kind == LIBRARY else new, added=1)


def _padding(write: GenreWrite, objects: Sequence[Object], growth: int) -> Iterator[_Inner]:
    for item in objects:
        size = item.size - growth
        if item.kind == PADDING and growth and size >= OBJECT_HEADER_BYTES:
            old = write.read(item.at, item.size)
            body = old[OBJECT_HEADER_BYTES:size] + bytes(max(-growth, 0))
            new = PADDING + size.to_bytes(8, "little") + body
            yield _Inner(item.is_extension, item.at, old, new)
            return


def _sizes(
    write: GenreWrite, objects: Sequence[Object], inner: Sequence[_Inner]
) -> Iterator[Patch]:
    yield from grown_header(
        write, objects, sum(edit.growth for edit in inner), sum(edit.added for edit in inner)
    )
    for item in objects:
        if item.kind == EXTENSION:
            growth = sum(edit.growth for edit in inner if edit.is_extension)
            yield from grown_extension(write, item, growth)
