"""The genre of ID3v1: one byte at the very end of a file, the number of a genre."""

from functools import cache

from mutagen.id3 import TCON

from musicreclass.core.genre_text import key_of

_NO_NUMBER = 255


def genre_number(genres: tuple[str, ...]) -> int:
    """Return the number of the first genre, however it is spelt; 255 where it has none."""
    return _numbers().get(key_of(genres[0]), _NO_NUMBER) if genres else _NO_NUMBER


def genre_name(number: int) -> str:
    """Return the genre of a number, nothing where it has none."""
    return str(TCON.GENRES[number]) if number < len(TCON.GENRES) else ""


@cache
def _numbers() -> dict[str, int]:
    """Return the numbers by name: 80 of the standard, and Winamp's up to 191."""
    return {key_of(name): number for number, name in reversed(list(enumerate(TCON.GENRES)))}
