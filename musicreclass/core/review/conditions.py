"""What can be asked of tracks, each condition by itself; `core.query` makes them of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import nextafter
from typing import Protocol

from musicreclass.core.decision import ReviewState
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.review.shown import confidence_of
from musicreclass.core.review.transitions import state_of
from musicreclass.core.track import TrackLine

Lines = Sequence[TrackLine]


class Condition(Protocol):
    """Something that holds for a track or not."""

    def keep(self, indices: Iterable[int], lines: Lines, texts: Sequence[str]) -> list[int]:
        """Return those of some indices in parallel lists at which it holds.

        Many at a time, because a call for each of a hundred thousand takes too long.

        Args:
            texts: what `core.query.searchable` returns of each of `lines`.
        """


@dataclass(frozen=True, slots=True)
class Word:
    wanted: str  # casefolded

    def keep(self, indices: Iterable[int], lines: Lines, texts: Sequence[str]) -> list[int]:
        return [i for i in indices if self.wanted in texts[i]]


@dataclass(frozen=True, slots=True)
class Not:
    condition: Condition

    def keep(self, indices: Iterable[int], lines: Lines, texts: Sequence[str]) -> list[int]:
        candidates = list(indices)
        holding = set(self.condition.keep(candidates, lines, texts))
        return [i for i in candidates if i not in holding]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of several holds."""

    conditions: tuple[Condition, ...]

    def keep(self, indices: Iterable[int], lines: Lines, texts: Sequence[str]) -> list[int]:
        candidates = list(indices)
        holding: set[int] = set()
        for condition in self.conditions:
            holding.update(condition.keep(candidates, lines, texts))
        return [i for i in candidates if i in holding]


@dataclass(frozen=True, slots=True)
class InField:
    """One field holds one of some texts."""

    field: Callable[[TrackLine], str]
    wanted: tuple[str, ...]  # casefolded

    def keep(self, indices: Iterable[int], lines: Lines, texts: Sequence[str]) -> list[int]:
        field, first, others = self.field, self.wanted[0], self.wanted[1:]
        if not others:
            return [i for i in indices if first in field(lines[i]).casefold()]
        found = ((i, field(lines[i]).casefold()) for i in indices)
        return [i for i, text in found if first in text or any(o in text for o in others)]


@dataclass(frozen=True, slots=True)
class OfTags:
    """The track sounds like one of some tags."""

    wanted: tuple[str, ...]  # ids

    def keep(self, indices: Iterable[int], lines: Lines, texts: Sequence[str]) -> list[int]:
        if len(self.wanted) == 1:
            (one,) = self.wanted
            return [i for i in indices if (tags := lines[i].sound_tags) and one in tags]
        wanted = frozenset(self.wanted)
        return [i for i in indices if (tags := lines[i].sound_tags) and not wanted.isdisjoint(tags)]


@dataclass(frozen=True, slots=True)
class IsEmpty:
    field: Callable[[TrackLine], str]

    def keep(self, indices: Iterable[int], lines: Lines, texts: Sequence[str]) -> list[int]:
        return [i for i in indices if not self.field(lines[i])]


@dataclass(frozen=True, slots=True)
class Between:
    """The confidence that a row shows lies between two limits; never where it shows none."""

    low: float = 0.0
    high: float = 1.0
    is_above_low: bool = False  # the limit itself is out
    is_below_high: bool = False

    def keep(self, indices: Iterable[int], lines: Lines, texts: Sequence[str]) -> list[int]:
        low = nextafter(self.low, 2.0) if self.is_above_low else self.low
        high = nextafter(self.high, -1.0) if self.is_below_high else self.high
        shown = ((i, confidence_of(lines[i])) for i in indices)
        return [i for i, found in shown if found is not None and low <= found <= high]


@dataclass(frozen=True, slots=True)
class Lasting:
    """The length in seconds lies between two limits, the upper one out; never where unknown."""

    low: float
    high: float

    def keep(self, indices: Iterable[int], lines: Lines, texts: Sequence[str]) -> list[int]:
        low, high = max(self.low, 1e-9), self.high
        return [i for i in indices if low <= lines[i].seconds < high]


@dataclass(frozen=True, slots=True)
class OfYear:
    """The year lies between two limits, the upper one out; never where there is none."""

    low: float
    high: float

    def keep(self, indices: Iterable[int], lines: Lines, texts: Sequence[str]) -> list[int]:
        low, high = self.low, self.high
        known = ((i, lines[i].year[:4]) for i in indices)
        return [i for i, year in known if year.isdecimal() and low <= int(year) < high]


@dataclass(frozen=True, slots=True)
class Flagged:
    """The file is missing, or its name told what its tags do not."""

    wanted: tuple[str, ...]

    def keep(self, indices: Iterable[int], lines: Lines, texts: Sequence[str]) -> list[int]:
        missing, guessed = "missing" in self.wanted, "guessed" in self.wanted
        return [
            i
            for i in indices
            if (missing and lines[i].is_missing) or (guessed and lines[i].guessed)
        ]


@dataclass(frozen=True, slots=True)
class InState:
    states: tuple[ReviewState, ...]

    def keep(self, indices: Iterable[int], lines: Lines, texts: Sequence[str]) -> list[int]:
        states = self.states
        return [i for i in indices if state_of(lines[i]) in states]


@dataclass(frozen=True, slots=True)
class OfVerdict:
    verdicts: tuple[Verdict, ...]

    def keep(self, indices: Iterable[int], lines: Lines, texts: Sequence[str]) -> list[int]:
        verdicts = self.verdicts
        return [i for i in indices if (s := lines[i].suggestion) and s.verdict in verdicts]
