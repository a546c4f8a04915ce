"""A file as it is, or as it would be with patches that move nothing, to be read like any other.

Blocks are read from the disk once, however often and by however many readers they are looked at:
on a network drive each read is a journey.
"""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, BinaryIO, cast

from musicreclass.core.tag_change import Patch

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_BLOCK_BYTES = 64 << 10


class FileBlocks:
    """What was read of an open file."""

    def __init__(self, file: BinaryIO) -> None:
        # Python's own buffer would read in pieces, and once more to see that there is no more.
        self._file: BinaryIO = getattr(file, "raw", file)
        self._blocks: dict[int, bytes] = {}
        self.size = file.seek(0, os.SEEK_END)

    def read(self, at: int, count: int) -> bytes:
        """Return the bytes at an offset, fewer where the file ends before."""
        number, first = divmod(at, _BLOCK_BYTES)
        block = self._blocks.get(number)
        found = (self._block(number) if block is None else block)[first : first + count]
        while len(found) < count and (more := self._block(number := number + 1)):
            found += more[: count - len(found)]
        return found

    def _block(self, number: int) -> bytes:
        if (block := self._blocks.get(number)) is None:
            at = number * _BLOCK_BYTES
            self._file.seek(at)
            block, count = b"", min(_BLOCK_BYTES, max(self.size - at, 0))
            while len(block) < count and (more := self._file.read(count - len(block))):
                block += more
            self._blocks[number] = block
        return block


class _View(io.RawIOBase):
    """Without a buffer of Python's own, which would be filled anew wherever one looks."""

    def __init__(self, blocks: FileBlocks, patches: Sequence[Patch]) -> None:
        self._blocks = blocks
        self._patches = [(patch.at, patch.at + len(patch.new), patch.new) for patch in patches]
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        if whence == os.SEEK_END:
            offset += self._blocks.size
        elif whence == os.SEEK_CUR:
            offset += self._at
        if offset < 0:
            raise OSError("before the start of the file")
        self._at = offset
        return offset

    def read(self, count: int | None = -1, /) -> bytes:
        at = self._at
        if count is None or count < 0:
            count = max(self._blocks.size - at, 0)
        data = self._blocks.read(at, count)
        self._at = stop = at + len(data)
        for start, end, new in self._patches:
            if start < stop and at < end:
                first, last = max(start, at), min(end, stop)
                part = new[first - start : last - start]
                data = data[: first - at] + part + data[last - at :]
        return data

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        target = memoryview(buffer).cast("B")
        data = self.read(len(target))
        target[: len(data)] = data
        return len(data)


def view(blocks: FileBlocks, patches: Sequence[Patch] = ()) -> BinaryIO:
    """Return the file with patches, none of which is longer or shorter than what was there."""
    return cast(BinaryIO, _View(blocks, patches))
