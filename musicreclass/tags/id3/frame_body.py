"""The bodies of ID3v2 frames: what a frame's flags did to one, undone, and its texts decoded.

Flags stand for compression, grouping and unsynchronisation; texts have one of four encodings.
"""

import zlib
from collections.abc import Iterable
from contextlib import suppress
from enum import IntEnum
from typing import Literal

from musicreclass.tags.id3.tag import (
    FRAME_IS_UNSYNCHRONISED,
    Frame,
    is_unsynchronised,
    synchronised,
)
from musicreclass.tags.inflation import GrowsTooLarge, InflationBudget

# ID3v2.3, and the order of the bytes that they put in front of the content.
_COMPRESSED_3, _ENCRYPTED_3, _GROUPED_3 = 0x80, 0x40, 0x20
# ID3v2.4 likewise.
_GROUPED_4, _COMPRESSED_4, _ENCRYPTED_4, _HAS_LENGTH_4 = 0x40, 0x08, 0x04, 0x01


def plain_body(version: int, frame: Frame, budget: InflationBudget) -> bytes | None:
    """Return what the frame says, None where it is encrypted or makes no sense.

    Raises:
        GrowsTooLarge: it is compressed, and more than the budget has left.
    """
    if is_encrypted(version, frame):
        return None
    if version == 4:
        return _plain_4(frame, budget)
    return _plain_3(frame, budget) if version == 3 else frame.body


def plain_bodies(version: int, frames: Iterable[Frame]) -> list[bytes]:
    """Return what frames say, without those of which that cannot be told."""
    budget = InflationBudget()
    found = []
    for frame in frames:
        with suppress(GrowsTooLarge):
            found.append(plain_body(version, frame, budget))
    return [body for body in found if body]


def is_encrypted(version: int, frame: Frame) -> bool:
    return bool(version > 2 and frame.flags & (_ENCRYPTED_4 if version == 4 else _ENCRYPTED_3))


def _plain_3(frame: Frame, budget: InflationBudget) -> bytes | None:
    start = 4 if frame.flags & _COMPRESSED_3 else 0
    if frame.flags & _GROUPED_3:
        start += 1
    content = frame.body[start:]
    return _inflated(content, budget) if frame.flags & _COMPRESSED_3 else content


def _plain_4(frame: Frame, budget: InflationBudget) -> bytes | None:
    is_stuffed = frame.flags & FRAME_IS_UNSYNCHRONISED and is_unsynchronised(frame.body)
    content = synchronised(frame.body) if is_stuffed else frame.body
    start = 1 if frame.flags & _GROUPED_4 else 0
    if frame.flags & _HAS_LENGTH_4:
        start += 4
    content = content[start:]
    return _inflated(content, budget) if frame.flags & _COMPRESSED_4 else content


def _inflated(content: bytes, budget: InflationBudget) -> bytes | None:
    try:
        return budget.inflated(content)
    except GrowsTooLarge:
        raise
    except zlib.error:
        return None


class Encoding(IntEnum):
    """The byte in front of a text."""

    LATIN_1 = 0
    UTF_16 = 1  # with a byte order mark
    UTF_16_BE = 2  # ID3v2.4 only, as the next
    UTF_8 = 3


_CODECS: dict[int, str] = {
    Encoding.LATIN_1: "latin-1",
    Encoding.UTF_16: "utf-16",
    Encoding.UTF_16_BE: "utf-16-be",
    Encoding.UTF_8: "utf-8",
}


def is_known(encoding: int) -> bool:
    return encoding in _CODECS


def decoded(encoding: int, raw: bytes, errors: Literal["replace", "strict"] = "replace") -> str:
    """Return the text, with a mark for what cannot be read, unless that is an error."""
    text = raw.decode(_CODECS[encoding], errors)
    return text.replace("\ufeff", "")  # each of several texts has a mark of its own


def encoded(encoding: Encoding, texts: Iterable[str]) -> bytes:
    """Return the texts, separated by what ends a text in that encoding."""
    if encoding == Encoding.UTF_16:
        return bytes(2).join(b"\xff\xfe" + text.encode("utf-16-le") for text in texts)
    zero = bytes(2 if encoding == Encoding.UTF_16_BE else 1)
    return zero.join(text.encode(_CODECS[encoding]) for text in texts)
