"""In which row a track stands, by its id."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from musicreclass.core.review.columns.growing import Indices

NEAR = 1 << 24  # ids below are looked up in an array: a database counts them up from 1


class RowIndex:
    def __init__(self) -> None:
        self._near: npt.NDArray[np.int32] = np.full(1024, -1, dtype=np.int32)
        self._far: dict[int, int] = {}
        self._length = 0

    def add(self, ids: npt.NDArray[np.int64]) -> None:
        """Take in the ids of more rows."""
        rows = np.arange(self._length, self._length + len(ids), dtype=np.int32)
        self._length += len(ids)
        is_near = (ids >= 0) & (ids < NEAR)
        near = ids[is_near]
        if len(near) and (most := int(near.max())) >= len(self._near):
            room = np.full(min(NEAR, most + most // 2 + 1), -1, dtype=np.int32)
            room[: len(self._near)] = self._near
            self._near = room
        self._near[near] = rows[is_near]
        far = ~is_near
        self._far.update(zip(ids[far].tolist(), rows[far].tolist(), strict=True))

    def row(self, track_id: int) -> int:
        """Return the row of a track, -1 where it has none."""
        if 0 <= track_id < len(self._near):
            return int(self._near[track_id])
        return self._far.get(track_id, -1)

    def rows(self, track_ids: Iterable[int]) -> Indices:
        """Return the rows of some tracks, -1 where there is none."""
        ids = np.fromiter(track_ids, dtype=np.int64)
        is_near = (ids >= 0) & (ids < len(self._near))
        rows = np.full(len(ids), -1, dtype=np.intp)
        rows[is_near] = self._near[ids[is_near]]
        for at in np.flatnonzero(~is_near).tolist():
            rows[at] = self._far.get(int(ids[at]), -1)
        return rows
