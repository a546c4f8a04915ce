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
_BUFFER_BYTES = 16 << 10


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
        found = self._block(number)[first : first + count]
        while len(found) < count and (more := self._block(number := number + 1)):
            found += more[: count - len(found)]
        return found

    def _block(self, number: int) -> bytes:
        block = self._blocks.get(number)
        if block is None:
            at = number * _BLOCK_BYTES
            self._file.seek(at)
            block, count = b"", min(_BLOCK_BYTES, max(self.size - at, 0))
            while len(block) < count and (more := self._file.read(count - len(block))):
                block += more
            self._blocks[number] = block
        return block


class _View(io.RawIOBase):
    def __init__(self, blocks: FileBlocks, patches: Sequence[Patch]) -> None:
        self._blocks = blocks
        self._patches = patches
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        starts = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._blocks.size}
        if starts[whence] + offset < 0:
            raise OSError("before the start of the file")
        self._at = starts[whence] + offset
        return self._at

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        target = memoryview(buffer).cast("B")
        data = self._blocks.read(self._at, len(target))
        count = len(data)
        target[:count] = data
        for patch in self._patches:
            first, end = max(patch.at, self._at), min(patch.at + len(patch.new), self._at + count)
            if first < end:
                part = patch.new[first - patch.at : end - patch.at]
                target[first - self._at : end - self._at] = part
        self._at += count
        return count


def view(blocks: FileBlocks, patches: Sequence[Patch] = ()) -> BinaryIO:
    """Return the file with patches, none of which is longer or shorter than what was there."""
    return cast(BinaryIO, io.BufferedReader(_View(blocks, patches), _BUFFER_BYTES))
