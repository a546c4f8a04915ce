"""A few bytes for each row, in blocks: an object for each of a million rows would be a third more.

What is replaced stays behind until half of a block is such; copies go on reading what they had.
"""

from __future__ import annotations

import numpy as np

from musicreclass.core.review.columns.growing import Growing

BLOCK_ROWS = 4_096
SPARE_BYTES = 65_536  # that a block may hold in vain, whatever the rest


class PackedColumn:
    def __init__(self) -> None:
        self._blocks: list[Growing[np.uint8]] = []
        self._starts: Growing[np.uint32] = Growing(np.uint32)  # in the block of a row
        self._lengths: Growing[np.uint16] = Growing(np.uint16)  # 0: nothing
        self._spare: list[int] = []  # bytes of each block that no row has any more

    def __len__(self) -> int:
        return len(self._lengths)

    def __getitem__(self, row: int) -> bytes | None:
        length = int(self._lengths.array[row])
        if not length:
            return None
        start = int(self._starts.array[row])
        return self._blocks[row // BLOCK_ROWS].array[start : start + length].tobytes()

    def extend_by_nothing(self, rows: int) -> None:
        nothing = np.zeros(rows, dtype=np.uint16)
        self._lengths.extend(nothing)
        self._starts.extend(nothing)
        while len(self._blocks) * BLOCK_ROWS < len(self):
            self._blocks.append(Growing(np.uint8))
            self._spare.append(0)

    def put(self, row: int, packed: bytes | None) -> None:
        number, lengths = row // BLOCK_ROWS, self._lengths.array
        block = self._blocks[number]
        self._spare[number] += int(lengths[row])
        lengths[row] = len(packed or b"")
        if packed:
            self._starts.array[row] = len(block)
            block.extend(np.frombuffer(packed, dtype=np.uint8))
        if self._spare[number] > max(SPARE_BYTES, len(block) // 2):
            self._tidy(number)

    def copied(self) -> PackedColumn:
        """Return the same for somebody who must not see what it becomes."""
        copy = PackedColumn()
        copy._blocks, copy._spare = self._blocks.copy(), self._spare.copy()
        copy._starts, copy._lengths = self._starts.copied(), self._lengths.copied()
        return copy

    def _tidy(self, number: int) -> None:
        """Keep a block's bytes without those that no row has any more."""
        rows = range(number * BLOCK_ROWS, min((number + 1) * BLOCK_ROWS, len(self)))
        held = [self[row] or b"" for row in rows]
        lengths = self._lengths.array[rows.start : rows.stop].astype(np.int64)
        block: Growing[np.uint8] = Growing(np.uint8)
        block.extend(np.frombuffer(b"".join(held), dtype=np.uint8))
        self._starts.array[rows.start : rows.stop] = np.cumsum(lengths) - lengths
        self._blocks[number], self._spare[number] = block, 0
