"""How many tracks there are in and below each folder, of how many there are right in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from musicreclass.core.review.columns.codes import Codes
from musicreclass.core.review.columns.growing import Growing, Mask

FolderPart = tuple[int, str]  # a folder of the library, and the path below it; "" for itself


class FolderSums:
    """Knows for each folder of some codes all folders around it, from the first time it was met."""

    def __init__(self, parts: Codes[FolderPart]) -> None:
        self._parts = parts
        self._known = 0  # values of which the folders around are known
        self._number_of: dict[FolderPart, int] = {}
        self._inner: Growing[np.int64] = Growing(np.int64)  # numbers of values, and beside each
        self._outer: Growing[np.int64] = Growing(np.int64)  # one of a folder that it lies in

    def counts(self, mask: Mask | None = None) -> FolderCounts:
        """Return how many tracks, or how many of a mask, are in and below which folder."""
        self._meet()
        right_in = self._parts.counted(mask)
        summed = np.bincount(
            self._outer.array, right_in[self._inner.array], minlength=len(self._number_of)
        )
        return FolderCounts(self._number_of, summed.astype(np.int64))

    def _meet(self) -> None:
        pairs = [
            (inner, self._number_of.setdefault(part, len(self._number_of)))
            for inner, value in enumerate(self._parts.values[self._known :], self._known)
            for part in _around(value)
        ]
        self._known = len(self._parts.values)
        if pairs:
            inner, outer = zip(*pairs, strict=True)
            self._inner.extend(np.array(inner))
            self._outer.extend(np.array(outer))


class FolderCounts(Mapping[FolderPart, int]):
    """Of each folder with tracks in or below it, how many; 0 of any other."""

    def __init__(self, number_of: Mapping[FolderPart, int], counts: npt.NDArray[np.int64]) -> None:
        self._number_of = number_of  # may know more by now
        self._counts = counts

    def __getitem__(self, part: FolderPart) -> int:
        number = self._number_of.get(part, len(self._counts))
        return int(self._counts[number]) if number < len(self._counts) else 0

    def __iter__(self) -> Iterator[FolderPart]:
        known = list(self._number_of)
        return (known[number] for number in np.flatnonzero(self._counts).tolist())

    def __len__(self) -> int:
        return int(np.count_nonzero(self._counts))

    def __contains__(self, part: Any) -> bool:
        return self[part] > 0


def _around(part: FolderPart) -> Iterator[FolderPart]:
    """Yield a folder, and all that it lies in."""
    folder_id, below = part
    yield folder_id, ""
    end = -1
    while below and (end := below.find("/", end + 1)) > 0:
        yield folder_id, below[:end]
    if below:
        yield part
