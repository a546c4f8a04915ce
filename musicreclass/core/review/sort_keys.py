"""By what a list of tracks is put in order: of columns as a whole, or of one line after the other.

A key is called with a line, and equal or ordered like the values that come of it. Those that know
columns give the ranks of all rows at once; any other callable does, too, and takes its time.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeGuard

import numpy as np
import numpy.typing as npt

from musicreclass.core.decision import DecisionLine
from musicreclass.core.ensemble.prediction import SuggestionLine
from musicreclass.core.review.columns.growing import Indices
from musicreclass.core.review.columns.line_columns import LineColumns, parted
from musicreclass.core.review.shown import confidence_of
from musicreclass.core.track import TrackLine

SortKey = Callable[[TrackLine], Any]
Ranks = npt.NDArray[np.int64] | npt.NDArray[np.float64]  # shape (n_rows,); what sorting compares


class ColumnKey(Protocol):
    """A key that gives the ranks of all rows at once."""

    def __call__(self, line: TrackLine) -> Any: ...

    def ranks(self, lines: LineColumns) -> Ranks: ...


@dataclass(frozen=True, slots=True)
class OfSuggestion:
    """A key that sorts by suggestions, whatever it looks at in them."""

    key: Callable[[SuggestionLine | None], Any]

    def __call__(self, line: TrackLine) -> Any:
        return self.key(line.suggestion)


@dataclass(frozen=True, slots=True)
class OfReview:
    """A key that sorts by suggestions and decisions, whatever it looks at in them."""

    key: Callable[[SuggestionLine | None, DecisionLine | None], Any]

    def __call__(self, line: TrackLine) -> Any:
        return self.key(line.suggestion, line.decision)


@dataclass(frozen=True, slots=True)
class OfWord:
    """The same of what is suggested, but not of how likely anything is: quick."""

    key: Callable[[SuggestionLine | None, DecisionLine | None], Any]

    def __call__(self, line: TrackLine) -> Any:
        return self.key(line.suggestion, line.decision)

    def ranks(self, lines: LineColumns) -> Ranks:
        keys = [self.key(word.suggestion, word.decision) for word in lines.said.words.values]
        return lines.said.spread(ranks_of(keys))


@dataclass(frozen=True, slots=True)
class OfConfidence:
    """The confidence shown, what has none first."""

    def __call__(self, line: TrackLine) -> float:
        found = confidence_of(line)
        return -1.0 if found is None else found

    def ranks(self, lines: LineColumns) -> Ranks:
        return np.nan_to_num(lines.said.confidences.array, nan=-1.0)


@dataclass(frozen=True, slots=True)
class OfText:
    """A text that repeats, without its case."""

    name: str

    def __call__(self, line: TrackLine) -> str:
        return str(getattr(line, self.name)).casefold()

    def ranks(self, lines: LineColumns) -> Ranks:
        return lines.texts[self.name].ranks()


@dataclass(frozen=True, slots=True)
class OfSoundTags:
    """What tracks sound like; those of which nobody knows it come last."""

    key: Callable[[tuple[str, ...]], str]

    def __call__(self, line: TrackLine) -> tuple[bool, str]:
        tags = line.sound_tags
        return not tags, self.key(tags) if tags else ""

    def ranks(self, lines: LineColumns) -> Ranks:
        every = lines.tags.at(np.arange(len(lines.tags)))
        keys = {tags: (not tags, self.key(tags) if tags else "") for tags in set(every)}
        return ranks_of([keys[tags] for tags in every])


@dataclass(frozen=True, slots=True)
class OfTexts:
    """Two texts of which each has few values, or the second."""

    first: str
    second: str
    key: Callable[[str, str], Any]

    def __call__(self, line: TrackLine) -> Any:
        return self.key(getattr(line, self.first), getattr(line, self.second))

    def ranks(self, lines: LineColumns) -> Ranks:
        first, second = lines.texts[self.first], lines.texts[self.second]
        pairs = first.codes.astype(np.int64) * max(len(second.values), 1) + second.codes
        used, rows = np.unique(pairs, return_inverse=True)
        keys = [
            self.key(
                first.values[pair // len(second.values)], second.values[pair % len(second.values)]
            )
            for pair in used.tolist()
        ]
        return ranks_of(keys)[rows]


@dataclass(frozen=True, slots=True)
class OfTitle:
    def __call__(self, line: TrackLine) -> str:
        return line.shown_title.casefold()

    def ranks(self, lines: LineColumns) -> Ranks:
        return lines.folded_titles.ranks()


@dataclass(frozen=True, slots=True)
class OfName:
    def __call__(self, line: TrackLine) -> str:
        return line.name.casefold()

    def ranks(self, lines: LineColumns) -> Ranks:
        return lines.folded_names.ranks()


@dataclass(frozen=True, slots=True)
class OfSeconds:
    def __call__(self, line: TrackLine) -> float:
        return line.seconds

    def ranks(self, lines: LineColumns) -> Ranks:
        return lines.seconds


@dataclass(frozen=True, slots=True)
class OfAlbumPosition:
    """The album, and in it the number."""

    def __call__(self, line: TrackLine) -> tuple[str, str]:
        return line.album.casefold(), _padded(line.track_number)

    def ranks(self, lines: LineColumns) -> Ranks:
        numbers = lines.texts["track_number"]
        in_album = numbers.spread(ranks_of(list(map(_padded, numbers.values))))
        return lines.texts["album"].ranks() * (len(numbers.values) + 1) + in_album


@dataclass(frozen=True, slots=True)
class OfFolder:
    """The folder below that of the library, and in it the file's name."""

    def __call__(self, line: TrackLine) -> tuple[str, str]:
        return line.folder.casefold(), line.name.casefold()

    def ranks(self, lines: LineColumns) -> Ranks:
        folders = ranks_of([below.casefold() for _, below in lines.parts.values])
        return lines.parts.spread(folders) * len(lines) + lines.folded_names.ranks()


@dataclass(frozen=True, slots=True)
class OnDisk:
    """The folder on disk, and in it the file's name, capitals first."""

    def __call__(self, line: TrackLine) -> tuple[str, str]:
        return parted(line.location)

    def ranks(self, lines: LineColumns) -> Ranks:
        folders = ranks_of(lines.above.values)
        return lines.above.spread(folders) * len(lines) + lines.files.ranks()


def keys_of(key: SortKey, lines: LineColumns, rows: Indices) -> list[Any]:
    """Return the keys of some rows."""
    if isinstance(key, OnDisk):  # as a library is read, and quicker so
        return list(zip(lines.above.at(rows), lines.files.at(rows), strict=True))
    return list(map(key, lines.lines(rows)))


def compared(key: SortKey, lines: LineColumns, rows: Indices) -> list[Any]:
    """Return what is the same as long as the keys of some rows are."""
    if isinstance(key, OfConfidence):
        return list(np.nan_to_num(lines.said.confidences.array[rows], nan=-1.0))
    if isinstance(key, OfWord):
        return list(lines.said.words.codes[rows])
    return keys_of(key, lines, rows)


def knows_columns(key: SortKey) -> TypeGuard[ColumnKey]:
    """Say whether a key gives the ranks of all rows at once."""
    return hasattr(key, "ranks")


def all_ranks(key: SortKey, lines: LineColumns) -> Ranks:
    """Return what sorting compares, of all rows."""
    return key.ranks(lines) if knows_columns(key) else ranks_of(list(map(key, lines)))


def ranks_of(keys: Sequence[Hashable]) -> npt.NDArray[np.int64]:
    """Return the rank of each key among all, equal ones the same."""
    rank = {key: at for at, key in enumerate(sorted(set(keys)))}  # type: ignore[type-var]
    return np.fromiter(map(rank.__getitem__, keys), dtype=np.int64, count=len(keys))


def _padded(track_number: str) -> str:
    return f"{track_number.partition('/')[0]:0>4}"
