"""Files of chunks, of which one is an ID3 tag: AIFF, DSDIFF and DSF. WAV shares the chunks.

Chunks are read strictly here, for what is written must not be built upon wrong sizes.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, BinaryIO, Literal

from mutagen.aiff import AIFF, AIFFInfo
from mutagen.dsdiff import DSDIFF, DSDIFFInfo
from mutagen.dsf import DSF, DSFFile, DSFInfo

from musicreclass.core.tag_change import GenreEdit, Patch, growth
from musicreclass.sentences.reason import because
from musicreclass.tags.byte_diff import patches_between
from musicreclass.tags.genre_write import GenreWrite, Writer
from musicreclass.tags.id3.tag_edit import EditedTag, edited_tag
from musicreclass.tags.id3.tag_texts import id3_texts, wanted_frames
from musicreclass.tags.raw_tags import Contents, Info, Reader
from musicreclass.tags.tag_errors import Unwritable

_MAX_CHUNKS = 10_000
_SIZE_IS_ELSEWHERE = 0xFFFFFFFF  # RF64 has the size in its first chunk, streams nowhere
_DSF_SIZES_AT = 12


def _inner_id3(container: Callable[..., Any], info: Callable[[BinaryIO], Info]) -> Reader:
    """Return a reader for containers that keep an ID3 tag within them."""

    def contents(file: BinaryIO) -> Contents:
        audio = container(file, known_frames=wanted_frames(), translate=False, load_v1=False)
        return audio.info, id3_texts(audio.tags)

    return Reader(contents, info)


AIFF_FILE = _inner_id3(AIFF, AIFFInfo)
DSDIFF_FILE = _inner_id3(DSDIFF, DSDIFFInfo)
DSF_FILE = _inner_id3(DSF, lambda file: DSFInfo(DSFFile(file).fmt_chunk))


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
            raise Unwritable(because("tags.too_large_for_format"))
        return name + size.to_bytes(self.size_bytes, self.order)

    def built(self, name: bytes, body: bytes) -> bytes:
        return self.header(name, len(body)) + body + bytes(len(body) % 2)


RIFF_LAYOUT = Layout("little", 4)


@dataclass(frozen=True, slots=True)
class Chunk:
    name: bytes
    at: int
    body_at: int
    end: int  # without the byte that makes it even

    @property
    def even_end(self) -> int:
        return self.end + (self.end - self.body_at) % 2


def chunks_of(read: Callable[[int, int], bytes], size: int, layout: Layout) -> Iterator[Chunk]:
    """Yield the chunks of a file of `size` bytes; the last may say that it goes on behind the end.

    Args:
        read: returns the bytes at an offset, so many.

    Raises:
        Unwritable: there is no end of them.
    """
    at, long_size = layout.first, 0
    for _ in range(_MAX_CHUNKS):
        body_at = at + layout.header_bytes
        if body_at > size:
            return
        header = read(at, layout.header_bytes)
        name, length = header[:4], int.from_bytes(header[4:], layout.order)
        if name == b"ds64":
            long_size = int.from_bytes(read(body_at + 8, 8), "little")
        if name == b"data" and length == _SIZE_IS_ELSEWHERE:
            length = long_size or length
        chunk = Chunk(name, at, body_at, body_at + length)
        yield chunk
        at = chunk.even_end
    raise Unwritable(because("tags.endless_chunks"))


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
        chunks = tuple(chunks_of(write.read, write.size, layout))
        return cls(write, layout, chunks, 4, layout.size_bytes, layout.header_bytes + size)

    def with_long_size(self) -> ChunkFile:
        """Return the same for an RF64 file, whose first chunk has the size in 64 bits."""
        at = self.chunks[0].body_at
        end = self.layout.header_bytes + int.from_bytes(self.write.read(at, 8), "little")
        return replace(self, size_at=at, size_bytes=8, said_end=end)

    def body(self, chunk: Chunk) -> bytes:
        return self.write.read(chunk.body_at, chunk.end - chunk.body_at)

    def replaced(self, chunk: Chunk, body: bytes) -> list[Patch]:
        """Return what gives a chunk another body."""
        old = self.write.read(chunk.at, min(chunk.even_end, self.write.size) - chunk.at)
        is_as_odd = (chunk.end - chunk.body_at) % 2 == len(body) % 2
        pad = old[chunk.end - chunk.at :] if is_as_odd else bytes(len(body) % 2)
        new = self.layout.header(chunk.name, len(body)) + body + pad
        return list(patches_between(chunk.at, old, new))

    def added(self, name: bytes, body: bytes) -> list[Patch]:
        """Return what puts a chunk behind all others, its size not counted yet.

        Raises:
            Unwritable: the file's sizes contradict each other.
        """
        last = next((c for c in self.chunks if self.said_end in (c.end, c.even_end)), None)
        if last is None or self.said_end > self.write.size:
            raise Unwritable(because("tags.sizes_contradict"))
        new = bytes(last.even_end - self.said_end) + self.layout.built(name, body)
        return [Patch(self.said_end, b"", new)]

    def sized(self, patches: Sequence[Patch]) -> list[Patch]:
        """Return the patches of chunks, and what makes the file say its size."""
        grown = growth(patches)
        if not grown:
            return list(patches)
        old = self.write.read(self.size_at, self.size_bytes)
        size = int.from_bytes(old, self.layout.order) + grown
        if size >= 1 << 8 * self.size_bytes:
            raise Unwritable(because("tags.too_large_for_format"))
        new = size.to_bytes(self.size_bytes, self.layout.order)
        return [*patches, Patch(self.size_at, old, new)]


def _chunk_writer(layout: Layout) -> Writer:
    """Return a writer into the ID3 chunk of a family of containers."""

    def edit(write: GenreWrite) -> GenreEdit:
        file = ChunkFile.of(write, layout)
        edited, patches = id3_patches(file, b"ID3 ")
        return id3_answer(write, edited, file.sized(patches))

    return edit


def id3_patches(file: ChunkFile, new_name: bytes) -> tuple[EditedTag, list[Patch]]:
    """Return the ID3 tag with the genres, and what puts it into the file."""
    chunk = id3_chunk(file)
    write = file.write
    if chunk is None:
        edited = edited_tag(b"", write.texts, write.choices.id3)
        return edited, file.added(new_name, edited.tag) if edited.tag else []
    edited = edited_tag(file.body(chunk), write.texts, write.choices.id3)
    return edited, file.replaced(chunk, edited.tag)


def id3_chunk(file: ChunkFile) -> Chunk | None:
    found = [chunk for chunk in file.chunks if chunk.name.upper() == b"ID3 "]
    if len(found) > 1:
        raise Unwritable(because("tags.several_id3"))
    return found[0] if found else None


def id3_answer(write: GenreWrite, edited: EditedTag, patches: list[Patch]) -> GenreEdit:
    return write.edit(edited.kind_after, patches, lost=edited.lost, remarks=edited.remarks)


aiff_edit = _chunk_writer(Layout("big", 4))
dsdiff_edit = _chunk_writer(Layout("big", 8))


def dsf_edit(write: GenreWrite) -> GenreEdit:
    """Replace the genre behind the sound.

    The header learns where a new tag lies, and how long the file is.
    """
    sizes = write.read(_DSF_SIZES_AT, 16)
    size, pointer = struct.unpack("<QQ", sizes)
    if size != write.size or pointer > write.size:
        raise Unwritable(because("tags.other_size_than_said"))
    start = pointer or write.size  # the header points to the ID3 tag
    old = write.read(start, write.size - start)
    edited = edited_tag(old, write.texts, write.choices.id3)
    new_sizes = struct.pack("<QQ", start + len(edited.tag), start if edited.tag else 0)
    patches = [Patch(_DSF_SIZES_AT, sizes, new_sizes), *patches_between(start, old, edited.tag)]
    return id3_answer(write, edited, patches)
