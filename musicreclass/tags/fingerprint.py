"""The fingerprint of a file: a fast hash of its encoded sound, by which a track is known again.

It covers some of the sound's bytes, never the tags, and so survives renaming, moving and retagging
in all formats whose sound `sound_region` finds; in a damaged container it survives renaming only.
It is no acoustic fingerprint: the same song encoded twice has two.
"""

import hashlib
import re
from collections.abc import Callable
from typing import BinaryIO, Literal

from musicreclass.tags.end_tags import head_end, tail

Region = tuple[int, int]  # first byte, and the one after the last

_PART_BYTES = 16 << 10
_DIGEST_BYTES = 16
# More tags can push all later pages of an Ogg file down by one: their numbers and sums change.
_OGG_NUMBER_AND_SUM = re.compile(rb"(OggS.{14}).{8}", re.DOTALL)


def fingerprint(file: BinaryIO, size: int, sound: Region | None = None) -> str:
    """Return the hash of a file of `size` bytes.

    Head and tail of many songs are silent and equal, so the middle and the length count too.

    Args:
        sound: where that lies, if it is known already.
    """
    start, end = sound or sound_region(file, size)
    digest = hashlib.blake2b((end - start).to_bytes(8, "little"), digest_size=_DIGEST_BYTES)
    for first, last in _parts(start, end):
        file.seek(first)
        part = file.read(last - first)
        digest.update(_OGG_NUMBER_AND_SUM.sub(rb"\1", part) if b"OggS" in part else part)
    return digest.hexdigest()


def _parts(start: int, end: int) -> list[tuple[int, int]]:
    if end - start <= 3 * _PART_BYTES:
        return [(start, end)]
    middle = (start + end - _PART_BYTES) // 2
    return [(first, first + _PART_BYTES) for first in (start, middle, end - _PART_BYTES)]


_HEAD_BYTES = 32
_MAX_STEPS = 4_000  # blocks, chunks or pages looked at before giving up
_OGG_PAGE_BYTES = 27
_NO_SOUND_YET = (0, 2**64 - 1)  # granule positions of pages with headers, and amid long packets
_DSF_SOUND_START = 28 + 52 + 12  # three headers of fixed size


def sound_region(file: BinaryIO, size: int) -> Region:
    """Return the part of the file that holds its sound, never beyond its `size` bytes.

    Cheap on purpose: a few headers are read and nothing is decoded. Where a container is broken
    the region is simply what lies between the tags at the ends.
    """
    start = head_end(file)
    file.seek(start)
    find = _finder_for(file.read(_HEAD_BYTES))
    region = find(file, start, size) if find is not None else None
    if region is None:
        region = (start, tail(file, size).sound_end)
    first = min(region[0], size)
    return first, max(first, min(region[1], size))


_Finder = Callable[[BinaryIO, int, int], Region | None]


def _finder_for(head: bytes) -> _Finder | None:
    for magic, find in _FINDERS.items():
        if head.startswith(magic):
            return find
    return _mp4 if head[4:8] in (b"ftyp", b"moov", b"mdat", b"wide") else None


def _at(file: BinaryIO, at: int, count: int, size: int) -> bytes:
    """Return bytes of the file; none beyond its end, where broken headers point."""
    if at >= size:
        return b""
    file.seek(at)
    return file.read(count)


def _flac(file: BinaryIO, start: int, size: int) -> Region | None:
    """Skip the metadata blocks; their headers hold one bit for "the last" and a size."""
    at = start + 4
    for _ in range(_MAX_STEPS):
        header = _at(file, at, 4, size)
        if len(header) < 4:
            return None
        at += 4 + int.from_bytes(header[1:], "big")
        if header[0] & 0x80:
            return at, tail(file, size).sound_end
    return None


def _ogg(file: BinaryIO, start: int, size: int) -> Region | None:
    """Skip the pages with headers: the first page with sound has a time."""
    at = start
    for _ in range(_MAX_STEPS):
        header = _at(file, at, _OGG_PAGE_BYTES, size)
        if len(header) < _OGG_PAGE_BYTES or not header.startswith(b"OggS"):
            return None
        if int.from_bytes(header[6:14], "little") not in _NO_SOUND_YET:
            return at, size
        lengths = file.read(header[26])
        at += _OGG_PAGE_BYTES + len(lengths) + sum(lengths)
    return None


def _mp4(file: BinaryIO, start: int, size: int) -> Region | None:
    """Return the largest atom of media data."""
    found: list[Region] = []
    at = start
    for _ in range(_MAX_STEPS):
        header = _at(file, at, 16, size)
        length = int.from_bytes(header[:4], "big")
        if length == 1:
            length = int.from_bytes(header[8:], "big")
        elif length == 0:
            length = size - at
        if len(header) < 8 or length < 8:
            break
        if header[4:8] == b"mdat":
            found.append((at + 8, at + length))
        at += length
    return max(found, key=lambda region: region[1] - region[0], default=None)


def _chunk_finder(
    names: tuple[bytes, ...], order: Literal["little", "big"], first: int, size_bytes: int
) -> _Finder:
    """Return a finder of the first chunk of `names`, whose sizes are in byte `order`."""
    header_bytes = 4 + size_bytes
    whole = 2 ** (8 * size_bytes) - 1

    def find(file: BinaryIO, start: int, size: int) -> Region | None:
        at, long_length = start + first, 0
        for _ in range(_MAX_STEPS):
            header = _at(file, at, header_bytes, size)
            if len(header) < header_bytes:
                return None
            length = int.from_bytes(header[4:], order)
            at += header_bytes
            if header[:4] == b"ds64":  # the sizes of RF64, beyond 4 GB
                long_length = int.from_bytes(_at(file, at + 8, 8, size), "little")
            if header[:4] in names:
                length = (long_length or size) if length == whole else length
                return at, at + length
            at += length + length % 2
        return None

    return find


def _asf(file: BinaryIO, start: int, size: int) -> Region | None:
    """Skip the header object, which holds all tags."""
    file.seek(start + 16)
    length = int.from_bytes(file.read(8), "little")
    return (start + length, size) if length else None


def _dsf(file: BinaryIO, start: int, size: int) -> Region | None:
    """Leave out the tag at the end, to which the header points."""
    file.seek(start + 20)
    return start + _DSF_SOUND_START, int.from_bytes(file.read(8), "little") or size


_WAVE = _chunk_finder((b"data",), "little", 12, 4)
_FINDERS: dict[bytes, _Finder] = {
    b"fLaC": _flac,
    b"OggS": _ogg,
    b"RIFF": _WAVE,
    b"RF64": _WAVE,
    b"BW64": _WAVE,
    b"FORM": _chunk_finder((b"SSND",), "big", 12, 4),
    b"FRM8": _chunk_finder((b"DSD ", b"DST "), "big", 16, 8),
    b"DSD ": _dsf,
    bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c"): _asf,
}
