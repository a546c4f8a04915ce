"""The language of the search box: text in, conditions on tracks out.

    love song              holds both words, somewhere in title, artist, album, genre or file name
    "love song"            holds the phrase
    -live                  does not hold it; goes before a field, too
    artist:周杰倫           also album:, title:, path:, format:
    genre:pop              the genre that the row shows: decided, or else suggested; in any language
    infile:pop             the genre in the file; also suggested:, whatever was decided since
    infile:""              has none
    confidence:>0.8        of that genre; also >=80%, <0.5, 0.5..0.8, and 80% for what is shown so
    state:accepted         also new, suggested, changed, skipped, written, undone
    verdict:"not sure"     also sure, differ, unlike
    tag:mellow             sounds so: a style, mood, voice, instrument or era, in any language
    era:80s                also 60s to 00s
    voice:female           also male, none, choir
    folder:Musics_TBC      in the path of its folder; file: in the name of the file
    length:>5:00           also <=90 (seconds), 3:00..4:30, 4m
    year:1990..1999        also 1984, >2000, and 199 while somebody is typing
    is:missing             also guessed: what its file's name told
    blues | jazz           one of both, as `OR` has it; binds closer than what stands side by side

All conditions must hold. Nothing is ever refused: what makes no sense is looked for as plain words,
and `Query.remarks` say so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from math import inf
from typing import TypeVar

import numpy as np

from musicreclass.core.decision import ReviewState
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.review.columns.growing import Mask
from musicreclass.core.review.columns.line_columns import LineColumns
from musicreclass.core.review.conditions import (
    AnyOf,
    Between,
    Condition,
    Flagged,
    InField,
    InState,
    IsEmpty,
    Lasting,
    Not,
    OfTags,
    OfVerdict,
    OfYear,
    Word,
)
from musicreclass.core.review.fields import (
    Field,
    FileName,
    OnDiskPath,
    Repeated,
    ShownGenre,
    Title,
    YearBegun,
)
from musicreclass.core.sound_tags import SoundTags, TagSort
from musicreclass.core.track import TrackLine
from musicreclass.errors import MusicReclassError
from musicreclass.sentences.reason import Reason, because


@dataclass(frozen=True, slots=True)
class Query:
    """What a person searches for, and what of it was not understood."""

    words: tuple[str, ...] = ()  # casefolded; the usual case, which lists look for by themselves
    conditions: tuple[Condition, ...] = ()
    remarks: tuple[Reason, ...] = ()  # on each term that was not understood

    @property
    def remark(self) -> str:
        """Return in sentences what was not understood."""
        return " ".join(map(str, self.remarks))

    @property
    def asks_for_tags(self) -> bool:
        """Whether sound tags that become known may let other tracks through."""
        return any(map(_asks_for_tags, self.conditions))

    def mask(self, lines: LineColumns) -> Mask:
        """Return which tracks are searched for."""
        found = np.ones(len(lines), dtype=np.bool_)
        for condition in (*map(Word, self.words), *self.conditions):
            found &= condition.mask(lines)
        return found

    def found(self, lines: Sequence[TrackLine]) -> list[TrackLine]:
        """Return those of some tracks that are searched for."""
        mask = self.mask(LineColumns.of(lines))
        return [line for line, is_found in zip(lines, mask.tolist(), strict=True) if is_found]

    def matches(self, line: TrackLine) -> bool:
        """Say whether one track is searched for."""
        return bool(self.found((line,)))


def _asks_for_tags(condition: Condition) -> bool:
    if isinstance(condition, Not):
        return _asks_for_tags(condition.condition)
    if isinstance(condition, AnyOf):
        return any(map(_asks_for_tags, condition.conditions))
    return isinstance(condition, OfTags)


ANYTHING = Query()


def parse(text: str, canonical: Callable[[str], str] = str) -> Query:
    """Return what is searched for.

    Args:
        canonical: the usual name of a genre in any language, so that a genre is found by all.
    """
    words: list[str] = []
    conditions: list[Condition] = []
    remarks: list[Reason] = []
    for alternatives in _parted(text):
        found = [
            condition
            for term in alternatives
            if (condition := _understood(term, canonical, remarks)) is not None
        ]
        if len(found) > 1:
            conditions.append(AnyOf(tuple(found)))
        elif found and isinstance(found[0], Word):
            words.append(found[0].wanted)
        else:
            conditions.extend(found)
    return Query(tuple(words), tuple(conditions), tuple(remarks))


def _parted(text: str) -> list[list[re.Match[str]]]:
    """Return the terms of a text, those together of which one is enough."""
    parts: list[list[re.Match[str]]] = []
    is_alternative = False
    for term in _TERM.finditer(text):
        if term["or"]:
            is_alternative = bool(parts)
        elif is_alternative:
            parts[-1].append(term)
            is_alternative = False
        else:
            parts.append([term])
    return parts


def _understood(
    term: re.Match[str], canonical: Callable[[str], str], remarks: list[Reason]
) -> Condition | None:
    """Return what a term asks for, None where that is nothing yet; remark what makes no sense."""
    try:
        condition = _condition(term, canonical)
    except _NotUnderstood as error:
        remarks.append(error.reason)
        condition = _as_word(term)
    return Not(condition) if condition is not None and term["minus"] else condition


class _NotUnderstood(MusicReclassError):
    """Carries the reason to the end of `parse`, which never fails."""


def _condition(term: re.Match[str], canonical: Callable[[str], str]) -> Condition | None:
    """Return what one term asks for, None where it asks for nothing yet.

    Raises:
        _NotUnderstood: it makes no sense.
    """
    value, is_quoted = _value(term)
    if term["field"] is None:
        return Word(value.casefold()) if value else None
    name = term["field"].casefold()
    if name not in _FIELDS | _KINDS.keys():
        if not value:
            return _as_word(term)
        known = tuple(f"{field}:" for field in (*_FIELDS, *_KINDS))
        raise _NotUnderstood(because("core.query_field", name=name, known=known))
    if not value and not (is_quoted and name in _FIELDS):
        return None  # somebody is still typing
    if name in _KINDS:
        return _KINDS[name](value)
    if not value:
        return IsEmpty(_FIELDS[name])
    alternatives = {value.casefold(): None}
    if name in _GENRES:
        alternatives[canonical(value).casefold()] = None
    return InField(_FIELDS[name], tuple(alternatives))


def _value(term: re.Match[str]) -> tuple[str, bool]:
    quoted = term["quoted"]
    return (term["plain"], False) if quoted is None else (" ".join(quoted.split()), True)


def _as_word(term: re.Match[str]) -> Condition:
    return Word(f"{term['field']}:{_value(term)[0]}".casefold())


def _confidence(value: str) -> Condition | None:
    text = unicodedata.normalize("NFKC", value).replace(",", ".").replace(" ", "")
    if not text.strip("<>=≤≥"):
        return None
    if found := _RANGE.fullmatch(text):
        is_percent = "%" in text
        low, high = found["low"], found["high"]
        return Between(
            _share(low, is_percent) if low else 0.0, _share(high, is_percent) if high else 1.0
        )
    found = _COMPARISON.fullmatch(text)
    if found is None:
        raise _NotUnderstood(because("core.query_confidence", name=value))
    share = _share(found["number"], bool(found["percent"]))
    match found["sign"]:
        case ">":
            return Between(low=share, is_above_low=True)
        case "<":
            return Between(high=share, is_below_high=True)
        case ">=" | "=>" | "≥":
            return Between(low=share)
        case "<=" | "=<" | "≤":
            return Between(high=share)
    return Between(share - 0.005, share + 0.005)  # as it is shown, in whole per cent


def _limits(
    name: str, value: str, number: Callable[[str], float], width: float
) -> tuple[float, float] | None:
    """Return from where up to where a number may lie; None while somebody is typing.

    Args:
        number: what a text stands for.
        width: of what a number alone stands for.

    Raises:
        _NotUnderstood: it makes no sense.
    """
    text = unicodedata.normalize("NFKC", value).replace(" ", "")
    if not text.strip("<>=≤≥."):
        return None
    try:
        low, dots, high = text.partition("..")
        if dots:
            high = high.lstrip(".")
            last = number(high) + width if high else inf
            return (number(low) if low else -inf), last
        if text.startswith((">=", "=>", "≥")):
            return number(text.lstrip(">=≥")), inf
        if text.startswith(("<=", "=<", "≤")):
            return -inf, number(text.lstrip("<=≤")) + width
        if text[0] == ">":
            return number(text[1:]) + width, inf
        if text[0] == "<":
            return -inf, number(text[1:])
        exact = number(text.lstrip("="))
        return exact, exact + width
    except ValueError:
        raise _NotUnderstood(because(f"core.query_{name}", name=value)) from None


def _length(value: str) -> Condition | None:
    return None if (found := _limits("length", value, _seconds, 1.0)) is None else Lasting(*found)


def _seconds(text: str) -> float:
    """Return how long "5:00", "1:02:03" or "90" is; "90s" and "4m" as well."""
    unit = {"s": 1.0, "m": 60.0, "h": 3600.0}.get(text[-1:].lower())
    if unit is not None:
        return float(text[:-1]) * unit
    seconds = 0.0
    for part in text.split(":"):
        seconds = seconds * 60.0 + float(part)
    return seconds


def _year(value: str) -> Condition | None:
    text = unicodedata.normalize("NFKC", value).strip()
    if text.isdecimal() and len(text) < 4:
        return InField(YearBegun(), (text,))
    return None if (found := _limits("year", text, _whole, 1.0)) is None else OfYear(*found)


def _whole(text: str) -> float:
    if not text.isdecimal():
        raise ValueError(text)
    return float(text)


class _Flag(Enum):
    MISSING = "missing"
    GUESSED = "guessed"


def _share(number: str, is_percent: bool) -> float:
    value = float(number)
    return value / 100.0 if is_percent or value > 1.0 else value


Named = TypeVar("Named", bound=Enum)


def _named(field: str, value: str, words: type[Named]) -> tuple[Named, ...]:
    """Return the one meant, or while somebody is typing all that begin like it.

    Raises:
        _NotUnderstood: there is none.
    """
    key = _letters(value)
    if whole := tuple(word for word in words if _letters(word.value) == key):
        return whole
    begun = tuple(word for word in words if _letters(word.value).startswith(key))
    if not key or not begun:
        known = tuple(str(word.value) for word in words)
        raise _NotUnderstood(because("core.query_word", field=field, name=value, known=known))
    return begun


def _of_tags(value: str, sort: TagSort | None = None) -> Condition:
    """Return the condition of a tag; one that is not known may be a tagger's of one's own.

    Raises:
        _NotUnderstood: the sort has none of that name.
    """
    tags = SoundTags.shipped()
    found = tags.find(value, sort)
    if not found and sort is not None:
        known = tuple(tag.names["en"] for tag in tags.tags if tag.sort is sort)
        raise _NotUnderstood(because("core.query_word", field=sort.value, name=value, known=known))
    return OfTags(found or (value.casefold(),))


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalpha())


_FIELDS: dict[str, Field] = {
    "artist": Repeated("artist"),
    "album": Repeated("album"),
    "title": Title(),
    "genre": ShownGenre(),
    "infile": Repeated("genre"),
    "suggested": ShownGenre(only_suggested=True),
    "path": OnDiskPath(),
    "folder": OnDiskPath(only_folder=True),
    "file": FileName(),
    "format": Repeated("format"),
}
_GENRES = ("genre", "infile", "suggested")
_KINDS: dict[str, Callable[[str], Condition | None]] = {
    "confidence": _confidence,
    "state": lambda value: InState(_named("state", value, ReviewState)),
    "verdict": lambda value: OfVerdict(_named("verdict", value, Verdict)),
    "length": _length,
    "year": _year,
    "is": lambda value: Flagged(tuple(flag.value for flag in _named("is", value, _Flag))),
    "tag": _of_tags,
    "era": lambda value: _of_tags(value, TagSort.ERA),
    "voice": lambda value: _of_tags(value, TagSort.VOICE),
}
# Chinese keyboards give full-width colons and curly quotes. Digits make no field: "3:59" is a word.
_TERM = re.compile(
    r"""
    (?P<or>(?<!\S)(?:[|｜]|OR)(?!\S)) |
    (?P<minus>(?<!\S)-)?
    (?:(?P<field>[^\W\d_]+)[:：])?
    (?:["“”](?P<quoted>[^"“”]*)["“”]? | (?P<plain>[^\s"“”]\S* | (?<=[:：]) | (?<=-)(?!\S)))
    """,
    re.VERBOSE,
)
_RANGE = re.compile(r"(?P<low>\d+(?:\.\d+)?|\.\d+)?%?\.{2,3}(?P<high>\d+(?:\.\d+)?|\.\d+)?%?")
_COMPARISON = re.compile(r"(?P<sign>[<>]=?|=[<>]?|[≤≥])?(?P<number>\d+\.?\d*|\.\d+)(?P<percent>%)?")
