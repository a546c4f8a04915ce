"""Genres into the tags at both ends of a file, whatever lies between."""

from pathlib import Path
from typing import BinaryIO

from musicreclass.core.tag_change import GenreEdit, WriteChoices
from musicreclass.core.track import Tags
from musicreclass.tags.containers.mpeg import end_tags_edit
from musicreclass.tags.genre_write import GenreWrite
from musicreclass.tags.tag_errors import tag_errors


def mpeg_edit(
    path: Path, file: BinaryIO, size: int, genres: tuple[str, ...], choices: WriteChoices
) -> GenreEdit:
    """Return what writes `genres` into a file that need not hold any sound."""
    with tag_errors(path):
        return end_tags_edit(GenreWrite(path, file, size, Tags(), genres, choices))
