"""Language models of titles and names: how likely a text is, for telling encodings apart.

Each is rough: what share of its characters falls on common ones, on the rest of
its standard character set, and on everything else. All values are natural logarithms of
probabilities, so the sums of different languages over the same bytes can be compared.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from musicreclass import paths

_LETTER, _SPACE, _MARK, _CONTROL = -3.2, -1.8, -5.5, -14.0  # of ASCII, the same in all languages
_RARE_ASCII = frozenset("@[\\]^_`{|}~<>=")
_PUNCTUATION = "×，。！？、·…—“”‘’《》〈〉「」『』（）：；～　・ー★☆♪"
_PUNCTUATION_COST = -6.5
_FULL_WIDTH_COST = -9.0
_STRANGE = -18.0
_APOSTROPHES = "’´"
_SEAM = -4.0  # a letter of ASCII right beside a character of another script
_IN_WORD = -8.0  # one or two such characters where a word of Latin letters goes on
_AMID_LETTERS = re.compile(r"[A-Za-z][^\x00-\x7f]{1,2}(?=[a-z])|[a-z][^\x00-\x7f](?![^\x00-\x7f])")


@dataclass(frozen=True, slots=True)
class Charset:
    """A national standard, whose first rows hold the characters in daily use."""

    codec: str
    daily: range  # first bytes
    daily_cost: float
    other: range
    other_cost: float


@dataclass(frozen=True, slots=True)
class Language:
    """A language that is not written in Latin letters."""

    costs: Mapping[str, float]
    charset: Charset | None = None
    beyond_cost: float = _STRANGE  # of ideographs outside the standard

    def score(self, text: str) -> float:
        total, before = _IN_WORD * len(_AMID_LETTERS.findall(text)), ""
        for character in text:
            total += self._cost(character)
            if before and (before.isascii() and before.isalpha()) != (
                character.isascii() and character.isalpha()
            ):
                total += _seam(before, character)
            before = character
        return total

    def _cost(self, character: str) -> float:
        if character.isascii():
            return _ascii_cost(character)
        known = self.costs.get(character)
        return known if known is not None else self._fallback(character)

    def _fallback(self, character: str) -> float:
        if self.charset is not None:
            try:
                first = character.encode(self.charset.codec)[0]
            except UnicodeEncodeError:
                first = 0
            if first in self.charset.daily:
                return self.charset.daily_cost
            if first in self.charset.other:
                return self.charset.other_cost
        if "\uff01" <= character <= "\uff5e":
            return _FULL_WIDTH_COST
        return self.beyond_cost if "\u3400" <= character <= "\u9fff" else _STRANGE


def _seam(before: str, character: str) -> float:
    other = character if before.isascii() else before
    return _SEAM if other.isalpha() and not other.isascii() else 0.0


def _ascii_cost(character: str) -> float:
    if character.isalnum():
        return _LETTER
    if character == " ":
        return _SPACE
    if character < " " or character == "\x7f":
        return _CONTROL
    return _MARK - 1.5 if character in _RARE_ASCII else _MARK


def _shared(characters: str, *shares: tuple[int, float]) -> dict[str, float]:
    """Give slices of `characters`, common ones first, equal parts of their share."""
    distinct = list(dict.fromkeys(characters))
    costs: dict[str, float] = {}
    start = 0
    for count, share in shares:
        part = distinct[start : start + count]
        costs.update(dict.fromkeys(part, math.log(share / max(len(part), 1))))
        start += count
    return costs


_PUNCTUATION_COSTS = dict.fromkeys(_PUNCTUATION, _PUNCTUATION_COST)


@cache
def _characters() -> Mapping[str, str]:
    """Return what titles are made of in each script, common characters first."""
    file = paths.resource("legacy_characters.toml")
    found: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))
    pairs = found["pairs"]
    found["traditional"] = found["simplified"].translate(str.maketrans(pairs[::2], pairs[1::2]))
    return found


def _chinese(script: str, charset: Charset) -> Language:
    known = _characters()
    common = _shared(known[script], (300, 0.45), (400, 0.22), (900, 0.18))
    kana = dict.fromkeys(known["hiragana"] + known["katakana"], -10.5) | {"の": -8.0}
    return Language(_PUNCTUATION_COSTS | kana | common, charset, beyond_cost=-15.0)


@cache
def simplified_chinese() -> Language:
    gb2312 = Charset("gb2312", range(0xB0, 0xD8), -9.9, range(0xD8, 0xF8), -11.8)
    return _chinese("simplified", gb2312)


@cache
def traditional_chinese() -> Language:
    big5 = Charset("big5hkscs", range(0xA4, 0xC7), -10.2, range(0xC9, 0xFA), -13.0)
    return _chinese("traditional", big5)


@cache
def japanese() -> Language:
    costs = (
        _shared(_characters()["kanji"], (500, 0.2))
        | _shared(_characters()["hiragana"], (30, 0.27), (50, 0.06))
        | _shared(_characters()["katakana"], (40, 0.2), (50, 0.05))
        | _PUNCTUATION_COSTS
        | dict.fromkeys("ー・「」", -4.5)
        | {chr(code): -12.0 for code in range(0xFF61, 0xFFA0)}  # half-width: old mobile phones
    )
    return Language(costs, Charset("euc_jp", range(0xB0, 0xD0), -9.9, range(0xD0, 0xF5), -12.5))


@cache
def korean() -> Language:
    common = _shared(_characters()["hangul"], (100, 0.5), (200, 0.25))
    ksx1001 = Charset("euc_kr", range(0xB0, 0xC9), -9.2, range(0xCA, 0xFE), -13.0)
    return Language(_PUNCTUATION_COSTS | common, ksx1001)


@dataclass(frozen=True, slots=True)
class Alphabet:
    """A language written in letters of one or two cases, most of which are not ASCII."""

    costs: Mapping[str, float]
    high_letter: float  # the share of such letters among all characters
    next_high: float  # the same right behind another one
    odd_case: float = -4.0  # a capital behind a small letter
    inside_word: float = -5.0  # a mark between letters
    mixed: float = 0.0  # a letter of ASCII right beside one that is not

    def score(self, text: str) -> float:
        total = 0.0
        for at, character in enumerate(text):
            before = text[at - 1] if at else " "
            if character.isascii():
                total += _ascii_cost(character)
                if self.mixed and character.isalpha() and before.isalpha() and not before.isascii():
                    total += self.mixed
                continue
            total += self.costs.get(character, _STRANGE if character > "\xff" else -7.0)
            total += self.next_high if not before.isascii() else self.high_letter
            if character.isupper() and before.islower():
                total += self.odd_case
            if not character.isalpha() and before.isalpha() and character not in _APOSTROPHES:
                total += self.inside_word
            if self.mixed and before.isascii() and before.isalpha():
                total += self.mixed
        return total


@cache
def cyrillic() -> Alphabet:
    costs = _shared(_characters()["cyrillic"], (10, 0.6), (12, 0.28), (17, 0.06))
    costs |= {letter.upper(): cost - 2.0 for letter, cost in costs.items()}
    return Alphabet(
        costs | dict.fromkeys("«»—–№…", -6.0), high_letter=-0.3, next_high=-0.1, mixed=-6.0
    )


@cache
def latin() -> Alphabet:
    costs = (
        dict.fromkeys("éèäöü", math.log(0.12))
        | dict.fromkeys("áàâãåæçêëíîïñóôõøúûßÉÖÄÜÅÓ", math.log(0.02))
        | dict.fromkeys("ìòùýðþÿœšžÀÁÂÃÆÇÈÊËÌÍÎÏÐÑÒÔÕØÙÚÛÝÞŒŠŽŸ", math.log(0.004))
        | dict.fromkeys("’‘“”–—…´«»¡¿°º·ª®", math.log(0.006))
        | {chr(code): -12.0 for code in range(0x80, 0xA0)}
        | dict.fromkeys("\x81\x8d\x8f\x90\x9d", -16.0)
    )
    costs |= {chr(code): -9.0 for code in range(0x100, 0x250) if chr(code) not in costs}
    return Alphabet(costs, high_letter=-3.0, next_high=-4.0)
