"""Faceted counts: how many tracks are in each queue, folder and genre, within all else chosen.

Each property of a track is a small number in an array beside the others, so that a choice is a few
passes of numpy over a million of them, and so are the counts of all choices that could be made
next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

import numpy as np

from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.review.columns.codes import Codes
from musicreclass.core.review.columns.folder_sums import FolderPart, FolderSums
from musicreclass.core.review.columns.growing import Growing, Indices, Mask
from musicreclass.core.review.columns.line_columns import LineColumns
from musicreclass.core.review.columns.said import RowWord
from musicreclass.core.review.query import ANYTHING, Query, parse
from musicreclass.core.review.transitions import ReviewQueue, Standing

Value = TypeVar("Value", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list shows of its tracks: those for which all of this holds."""

    query: Query = ANYTHING
    folder_id: int | None = None
    only_missing: bool = False
    verdict: Verdict | None = None  # of their suggestions
    queue: ReviewQueue | None = None
    genre: str = ""  # decided, or else suggested
    ids: frozenset[int] | None = None  # only these tracks
    below: str = ""  # the folder of the library, as `TrackLine.folder` has it

    @classmethod
    def of(
        cls,
        text: str,
        folder_id: int | None = None,
        only_missing: bool = False,
        verdict: Verdict | None = None,
        queue: ReviewQueue | None = None,
    ) -> Filter:
        return cls(parse(text), folder_id, only_missing, verdict, queue)

    @property
    def without_queue(self) -> Filter:
        """Return the same in whatever queue tracks are, also such as are missing."""
        return replace(self, queue=None, only_missing=False, verdict=None)


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """How many tracks a choice would show, everything else chosen left as it is."""

    every: int = 0  # whatever the queue, folder and genre
    missing: int = 0
    by_queue: Mapping[ReviewQueue, int] = field(default_factory=dict)
    by_folder: Mapping[FolderPart, int] = field(default_factory=dict)  # those above include these
    by_genre: Mapping[str, int] = field(default_factory=dict)


class Facets:
    """The properties by which tracks are counted and chosen, in the order in which they came."""

    def __init__(self, lines: LineColumns) -> None:
        self._lines = lines
        self._folders = FolderSums(lines.parts)
        self._found: Growing[np.bool_] = Growing(np.bool_)  # which tracks are searched for

    def extend(self, found: Mask) -> None:
        """Take note of more tracks, and which of them are searched for."""
        self._found.extend(found)

    def note_found(self, rows: Indices, found: Mask) -> None:
        """Take note of which of some tracks are searched for."""
        self._found.array[rows] = found

    def fill_found(self, found: Mask) -> None:
        """Take note of which of all tracks are searched for."""
        self._found.array[:] = found

    def mask(self, chosen: Filter, rows: Indices | None = None) -> Mask:
        """Return which tracks, or which of some, are let through."""
        return (
            self._of(self._found.array, rows)
            & self._queue(chosen, rows)
            & self._folder(chosen, rows)
            & self._genre(chosen, rows)
        )

    def counts(self, chosen: Filter) -> FacetCounts:
        """Return how many tracks each choice would show, all else left as it is."""
        found, missing = self._found.array, self._lines.missing.array
        words = self._lines.said.words
        queue, folder, genre = self._queue(chosen), self._folder(chosen), self._genre(chosen)
        standings = standing_counts(words.counts(found & folder & genre & ~missing))
        return FacetCounts(
            every=int(found.sum()),
            missing=int((found & folder & genre & missing).sum()),
            by_queue={
                one: sum(number for standing, number in standings.items() if one.holds(standing))
                for one in ReviewQueue
            },
            by_folder=self._folders.counts(found & queue & genre),
            by_genre=genre_counts(words.counts(found & queue & folder & ~missing)),
        )

    def folder_parts(self) -> set[FolderPart]:
        """Return all folders that hold tracks, or hold such that do."""
        return set(self._folders.counts())

    def by_verdict(self) -> Counter[Verdict]:
        """Return how many tracks have suggestions of which verdict, also missing ones."""
        counted: Counter[Verdict] = Counter()
        for word, number in self._lines.said.words.counts():
            if word.verdict is not None:
                counted[word.verdict] += number
        return counted

    def by_standing(self) -> Counter[Standing]:
        """Return how many tracks stand how."""
        return standing_counts(self._lines.said.words.counts(~self._lines.missing.array))

    def by_genre(self) -> Counter[str]:
        """Return how many tracks show which genre; none of those that some showed before."""
        words = self._lines.said.words
        counts = genre_counts((word, 0) for word in words.values)
        counts.update(genre_counts(words.counts(~self._lines.missing.array)))
        return counts

    def _queue(self, chosen: Filter, rows: Indices | None = None) -> Mask:
        verdict, queue = chosen.verdict, chosen.queue
        words, missing = self._lines.said.words, self._of(self._lines.missing.array, rows)
        mask = np.ones(len(missing), dtype=np.bool_)
        if chosen.only_missing:
            mask &= missing
        if verdict is not None:
            mask &= _where(words, lambda word: word.verdict is verdict, rows) & ~missing
        if queue is not None:
            holds = queue.holds
            mask &= _where(words, lambda word: holds((word.state, word.verdict)), rows) & ~missing
        return mask

    def _folder(self, chosen: Filter, rows: Indices | None = None) -> Mask:
        if chosen.folder_id is None:
            return np.ones(len(self._of(self._found.array, rows)), dtype=np.bool_)
        wanted, below = chosen.folder_id, chosen.below
        inside = f"{below}/"

        def is_in(part: FolderPart) -> bool:
            if part[0] != wanted:
                return False
            return not below or part[1] == below or part[1].startswith(inside)

        return _where(self._lines.parts, is_in, rows)

    def _genre(self, chosen: Filter, rows: Indices | None = None) -> Mask:
        if not (genre := chosen.genre):
            return np.ones(len(self._of(self._found.array, rows)), dtype=np.bool_)
        is_of = _where(self._lines.said.words, lambda word: genre in word.genres, rows)
        return is_of & ~self._of(self._lines.missing.array, rows)

    def _of(self, mask: Mask, rows: Indices | None) -> Mask:
        return mask if rows is None else mask[rows]


def standing_counts(counts: Iterable[tuple[RowWord, int]]) -> Counter[Standing]:
    """Return how many tracks stand how, of how many there are of which word."""
    summed: Counter[Standing] = Counter()
    for word, number in counts:
        summed[word.state, word.verdict] += number
    return summed


def genre_counts(counts: Iterable[tuple[RowWord, int]]) -> Counter[str]:
    """Return how many tracks show which genre, of how many there are of which word."""
    summed: Counter[str] = Counter()
    for word, number in counts:
        for genre in word.genres:
            summed[genre] += number
    return summed


def _where(codes: Codes[Value], holds: Callable[[Value], bool], rows: Indices | None) -> Mask:
    of_values = codes.of_values(holds)
    return codes.spread(of_values) if rows is None else of_values[codes.codes[rows]]
