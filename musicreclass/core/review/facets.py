"""Faceted counts: how many tracks are in each queue, folder and genre, within all else chosen.

Each property of a track is a small number in an array beside the others, so that a choice is a few
passes of numpy over a hundred thousand of them, and so are the counts of all choices that could be
made next.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.review.query import ANYTHING, Query, parse
from musicreclass.core.review.transitions import ReviewQueue, Standing, standing_of
from musicreclass.core.track import TrackLine

Mask = npt.NDArray[np.bool_]  # shape (n_tracks,)
FolderPart = tuple[int, str]  # id of a folder of the library, and what is below it, "" for all
Value = TypeVar("Value", bound=Hashable)
GenresOf = Callable[[TrackLine], tuple[str, ...]]


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


class _Codes(Generic[Value]):
    """A property of each track as the number of its value among all different ones."""

    def __init__(self) -> None:
        self.values: list[Value] = []
        self._number_of: dict[Value, int] = {}
        self._codes = array("i")

    def extend(self, values: Iterable[Value]) -> None:
        self._codes.extend(map(self._code, values))

    def put(self, index: int, value: Value) -> None:
        self._codes[index] = self._code(value)

    def where(self, holds: Callable[[Value], bool]) -> Mask:
        """Return for which tracks something holds of their values."""
        if not self.values:
            return np.zeros(len(self._codes), dtype=np.bool_)
        return np.array([holds(value) for value in self.values], dtype=np.bool_)[self._array()]

    def counts(self, mask: Mask) -> list[tuple[Value, int]]:
        """Return how many tracks of a mask have which value."""
        counted = np.bincount(self._array()[mask], minlength=len(self.values))
        return [(self.values[code], int(counted[code])) for code in np.flatnonzero(counted)]

    def _code(self, value: Value) -> int:
        code = self._number_of.get(value)
        if code is None:
            code = self._number_of[value] = len(self.values)
            self.values.append(value)
        return code

    def _array(self) -> npt.NDArray[np.intc]:
        return np.frombuffer(self._codes, dtype=np.intc)


class Facets:
    """The properties by which tracks are counted and chosen, in the order in which they came."""

    def __init__(self, genres_of: GenresOf) -> None:
        """Begin without tracks; `genres_of` says what is decided of one, or suggested."""
        self._genres_of = genres_of
        self._standings: _Codes[Standing | None] = _Codes()  # None: the file is missing
        self._genres: _Codes[tuple[str, ...]] = _Codes()
        self._folders: _Codes[FolderPart] = _Codes()
        self._found = bytearray()  # 1 where a track is searched for

    def __len__(self) -> int:
        return len(self._found)

    def extend(self, lines: Sequence[TrackLine]) -> None:
        """Take in more tracks, of which nobody knows yet whether they are searched for."""
        self._standings.extend(map(_standing, lines))
        self._genres.extend(map(self._counted_genres, lines))
        self._folders.extend((line.folder_id, line.folder) for line in lines)
        self._found.extend(bytes(len(lines)))

    def renew(self, index: int, line: TrackLine) -> None:
        """Take note of what a track has become."""
        self._standings.put(index, _standing(line))
        self._genres.put(index, self._counted_genres(line))
        self._folders.put(index, (line.folder_id, line.folder))

    def note_found(self, indices: Iterable[int], found: Iterable[int]) -> None:
        """Take note of which of some tracks are searched for."""
        marks = self._found
        for index in indices:
            marks[index] = 0
        for index in found:
            marks[index] = 1

    def fill_found(self, found: Iterable[int] | None) -> None:
        """Take note of which of all tracks are searched for; None: all of them."""
        if found is None:
            self._found = bytearray(b"\x01" * len(self._found))
            return
        marks = np.zeros(len(self._found), dtype=np.uint8)
        marks[np.fromiter(found, dtype=np.intp)] = 1
        self._found = bytearray(marks.tobytes())

    def mask(self, chosen: Filter) -> Mask:
        """Return which tracks are let through."""
        return self._searched() & self._queue(chosen) & self._folder(chosen) & self._genre(chosen)

    def counts(self, chosen: Filter) -> FacetCounts:
        """Return how many tracks each choice would show, all else left as it is."""
        found = self._searched()
        queue, folder, genre = self._queue(chosen), self._folder(chosen), self._genre(chosen)
        by_standing = self._standings.counts(found & folder & genre)
        present = [(standing, number) for standing, number in by_standing if standing is not None]
        return FacetCounts(
            every=int(found.sum()),
            missing=sum(number for standing, number in by_standing if standing is None),
            by_queue={
                one: sum(number for standing, number in present if one.holds(standing))
                for one in ReviewQueue
            },
            by_folder=_with_folders_above(self._folders.counts(found & queue & genre)),
            by_genre=_each(self._genres.counts(found & queue & folder)),
        )

    def folder_parts(self) -> set[FolderPart]:
        """Return all folders that hold tracks, or hold such that do."""
        every = np.ones(len(self), dtype=np.bool_)
        return set(_with_folders_above(self._folders.counts(every)))

    def _counted_genres(self, line: TrackLine) -> tuple[str, ...]:
        return () if line.is_missing else self._genres_of(line)

    def _searched(self) -> Mask:
        return np.frombuffer(self._found, dtype=np.bool_).copy()

    def _queue(self, chosen: Filter) -> Mask:
        verdict, queue = chosen.verdict, chosen.queue
        mask = np.ones(len(self), dtype=np.bool_)
        if chosen.only_missing:
            mask &= self._standings.where(lambda standing: standing is None)
        if verdict is not None:
            mask &= self._standings.where(lambda s: s is not None and s[1] is verdict)
        if queue is not None:
            mask &= self._standings.where(lambda s: s is not None and queue.holds(s))
        return mask

    def _folder(self, chosen: Filter) -> Mask:
        if chosen.folder_id is None:
            return np.ones(len(self), dtype=np.bool_)
        wanted, below = chosen.folder_id, chosen.below
        inside = f"{below}/"
        return self._folders.where(
            lambda part: (
                part[0] == wanted and (not below or part[1] == below or part[1].startswith(inside))
            )
        )

    def _genre(self, chosen: Filter) -> Mask:
        if not (genre := chosen.genre):
            return np.ones(len(self), dtype=np.bool_)
        return self._genres.where(lambda genres: genre in genres)


def _standing(line: TrackLine) -> Standing | None:
    return None if line.is_missing else standing_of(line)


def _with_folders_above(counts: Iterable[tuple[FolderPart, int]]) -> Counter[FolderPart]:
    summed: Counter[FolderPart] = Counter()
    for (folder_id, below), number in counts:
        summed[folder_id, ""] += number
        end = -1
        while below and (end := below.find("/", end + 1)) > 0:
            summed[folder_id, below[:end]] += number
        if below:
            summed[folder_id, below] += number
    return summed


def _each(counts: Iterable[tuple[tuple[str, ...], int]]) -> Counter[str]:
    summed: Counter[str] = Counter()
    for genres, number in counts:
        for genre in genres:
            summed[genre] += number
    return summed
