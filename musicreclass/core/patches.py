"""Patches there and back: how they are reversed, and kept as bytes."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence

from musicreclass.core.tag_change import Patch

_HEADER = struct.Struct("<QII")  # at, and the lengths of old and new
_LEVEL = 1  # fresh padding is zeros; more effort saves next to nothing


def reversed_patches(patches: Iterable[Patch]) -> tuple[Patch, ...]:
    """Return what turns the new file into the old one again."""
    moved = 0
    back: list[Patch] = []
    for patch in patches:
        back.append(Patch(patch.at + moved, patch.new, patch.old))
        moved += growth([patch])
    return tuple(back)


def growth(patches: Iterable[Patch]) -> int:
    """Return by how many bytes a file grows."""
    return sum(len(patch.new) - len(patch.old) for patch in patches)


def packed(patches: Sequence[Patch]) -> bytes:
    """Return patches as bytes for keeping; `unpacked` reads them."""
    parts = (
        part
        for patch in patches
        for part in (
            _HEADER.pack(patch.at, len(patch.old), len(patch.new)),
            patch.old,
            patch.new,
        )
    )
    return zlib.compress(b"".join(parts), _LEVEL)


def unpacked(kept: bytes) -> tuple[Patch, ...]:
    """Return the patches that `packed` was given.

    Raises:
        ValueError: it was never given any such.
    """
    try:
        return tuple(_patches(zlib.decompress(kept)))
    except (zlib.error, struct.error) as error:
        raise ValueError("no patches") from error


def _patches(plain: bytes) -> Iterator[Patch]:
    place = 0
    while place < len(plain):
        at, old, new = _HEADER.unpack_from(plain, place)
        start = place + _HEADER.size
        place = start + old + new
        if place > len(plain):
            raise struct.error("cut off")
        yield Patch(at, plain[start : start + old], plain[start + old : place])
