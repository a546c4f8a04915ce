"""Mutations of bytes: what accidents and malice do to a file, repeatable by a seed."""

import io
import random
import struct
import zipfile
from collections.abc import Sequence
from typing import Literal

from musicreclass.tags.containers.ogg import checksum_of

NUMBERS = (0, 1, 2, 7, 8, 127, 128, 255, 256, 0x7FFF, 0x8000, 0xFFFF, 0x10000, 1 << 24, 1 << 28)
LARGE = ((1 << 31) - 1, 1 << 31, (1 << 32) - 1, (1 << 63) - 1, (1 << 64) - 1)
LARGEST_INPUT = 1 << 20
HEAD_BYTES, TAIL_BYTES = 3_000, 300  # where most headers and tags are
_OGG_PAGE_BYTES = 27
_AROUND_BYTES = 1_500  # in front of a change, where sizes may be that cover it
_ORDERS: tuple[Literal["big", "little"], ...] = ("big", "little")


def mutated(content: bytes, other: bytes, words: Sequence[bytes], chance: random.Random) -> bytes:
    """Return `content` changed in a few places, some of them by pieces of `other`."""
    made = bytearray(content)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 5, 12))):
        chance.choice(_WAYS)(made, other, words, chance)
    return bytes(made[:LARGEST_INPUT])


def _offset(made: bytearray, chance: random.Random) -> int:
    end = len(made)
    where = chance.random()
    if where < 0.6:
        return chance.randrange(min(end, HEAD_BYTES) + 1)
    if where < 0.8:
        return chance.randrange(max(0, end - TAIL_BYTES), end + 1)
    return chance.randrange(end + 1)


def _flip(made: bytearray, other: bytes, words: Sequence[bytes], chance: random.Random) -> None:
    if made:
        made[min(_offset(made, chance), len(made) - 1)] ^= 1 << chance.randrange(8)


def _set(made: bytearray, other: bytes, words: Sequence[bytes], chance: random.Random) -> None:
    if made:
        made[min(_offset(made, chance), len(made) - 1)] = chance.choice(
            (0, 255, 127, 128, 0xE0, 32)
        )


def _number(made: bytearray, other: bytes, words: Sequence[bytes], chance: random.Random) -> None:
    """Overwrite a size or a count, in any of the ways in which formats have them."""
    near = len(made) + chance.randrange(-20, 20)
    value = chance.choice((*NUMBERS, *LARGE, near, near // 2))
    width, at = chance.choice((1, 2, 3, 4, 4, 4, 8)), _offset(made, chance)
    written = (value % (1 << 8 * width)).to_bytes(width, "big")
    made[at : at + width] = written if chance.random() < 0.5 else written[::-1]


def _remove(made: bytearray, other: bytes, words: Sequence[bytes], chance: random.Random) -> None:
    at = _offset(made, chance)
    del made[at : at + chance.choice((1, 2, 4, 10, 50, 500))]


def _repeat(made: bytearray, other: bytes, words: Sequence[bytes], chance: random.Random) -> None:
    at = _offset(made, chance)
    piece = made[at : at + chance.choice((1, 4, 10, 30, 200))]
    made[at:at] = piece * chance.choice((1, 1, 2, 5, 100))


def _insert(made: bytearray, other: bytes, words: Sequence[bytes], chance: random.Random) -> None:
    at = _offset(made, chance)
    if words and chance.random() < 0.6:
        made[at:at] = chance.choice(words)
    else:
        made[at:at] = chance.randbytes(chance.choice((1, 2, 4, 16)))


def _overwrite(
    made: bytearray, other: bytes, words: Sequence[bytes], chance: random.Random
) -> None:
    at = _offset(made, chance)
    piece = chance.choice(words) if words and chance.random() < 0.7 else chance.randbytes(4)
    made[at : at + len(piece)] = piece


def _splice(made: bytearray, other: bytes, words: Sequence[bytes], chance: random.Random) -> None:
    at, there = _offset(made, chance), _offset(bytearray(other), chance)
    count = chance.choice((4, 20, 100, 1_000, len(other)))
    made[at : at + chance.choice((0, count))] = other[there : there + count]


def _grow(made: bytearray, other: bytes, words: Sequence[bytes], chance: random.Random) -> None:
    """Insert or remove something, and let the sizes of what seems to be around it stay right."""
    at = _offset(made, chance)
    if chance.random() < 0.3:
        count = chance.choice((1, 4, 8, 30))
        del made[at : at + count]
        growth = -count
    else:
        start = _offset(made, chance)
        piece = (
            chance.choice(words) if words and chance.random() < 0.3 else made[start : start + 40]
        )
        made[at:at] = piece
        growth = len(piece)
    order: Literal["big", "little"] = chance.choice(_ORDERS)
    for size_at in range(max(0, at - _AROUND_BYTES), at - 3):
        size = int.from_bytes(made[size_at : size_at + 4], order)
        if at - size_at - 16 <= size <= len(made) and size + growth >= 0:
            made[size_at : size_at + 4] = (size + growth).to_bytes(4, order)


def _cut(made: bytearray, other: bytes, words: Sequence[bytes], chance: random.Random) -> None:
    del made[_offset(made, chance) :]


_LIGHT = (_flip, _flip, _set, _number, _number, _number, _overwrite, _overwrite)
_WAYS = (*_LIGHT, _remove, _repeat, _insert, _splice, _cut, _grow, _grow)


def with_right_sums(content: bytes) -> bytes:
    """Return Ogg pages with checksums that are right, as far as there are pages."""
    made, at = bytearray(content), 0
    while made[at : at + 4] == b"OggS" and at + _OGG_PAGE_BYTES <= len(made):
        segments = made[at + _OGG_PAGE_BYTES : at + _OGG_PAGE_BYTES + made[at + 26]]
        end = at + _OGG_PAGE_BYTES + len(segments) + sum(segments)
        made[at + 22 : at + 26] = bytes(4)
        made[at + 22 : at + 26] = struct.pack("<I", checksum_of(bytes(made[at:end])))
        at = end
    return bytes(made)


def in_archive(content: bytes, words: Sequence[bytes], chance: random.Random) -> bytes:
    """Return a ZIP archive with one of its entries mutated, and checksums that are right."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as archive,
        zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as changed,
    ):
        names = archive.namelist()
        pickles = [name for name in names if name.endswith(".pkl")]
        chosen = chance.choice(pickles if pickles and chance.random() < 0.85 else names)
        for name in names:
            entry = archive.read(name)
            if name == chosen:
                entry = mutated(entry, entry, words, chance)
            changed.writestr(name, entry)
    return made.getvalue()
