"""The extended header of ID3v2, whose few numbers must follow a change of the tag."""

import zlib

from musicreclass.tags.id3_tag import Id3Tag, joined
from musicreclass.tags.id3_unsync import synchronised, unsynchronised

_HAS_CRC_3 = 0x80  # in the first of two bytes of flags
_IS_UPDATE_4, _HAS_CRC_4 = 0x40, 0x20
_CRC_BYTES_4 = 5


def renewed_extended(tag: Id3Tag, frames: bytes, rest: bytes) -> bytes:
    """Return the extended header for other frames and another rest.

    Numbers that were right before are right again; those that were wrong stay as they are.

    Args:
        frames, rest: raw, as they follow the header.
    """
    if not tag.extended:
        return b""
    if tag.version == 4:
        return _renewed_4(tag, frames + rest)
    if not tag.is_unsynchronised:
        return _renewed_3(tag.extended, (joined(tag.frames), tag.rest), (frames, rest))
    content = synchronised(tag.extended)
    old = synchronised(joined(tag.frames)), tag.rest
    renewed = _renewed_3(content, old, (synchronised(frames), rest))
    return tag.extended if renewed == content else unsynchronised(renewed)


def _renewed_3(extended: bytes, old: tuple[bytes, bytes], new: tuple[bytes, bytes]) -> bytes:
    """Renew the size of the padding, and the checksum of the frames without it."""
    padding, checksum = extended[6:10], extended[10:]
    if padding == len(old[1]).to_bytes(4, "big"):
        padding = len(new[1]).to_bytes(4, "big")
    if extended[4] & _HAS_CRC_3 and checksum == zlib.crc32(old[0]).to_bytes(4, "big"):
        checksum = zlib.crc32(new[0]).to_bytes(4, "big")
    return extended[:6] + padding + checksum


def _renewed_4(tag: Id3Tag, content: bytes) -> bytes:
    """Renew the checksum of the frames and the padding."""
    flags = tag.extended[5]
    at = 6 + (1 if flags & _IS_UPDATE_4 else 0)  # a size of no bytes
    old = bytes([_CRC_BYTES_4]) + _crc_4(joined(tag.frames) + tag.rest)
    if not flags & _HAS_CRC_4 or not tag.extended.startswith(old, at):
        return tag.extended
    renewed = bytes([_CRC_BYTES_4]) + _crc_4(content)
    return tag.extended[:at] + renewed + tag.extended[at + len(renewed) :]


def _crc_4(content: bytes) -> bytes:
    crc = zlib.crc32(content)
    return bytes(crc >> shift & 0x7F for shift in (28, 21, 14, 7, 0))
