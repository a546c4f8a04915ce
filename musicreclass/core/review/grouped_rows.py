"""Groups of a track list: by album, artist or folder, and what most of a group's tracks are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Generic

import numpy as np
import numpy.typing as npt

from musicreclass.core.company import album_folder_of, without_guests
from musicreclass.core.decision import ReviewState
from musicreclass.core.naming.file_names import NOBODY
from musicreclass.core.review.columns.codes import Codes, Value
from musicreclass.core.review.columns.folder_sums import FolderPart
from musicreclass.core.review.columns.growing import Indices
from musicreclass.core.review.columns.line_columns import LineColumns

Keys = npt.NDArray[np.int64]  # shape (n_tracks,) or (n_groups,)
WIDE = 1 << 32  # above every number of an album
DECIDED = (
    ReviewState.ACCEPTED,
    ReviewState.CHANGED,
    ReviewState.WRITTEN,
    ReviewState.SKIPPED,
)


class GroupBy(Enum):
    """What the tracks of a group have in common."""

    NONE = "none"
    ALBUM = "album"
    ARTIST = "artist"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True, eq=False)
class TrackGroup:
    """Tracks that are shown below one row."""

    key: int
    indices: Indices  # of the tracks, in the order shown


@dataclass(frozen=True, slots=True)
class GroupAgreement:
    """What the tracks of a group are said to be, decided or else suggested."""

    genre: str  # of most of them; "" where nothing is known of any
    number: int  # of tracks that are of that genre
    tracks: int
    seconds: float
    ranking: tuple[str, ...] = ()  # all genres, the most frequent first
    decided: int = 0  # tracks

    @classmethod
    def of(cls, lines: LineColumns, indices: Indices) -> GroupAgreement:
        """Return the same of some tracks."""
        words = Counter(lines.said.words.at(indices))
        counts: Counter[str] = Counter()
        for word, number in words.items():
            if genres := word.genres:
                counts[genres[0]] += number
        ranking = tuple(genre for genre, _ in counts.most_common())
        genre = ranking[0] if ranking else ""
        seconds = float(lines.seconds[indices].sum())
        decided = sum(number for word, number in words.items() if word.state in DECIDED)
        return cls(genre, counts[genre] if genre else 0, len(indices), seconds, ranking, decided)


class GroupedRows:
    """Which rows there are: tracks in their order, below rows of their groups where there are any.

    A row is the index of a track, or `~number` of a group.
    """

    def __init__(self) -> None:
        self.by = GroupBy.NONE
        self.rows: Indices = np.zeros(0, dtype=np.intp)
        self._row_of = (self.rows, self.rows)  # where each track stands in which rows
        self._lines = LineColumns()
        self._albums: _Numbered[str] = _Numbered(str.casefold)
        self._album_folders: _Numbered[FolderPart] = _Numbered(_album_folder)
        self._artists: _Numbered[str] = _Numbered(_artist)
        self._members: Indices = np.zeros(0, dtype=np.intp)  # of one group after the other
        self._ends: Indices = np.zeros(0, dtype=np.intp)  # of the groups among the members
        self._keys: Keys = np.zeros(0, dtype=np.int64)  # of the groups
        self._closed: Keys = np.zeros(0, dtype=np.int64)  # keys of groups that are folded away
        self._agreements: dict[int, GroupAgreement] = {}

    def __bool__(self) -> bool:
        return self.by is not GroupBy.NONE

    def begin(self, lines: LineColumns) -> None:
        """Forget all tracks, and lay out others from now on; not how they are grouped."""
        by, self.by = self.by, GroupBy.NONE
        self.__init__()  # type: ignore[misc]
        self.by, self._lines = by, lines

    def number(self) -> None:
        """Number what groups are made of ahead, as tracks come: of a million it takes a while."""
        texts = self._lines.texts
        self._albums.number(texts["album"])
        self._artists.number(texts["artist"])
        self._album_folders.number(self._lines.parts)

    def regroup(self, by: GroupBy) -> None:
        """Group all tracks anew, once they are laid out."""
        self.by, self._closed = by, self._closed[:0]

    def forget_agreements(self) -> None:
        """Count anew what the tracks of groups are, when somebody asks."""
        self._agreements.clear()

    def lay_out(self, order: Indices) -> None:
        """Make rows of tracks, each group where its first track stands."""
        self.forget_agreements()
        if not self:
            self.rows = order
            return
        self._members, self._ends, self._keys = _grouped(order, self._keys_of(order))
        self._lay_out_groups()

    def fold(self, keys: Iterable[int] | None, *, is_closed: bool) -> None:
        """Show the tracks of some groups no longer, or again; None for all groups."""
        if self:
            some = self._keys if keys is None else np.array(list(keys), dtype=np.int64)
            join = np.union1d if is_closed else np.setdiff1d
            self._closed = join(self._closed, some)
            self._lay_out_groups()

    def is_folded(self, group: TrackGroup) -> bool:
        return bool((self._closed == group.key).any())

    def group_at(self, row: int) -> TrackGroup | None:
        """Return the group whose row this is; None where a track is shown."""
        if not self or not 0 <= row < len(self.rows):
            return None
        return self._group(~index) if (index := int(self.rows[row])) < 0 else None

    def index_at(self, row: int) -> int:
        """Return the index of the track in a row, of the first of a group in that of a group."""
        index = int(self.rows[row])
        return index if index >= 0 else int(self._group(~index).indices[0])

    def row_of(self, key: Hashable) -> int:
        """Return the row of a group, -1 where it is not shown."""
        numbers = np.flatnonzero(self._keys == key)
        rows = np.flatnonzero(self.rows == ~numbers[0]) if len(numbers) else numbers
        return int(rows[0]) if len(rows) else -1

    def rows_at(self, indices: Indices) -> Indices:
        """Return the rows in which tracks are shown, -1 where they are not."""
        found = self._row_of
        if found[0] is not self.rows or len(found[1]) <= len(self._lines):
            of_index = np.full(len(self._lines) + 1, -1, dtype=np.intp)  # the last is never shown
            is_track = self.rows >= 0
            of_index[self.rows[is_track]] = np.flatnonzero(is_track)
            found = self._row_of = (self.rows, of_index)
        return found[1][indices]

    def row_around(self, row: int) -> int:
        """Return the row of the group that a row is in."""
        heads = np.flatnonzero(self.rows[: row + 1] < 0)
        return int(heads[-1]) if len(heads) else row

    def next_row(self, start: int) -> int:
        """Return the first row of a group from `start` on, -1 where there is none."""
        heads = np.flatnonzero(self.rows[start:] < 0)
        return start + int(heads[0]) if len(heads) else -1

    def agreement(self, group: TrackGroup) -> GroupAgreement:
        """Return what the tracks of a group are said to be."""
        found = self._agreements.get(group.key)
        if found is None:
            found = GroupAgreement.of(self._lines, group.indices)
            self._agreements[group.key] = found
        return found

    def _group(self, number: int) -> TrackGroup:
        start = int(self._ends[number - 1]) if number else 0
        return TrackGroup(int(self._keys[number]), self._members[start : int(self._ends[number])])

    def _keys_of(self, order: Indices) -> Keys:
        """Return what tells the group of each track; equal keys are one group."""
        lines = self._lines
        if self.by is GroupBy.FOLDER:
            return lines.parts.codes[order].astype(np.int64)
        if self.by is GroupBy.ARTIST:
            return self._artists.of(lines.texts["artist"])[order]
        # The album with the folder of all its discs: other albums are called the same.
        albums = self._albums.of(lines.texts["album"])[order]
        return self._album_folders.of(lines.parts)[order] * WIDE + albums

    def _lay_out_groups(self) -> None:
        sizes = np.diff(self._ends, prepend=0)
        is_open = ~np.isin(self._keys, self._closed)
        shown = np.where(is_open, sizes, 0)
        heads = np.arange(len(sizes)) + np.cumsum(shown) - shown
        rows = np.empty(len(sizes) + int(shown.sum()), dtype=np.intp)
        is_head = np.zeros(len(rows), dtype=np.bool_)
        is_head[heads] = True
        rows[heads] = ~np.arange(len(sizes))
        rows[~is_head] = self._members[np.repeat(is_open, sizes)]
        self.rows = rows


class _Numbered(Generic[Value]):
    """A number for what is made of each value of a column, the same for the same."""

    def __init__(self, make: Callable[[Value], Hashable]) -> None:
        self._make = make
        self._number_of: dict[Hashable, int] = {}
        self._numbers: list[int] = []  # of the values so far

    def number(self, codes: Codes[Value]) -> None:
        """Number the values that are new."""
        for value in codes.values[len(self._numbers) :]:
            made = self._make(value)
            self._numbers.append(self._number_of.setdefault(made, len(self._number_of)))

    def of(self, codes: Codes[Value]) -> Keys:
        """Return the numbers of all rows of a column."""
        self.number(codes)
        return codes.spread(np.array(self._numbers, dtype=np.int64))


def _grouped(order: Indices, keys: Keys) -> tuple[Indices, Indices, Keys]:
    """Return tracks by their groups, where each group ends in that, and its key.

    What stands beside each other is of one group mostly, so that few runs are to be sorted.
    """
    starts = np.flatnonzero(np.diff(keys, prepend=keys[:1] - 1))
    lengths = np.diff(np.append(starts, len(keys)))
    kinds, firsts, of_runs = np.unique(keys[starts], return_index=True, return_inverse=True)
    by_first = np.argsort(firsts, kind="stable")
    number = np.empty(len(kinds), dtype=np.intp)
    number[by_first] = np.arange(len(kinds))
    of_runs = number[of_runs]
    turns = np.argsort(of_runs, kind="stable")
    long = lengths[turns]
    within = np.arange(len(order)) - np.repeat(np.cumsum(long) - long, long)
    members = order[np.repeat(starts[turns], long) + within]
    sizes = np.bincount(of_runs, weights=lengths, minlength=len(kinds)).astype(np.intp)
    return members, np.cumsum(sizes), kinds[by_first]


def _album_folder(part: FolderPart) -> Hashable:
    folder_id, folder = part
    return folder_id, album_folder_of(folder)


def _artist(artist: str) -> str:
    name = without_guests(artist)
    return "" if name in NOBODY else name
