"""MP3s that say their genres in one plain ID3 tag in front: its bytes tell, no parser is asked.

Most are such. To take one to pieces takes ten times as long as to see that it is one.
"""

from __future__ import annotations

import os
from typing import BinaryIO

from musicreclass.core.track import Tags
from musicreclass.tags.end_tags import first_tag, tail
from musicreclass.tags.formats import FORMATS, SNIFF_BYTES, Format
from musicreclass.tags.read import as_genres
from musicreclass.tags.verify.plain_frames import genres_of_plain

MP3: Format = next(row for row in FORMATS if row.name == "MP3")
_VERSION = 3  # where a tag has it
_LAST_BYTES = 160  # an ID3v1 tag, and some


def plain_tags(file: BinaryIO) -> Tags | None:
    """Return the genres that an MP3 says in a plain tag, and the tag's kind.

    Returns:
        None where it is not one, or something else may say more.
    """
    tag = first_tag(file)
    genres = genres_of_plain(tag)
    if genres is None or not says_all(file, tag, genres):
        return None
    return Tags(genres=as_genres(genres), tag_kind=f"ID3v2.{tag[_VERSION]}")


def says_all(file: BinaryIO, tag: bytes, genres: tuple[str, ...]) -> bool:
    """Say whether the file is an MP3 of which nobody reads genres elsewhere than in this tag.

    Args:
        tag: that it begins with.
        genres: of the tag; where it has none, those of ID3v1 count.
    """
    file.seek(len(tag))
    if not MP3.starts(file.read(SNIFF_BYTES)):  # another tag, perhaps
        return False
    return bool(genres) or not _may_have_id3v1(file)


def is_number(file: BinaryIO, at: int) -> bool:
    """Say whether the byte at an offset is the number that ID3v1 has for a genre."""
    size = file.seek(0, os.SEEK_END)
    return at == size - 1 and tail(file, size).has_id3v1


def _may_have_id3v1(file: BinaryIO) -> bool:
    """Say whether a reader may find a tag at the end; mutagen takes shorter ones, too."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(size - _LAST_BYTES, 0))
    return b"TAG" in file.read(_LAST_BYTES)
