"""Writing genres: what it would do to a file, and by which bytes. The file itself is only read.

`safe_write` puts the bytes into the file.
"""

import os
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from musicreclass.core.tag_change import GenreChange, GenreEdit, WriteChoices
from musicreclass.sentences.reason import because
from musicreclass.tags.genre_write import GenreWrite
from musicreclass.tags.read import recognised, shown, stream_of
from musicreclass.tags.tag_errors import TagError, Unwritable, opened, tag_errors
from musicreclass.tags.verify.plain_mp3 import MP3, plain_tags

_NO_TEXT = ("Cc", "Cs")  # controls and half characters
_DAMAGE = because("tags.damaged_tags")


# What a file is to have, by what it has; None leaves it as it is.
GenresFor = Callable[[tuple[str, ...]], Sequence[str] | None]


def genre_edit(path: Path, genres: Sequence[str] | GenresFor, choices: WriteChoices) -> GenreEdit:
    """Return the patches that give the file `genres`, no others; an empty list takes all away.

    Little more than the tags is read, however long the sound is.

    Raises:
        WriteRefused: the file is fine, or nearly, and its genre cannot be written safely.
        TagError: the file cannot be read, or is damaged.
    """
    with tag_errors(path, _DAMAGE), opened(path) as file:
        return genre_edit_in(path, file, genres, choices)


def genre_edit_in(
    path: Path,
    file: BinaryIO,
    genres: Sequence[str] | GenresFor,
    choices: WriteChoices,
    *,
    known: tuple[str, ...] | None = None,
) -> GenreEdit:
    """Return the same of a file that is open; only its name is looked at in the path.

    Args:
        known: the genres that a scan read in the file as it is. Where a plain tag says the same,
            no more is read.

    Raises: as `genre_edit`.
    """
    with tag_errors(path, _DAMAGE):
        size = file.seek(0, os.SEEK_END)
        if size == 0:
            raise TagError(path, because("tags.empty"))
        before = None
        plain = None if known is None else plain_tags(file)
        if plain is not None and plain.genres == known:
            format_, tags = MP3, plain
        else:
            format_, (info, raw) = recognised(path, file)
            tags = shown(raw)
            before = stream_of(format_.name, info, size), tags
        wanted = genres(tags.genres) if callable(genres) else genres
        if wanted is None:
            kept, kind = tags.genres, tags.tag_kind
            return GenreEdit(GenreChange(path, kept, kept, kind, kind), ())
        edit = format_.writer(GenreWrite(path, file, size, tags, _clean(wanted), choices))
        return replace(edit, before=before, is_plain=before is None)


def _clean(genres: Sequence[str]) -> tuple[str, ...]:
    """Return the genres without gaps around them, each once.

    Raises:
        Unwritable: one has characters that no tag can hold.
    """
    cleaned = tuple(dict.fromkeys(genre.strip() for genre in genres if genre.strip()))
    if any(unicodedata.category(character) in _NO_TEXT for character in "".join(cleaned)):
        raise Unwritable(because("tags.unshowable_genre"))
    return cleaned
