"""The atoms of MP4 files: where each lies, and the offsets of sound that some of them hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from musicreclass.core.tag_change import Patch
from musicreclass.sentences.reason import because
from musicreclass.tags.byte_diff import patches_between
from musicreclass.tags.errors import Unwritable
from musicreclass.tags.genre_write import GenreWrite

HEADER_BYTES = 8
_LONG_HEADER_BYTES = 16
_MAX_ATOMS = 100_000  # of one parent; a fragmented audiobook has some thousand
_TABLES = {b"stco": 4, b"co64": 8}  # bytes of an offset
_HAS_BASE_OFFSET = 1
_INDEX_HEADER_BYTES = 16


@dataclass(frozen=True, slots=True)
class Atom:
    name: bytes
    at: int
    body_at: int
    end: int
    is_open: bool = False  # to the end of the file, and says no size


def atoms(write: GenreWrite, at: int, end: int) -> Iterator[Atom]:
    """Yield the atoms between two places.

    Raises:
        Unwritable: their sizes make no sense.
    """
    for _ in range(_MAX_ATOMS):
        if at + HEADER_BYTES > end:
            return  # a container may end with four zeros
        atom = _atom(write, at, end)
        if atom.end > end and atom.name != b"mdat":  # recordings are cut off there
            raise Unwritable(because("tags.damaged_atoms"))
        yield atom
        at = atom.end
    raise Unwritable(because("tags.endless_atoms"))


def _atom(write: GenreWrite, at: int, end: int) -> Atom:
    header = write.read(at, min(_LONG_HEADER_BYTES, end - at))
    size, name = int.from_bytes(header[:4], "big"), header[4:8]
    if size == 0:
        return Atom(name, at, at + HEADER_BYTES, end, is_open=True)
    body_at = at + HEADER_BYTES
    if size == 1:
        size, body_at = int.from_bytes(header[8:], "big"), at + _LONG_HEADER_BYTES
    if at + size < body_at:
        raise Unwritable(because("tags.damaged_atoms"))
    return Atom(name, at, body_at, at + size)


def children(write: GenreWrite, parent: Atom) -> list[Atom]:
    """Return the atoms in `parent`, behind the version that most `meta` begin with."""
    at = parent.body_at
    if parent.name == b"meta" and write.read(at, min(8, parent.end - at))[4:] != b"hdlr":
        at += 4
    return list(atoms(write, at, parent.end))


def built_atom(name: bytes, body: bytes) -> bytes:
    return (HEADER_BYTES + len(body)).to_bytes(4, "big") + name + body


def resized(write: GenreWrite, atom: Atom, growth: int) -> Iterator[Patch]:
    """Yield what makes the atom's header say that it has grown."""
    if atom.is_open or not growth:
        return
    is_long = atom.body_at - atom.at == _LONG_HEADER_BYTES
    at, count = (atom.at + 8, 8) if is_long else (atom.at, 4)
    size = atom.end - atom.at + growth
    if size >= 1 << 8 * count:
        raise Unwritable(because("tags.mp4_too_large"))
    yield Patch(at, write.read(at, count), size.to_bytes(count, "big"))


def moved_offsets(
    write: GenreWrite, top: list[Atom], moved: Callable[[int], int]
) -> Iterator[Patch]:
    """Yield what makes all offsets of sound right again after atoms have moved.

    Args:
        moved: from an offset in the file as it is to the one it will have.

    Raises:
        Unwritable: there are offsets of a kind that this does not know.
    """
    for atom in top:
        if atom.name == b"meta":
            raise Unwritable(because("tags.mp4_index"))
        if atom.name == b"moov":
            for table in _below(write, atom, (b"trak", b"mdia", b"minf", b"stbl")):
                yield from _moved_table(write, table, moved)
        elif atom.name == b"moof":
            for part in _below(write, atom, (b"traf",)):
                yield from _moved_base(write, part, moved)
        elif atom.name == b"mfra":
            for index in _below(write, atom, ()):
                yield from _moved_index(write, index, moved)


def _below(write: GenreWrite, parent: Atom, path: tuple[bytes, ...]) -> Iterator[Atom]:
    for child in children(write, parent):
        if not path:
            yield child
        elif child.name == path[0]:
            yield from _below(write, child, path[1:])


def _moved_table(write: GenreWrite, table: Atom, moved: Callable[[int], int]) -> Iterator[Patch]:
    if table.name == b"saio":
        raise Unwritable(because("tags.mp4_protected"))
    width = _TABLES.get(table.name)
    if width is None:
        return
    at, count = table.body_at + 8, int.from_bytes(write.read(table.body_at + 4, 4), "big")
    old = write.read(at, count * width)
    new = (moved(int.from_bytes(old[i : i + width], "big")) for i in range(0, len(old), width))
    yield from patches_between(at, old, b"".join(_as_bytes(offset, width) for offset in new))


def _moved_base(write: GenreWrite, part: Atom, moved: Callable[[int], int]) -> Iterator[Patch]:
    if part.name == b"tfhd" and write.read(part.body_at, 4)[3] & _HAS_BASE_OFFSET:
        old = write.read(part.body_at + 8, 8)
        yield Patch(part.body_at + 8, old, _as_bytes(moved(int.from_bytes(old, "big")), 8))


def _moved_index(write: GenreWrite, index: Atom, moved: Callable[[int], int]) -> Iterator[Patch]:
    """Yield what moves the entries of an index of fragments: a time, an offset, three numbers."""
    if index.name != b"tfra":
        return
    head = write.read(index.body_at, _INDEX_HEADER_BYTES)
    width = 8 if head[0] else 4
    numbers = sum((head[11] >> shift & 0b11) + 1 for shift in (0, 2, 4))
    at = index.body_at + _INDEX_HEADER_BYTES + width
    for _ in range(int.from_bytes(head[12:], "big")):
        old = write.read(at, width)
        yield Patch(at, old, _as_bytes(moved(int.from_bytes(old, "big")), width))
        at += 2 * width + numbers


def _as_bytes(offset: int, width: int) -> bytes:
    if offset >= 1 << 8 * width:
        raise Unwritable(because("tags.mp4_offsets"))
    return offset.to_bytes(width, "big")
