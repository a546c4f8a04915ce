"""What can be asked of tracks, each condition by itself; `core.query` makes them of text."""

from __future__ import annotations

from dataclasses import dataclass
from math import nextafter
from typing import Protocol

import numpy as np

from musicreclass.core.decision import ReviewState
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.review.columns.growing import Mask
from musicreclass.core.review.columns.line_columns import LineColumns
from musicreclass.core.review.fields import Field

PLAIN = ("artist", "album", "genre")  # in these, and in title and file name, words are looked for


class Condition(Protocol):
    """Something that holds for a track or not."""

    def mask(self, lines: LineColumns) -> Mask:
        """Return for which tracks it holds: all at once, for a call for each takes too long."""


@dataclass(frozen=True, slots=True)
class Word:
    wanted: str  # casefolded

    def mask(self, lines: LineColumns) -> Mask:
        found = lines.folded_titles.holding(self.wanted)
        found |= lines.folded_names.holding(self.wanted)
        for name in PLAIN:
            found |= lines.texts[name].holding((self.wanted,))
        return found


@dataclass(frozen=True, slots=True)
class Not:
    condition: Condition

    def mask(self, lines: LineColumns) -> Mask:
        return ~self.condition.mask(lines)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of several holds."""

    conditions: tuple[Condition, ...]

    def mask(self, lines: LineColumns) -> Mask:
        found = np.zeros(len(lines), dtype=np.bool_)
        for condition in self.conditions:
            found |= condition.mask(lines)
        return found


@dataclass(frozen=True, slots=True)
class InField:
    """One field holds one of some texts."""

    field: Field
    wanted: tuple[str, ...]  # casefolded

    def mask(self, lines: LineColumns) -> Mask:
        return self.field.holding(lines, self.wanted)


@dataclass(frozen=True, slots=True)
class OfTags:
    """The track sounds like one of some tags."""

    wanted: tuple[str, ...]  # ids

    def mask(self, lines: LineColumns) -> Mask:
        return lines.tags.holding(self.wanted)


@dataclass(frozen=True, slots=True)
class IsEmpty:
    field: Field

    def mask(self, lines: LineColumns) -> Mask:
        return self.field.empty(lines)


@dataclass(frozen=True, slots=True)
class Between:
    """The confidence that a row shows lies between two limits; never where it shows none."""

    low: float = 0.0
    high: float = 1.0
    is_above_low: bool = False  # the limit itself is out
    is_below_high: bool = False

    def mask(self, lines: LineColumns) -> Mask:
        low = nextafter(self.low, 2.0) if self.is_above_low else self.low
        high = nextafter(self.high, -1.0) if self.is_below_high else self.high
        shown = lines.said.confidences.array
        return (shown >= low) & (shown <= high)


@dataclass(frozen=True, slots=True)
class Lasting:
    """The length in seconds lies between two limits, the upper one out; never where unknown."""

    low: float
    high: float

    def mask(self, lines: LineColumns) -> Mask:
        return (lines.seconds >= max(self.low, 1e-9)) & (lines.seconds < self.high)


@dataclass(frozen=True, slots=True)
class OfYear:
    """The year lies between two limits, the upper one out; never where there is none."""

    low: float
    high: float

    def mask(self, lines: LineColumns) -> Mask:
        return lines.texts["year"].where(self._holds)

    def _holds(self, text: str) -> bool:
        year = text[:4]
        return year.isdecimal() and self.low <= int(year) < self.high


@dataclass(frozen=True, slots=True)
class Flagged:
    """The file is missing, or its name told what its tags do not."""

    wanted: tuple[str, ...]

    def mask(self, lines: LineColumns) -> Mask:
        found = np.zeros(len(lines), dtype=np.bool_)
        if "missing" in self.wanted:
            found |= lines.missing.array
        if "guessed" in self.wanted:
            found |= lines.texts["guessed"].where(bool)
        return found


@dataclass(frozen=True, slots=True)
class InState:
    states: tuple[ReviewState, ...]

    def mask(self, lines: LineColumns) -> Mask:
        return lines.said.where(lambda word: word.state in self.states)


@dataclass(frozen=True, slots=True)
class OfVerdict:
    verdicts: tuple[Verdict, ...]

    def mask(self, lines: LineColumns) -> Mask:
        return lines.said.where(lambda word: word.verdict in self.verdicts)
