"""Replacing the genre in the LIST INFO chunk of a WAV file, its other entries kept as they are."""

import struct
from collections.abc import Iterator, Sequence

from musicreclass.tags.errors import Unwritable
from musicreclass.tags.legacy_text import LegacyText, legacy_text

_MAGIC = b"INFO"
_GENRE_NAMES = (b"IGNR", b"GENR")
_SEVERAL = "; "  # there is no other way to name several
_HEADER_BYTES = 8

Entry = tuple[bytes, bytes]  # its name, and all of its bytes


def is_info(body: bytes) -> bool:
    return body.startswith(_MAGIC)


def has_genre(body: bytes) -> bool:
    return any(name in _GENRE_NAMES for name, _ in _entries(body))


def edited_info(body: bytes, texts: Sequence[str]) -> bytes:
    """Return the chunk's body with `texts` in place of the genre, or behind all else.

    Raises:
        Unwritable: the entries are damaged, or in an encoding that has not all the characters.
    """
    entries = list(_entries(body))
    names = [name for name, _ in entries]
    place = next((i for i, name in enumerate(names) if name in _GENRE_NAMES), len(entries))
    name = names[place] if place < len(entries) else _GENRE_NAMES[0]
    others = [(known, raw) for known, raw in entries if known not in _GENRE_NAMES]
    kept = [raw for _, raw in others]
    if kept and len(kept[-1]) % 2:
        kept[-1] += b"\0"  # the last needs no byte that makes it even until another follows
    if texts:
        text = _encoded(_SEVERAL.join(texts), [_text(raw) for _, raw in others]) + b"\0"
        entry = name + struct.pack("<I", len(text)) + text + bytes(len(text) % 2)
        kept.insert(place, entry)
    return _MAGIC + b"".join(kept)


def _encoded(text: str, others: Sequence[bytes]) -> bytes:
    """Return the text as a reader takes it that guesses one encoding for all texts."""
    for encoding in ("utf-8", legacy_text(others).encoding or "cp1252"):
        try:
            raw = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        if _reads(legacy_text([*others, raw]), others, raw, text):
            return raw
    raise Unwritable("its other texts are in an old encoding that has no such characters")


def _reads(guess: LegacyText, others: Sequence[bytes], raw: bytes, text: str) -> bool:
    before = legacy_text(others)
    return guess.decode(raw) == text and all(
        guess.decode(other) == before.decode(other) for other in others
    )


def _text(raw: bytes) -> bytes:
    return raw[_HEADER_BYTES:].split(b"\0")[0].strip()


def _entries(body: bytes) -> Iterator[Entry]:
    at = len(_MAGIC)
    while at < len(body):
        if at + _HEADER_BYTES > len(body):
            raise Unwritable("its list of texts is damaged")
        name, size = struct.unpack_from("<4sI", body, at)
        end = at + _HEADER_BYTES + size
        if end > len(body):
            raise Unwritable("its list of texts is damaged")
        yield name.upper(), body[at : end + size % 2]
        at = end + size % 2
