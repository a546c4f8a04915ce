"""What two plain ID3 tags say of themselves by their bytes alone: the same frames but the genre.

Shares nothing with the code that makes tags, and answers for the usual ones only. What has flags,
text of an unclear encoding, a genre by number or anything but zeros behind its frames is for a
parser to compare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_HEADER_BYTES = 10
_SIZE = slice(6, 10)  # of a header
_VERSIONS = (3, 4)  # of ID3v2
_NAME = re.compile(rb"[A-Z][A-Z0-9]{3}")
_GENRE = b"TCON"
_LATIN_1, _UTF_16, _UTF_8 = 0, 1, 3
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
_ABBREVIATED = ("CR", "RX")  # for "Cover" and "Remix"
_MOST_LETTERS = 1_000
_MOST_FRAMES = 200  # a parser says what is too many


class _NotPlain(Exception):
    """Only a parser can tell."""


def genres_of_plain(tag: bytes) -> tuple[str, ...] | None:
    """Return the genres of a tag, None where only a parser can tell."""
    try:
        frames = list(_frames(tag))
        _others(frames)
        return _all_genres(frames, tag)
    except (_NotPlain, UnicodeDecodeError):
        return None


def genres_of_same(old: bytes, new: bytes) -> tuple[str, ...] | None:
    """Return the genres of a tag of which all other frames are those of another, byte for byte.

    Returns:
        None where they are not, or where that cannot be told in this way.
    """
    if old[: _SIZE.start] != new[: _SIZE.start]:
        return None
    try:
        before, after = list(_frames(old)), list(_frames(new))
        if len(after) > _MOST_FRAMES or _others(before) != _others(after):
            return None
        return _all_genres(after, new)
    except (_NotPlain, UnicodeDecodeError):
        return None


def _frames(tag: bytes) -> Iterator[bytes]:
    """Yield the frames of a plain tag, each with its header."""
    if len(tag) < _HEADER_BYTES or tag[3] not in _VERSIONS or tag[5]:
        raise _NotPlain
    if len(tag) != _HEADER_BYTES + _size(tag[_SIZE], is_synchsafe=True):
        raise _NotPlain
    at = _HEADER_BYTES
    while at + _HEADER_BYTES <= len(tag) and tag[at]:
        end = at + _HEADER_BYTES + _size(tag[at + 4 : at + 8], is_synchsafe=tag[3] == 4)
        if end > len(tag) or not _NAME.match(tag, at):
            raise _NotPlain
        yield tag[at:end]
        at = end
    if tag[at:].strip(b"\0"):
        raise _NotPlain


def _size(digits: bytes, *, is_synchsafe: bool) -> int:
    a, b, c, d = digits
    if is_synchsafe and a | b | c | d > 0x7F:
        raise _NotPlain
    size = a << 21 | b << 14 | c << 7 | d if is_synchsafe else int.from_bytes(digits, "big")
    if not size:  # readers disagree on what follows
        raise _NotPlain
    return size


def _others(frames: list[bytes]) -> list[bytes]:
    others = [frame for frame in frames if not _is_genre(frame)]
    if any(f[0] == ord("T") and f[10] == _LATIN_1 and not f[11:].isascii() for f in others):
        raise _NotPlain  # what it means is guessed by all texts, the genre's among them
    if len(others) < len(frames) - 1:
        raise _NotPlain
    return others


def _is_genre(frame: bytes) -> bool:
    return frame.startswith(_GENRE)


def _all_genres(frames: list[bytes], tag: bytes) -> tuple[str, ...]:
    return tuple(genre for frame in frames if _is_genre(frame) for genre in _genres(frame, tag))


def _genres(frame: bytes, tag: bytes) -> Iterator[str]:
    if frame[8] or frame[9]:
        raise _NotPlain
    for text in _text(frame[10], frame[11:], tag[3]).split("\0"):
        genre = text.removeprefix("\ufeff")  # each of several has one of its own
        if genre.startswith("(") or genre.isdigit() or genre in _ABBREVIATED:
            raise _NotPlain
        if not genre.isprintable() or len(genre) > _MOST_LETTERS:
            raise _NotPlain
        if genre:
            yield genre


def _text(encoding: int, raw: bytes, version: int) -> str:
    if encoding == _LATIN_1 and raw.isascii():
        return raw.decode("ascii")
    if encoding == _UTF_16 and raw.startswith(_BYTE_ORDER_MARKS):
        return raw.decode("utf-16")
    if encoding == _UTF_8 and version == 4:
        return raw.decode("utf-8")
    raise _NotPlain
