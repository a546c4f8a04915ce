"""Arrays that grow at their end."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.bool_]  # shape (n_rows,)
Indices = npt.NDArray[np.intp]  # shape (n_found,)
Kind = TypeVar("Kind", bound=np.generic)

ROOM = 1.25  # times as long as needed, so that most that comes needs no copy of what is there


class Growing(Generic[Kind]):
    """One number for each row; `array`, shape (n_rows,), is what there is and may be written to.

    An array that was taken before more came is a part of the past: it stays as long as before.
    """

    def __init__(self, kind: type[Kind]) -> None:
        self._held: npt.NDArray[Kind] = np.zeros(0, dtype=kind)
        self._length = 0

    def __len__(self) -> int:
        return self._length

    @property
    def array(self) -> npt.NDArray[Kind]:
        return self._held[: self._length]

    def extend(self, values: npt.NDArray[Any]) -> None:
        first, self._length = self._length, self._length + len(values)
        if self._length > len(self._held):
            room = np.zeros(int(self._length * ROOM) + 16, dtype=self._held.dtype)
            room[:first] = self._held[:first]
            self._held = room
        self._held[first : self._length] = values

    def copied(self) -> Growing[Kind]:
        """Return the same for somebody who must not see what it becomes."""
        copy = Growing(self._held.dtype.type)
        copy._held, copy._length = self.array.copy(), self._length
        return copy
