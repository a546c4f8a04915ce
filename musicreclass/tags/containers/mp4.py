"""MP4 files: the data of their first sound track, and the tags in iTunes' list of atoms.

Some atoms hold the offsets of the sound in the file, which follow when a larger tag moves it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, BinaryIO

from mutagen.mp4 import Atoms, MP4Info, MP4NoTrackError, MP4Tags

from musicreclass.core.tag_change import GenreEdit, Patch
from musicreclass.sentences.reason import because
from musicreclass.tags.byte_diff import patches_between
from musicreclass.tags.genre_write import GenreWrite
from musicreclass.tags.raw_tags import Contents, Info, RawTags, Reader
from musicreclass.tags.tag_errors import NoSound, Unwritable

_KIND = "MP4"
_FIELDS = {
    "title": ("\xa9nam",),
    "artist": ("\xa9ART",),
    "album_artist": ("aART",),
    "album": ("\xa9alb",),
    "track_number": ("trkn",),
    "year": ("\xa9day",),
    "genres": ("\xa9gen",),
}
_PATH = (b"moov", b"udta", b"meta", b"ilst")
_GENRE, _GENRE_NUMBER = b"\xa9gen", b"gnre"  # the number is left out: the text says all
_UTF8 = (1).to_bytes(4, "big")
_FREE = (b"free", b"skip")
_FRESH_PADDING = 1_024  # for the next changes, where there is no room left for this one
_HEADER_BYTES = 8
_LONG_HEADER_BYTES = 16
_MAX_ATOMS = 100_000  # of one parent; a fragmented audiobook has some thousand
_TABLES = {b"stco": 4, b"co64": 8}  # bytes of an offset
_HAS_BASE_OFFSET = 1
_INDEX_HEADER_BYTES = 16


@dataclass(frozen=True, slots=True)
class _Atom:
    name: bytes
    at: int
    body_at: int
    end: int
    is_open: bool = False  # to the end of the file, and says no size


def _atoms(write: GenreWrite, at: int, end: int) -> Iterator[_Atom]:
    """Yield the atoms from `at` to `end`.

    Raises:
        Unwritable: their sizes make no sense.
    """
    for _ in range(_MAX_ATOMS):
        if at + _HEADER_BYTES > end:
            return  # a container may end with four zeros
        atom = _atom(write, at, end)
        if atom.end > end and atom.name != b"mdat":  # recordings are cut off there
            raise Unwritable(because("tags.damaged_atoms"))
        yield atom
        at = atom.end
    raise Unwritable(because("tags.endless_atoms"))


def _atom(write: GenreWrite, at: int, end: int) -> _Atom:
    header = write.read(at, min(_LONG_HEADER_BYTES, end - at))
    size, name = int.from_bytes(header[:4], "big"), header[4:8]
    if size == 0:
        return _Atom(name, at, at + _HEADER_BYTES, end, is_open=True)
    body_at = at + _HEADER_BYTES
    if size == 1:
        size, body_at = int.from_bytes(header[8:], "big"), at + _LONG_HEADER_BYTES
    if at + size < body_at:
        raise Unwritable(because("tags.damaged_atoms"))
    return _Atom(name, at, body_at, at + size)


def _children(write: GenreWrite, parent: _Atom) -> list[_Atom]:
    """Return the atoms in `parent`, behind the version that most `meta` begin with."""
    at = parent.body_at
    if parent.name == b"meta" and write.read(at, min(8, parent.end - at))[4:] != b"hdlr":
        at += 4
    return list(_atoms(write, at, parent.end))


def _built_atom(name: bytes, body: bytes) -> bytes:
    return (_HEADER_BYTES + len(body)).to_bytes(4, "big") + name + body


_HANDLER = _built_atom(b"hdlr", bytes(8) + b"mdirappl" + bytes(9))


def _resized(write: GenreWrite, atom: _Atom, growth: int) -> Iterator[Patch]:
    """Yield what makes the atom's header say that it has grown."""
    if atom.is_open or not growth:
        return
    is_long = atom.body_at - atom.at == _LONG_HEADER_BYTES
    at, count = (atom.at + 8, 8) if is_long else (atom.at, 4)
    size = atom.end - atom.at + growth
    if size >= 1 << 8 * count:
        raise Unwritable(because("tags.mp4_too_large"))
    yield Patch(at, write.read(at, count), size.to_bytes(count, "big"))


def _moved_offsets(
    write: GenreWrite, top: list[_Atom], moved: Callable[[int], int]
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


def _below(write: GenreWrite, parent: _Atom, path: tuple[bytes, ...]) -> Iterator[_Atom]:
    for child in _children(write, parent):
        if not path:
            yield child
        elif child.name == path[0]:
            yield from _below(write, child, path[1:])


def _moved_table(write: GenreWrite, table: _Atom, moved: Callable[[int], int]) -> Iterator[Patch]:
    if table.name == b"saio":
        raise Unwritable(because("tags.mp4_protected"))
    width = _TABLES.get(table.name)
    if width is None:
        return
    at, count = table.body_at + 8, int.from_bytes(write.read(table.body_at + 4, 4), "big")
    _check_within(table, at + count * width)
    old = write.read(at, count * width)
    new = (moved(int.from_bytes(old[i : i + width], "big")) for i in range(0, len(old), width))
    yield from patches_between(at, old, b"".join(_as_bytes(offset, width) for offset in new))


def _moved_base(write: GenreWrite, part: _Atom, moved: Callable[[int], int]) -> Iterator[Patch]:
    if part.name == b"tfhd" and write.read(part.body_at, 4)[3] & _HAS_BASE_OFFSET:
        _check_within(part, part.body_at + 16)
        old = write.read(part.body_at + 8, 8)
        yield Patch(part.body_at + 8, old, _as_bytes(moved(int.from_bytes(old, "big")), 8))


def _moved_index(write: GenreWrite, index: _Atom, moved: Callable[[int], int]) -> Iterator[Patch]:
    """Yield what moves the entries of an index of fragments: a time, an offset, three numbers."""
    if index.name != b"tfra":
        return
    head = write.read(index.body_at, _INDEX_HEADER_BYTES)
    width = 8 if head[0] else 4
    numbers = sum((head[11] >> shift & 0b11) + 1 for shift in (0, 2, 4))
    at, count = index.body_at + _INDEX_HEADER_BYTES + width, int.from_bytes(head[12:], "big")
    step = 2 * width + numbers
    _check_within(index, at - width + count * step)
    for _ in range(count):
        old = write.read(at, width)
        yield Patch(at, old, _as_bytes(moved(int.from_bytes(old, "big")), width))
        at += step


def _check_within(table: _Atom, end: int) -> None:
    """See that the entries of a table end with it: what lies behind is something else.

    Raises:
        Unwritable: they do not.
    """
    if end > table.end:
        raise Unwritable(because("tags.damaged_atoms"))


def _as_bytes(offset: int, width: int) -> bytes:
    if offset >= 1 << 8 * width:
        raise Unwritable(because("tags.mp4_offsets"))
    return offset.to_bytes(width, "big")


def _read_mp4(file: BinaryIO) -> Contents:
    found = Atoms(file)
    tags = MP4Tags(found, file) if b".".join(_PATH) in found else None
    return _info(found, file), _texts(tags)


def _info(found: Any, file: BinaryIO) -> Info:
    """Return the data of the first sound track."""
    try:
        info = MP4Info(found, file)
    except MP4NoTrackError as error:
        raise NoSound from error
    if not info.codec:  # mutagen then tells the length of the video
        raise NoSound
    return info


def _texts(tags: Any) -> RawTags:
    if tags is None:
        return RawTags()
    texts = {name: tuple(map(str, tags[name])) for (name,) in _FIELDS.values() if name in tags}
    if "trkn" in texts:
        texts["trkn"] = tuple(_of_total(*pair) for pair in tags["trkn"])
    return RawTags.of(_KIND, texts, _FIELDS)


def _of_total(number: int, total: int) -> str:
    if not number:
        return ""
    return f"{number}/{total}" if total else str(number)


MP4_FILE = Reader(_read_mp4, lambda file: _info(Atoms(file), file))


@dataclass(frozen=True, slots=True)
class _InnerPatch:
    """A patch, and how many atoms of `_PATH` it lies in."""

    depth: int
    patch: Patch


def mp4_edit(write: GenreWrite) -> GenreEdit:
    """Replace the genres of the list; free space near it gives and takes where there is some.

    Else the atoms grow, and where sound lies behind them, so do the offsets by which it is found.
    """
    top = list(_atoms(write, 0, write.size))
    path = _path(write, top)
    inner = _list_edits(write, path)
    if not inner:
        return write.edit(write.tags.tag_kind, ())
    inner += _free_edits(write, top, path, sum(edit.patch.growth for edit in inner))
    patches = [edit.patch for edit in inner]
    for depth, atom in enumerate(path, start=1):
        growth = sum(edit.patch.growth for edit in inner if edit.depth >= depth)
        patches.extend(_resized(write, atom, growth))
    if sum(edit.patch.growth for edit in inner):
        patches.extend(_moved_offsets(write, top, _MovedOffsets(patches).moved))
    return write.edit(_KIND, patches)


def _path(write: GenreWrite, top: Sequence[_Atom]) -> list[_Atom]:
    """Return the atoms down to the list, as far as there are any."""
    path: list[_Atom] = []
    level = top
    for name in _PATH:
        atom = next((atom for atom in level if atom.name == name), None)
        if atom is None:
            break
        path.append(atom)
        level = _children(write, atom)
    if not path:
        raise Unwritable(because("tags.damaged_atoms"))
    return path


def _list_edits(write: GenreWrite, path: Sequence[_Atom]) -> list[_InnerPatch]:
    genres = _genre_atom(write.texts)
    if len(path) < len(_PATH):
        return [_InnerPatch(len(path), _new_list(write, path, genres))] if genres else []
    found = [a for a in _children(write, path[-1]) if a.name in (_GENRE, _GENRE_NUMBER)]
    if not found:
        return [_InnerPatch(len(path), Patch(path[-1].end, b"", genres))] if genres else []
    old = [write.read(atom.at, atom.end - atom.at) for atom in found]
    new = [genres, *[b""] * (len(found) - 1)]
    edits = (Patch(atom.at, *change) for atom, *change in zip(found, old, new, strict=True))
    return [_InnerPatch(len(path), patch) for patch in edits if patch.old != patch.new]


def _genre_atom(texts: Sequence[str]) -> bytes:
    data = (_built_atom(b"data", _UTF8 + bytes(4) + text.encode()) for text in texts)
    return _built_atom(_GENRE, b"".join(data)) if texts else b""


def _new_list(write: GenreWrite, path: Sequence[_Atom], genres: bytes) -> Patch:
    """Return what puts a list with `genres`, and what is missing around it, into the last atom."""
    parent = path[-1]
    new = _built_atom(b"ilst", genres)
    if parent.name == b"meta":
        handler = next((a for a in _children(write, parent) if a.name == b"hdlr"), None)
        if handler is None or write.read(handler.body_at + 8, 4) != b"mdir":
            raise Unwritable(because("tags.mp4_other_tags"))
        return Patch(parent.end, b"", new)
    new = _built_atom(b"meta", bytes(4) + _HANDLER + new)
    if parent.name == b"udta":  # four zeros may mark its end
        return Patch(parent.body_at, b"", new)
    return Patch(parent.end, b"", _built_atom(b"udta", new))


def _free_edits(
    write: GenreWrite, top: Sequence[_Atom], path: Sequence[_Atom], growth: int
) -> Iterator[_InnerPatch]:
    """Let the innermost free space that is large enough make up for the growth, or make some."""
    for depth, free in _free_atoms(write, top, path):
        size = free.end - free.at
        if free.is_open or not (growth == size or _HEADER_BYTES <= size - growth < 1 << 32):
            continue
        if growth == size:
            yield _InnerPatch(depth, Patch(free.at, write.read(free.at, size), b""))
        else:
            yield from (_InnerPatch(depth, patch) for patch in _resized(write, free, -growth))
            cut = max(growth, 0)
            old = write.read(free.end - cut, cut)
            yield _InnerPatch(depth, Patch(free.end - cut, old, bytes(max(-growth, 0))))
        return
    if growth > 0 and not path[0].is_open:  # all moves now, and need not the next time
        yield _InnerPatch(0, Patch(path[0].end, b"", _built_atom(b"free", bytes(_FRESH_PADDING))))


def _free_atoms(
    write: GenreWrite, top: Sequence[_Atom], path: Sequence[_Atom]
) -> Iterator[tuple[int, _Atom]]:
    for depth in range(min(len(path), 3), 0, -1):
        for atom in _children(write, path[depth - 1]):
            if atom.name in _FREE:
                yield depth, atom
    for atom in top:
        if atom.name in _FREE and atom.at == path[0].end:
            yield 0, atom


class _MovedOffsets:
    """Where each byte of the file will lie after the patches."""

    def __init__(self, patches: Sequence[Patch]) -> None:
        ordered = sorted(patches, key=lambda patch: patch.at)
        self._ends = [patch.at + len(patch.old) for patch in ordered]
        self._growths = [0, *accumulate(patch.growth for patch in ordered)]

    def moved(self, offset: int) -> int:
        return offset + self._growths[bisect_right(self._ends, offset)]
