"""MP4 files: the data of their first sound track, and the tags in iTunes' list of atoms."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, BinaryIO

from mutagen.mp4 import Atoms, MP4Info, MP4NoTrackError, MP4Tags

from musicreclass.core.tag_change import GenreEdit, Patch
from musicreclass.sentences.reason import because
from musicreclass.tags.containers.mp4_atoms import (
    HEADER_BYTES,
    Atom,
    atoms,
    built_atom,
    children,
    moved_offsets,
    resized,
)
from musicreclass.tags.errors import NoSound, Unwritable
from musicreclass.tags.genre_write import GenreWrite
from musicreclass.tags.raw_tags import Contents, Info, RawTags, Reader

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
_HANDLER = built_atom(b"hdlr", bytes(8) + b"mdirappl" + bytes(9))
_FREE = (b"free", b"skip")


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
class _Inner:
    """A patch, and how many atoms of `_PATH` it lies in."""

    depth: int
    patch: Patch

    @property
    def growth(self) -> int:
        return len(self.patch.new) - len(self.patch.old)


def mp4_edit(write: GenreWrite) -> GenreEdit:
    """Replace the genres of the list; free space near it gives and takes where there is some.

    Else the atoms grow, and where sound lies behind them, so do the offsets by which it is found.
    """
    top = list(atoms(write, 0, write.size))
    path = _path(write, top)
    inner = _list_edits(write, path)
    if not inner:
        return write.edit(write.tags.tag_kind, ())
    inner += _free_edits(write, top, path, sum(edit.growth for edit in inner))
    patches = [edit.patch for edit in inner]
    for depth, atom in enumerate(path, start=1):
        growth = sum(edit.growth for edit in inner if edit.depth >= depth)
        patches.extend(resized(write, atom, growth))
    if sum(edit.growth for edit in inner):
        patches.extend(moved_offsets(write, top, _Moves(patches).moved))
    return write.edit(_KIND, patches)


def _path(write: GenreWrite, top: Sequence[Atom]) -> list[Atom]:
    """Return the atoms down to the list, as far as there are any."""
    path: list[Atom] = []
    level = top
    for name in _PATH:
        atom = next((atom for atom in level if atom.name == name), None)
        if atom is None:
            break
        path.append(atom)
        level = children(write, atom)
    if not path:
        raise Unwritable(because("tags.damaged_atoms"))
    return path


def _list_edits(write: GenreWrite, path: Sequence[Atom]) -> list[_Inner]:
    genres = _genre_atom(write.texts)
    if len(path) < len(_PATH):
        return [_Inner(len(path), _new_list(write, path, genres))] if genres else []
    found = [a for a in children(write, path[-1]) if a.name in (_GENRE, _GENRE_NUMBER)]
    if not found:
        return [_Inner(len(path), Patch(path[-1].end, b"", genres))] if genres else []
    old = [write.read(atom.at, atom.end - atom.at) for atom in found]
    new = [genres, *[b""] * (len(found) - 1)]
    edits = (Patch(atom.at, *change) for atom, *change in zip(found, old, new, strict=True))
    return [_Inner(len(path), patch) for patch in edits if patch.old != patch.new]


def _genre_atom(texts: Sequence[str]) -> bytes:
    data = (built_atom(b"data", _UTF8 + bytes(4) + text.encode()) for text in texts)
    return built_atom(_GENRE, b"".join(data)) if texts else b""


def _new_list(write: GenreWrite, path: Sequence[Atom], genres: bytes) -> Patch:
    """Return what puts a list with `genres`, and what is missing around it, into the last atom."""
    parent = path[-1]
    new = built_atom(b"ilst", genres)
    if parent.name == b"meta":
        handler = next((a for a in children(write, parent) if a.name == b"hdlr"), None)
        if handler is None or write.read(handler.body_at + 8, 4) != b"mdir":
            raise Unwritable(because("tags.mp4_other_tags"))
        return Patch(parent.end, b"", new)
    new = built_atom(b"meta", bytes(4) + _HANDLER + new)
    if parent.name == b"udta":  # four zeros may mark its end
        return Patch(parent.body_at, b"", new)
    return Patch(parent.end, b"", built_atom(b"udta", new))


def _free_edits(
    write: GenreWrite, top: Sequence[Atom], path: Sequence[Atom], growth: int
) -> Iterator[_Inner]:
    """Let the innermost free space that is large enough make up for the growth."""
    for depth, free in _free_atoms(write, top, path):
        size = free.end - free.at
        if free.is_open or not (growth == size or HEADER_BYTES <= size - growth < 1 << 32):
            continue
        if growth == size:
            yield _Inner(depth, Patch(free.at, write.read(free.at, size), b""))
        else:
            yield from (_Inner(depth, patch) for patch in resized(write, free, -growth))
            cut = max(growth, 0)
            old = write.read(free.end - cut, cut)
            yield _Inner(depth, Patch(free.end - cut, old, bytes(max(-growth, 0))))
        return


def _free_atoms(
    write: GenreWrite, top: Sequence[Atom], path: Sequence[Atom]
) -> Iterator[tuple[int, Atom]]:
    for depth in range(min(len(path), 3), 0, -1):
        for atom in children(write, path[depth - 1]):
            if atom.name in _FREE:
                yield depth, atom
    for atom in top:
        if atom.name in _FREE and atom.at == path[0].end:
            yield 0, atom


class _Moves:
    """Where each place of the file will be."""

    def __init__(self, patches: Sequence[Patch]) -> None:
        ordered = sorted(patches, key=lambda patch: patch.at)
        self._ends = [patch.at + len(patch.old) for patch in ordered]
        self._growths = [0, *accumulate(len(patch.new) - len(patch.old) for patch in ordered)]

    def moved(self, offset: int) -> int:
        return offset + self._growths[bisect_right(self._ends, offset)]
