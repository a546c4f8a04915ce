"""Comparing the encoded sound of two files, byte for byte, and where their containers find it."""

import os
import struct
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any, BinaryIO

from mutagen.mp4 import Atoms

from musicreclass.core.tag_change import Patch
from musicreclass.tags.containers.ogg import PAGE_HEADER_BYTES, checksum_of
from musicreclass.tags.fingerprint import Region, sound_region

_PART_BYTES = 1 << 20
_NUMBER_AND_SUM = slice(18, 26)  # of an Ogg page
_MP4_BRANDS = (b"ftyp", b"moov", b"mdat", b"wide")
_OFFSET_TABLES = ((b"stco", ">%dI"), (b"co64", ">%dQ"))


def is_same_sound(old: BinaryIO, new: BinaryIO) -> bool:
    """Compare all of the sound; what lies outside of it may differ."""
    start, _ = sound_region(old, old.seek(0, os.SEEK_END))
    if _read(old, 0, 8)[4:] in _MP4_BRANDS:
        return _is_same_mp4(old, new)
    if _read(old, start, 4) == b"OggS":
        return _is_same_ogg(old, new)
    return _is_same_part(old, new, _region(old), _region(new))


def is_same_behind(
    old: BinaryIO, start: int, new: BinaryIO, new_start: int, *, last: int = 0
) -> bool:
    """Compare all that lies behind two offsets, but for some `last` bytes."""
    end, new_end = (file.seek(0, os.SEEK_END) - last for file in (old, new))
    return _is_same_part(old, new, (start, end), (new_start, new_end))


def untouched_sound(old: BinaryIO, new: BinaryIO, regions: Sequence[Patch]) -> Region | None:
    """Return where the sound of both files lies, if what is written moves and touches none of it.

    Both files must find their sound at the same place; its bytes are not looked at.
    """
    sound = [_region(old)]
    if sound != [_region(new)]:
        return None
    if _read(old, 0, 8)[4:] in _MP4_BRANDS:
        atoms, new_atoms = Atoms(old), Atoms(new)
        sound += _media(atoms)
        if _media(new_atoms) != _media(atoms):
            return None
        if list(_offsets(old, atoms)) != list(_offsets(new, new_atoms)):
            return None
    is_untouched = all(
        len(region.old) == len(region.new)
        and not any(region.at < end and start < region.at + len(region.old) for start, end in sound)
        for region in regions
    )
    return sound[0] if is_untouched else None


def _region(file: BinaryIO) -> Region:
    return sound_region(file, file.seek(0, os.SEEK_END))


def _is_same_part(old: BinaryIO, new: BinaryIO, here: Region, there: Region) -> bool:
    if here[1] - here[0] != there[1] - there[0]:
        return False
    starts = range(0, here[1] - here[0], _PART_BYTES)
    sizes = (min(_PART_BYTES, here[1] - here[0] - start) for start in starts)
    return all(
        _read(old, here[0] + start, size) == _read(new, there[0] + start, size)
        for start, size in zip(starts, sizes, strict=True)
    )


def _read(file: BinaryIO, at: int, size: int) -> bytes:
    file.seek(at)
    return file.read(size)


def _is_same_ogg(old: BinaryIO, new: BinaryIO) -> bool:
    """Compare pages apart from their numbers; where these differ, the checksums must be right."""
    pages = zip_longest(_ogg_parts(old), _ogg_parts(new), fillvalue=b"")
    return all(here == there or _is_renumbered(here, there) for here, there in pages)


def _ogg_parts(file: BinaryIO) -> Iterator[bytes]:
    """Yield the pages with sound, and in parts what comes behind the last whole page."""
    at, end = _region(file)
    while at < end:
        header = _read(file, at, PAGE_HEADER_BYTES)
        if len(header) < PAGE_HEADER_BYTES or not header.startswith(b"OggS"):
            break
        segments = file.read(header[26])
        page = header + segments + file.read(sum(segments))
        yield page
        at += len(page)
    while part := _read(file, at, _PART_BYTES):
        yield part
        at += len(part)


def _is_renumbered(here: bytes, there: bytes) -> bool:
    bare_here, bare_there = bytearray(here), bytearray(there)
    bare_here[_NUMBER_AND_SUM] = bare_there[_NUMBER_AND_SUM] = bytes(8)
    return bare_here == bare_there and (_has_right_sum(there) or not _has_right_sum(here))


def _has_right_sum(page: bytes) -> bool:
    return checksum_of(page[:22] + bytes(4) + page[26:]) == int.from_bytes(page[22:26], "little")


def _is_same_mp4(old: BinaryIO, new: BinaryIO) -> bool:
    """Compare all media data, and where in them each chunk of sound is said to lie."""
    atoms, new_atoms = Atoms(old), Atoms(new)
    here, there = _media(atoms), _media(new_atoms)
    return (
        len(here) == len(there)
        and all(_is_same_part(old, new, *pair) for pair in zip(here, there, strict=True))
        and [_chunk_offset(here, offset) for offset in _offsets(old, atoms)]
        == [_chunk_offset(there, offset) for offset in _offsets(new, new_atoms)]
    )


def _media(atoms: Any) -> list[Region]:
    found = (atom for atom in atoms.atoms if atom.name == b"mdat")
    return [
        (atom.offset + atom.length - atom.datalength, atom.offset + atom.length) for atom in found
    ]


def _chunk_offset(media: list[Region], offset: int) -> tuple[int, int]:
    """Return which of the media data an offset is in, and how far behind its start."""
    number = bisect_right([start for start, _ in media], offset) - 1
    return (number, offset - media[number][0]) if number >= 0 else (-1, 0)


def _offsets(file: BinaryIO, atoms: Any) -> Iterator[int]:
    for name, layout in _OFFSET_TABLES:
        for table in atoms[b"moov"].findall(name, True):
            body = table.read(file)[1]
            (count,) = struct.unpack_from(">I", body, 4)
            yield from struct.unpack_from(layout % count, body, 8)
