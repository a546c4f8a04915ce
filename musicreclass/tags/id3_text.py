"""The four encodings of text in ID3v2."""

from collections.abc import Iterable
from enum import IntEnum
from typing import Literal


class Encoding(IntEnum):
    """The byte in front of a text."""

    LATIN_1 = 0
    UTF_16 = 1  # with a byte order mark
    UTF_16_BE = 2  # ID3v2.4 only, as the next
    UTF_8 = 3


_CODECS = {
    Encoding.LATIN_1: "latin-1",
    Encoding.UTF_16: "utf-16",
    Encoding.UTF_16_BE: "utf-16-be",
    Encoding.UTF_8: "utf-8",
}


def is_known(encoding: int) -> bool:
    return encoding in _CODECS


def decoded(encoding: int, raw: bytes, errors: Literal["replace", "strict"] = "replace") -> str:
    """Return the text, with a mark in the place of what cannot be read, unless that is an error."""
    text = raw.decode(_CODECS[Encoding(encoding)], errors)
    return text.replace("\ufeff", "")  # each of several texts has a mark of its own


def encoded(encoding: Encoding, texts: Iterable[str]) -> bytes:
    """Return the texts, parted by what ends a text in that encoding."""
    if encoding == Encoding.UTF_16:
        return bytes(2).join(b"\xff\xfe" + text.encode("utf-16-le") for text in texts)
    zero = bytes(2 if encoding == Encoding.UTF_16_BE else 1)
    return zero.join(text.encode(_CODECS[encoding]) for text in texts)
