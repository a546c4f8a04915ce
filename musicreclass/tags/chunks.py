"""The chunks of WAV, AIFF and DSDIFF files, of which one may be an ID3 tag."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from musicreclass.core.tag_change import Patch
from musicreclass.tags.byte_diff import patches_between
from musicreclass.tags.errors import Unwritable
from musicreclass.tags.genre_write import GenreWrite

_MAX_CHUNKS = 10_000


@dataclass(frozen=True, slots=True)
class Layout:
    """How a family of containers writes its sizes."""

    order: Literal["little", "big"]
    size_bytes: int

    @property
    def header_bytes(self) -> int:
        return 4 + self.size_bytes

    @property
    def first(self) -> int:
        """Return where the first chunk lies: behind the file's own header and kind."""
        return self.header_bytes + 4

    def header(self, name: bytes, size: int) -> bytes:
        if size >= 1 << 8 * self.size_bytes:
            raise Unwritable("it would become larger than its format allows")
        return name + size.to_bytes(self.size_bytes, self.order)

    def built(self, name: bytes, body: bytes) -> bytes:
        return self.header(name, len(body)) + body + bytes(len(body) % 2)


RIFF_LAYOUT = Layout("little", 4)
AIFF_LAYOUT = Layout("big", 4)
DSDIFF_LAYOUT = Layout("big", 8)


@dataclass(frozen=True, slots=True)
class Chunk:
    name: bytes
    at: int
    body_at: int
    end: int  # without the byte that makes it even

    @property
    def even_end(self) -> int:
        return self.end + (self.end - self.body_at) % 2


@dataclass(frozen=True, slots=True)
class ChunkFile:
    """The chunks of one file, and where it says that they end."""

    write: GenreWrite
    layout: Layout
    chunks: tuple[Chunk, ...]
    size_at: int  # of the number that says how much there is
    size_bytes: int
    said_end: int

    @classmethod
    def of(cls, write: GenreWrite, layout: Layout) -> ChunkFile:
        """Read the headers of all chunks.

        Raises:
            Unwritable: there is no end of them.
        """
        size = int.from_bytes(write.read(4, layout.size_bytes), layout.order)
        chunks = tuple(_chunks(write, layout))
        end = layout.header_bytes + size
        return cls(write, layout, chunks, 4, layout.size_bytes, end)

    def with_long_size(self) -> ChunkFile:
        """Return the same for an RF64 file, whose first chunk has the size in 64 bits."""
        at = self.chunks[0].body_at
        end = self.layout.header_bytes + int.from_bytes(self.write.read(at, 8), "little")
        return replace(self, size_at=at, size_bytes=8, said_end=end)

    def replaced(self, chunk: Chunk, body: bytes) -> list[Patch]:
        """Return what gives a chunk another body."""
        end = min(chunk.even_end, self.write.size)
        old = self.write.read(chunk.at, end - chunk.at)
        pad = old[chunk.end - chunk.at :] if self._is_as_odd(chunk, body) else bytes(len(body) % 2)
        new = self.layout.header(chunk.name, len(body)) + body + pad
        return list(patches_between(chunk.at, old, new))

    def added(self, name: bytes, body: bytes) -> list[Patch]:
        """Return what puts a chunk behind all others, its size not counted yet.

        Raises:
            Unwritable: the file's sizes contradict each other.
        """
        last = next((c for c in self.chunks if self.said_end in (c.end, c.even_end)), None)
        if last is None or self.said_end > self.write.size:
            raise Unwritable("its sizes contradict each other, so that its end is unclear")
        new = bytes(last.even_end - self.said_end) + self.layout.built(name, body)
        return [Patch(self.said_end, b"", new)]

    def sized(self, patches: Sequence[Patch]) -> list[Patch]:
        """Return the patches of chunks, and what makes the file say its size."""
        growth = sum(len(patch.new) - len(patch.old) for patch in patches)
        if not growth:
            return list(patches)
        old = self.write.read(self.size_at, self.size_bytes)
        size = int.from_bytes(old, self.layout.order) + growth
        if size >= 1 << 8 * self.size_bytes:
            raise Unwritable("it would become larger than its format allows")
        new = size.to_bytes(self.size_bytes, self.layout.order)
        return [*patches, Patch(self.size_at, old, new)]

    @staticmethod
    def _is_as_odd(chunk: Chunk, body: bytes) -> bool:
        return (chunk.end - chunk.body_at) % 2 == len(body) % 2


def _chunks(write: GenreWrite, layout: Layout) -> Iterator[Chunk]:
    at, long_size = layout.first, 0
    for _ in range(_MAX_CHUNKS):
        body_at = at + layout.header_bytes
        if body_at > write.size:
            return
        header = write.read(at, layout.header_bytes)
        name, size = header[:4], int.from_bytes(header[4:], layout.order)
        if name == b"ds64":
            long_size = int.from_bytes(write.read(body_at + 8, 8), "little")
        if name == b"data" and size == 0xFFFFFFFF:
            size = long_size or size
        chunk = Chunk(name, at, body_at, body_at + size)
        yield chunk
        at = chunk.even_end
    raise Unwritable("its chunks have no end")
