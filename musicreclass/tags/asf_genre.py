"""Writing the genre of WMA files: the first into the header's description, more into its library.

The description holds each name once; programs by Microsoft look for more in the library.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from musicreclass.core.tag_change import GenreEdit, Patch
from musicreclass.tags.asf_objects import (
    EXTENDED_DESCRIPTION,
    EXTENSION,
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
from musicreclass.tags.byte_diff import patches_between
from musicreclass.tags.genre_write import GenreWrite

_KIND = "ASF"
_NAME = "WM/Genre"


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
    first = [described_text(_NAME, text) for text in write.texts[:1]]
    more = [catalogued_text(_NAME, text) for text in write.texts[1:]]
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
        yield _Inner(item.is_extension, item.at, old, values.with_values(_NAME, new).rendered(kind))
        new = []
    if new:
        yield _added(objects, kind, NamedValues(()).with_values(_NAME, new).rendered(kind))


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
