"""A parser of ID3v2 tags that keeps the raw bytes: header, frames, padding.

Nothing is interpreted beyond what it takes to tell the frames apart, so that pieces put together
again are the tag, byte by byte. Knows neither mutagen nor files.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from musicreclass.sentences.reason import because
from musicreclass.tags.end_tags import id3v2_size
from musicreclass.tags.tag_errors import Unwritable

HEADER_BYTES = 10
_UNSYNCHRONISED = 0x80
_HAS_EXTENDED = 0x40
_HAS_FOOTER = 0x10
FRAME_IS_UNSYNCHRONISED = 0x02  # of ID3v2.4, where the tag's flag speaks for all frames
_MAX_BODY_BYTES = (1 << 28) - 1
_KNOWN_FLAGS = {2: 0x80, 3: 0xE0, 4: 0xF0}
_NAME = re.compile(rb"[A-Z0-9]{3}[A-Z0-9 \0]")  # some write the names of ID3v2.2 into ID3v2.3
_OLD_NAME = re.compile(rb"[A-Z0-9]{3}")
_GENRE_NAMES = (b"TCON", b"TCO")


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame, raw as it lies in the tag, and synchronised where the whole tag is not."""

    name: bytes  # without what fills it up
    flags: int  # its own, and those of the tag that count for it
    body: bytes  # behind the header; its own flags may have changed it further
    raw: bytes

    @property
    def is_genre(self) -> bool:
        return self.name in _GENRE_NAMES


@dataclass(frozen=True, slots=True)
class Id3Tag:
    """One tag in its pieces: `header + extended + frames + rest + footer`."""

    header: bytes
    extended: bytes  # raw; empty for nearly all tags
    frames: tuple[Frame, ...]
    rest: bytes  # padding, or what is no frame
    footer: bytes
    has_plain_sizes: bool = False  # ID3v2.4 as iTunes wrote it

    @property
    def version(self) -> int:
        return self.header[3]

    @property
    def is_unsynchronised(self) -> bool:
        """Say whether the tag is, as a whole; in ID3v2.4 each frame is for itself."""
        return self.version < 4 and bool(self.header[5] & _UNSYNCHRONISED)

    @property
    def ends_in_padding(self) -> bool:
        return not self.rest.strip(b"\0") and not self.footer


def parsed(tag: bytes) -> Id3Tag:
    """Parse one whole tag.

    Raises:
        Unwritable: it cannot be told for sure where its frames are.
    """
    size = id3v2_size(tag[:HEADER_BYTES])
    if size == 0:
        raise Unwritable(because("tags.id3_header"))
    if size != len(tag):
        raise Unwritable(because("tags.id3_beyond_room"))
    header = tag[:HEADER_BYTES]
    version, flags = header[3], header[5]
    if version not in _KNOWN_FLAGS:
        raise Unwritable(because("tags.id3_version", version=version))
    if flags & ~_KNOWN_FLAGS[version]:
        raise Unwritable(because("tags.id3_flags", version=version))
    end = size - (HEADER_BYTES if version == 4 and flags & _HAS_FOOTER else 0)
    body, footer = tag[HEADER_BYTES:end], tag[end:]
    if footer and (footer[:3], footer[3:]) != (b"3DI", header[3:]):
        raise Unwritable(because("tags.id3_footer"))
    if version < 4 and flags & _UNSYNCHRONISED:
        return _unsynchronised_tag(header, body)
    return _plain_tag(header, body, footer)


def _plain_tag(header: bytes, body: bytes, footer: bytes) -> Id3Tag:
    version = header[3]
    start = _extended_end(header, body)
    walk = _walk(body, start, _size_reader(version, is_plain=False), version)
    is_plain = False
    if version == 4 and not _reaches_end(body, start, walk):
        other = _walk(body, start, _size_reader(version, is_plain=True), version)
        is_plain = _reaches_end(body, start, other)
        if other != walk and not is_plain:
            raise Unwritable(because("tags.id3_sizes"))
        walk = other
    shared = FRAME_IS_UNSYNCHRONISED if version == 4 and header[5] & _UNSYNCHRONISED else 0
    frames = tuple(_frame(version, body[a:b], body[a:b], shared) for a, b in walk)
    return Id3Tag(
        header, body[:start], frames, body[_end(start, walk) :], footer, has_plain_sizes=is_plain
    )


def _unsynchronised_tag(header: bytes, body: bytes) -> Id3Tag:
    """Parse a tag that was unsynchronised as a whole, sizes and all.

    Unsynchronisation puts zeros behind bytes 255, lest players take them for sound.
    """
    if not is_unsynchronised(body):
        raise Unwritable(because("tags.id3_unsynchronised"))
    version, content, offsets = header[3], synchronised(body), _RawOffsets(body)
    start = _extended_end(header, content)
    walk = _walk(content, start, _size_reader(version, is_plain=False), version)
    frames = tuple(
        _frame(version, content[a:b], body[offsets.raw(a) : offsets.raw(b)]) for a, b in walk
    )
    first, end = offsets.raw(start), offsets.raw(_end(start, walk))
    return Id3Tag(header, body[:first], frames, body[end:], b"")


def _extended_end(header: bytes, body: bytes) -> int:
    """Return where the frames start: behind the extended header, if there is one."""
    version, flags = header[3], header[5]
    has_one = version > 2 and flags & _HAS_EXTENDED
    if not has_one or _NAME.match(body):  # some set the flag and go on with a frame
        return 0
    size = _number_in(body[:4]) if version == 4 else 4 + int.from_bytes(body[:4], "big")
    if not (6 <= size <= len(body) if version == 4 else size in (10, 14) and size <= len(body)):
        raise Unwritable(because("tags.id3_extended", version=version))
    return size


_Walk = list[tuple[int, int]]  # start and end of each frame


def _walk(body: bytes, start: int, size_of: Callable[[bytes], int], version: int) -> _Walk:
    """Go from frame to frame, as far as they follow each other without doubt."""
    header_bytes = _frame_header_bytes(version)
    name = _OLD_NAME if version == 2 else _NAME
    found, at = [], start
    while at + header_bytes <= len(body) and name.match(body, at):
        end = at + header_bytes + size_of(body[at : at + header_bytes])
        if not at + header_bytes <= end <= len(body):
            break
        found.append((at, end))
        at = end
    return found


def _reaches_end(body: bytes, start: int, walk: _Walk) -> bool:
    """Say whether nothing but padding lies behind the frames."""
    return not body[_end(start, walk) :].strip(b"\0")


def _end(start: int, walk: _Walk) -> int:
    return walk[-1][1] if walk else start


def _size_reader(version: int, *, is_plain: bool) -> Callable[[bytes], int]:
    if version == 2:
        return lambda header: int.from_bytes(header[3:6], "big")
    if version == 3 or is_plain:
        return lambda header: int.from_bytes(header[4:8], "big")
    return lambda header: _number_in(header[4:8])


def _number_in(size: bytes) -> int:
    """Return the number that four bytes of seven bits make, -1 where they have eight."""
    if len(size) < 4 or max(size) > 0x7F:
        return -1
    return size[0] << 21 | size[1] << 14 | size[2] << 7 | size[3]


def _frame(version: int, content: bytes, raw: bytes, shared_flags: int = 0) -> Frame:
    header_bytes = _frame_header_bytes(version)
    name = content[: 3 if version == 2 else 4].rstrip(b" \0")
    flags = 0 if version == 2 else int.from_bytes(content[8:10], "big")
    return Frame(name, flags | shared_flags, content[header_bytes:], raw)


def _frame_header_bytes(version: int) -> int:
    return 6 if version == 2 else 10


def frame_of(version: int, name: bytes, body: bytes, *, has_plain_sizes: bool = False) -> bytes:
    """Return a frame without any flags."""
    if version == 2:
        return name + len(body).to_bytes(3, "big") + body
    is_plain = version == 3 or has_plain_sizes
    size = len(body).to_bytes(4, "big") if is_plain else _synchsafe(len(body))
    return name + size + bytes(2) + body


def plain_frame(version: int, name: bytes, body: bytes) -> Frame:
    """Return a frame without any flags in its pieces."""
    return Frame(name, 0, body, frame_of(version, name, body))


def _synchsafe(size: int) -> bytes:
    """Return `size` as four bytes of seven bits, as all headers of tags have it."""
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))


def header_for(tag: Id3Tag, body_bytes: int) -> tuple[bytes, bytes]:
    """Return the tag's header and footer for a body of another size.

    Raises:
        Unwritable: no tag can be that large.
    """
    if body_bytes > _MAX_BODY_BYTES:
        raise Unwritable(because("tags.id3_full"))
    end = tag.header[3:6] + _synchsafe(body_bytes)
    return b"ID3" + end, b"3DI" + end if tag.footer else b""


def joined(frames: Sequence[Frame]) -> bytes:
    """Return the raw bytes of frames that follow each other."""
    return b"".join(frame.raw for frame in frames)


def new_tag(version: int, frames: tuple[Frame, ...] = (), padding: int = 0) -> Id3Tag:
    """Return a tag of nothing but `frames`; its header knows no size yet."""
    return Id3Tag(b"ID3" + bytes([version, 0, 0]) + bytes(4), b"", frames, bytes(padding), b"")


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


class _RawOffsets:
    """The offsets in unsynchronised bytes, by offset in the synchronised ones."""

    def __init__(self, raw: bytes) -> None:
        found = _STUFFED.finditer(raw)
        self._zeros = [match.end() - 1 - number for number, match in enumerate(found)]

    def raw(self, at: int) -> int:
        """Return where what lies at `at` starts; a zero belongs to the byte in front of it."""
        return at + bisect_right(self._zeros, at)
