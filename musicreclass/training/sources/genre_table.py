"""The table of folders and genres as a person edits it, with figures for each folder.

Made anew from the files after each change, which takes no listening.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from musicreclass.core.genre import Taxonomy
from musicreclass.training.data.grouping import artist_of
from musicreclass.training.sources.folders import GenreFolders
from musicreclass.training.sources.mapping import suggested
from musicreclass.training.sources.sorted_file import SortedFile


@dataclass(frozen=True, slots=True)
class GenreRow:
    """A folder of the first level, what it stands for and what it holds."""

    folder: str  # "" for a genre that no folder stands for
    genre: str | None  # None: left out
    suggestion: str | None  # a known genre that its name speaks of, where that is another
    tracks: int  # copies are counted once
    artists: int
    albums: int
    minutes: float


def genre_rows(found: GenreFolders, taxonomy: Taxonomy) -> tuple[GenreRow, ...]:
    """Return a row for each folder of `found`, by name; for each genre where no folder counts."""
    if not found.mapping.genres:
        return tuple(
            _row("", genre, [file for file in found.files if file.genre == genre], taxonomy)
            for genre in found.genres
        )
    of_folder: defaultdict[str, list[SortedFile]] = defaultdict(list)
    for file in (*found.files, *found.unwanted):
        of_folder[file.folder].append(file)
    return tuple(
        _row(folder, found.mapping.genres[folder], of_folder[folder], taxonomy)
        for folder in sorted(found.mapping.genres, key=str.casefold)
    )


def _row(
    folder: str, genre: str | None, files: Sequence[SortedFile], taxonomy: Taxonomy
) -> GenreRow:
    known = suggested(folder, taxonomy)
    artists = {artist_of(file.origin) for file in files}
    albums = {(file.facts.tags.album.casefold(), file.album_folder) for file in files}
    return GenreRow(
        folder=folder,
        genre=genre,
        suggestion=None if known is None or known.name == genre else known.name,
        tracks=len(files),
        artists=len(artists - {""}),
        albums=len(albums - {("", "")}),
        minutes=sum(file.facts.stream.seconds for file in files) / 60.0,
    )
