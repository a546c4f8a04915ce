"""Groups of a track list: by album, artist or folder, and what most of a group's tracks are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from musicreclass.core.company import album_folder_of, without_guests
from musicreclass.core.naming.file_names import NOBODY
from musicreclass.core.review.facets import GenresOf
from musicreclass.core.track import TrackLine


class GroupBy(Enum):
    """What the tracks of a group have in common."""

    NONE = "none"
    ALBUM = "album"
    ARTIST = "artist"
    FOLDER = "folder"


@dataclass(slots=True)
class TrackGroup:
    """Tracks that are shown below one row."""

    key: Hashable
    indices: list[int] = field(default_factory=list)  # of the tracks, in the order shown


@dataclass(frozen=True, slots=True)
class GroupAgreement:
    """What the tracks of a group are said to be, decided or else suggested."""

    genre: str  # of most of them; "" where nothing is known of any
    number: int  # of tracks that are of that genre
    tracks: int
    seconds: float
    ranking: tuple[str, ...] = ()  # all genres, the most frequent first

    @classmethod
    def of(cls, lines: Sequence[TrackLine], genres_of: GenresOf) -> GroupAgreement:
        counts = Counter(genres[0] for line in lines if (genres := genres_of(line)))
        ranking = tuple(genre for genre, _ in counts.most_common())
        genre = ranking[0] if ranking else ""
        seconds = sum(line.seconds for line in lines)
        return cls(genre, counts[genre] if genre else 0, len(lines), seconds, ranking)


def key_of_group(by: GroupBy) -> Callable[[TrackLine], Hashable]:
    """Return what tells the group of a track; equal keys are one group."""
    return {GroupBy.ALBUM: _album, GroupBy.ARTIST: _artist, GroupBy.FOLDER: _folder}[by]


class GroupedRows:
    """Which rows there are: tracks in their order, below rows of their groups where there are any.

    A row is the index of a track, or `~number` of a group.
    """

    def __init__(self, genres_of: GenresOf) -> None:
        self.by = GroupBy.NONE
        self.rows: list[int] = []
        self._genres_of = genres_of
        self._keys: list[Hashable] = []  # of all tracks, in the order in which they came
        self._groups: list[TrackGroup] = []
        self._closed: frozenset[Hashable] = frozenset()  # keys of groups that are folded away
        self._agreements: dict[Hashable, GroupAgreement] = {}

    def __bool__(self) -> bool:
        return self.by is not GroupBy.NONE

    def regroup(self, by: GroupBy, lines: Sequence[TrackLine]) -> None:
        """Group all tracks anew, once they are laid out."""
        self.by, self._closed = by, frozenset()
        self._keys = []
        self.extend(lines)

    def extend(self, lines: Iterable[TrackLine]) -> None:
        if self:
            self._keys.extend(map(key_of_group(self.by), lines))

    def renew(self, index: int, line: TrackLine) -> None:
        if self:
            self._keys[index] = key_of_group(self.by)(line)

    def forget(self) -> None:
        """Forget all tracks, but not how they are grouped."""
        self._keys.clear()

    def forget_agreements(self) -> None:
        """Count anew what the tracks of groups are, when somebody asks."""
        self._agreements.clear()

    def lay_out(self, order: list[int]) -> None:
        """Make rows of tracks, each group where its first track stands."""
        self.forget_agreements()
        if not self:
            self.rows, self._groups = order, []
            return
        self._groups = _grouped(order, self._keys)
        self._lay_out_groups()

    def fold(self, keys: Iterable[Hashable] | None, *, is_closed: bool) -> None:
        """Show the tracks of some groups no longer, or again; None for all groups."""
        if self:
            every = (group.key for group in self._groups) if keys is None else keys
            self._closed = self._closed | set(every) if is_closed else self._closed - set(every)
            self._lay_out_groups()

    def is_folded(self, group: TrackGroup) -> bool:
        return group.key in self._closed

    def group_at(self, row: int) -> TrackGroup | None:
        """Return the group whose row this is; None where a track is shown."""
        if not self or not 0 <= row < len(self.rows):
            return None
        return self._groups[~index] if (index := self.rows[row]) < 0 else None

    def index_at(self, row: int) -> int:
        """Return the index of the track in a row, of the first of a group in that of a group."""
        index = self.rows[row]
        return index if index >= 0 else self._groups[~index].indices[0]

    def row_of(self, key: Hashable) -> int:
        """Return the row of a group, -1 where it is not shown."""
        number = next((i for i, group in enumerate(self._groups) if group.key == key), None)
        return -1 if number is None else self.rows.index(~number)

    def row_around(self, row: int) -> int:
        """Return the row of the group that a row is in."""
        return next((above for above in range(row, -1, -1) if self.rows[above] < 0), row)

    def next_row(self, start: int) -> int:
        """Return the first row of a group from `start` on, -1 where there is none."""
        rows = self.rows
        return next((row for row in range(start, len(rows)) if rows[row] < 0), -1)

    def agreement(self, group: TrackGroup, lines: Sequence[TrackLine]) -> GroupAgreement:
        """Return what the tracks of a group are said to be.

        Args:
            lines: of all tracks, in the order in which they came.
        """
        found = self._agreements.get(group.key)
        if found is None:
            members = [lines[index] for index in group.indices]
            found = self._agreements[group.key] = GroupAgreement.of(members, self._genres_of)
        return found

    def _lay_out_groups(self) -> None:
        rows: list[int] = []
        for number, group in enumerate(self._groups):
            rows.append(~number)
            if group.key not in self._closed:
                rows.extend(group.indices)
        self.rows = rows


def _grouped(order: Iterable[int], keys: Sequence[Hashable]) -> list[TrackGroup]:
    found: dict[Hashable, list[int]] = {}
    for index in order:
        key = keys[index]
        members = found.get(key)
        if members is None:
            found[key] = [index]
        else:
            members.append(index)
    return [TrackGroup(key, indices) for key, indices in found.items()]


def _album(line: TrackLine) -> Hashable:
    """Return the album with the folder of all its discs: other albums are called the same."""
    return line.folder_id, album_folder_of(line.folder), line.album.casefold()


def _artist(line: TrackLine) -> Hashable:
    name = without_guests(line.artist)
    return "" if name in NOBODY else name


def _folder(line: TrackLine) -> Hashable:
    return line.folder_id, line.folder
