"""Which sound tags each row has: a few numbers, in the order of the tags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from musicreclass.core.review.columns.growing import Indices, Mask

UNUSED = -1
UNKNOWN = -2  # in the first place: nobody knows what it sounds like

Tags = tuple[str, ...] | None


class TagColumn:
    def __init__(self, rows: int = 0) -> None:
        self._table: npt.NDArray[np.int16] = np.full((rows, 1), UNKNOWN, dtype=np.int16)
        self._names: list[str] = []
        self._number_of: dict[str, int] = {}
        self._length = rows

    def __len__(self) -> int:
        return self._length

    def extend(self, values: Iterable[Tags]) -> None:
        given = list(values)
        self._make_room(self._length + len(given), 1)
        first, self._length = self._length, self._length + len(given)
        self._table[first : self._length] = UNUSED
        self._table[first : self._length, 0] = UNKNOWN
        for row, tags in enumerate(given, first):
            if tags is not None:
                self.put(row, tags)

    def put(self, row: int, tags: Tags) -> None:
        numbers = [UNKNOWN] if tags is None else list(map(self._number, tags))
        self._make_room(self._length, len(numbers))
        self._table[row] = UNUSED
        self._table[row, : len(numbers)] = numbers

    def at(self, rows: Indices) -> list[Tags]:
        """Return the tags of some rows."""
        names, known = self._names, self._table[: self._length]
        return [
            None
            if numbers[0] == UNKNOWN
            else tuple(names[number] for number in numbers if number != UNUSED)
            for numbers in known[rows].tolist()
        ]

    def holding(self, wanted: Iterable[str]) -> Mask:
        """Return which rows have one of some tags."""
        numbers = [self._number_of[tag] for tag in wanted if tag in self._number_of]
        found: Mask = np.any(np.isin(self._table[: self._length], numbers), axis=1)
        return found

    def counts(self, rows: Indices) -> Counter[str]:
        """Return how many of some rows have which tag."""
        numbers = self._table[rows]
        counted = np.bincount(numbers[numbers >= 0], minlength=len(self._names)).tolist()
        return Counter({name: n for name, n in zip(self._names, counted, strict=True) if n})

    def copied(self) -> TagColumn:
        """Return the same for somebody who must not see what it becomes."""
        copy = TagColumn()
        copy._table, copy._length = self._table[: self._length].copy(), self._length
        copy._names, copy._number_of = self._names, self._number_of
        return copy

    def _make_room(self, rows: int, width: int) -> None:
        held, wide = self._table.shape
        if rows <= held and width <= wide:
            return
        room = rows if rows <= held else rows + rows // 4 + 16
        table = np.full((max(room, held), max(width, wide)), UNUSED, dtype=np.int16)
        table[: self._length, :wide] = self._table[: self._length]
        self._table = table

    def _number(self, tag: str) -> int:
        number = self._number_of.get(tag)
        if number is None:
            number = self._number_of[tag] = len(self._names)
            self._names.append(tag)
        return number
