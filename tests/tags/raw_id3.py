"""A second look at raw ID3v2 tags, which shares nothing with the code that writes them."""

import re
import zlib
from typing import NamedTuple

NAME = re.compile(rb"[A-Z0-9]{3,4}[ \0]?")


class Piece(NamedTuple):
    """One frame: its name, and every byte of it as it lies in the tag, unsynchronisation undone."""

    name: bytes
    content: bytes


class Split(NamedTuple):
    size: int  # of the whole tag
    version: int
    flags: int
    extended: bytes
    pieces: list[Piece]
    rest: bytes  # behind the last frame: zeros, or what is no frame

    @property
    def others(self):
        return [piece.content for piece in self.pieces if not is_genre(piece)]

    @property
    def genres(self):
        return [piece.content for piece in self.pieces if is_genre(piece)]


def is_genre(piece):
    return piece.name in (b"TCON", b"TCO")


def seven_bits(four):
    return sum(byte << shift for byte, shift in zip(four, (21, 14, 7, 0), strict=True))


def split(data: bytes) -> Split:
    """Take the tag at the start of `data` to pieces."""
    assert data.startswith(b"ID3")
    version, flags = data[3], data[5]
    end = 10 + seven_bits(data[6:10])
    body = data[10:end]
    if version < 4 and flags & 0x80:
        body = re.sub(rb"\xff\x00", b"\xff", body)
    start = 0
    if version > 2 and flags & 0x40 and not NAME.match(body):
        start = seven_bits(body[:4]) if version == 4 else 4 + int.from_bytes(body[:4], "big")
    plain = walk(body, start, version, wide=True)
    found = plain if version < 4 else walk(body, start, version, wide=False)
    if version == 4 and found[1].strip(b"\0") and len(plain[1]) < len(found[1]):
        found = plain
    size = end + (10 if version == 4 and flags & 0x10 else 0)
    return Split(size, version, flags, body[:start], *found)


def walk(body, at, version, *, wide):
    pieces = []
    width, head = (3, 6) if version == 2 else (4, 10)
    while at + head <= len(body) and NAME.fullmatch(body, at, at + width):
        name, size = body[at : at + width], body[at + width : at + 2 * width]
        if not wide and max(size) > 127:
            break
        length = int.from_bytes(size, "big") if wide else seven_bits(size)
        if at + head + length > len(body):
            break
        pieces.append(Piece(name.rstrip(b" \0"), body[at : at + head + length]))
        at += head + length
    return pieces, body[at:]


def has_right_checksum(tag: bytes) -> bool:
    """Say whether the checksum in the extended header is that of the frames."""
    parts = split(tag)
    frames = b"".join(piece.content for piece in parts.pieces)
    if parts.version == 3:
        return parts.extended[10:14] == zlib.crc32(frames).to_bytes(4, "big")
    found = parts.extended[-5:]
    crc = sum(byte << shift for byte, shift in zip(found, (28, 21, 14, 7, 0), strict=True))
    return crc == zlib.crc32(frames + parts.rest)


def patched(old: bytes, patches) -> bytes:
    """Return `old` with its patches, each of which must find what it replaces."""
    parts, at = [], 0
    for patch in patches:
        assert patch.at >= at
        assert old[patch.at : patch.at + len(patch.old)] == patch.old
        assert patch.old != patch.new
        parts += [old[at : patch.at], patch.new]
        at = patch.at + len(patch.old)
    return b"".join(parts) + old[at:]


def unpatched(new: bytes, patches) -> bytes:
    """Return what was there before, from the new bytes and the patches alone."""
    parts, at, moved = [], 0, 0
    for patch in patches:
        start = patch.at + moved
        assert new[start : start + len(patch.new)] == patch.new
        parts += [new[at:start], patch.old]
        at = start + len(patch.new)
        moved += len(patch.new) - len(patch.old)
    return b"".join(parts) + new[at:]
