"""The genre frame of ID3v2: what one says, and how one is made.

Genres are written as text. ID3 has numbers for some; text that would be taken for one is refused.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

from mutagen.id3 import TCON

from musicreclass.sentences.reason import because
from musicreclass.tags.encodings.legacy_text import legacy_text
from musicreclass.tags.id3.frame_body import Encoding, decoded, encoded, is_known, plain_bodies
from musicreclass.tags.id3.tag import Frame
from musicreclass.tags.tag_errors import Unwritable

_NO_GENRE = "Unknown"  # mutagen's word for numbers that stand for nothing
_MOST_LETTERS = 200  # of a genre that is worth remembering: files of a library have the same ones
_TEXTS_THAT_SHARE_AN_ENCODING = (b"TIT2", b"TPE1", b"TPE2", b"TALB", b"TT2", b"TP1", b"TP2", b"TAL")


def genres_in(version: int, frames: Sequence[Frame]) -> tuple[str, ...]:
    """Return the genres of all genre frames, numbers by their names.

    Text that old programs mislabelled as Latin-1 is read as it was meant.
    """
    found = _genres(version, frames, legacy_text(_unclear(version, frames)).decode)
    return tuple(dict.fromkeys(found))


def labelled_genres(version: int, frames: Sequence[Frame]) -> tuple[str, ...]:
    """Return the same as a program reads it that believes what the frames say."""
    return _genres(version, frames, lambda raw: raw.decode("latin-1"))


def _genres(
    version: int, frames: Sequence[Frame], latin: Callable[[bytes], str]
) -> tuple[str, ...]:
    bodies = plain_bodies(version, (frame for frame in frames if frame.is_genre))
    readable = [body for body in bodies if is_known(body[0])]
    texts = [
        text
        for body in readable
        for text in (
            map(latin, body[1:].split(b"\0"))
            if body[0] == Encoding.LATIN_1
            else decoded(body[0], body[1:]).split("\0")
        )
    ]
    return _names(tuple(text for text in texts if text))


def _unclear(version: int, frames: Sequence[Frame]) -> list[bytes]:
    asked = (f for f in frames if f.is_genre or f.name in _TEXTS_THAT_SHARE_AN_ENCODING)
    return [
        part
        for body in plain_bodies(version, asked)
        if body[0] == Encoding.LATIN_1
        for part in body[1:].split(b"\0")
    ]


def genre_names(frame: TCON) -> tuple[str, ...]:
    """Return the genres of a frame of mutagen's, numbers and references like "(17)" by name."""
    return _names(tuple(frame.text))


def _names(texts: tuple[str, ...]) -> tuple[str, ...]:
    is_short = sum(map(len, texts)) <= _MOST_LETTERS
    return _short_names(texts) if is_short else _short_names.__wrapped__(texts)


@lru_cache(maxsize=4_096)
def _short_names(texts: tuple[str, ...]) -> tuple[str, ...]:
    frame = TCON(encoding=Encoding.UTF_8, text=list(texts))
    return tuple(name for name in frame.genres if name != _NO_GENRE or name in frame.text)


@lru_cache(maxsize=64)  # many files get the same
def genre_body(version: int, texts: tuple[str, ...]) -> bytes:
    """Return the body of a genre frame.

    Beyond ASCII it is never Latin-1: beside texts that are mislabelled as such it would be read as
    they are.

    Raises:
        Unwritable: one of the texts would be read back as something else.
    """
    stored = tuple(_escaped(version, text) for text in texts)
    for text, kept in zip(texts, stored, strict=True):
        if _names((kept,)) != (text,) or "\0" in text:
            raise Unwritable(because("tags.id3_genre", genre=text))
    if all(text.isascii() for text in stored):
        encoding = Encoding.LATIN_1
    else:
        encoding = Encoding.UTF_8 if version == 4 else Encoding.UTF_16
    return bytes([encoding]) + encoded(encoding, stored)


def _escaped(version: int, text: str) -> str:
    """Return text that does not start like one of the references of ID3v2.3, such as "(17)"."""
    return f"({text}" if version < 4 and text.startswith("(") else text
