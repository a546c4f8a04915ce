"""Detecting the encoding of texts that old programs labelled as Latin-1 and that are not.

Programs in China, Japan, Korea and Russia wrote the encoding of their computer into tags that have
no room to name it. All such texts of one file are looked at together. Only what is shown changes;
the file is never touched.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from musicreclass.tags.encodings.legacy_languages import (
    cyrillic,
    japanese,
    korean,
    latin,
    simplified_chinese,
    traditional_chinese,
)

# Accented letters, each between letters of ASCII: European, and not worth a closer look.
_PLAINLY_LATIN = re.compile(rb"(?:[\x00-\x7f]|[\xc0-\xff](?![\x80-\xff]))*")
_CUT_COST = -8.0  # of half a character at the end, where ID3v1 cuts
_CUT_FROM_BYTES = 28
_MARGIN = 4.0  # a reading must be this much likelier than Latin, in natural logarithms
_FIELD_MARGIN = 4.0  # a field that much likelier as Latin stays so beside others that are not


class _Scoring(Protocol):
    def score(self, text: str) -> float: ...


@dataclass(frozen=True, slots=True)
class _Encoding:
    name: str
    codec: str
    languages: Sequence[tuple[Callable[[], _Scoring], float]]  # and how likely each is at all


_ENCODINGS = (
    _Encoding(
        "utf-8",
        "utf-8",
        (
            (latin, -1.0),
            (simplified_chinese, -2.0),
            (traditional_chinese, -2.0),
            (japanese, -2.0),
            (korean, -2.0),
            (cyrillic, -2.0),
        ),
    ),
    _Encoding(
        "gb18030",
        "gb18030",
        ((simplified_chinese, -2.5), (traditional_chinese, -4.0), (japanese, -6.0)),
    ),
    _Encoding("big5", "big5hkscs", ((traditional_chinese, -3.5),)),
    _Encoding("shift_jis", "cp932", ((japanese, -3.5),)),
    _Encoding("euc_kr", "cp949", ((korean, -4.0),)),
    _Encoding("cp1251", "cp1251", ((cyrillic, -5.0),)),
)


@dataclass(frozen=True, slots=True)
class LegacyText:
    """How to read the bytes of one file."""

    encoding: str = ""  # empty where Latin-1 (or Windows-1252) is true
    _reading: tuple[_Encoding, Callable[[], _Scoring]] | None = None

    def decode(self, raw: bytes) -> str:
        """Return the text; Latin where this one field is clearly that."""
        if self._reading is None or raw.isascii():
            return as_latin(raw)
        encoding, language = self._reading
        found = _decoded(raw, encoding.codec)
        if found is None:
            return as_latin(raw)
        text, cost = found
        likelier = latin().score(as_latin(raw)) - cost - language().score(text)
        return as_latin(raw) if likelier > _FIELD_MARGIN else text


def legacy_text(fields: Sequence[bytes]) -> LegacyText:
    """Find out the encoding that all `fields` of a file share."""
    telling = [field for field in fields if not field.isascii()]
    if all(_PLAINLY_LATIN.fullmatch(field) for field in telling):
        return LegacyText()
    best = sum(latin().score(as_latin(field)) for field in telling) + _MARGIN
    choice = LegacyText()
    for encoding in _ENCODINGS:
        found = [_decoded(field, encoding.codec) for field in telling]
        readable = [part for part in found if part is not None]
        if len(readable) < len(found):
            continue
        for language, likelihood in encoding.languages:
            score = likelihood + sum(cost + language().score(text) for text, cost in readable)
            if score > best:
                best, choice = score, LegacyText(encoding.name, (encoding, language))
    return choice


def as_latin(raw: bytes) -> str:
    """Return the text that Windows shows for bytes labelled Latin-1."""
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _decoded(raw: bytes, codec: str) -> tuple[str, float] | None:
    """Return the text, and what it costs where half a character is left; None where impossible."""
    decoder = codecs.getincrementaldecoder(codec)()
    try:
        text = decoder.decode(raw)
    except UnicodeDecodeError:
        return None
    if not decoder.getstate()[0]:
        return text, 0.0
    return (text, _CUT_COST) if len(raw) >= _CUT_FROM_BYTES else None
