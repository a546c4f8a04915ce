"""ID3v1: 128 bytes at the very end of a file, the last of which is the number of a genre."""

from collections.abc import Iterator
from functools import cache

from mutagen.id3 import TCON

from musicreclass.core.genre import key_of

_NO_NUMBER = 255
_TEXTS = {b"TIT2": slice(3, 33), b"TPE1": slice(33, 63), b"TALB": slice(63, 93)}
_YEAR = slice(93, 97)
_COMMENT = slice(97, 127)
_TRACK_MARK, _TRACK = 125, 126  # a zero and a number, in later tags
_LATIN_1 = b"\0"
_OF_NO_LANGUAGE = b"XXXID3v1 Comment\0"


def genre_number(genres: tuple[str, ...]) -> int:
    """Return the number of the first genre, however it is spelt; 255 where it has none."""
    return _numbers().get(key_of(genres[0]), _NO_NUMBER) if genres else _NO_NUMBER


def genre_name(number: int) -> str:
    """Return the genre of a number, nothing where it has none."""
    return str(TCON.GENRES[number]) if number < len(TCON.GENRES) else ""


def as_frames(tag: bytes, version: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield what ID3v1 says, but for its genre, as names and bodies of frames of ID3v2.

    The bytes of its texts stay as they are, whatever they may mean. Empty bytes say nothing.
    """
    for name, field in _TEXTS.items():
        if text := _text(tag[field]):
            yield name, _LATIN_1 + text
    if year := _text(tag[_YEAR]):
        yield b"TYER" if version == 3 else b"TDRC", _LATIN_1 + year
    if comment := _text(tag[_COMMENT]):
        yield b"COMM", _LATIN_1 + _OF_NO_LANGUAGE + comment
    if tag[_TRACK_MARK:_TRACK] == b"\0" and (number := tag[_TRACK]):
        yield b"TRCK", _LATIN_1 + str(number).encode()


def _text(field: bytes) -> bytes:
    return field.partition(b"\0")[0].rstrip()


@cache
def _numbers() -> dict[str, int]:
    """Return the numbers by name: 80 of the standard, and Winamp's up to 191."""
    return {key_of(name): number for number, name in reversed(list(enumerate(TCON.GENRES)))}
