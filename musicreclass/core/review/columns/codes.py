"""What repeats from row to row: each value once, and for each row the number of its value."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

from musicreclass.core.review.columns.growing import Growing, Indices, Mask
from musicreclass.core.review.columns.texts import Texts

Value = TypeVar("Value", bound=Hashable)
Numbers = npt.NDArray[np.int64]


class Codes(Generic[Value]):
    """A property of each row as the number of its value among all different ones."""

    def __init__(self, values: Iterable[Value] = ()) -> None:
        self.values: list[Value] = []
        self._number_of: dict[Value, int] = {}
        self._codes: Growing[np.int32] = Growing(np.int32)
        self.extend(values)

    def __len__(self) -> int:
        return len(self._codes)

    def __getitem__(self, row: int) -> Value:
        return self.values[int(self._codes.array[row])]

    @property
    def codes(self) -> npt.NDArray[np.int32]:
        """Return the number of the value of each row, shape (n_rows,)."""
        return self._codes.array

    def at(self, rows: Indices) -> list[Value]:
        """Return the values of some rows."""
        return [self.values[code] for code in self.codes[rows].tolist()]

    def extend(self, values: Iterable[Value]) -> None:
        self._codes.extend(np.fromiter(map(self.code, values), dtype=np.int32))

    def extend_by(self, other: Codes[Value]) -> None:
        """Add all rows of others."""
        known = np.fromiter(map(self.code, other.values), np.int32, len(other.values))
        self._codes.extend(known[other.codes] if len(known) else other.codes)

    def extend_by_code(self, code: int, rows: int) -> None:
        """Add rows that all have one value."""
        self._codes.extend(np.full(rows, code, dtype=np.int32))

    def put(self, row: int, value: Value) -> None:
        self.codes[row] = self.code(value)

    def code(self, value: Value) -> int:
        """Return the number of a value, a new one where nobody had it so far."""
        code = self._number_of.get(value)
        if code is None:
            code = self._number_of[value] = len(self.values)
            self.values.append(value)
        return code

    def copied(self) -> Codes[Value]:
        """Return the same for somebody who must not see what it becomes."""
        copy = type(self)()
        copy.values, copy._number_of = self.values, self._number_of
        copy._codes = self._codes.copied()
        return copy

    def of_values(self, holds: Callable[[Value], bool]) -> Mask:
        """Return of which values something holds, shape (n_values,)."""
        return np.fromiter(map(holds, self.values), dtype=np.bool_, count=len(self.values))

    def where(self, holds: Callable[[Value], bool]) -> Mask:
        """Return for which rows something holds of their values."""
        return self.spread(self.of_values(holds))

    def spread(self, of_values: npt.NDArray[Spread]) -> npt.NDArray[Spread]:
        """Return for each row what an array, shape (n_values,), has for its value."""
        return of_values.take(self.codes) if len(of_values) else of_values[:0]

    def has_other_than(self, value: Value) -> bool:
        """Say whether any row has another value."""
        code = self._number_of.get(value, -1)
        return bool((self.codes != code).any())

    def counted(self, rows: Mask | Indices | None = None) -> Numbers:
        """Return how many of all rows, or of some, have each value, shape (n_values,)."""
        codes = self.codes if rows is None else self.codes[rows]
        return np.bincount(codes, minlength=len(self.values))

    def counts(self, rows: Mask | Indices | None = None) -> list[tuple[Value, int]]:
        """Return how many of all rows, or of some, have which value."""
        numbers = self.counted(rows)
        return [(self.values[code], int(numbers[code])) for code in np.flatnonzero(numbers)]


Spread = TypeVar("Spread", bound=np.generic)


class TextCodes(Codes[str]):
    """Texts that repeat. Searched and put in order without case."""

    def __init__(self, values: Iterable[str] = ()) -> None:
        self._folded = Texts()
        super().__init__(values)

    def copied(self) -> TextCodes:
        copy = TextCodes()
        copy.values, copy._number_of = self.values, self._number_of
        copy._codes, copy._folded = self._codes.copied(), self._folded.copied()
        return copy

    def extend_by(self, other: Codes[str]) -> None:
        super().extend_by(other)
        self._fold()  # while tracks come, and not all at once when somebody searches

    @property
    def folded(self) -> Texts:
        """Return each value without its case."""
        self._fold()
        return self._folded

    def _fold(self) -> None:
        if len(self._folded) < len(self.values):
            self._folded.extend(map(str.casefold, self.values[len(self._folded) :]))

    def holding(self, wanted: Sequence[str]) -> Mask:
        """Return in which rows one of some texts is found."""
        found = np.zeros(len(self.values), dtype=np.bool_)
        for text in wanted:
            found |= self.folded.holding(text)
        return self.spread(found)

    def ranks(self) -> Numbers:
        """Return the place of each row's text in the order of all, equal ones in one."""
        return self.spread(self.folded.ranks())
