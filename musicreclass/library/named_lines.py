"""Rows of tracks as lines, with what files' names and folders tell where tags do not."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlite_utils import Database

from musicreclass.core.genre import Taxonomy
from musicreclass.core.location import location_of, readable
from musicreclass.core.naming.file_names import (
    FEW_FILES,
    FromName,
    folded,
    from_folders,
    read_names,
)
from musicreclass.core.track import TrackLine

Row = tuple[Any, ...]
Siblings = Callable[[str], Sequence[str]]  # the names of all files of a folder, by its path

_FIELD = {name: index for index, name in enumerate(TrackLine._fields)}
_LOCATION, _NAME, _FOLDER_ID = _FIELD["location"], _FIELD["name"], _FIELD["folder_id"]
_FOLDER, _GUESSED = _FIELD["folder"], _FIELD["guessed"]
_TITLE, _ARTIST, _ALBUM, _NUMBER = (
    _FIELD[name] for name in ("title", "artist", "album", "track_number")
)


_NAMES_IN = """
    SELECT name, location FROM track
    WHERE location >= ? AND location < ? AND folder_id IS NOT NULL AND (title = '' OR artist = '')
"""


def names_in(db: Database, folder: str) -> list[str]:
    """Return the names of the files right in a folder whose tags lack a title or an artist."""
    start = location_of(os.path.join(folder, ""))  # noqa: PTH118, may end in no name
    if isinstance(start, bytes):
        return []  # rows of bytes sort apart, and are few
    rows = db.execute(_NAMES_IN, [start, start[:-1] + chr(ord(start[-1]) + 1)])
    return [name for name, location in rows if os.path.dirname(location) == folder]  # noqa: PTH120


def named_lines(
    rows: Sequence[Row], roots: Mapping[int, str], siblings: Siblings | None = None
) -> list[TrackLine]:
    """Return lines in the order of `rows`, whose columns are `rows.LINE_COLUMNS`.

    Args:
        roots: the paths of the library's folders, by their ids.
        siblings: asked where the rows hold too few of a folder to tell how its files are called.
    """
    folder_of: dict[tuple[int, str], str] = {}
    lines: list[TrackLine | None] = []
    nameless: defaultdict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        location = row[_LOCATION]
        path = location if isinstance(location, str) else os.fsdecode(location)
        above = os.path.dirname(path)  # noqa: PTH120, a Path costs ten times as much
        key = (row[_FOLDER_ID], above)
        folder = folder_of.get(key)
        if folder is None:
            folder = folder_of[key] = folder_below(above, roots.get(row[_FOLDER_ID], ""))
        if row[_TITLE] and row[_ARTIST]:
            lines.append(TrackLine._make((*row[:_FOLDER], folder, *row[_GUESSED:])))
        else:
            nameless[above].append(index)
            lines.append(None)
    for above, indices in nameless.items():
        files = [rows[index][_NAME] for index in indices]
        others = siblings(above) if siblings is not None and len(files) < FEW_FILES else ()
        names = read_names([*files, *(set(others) - set(files))])
        for index, name in zip(indices, names, strict=False):
            row = rows[index]
            lines[index] = _named(row, folder_of[row[_FOLDER_ID], above], name)
    return [line for line in lines if line is not None]


def folder_below(folder: str, root: str) -> str:
    """Return what of a folder's path is below the library's folder, as people read it."""
    below = folder[len(root) :] if folder.startswith(root) else folder
    return readable(below).replace(os.sep, "/").strip("/")


def _named(row: Row, folder: str, name: FromName) -> TrackLine:
    """Return a line with what its file's name tells in those of its fields that are empty."""
    title, artist = row[_TITLE], row[_ARTIST]
    if title and name.artist:
        name = _as_tagged(name, title)
    elif artist and folded(artist) == folded(name.title):
        name = name._replace(title=name.artist, artist=name.title)
    if name.number and folder:
        name = from_folders(name, folder.split("/"), _genres())
    album, number = row[_ALBUM], row[_NUMBER]
    guessed = []
    if not title and name.title:
        guessed.append("title")
        title = name.title
    if not artist and name.artist:
        guessed.append("artist")
        artist = name.artist
    if not album and name.album:
        guessed.append("album")
        album = name.album
    if not number and name.number:
        guessed.append("track_number")
        number = name.number
    return TrackLine._make(
        (
            *row[:_TITLE],
            title,
            artist,
            album,
            *row[_ALBUM + 1 : _NUMBER],
            number,
            *row[_NUMBER + 1 : _FOLDER],
            folder,
            " ".join(guessed),
            *row[_GUESSED + 1 :],
        )
    )


def _as_tagged(name: FromName, title: str) -> FromName:
    """Return what a name tells where the title is known: an artist only beside that title."""
    known, told, other = folded(title), folded(name.title), folded(name.artist)
    if known == other:
        return name._replace(title=name.artist, artist=name.title)
    return name if told and (told in known or known in told) else name._replace(artist="")


@lru_cache(maxsize=1)
def _genres() -> frozenset[str]:
    shipped = Taxonomy.shipped()
    return frozenset(folded(text) for genre in shipped.genres for text in genre.spellings)
