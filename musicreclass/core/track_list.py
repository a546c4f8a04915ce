"""The tracks of a list in the order and selection in which they are shown.

Sorting and filtering a hundred thousand tracks takes some 50 ms here; through a sorting proxy over
a Python table model it takes a minute. Knows no Qt: the table shows what this holds.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from musicreclass.core.track import TrackLine

SortKey = Callable[[TrackLine], Any]


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list shows of its tracks: those that hold every word, in a folder or queue."""

    words: tuple[str, ...] = ()  # casefolded
    folder_id: int | None = None
    only_missing: bool = False

    @classmethod
    def of(cls, text: str, folder_id: int | None = None, only_missing: bool = False) -> "Filter":
        return cls(tuple(text.casefold().split()), folder_id, only_missing)


class TrackList:
    """Tracks by id, and the part of them that is shown, in order."""

    def __init__(self) -> None:
        self.shown: list[TrackLine] = []
        self._lines: dict[int, TrackLine] = {}
        self._texts: dict[int, str] = {}  # what searches look into
        self._filter = Filter()
        self._sort: tuple[SortKey, bool] | None = None
        self.count_by_folder: Counter[int] = Counter()
        self.missing_count = 0

    def __len__(self) -> int:
        return len(self._lines)

    def __contains__(self, track_id: int) -> bool:
        return track_id in self._lines

    def put(self, lines: Iterable[TrackLine]) -> tuple[list[TrackLine], list[TrackLine]]:
        """Take in lines, and return those that were new and those that replaced an older one.

        What is shown does not change by this; see `arrange`.
        """
        new: list[TrackLine] = []
        replaced: list[TrackLine] = []
        for line in lines:
            old = self._lines.get(line.id)
            if old is None:
                new.append(line)
            else:
                replaced.append(line)
                self._count(old, -1)
            self._count(line, 1)
            self._lines[line.id] = line
            self._texts[line.id] = _searchable(line)
        return new, replaced

    def drop_folder(self, folder_id: int) -> None:
        """Forget the tracks of a folder."""
        kept = [line for line in self._lines.values() if line.folder_id != folder_id]
        self.clear()
        self.put(kept)

    def clear(self) -> None:
        self._lines.clear()
        self._texts.clear()
        self.count_by_folder.clear()
        self.missing_count = 0

    def matches(self, line: TrackLine) -> bool:
        """Say whether `line` is among what the filter lets through."""
        chosen = self._filter
        if chosen.folder_id is not None and line.folder_id != chosen.folder_id:
            return False
        if chosen.only_missing and not line.is_missing:
            return False
        text = self._texts[line.id]
        return all(word in text for word in chosen.words)

    def filter(self, chosen: Filter) -> None:
        """Show the tracks that `chosen` lets through, in the order chosen last."""
        self._filter = chosen
        self.arrange()

    def sort(self, key: SortKey | None, descending: bool = False) -> None:
        """Order what is shown by `key`; by age in the library where there is none."""
        self._sort = None if key is None else (key, descending)
        self.shown = self.in_order(self.shown)

    def arrange(self) -> None:
        """Work out anew what is shown, and in which order."""
        self.shown = self.in_order([line for line in self._lines.values() if self.matches(line)])

    def in_order(self, lines: list[TrackLine]) -> list[TrackLine]:
        """Return `lines` in the order chosen last; equal ones keep their places."""
        if self._sort is None:
            return lines
        key, descending = self._sort
        return sorted(lines, key=key, reverse=descending)

    def _count(self, line: TrackLine, by: int) -> None:
        self.count_by_folder[line.folder_id] += by
        self.missing_count += by if line.is_missing else 0


def _searchable(line: TrackLine) -> str:
    return f"{line.title}\n{line.artist}\n{line.album}\n{line.genre}\n{line.name}".casefold()
