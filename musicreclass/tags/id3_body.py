"""What a frame's own flags did to its body, undone: compression, grouping, unsynchronisation."""

import zlib

from musicreclass.tags.id3_tag import FRAME_IS_UNSYNCHRONISED, Frame
from musicreclass.tags.id3_unsync import is_unsynchronised, synchronised

_MAX_BODY_BYTES = 64 << 20  # more than any picture; a compressed frame may claim anything

# ID3v2.3, and the order of the bytes that they put in front of the content.
_COMPRESSED_3, _ENCRYPTED_3, _GROUPED_3 = 0x80, 0x40, 0x20
# ID3v2.4 likewise.
_GROUPED_4, _COMPRESSED_4, _ENCRYPTED_4, _HAS_LENGTH_4 = 0x40, 0x08, 0x04, 0x01


def plain_body(version: int, frame: Frame) -> bytes | None:
    """Return what the frame says, None where it is encrypted or makes no sense."""
    if is_encrypted(version, frame):
        return None
    if version == 4:
        return _plain_4(frame)
    return _plain_3(frame) if version == 3 else frame.body


def is_encrypted(version: int, frame: Frame) -> bool:
    return bool(version > 2 and frame.flags & (_ENCRYPTED_4 if version == 4 else _ENCRYPTED_3))


def _plain_3(frame: Frame) -> bytes | None:
    start = 4 if frame.flags & _COMPRESSED_3 else 0
    if frame.flags & _GROUPED_3:
        start += 1
    content = frame.body[start:]
    return _inflated(content) if frame.flags & _COMPRESSED_3 else content


def _plain_4(frame: Frame) -> bytes | None:
    is_stuffed = frame.flags & FRAME_IS_UNSYNCHRONISED and is_unsynchronised(frame.body)
    content = synchronised(frame.body) if is_stuffed else frame.body
    start = 1 if frame.flags & _GROUPED_4 else 0
    if frame.flags & _HAS_LENGTH_4:
        start += 4
    content = content[start:]
    return _inflated(content) if frame.flags & _COMPRESSED_4 else content


def _inflated(content: bytes) -> bytes | None:
    try:
        return zlib.decompressobj().decompress(content, _MAX_BODY_BYTES)
    except zlib.error:
        return None
