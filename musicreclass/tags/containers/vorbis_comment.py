"""Vorbis comments, as FLAC and Ogg have them: their texts, and other genres among them.

All other bytes are kept as they are.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from musicreclass.sentences.reason import because
from musicreclass.tags.raw_tags import RawTags, by_name
from musicreclass.tags.tag_errors import Unwritable

KIND = "Vorbis comment"
_FIELDS = {
    "title": ("title",),
    "artist": ("artist",),
    "album_artist": ("albumartist", "album artist", "album_artist"),
    "album": ("album",),
    "track_number": ("tracknumber", "track"),
    "year": ("date", "year", "originaldate"),
    "genres": ("genre",),
}
_DAMAGED = because("tags.damaged_comment")


def comment_texts(comment: Any) -> RawTags:
    """Return the texts of a comment that mutagen has read; nothing for None."""
    return RawTags() if comment is None else RawTags.of(KIND, by_name(list(comment)), _FIELDS)


@dataclass(frozen=True, slots=True)
class EditedComment:
    """A comment with other genres."""

    comment: bytes
    rest: bytes  # what followed it: a framing bit, padding, or nothing


def edited_comment(body: bytes, texts: Sequence[str]) -> EditedComment:
    """Replace the genres where the first is; new ones go behind the last entry.

    Args:
        body: of the comment, from its vendor on, and whatever follows.

    Raises:
        Unwritable: the comment is damaged.
    """
    vendor_end = 4 + _number(body, 0)
    entries, end = _entries(body, vendor_end)
    genres = [entry for entry in entries if _is_genre(entry)]
    name = genres[0].partition(b"=")[0] if genres else b"GENRE"  # in the case it has
    index = entries.index(genres[0]) if genres else len(entries)
    others = [entry for entry in entries if not _is_genre(entry)]
    wanted = [name + b"=" + text.encode() for text in texts]
    kept = [*others[:index], *wanted, *others[index:]]
    comment = body[:vendor_end] + struct.pack("<I", len(kept)) + b"".join(map(_sized, kept))
    return EditedComment(comment, body[end:])


def new_comment(texts: Sequence[str]) -> bytes:
    """Return a comment that holds genres and nothing else."""
    return edited_comment(_sized(b"musicreclass") + bytes(4), texts).comment


def _entries(body: bytes, vendor_end: int) -> tuple[list[bytes], int]:
    """Return the entries and where they end."""
    at, found = vendor_end + 4, []
    for entry in _sized_texts(body, at, _number(body, vendor_end)):
        found.append(entry)
        at += 4 + len(entry)
    return found, at


def _sized_texts(body: bytes, at: int, count: int) -> Iterator[bytes]:
    for _ in range(count):
        size = _number(body, at)
        yield body[at + 4 : at + 4 + size]
        at += 4 + size
        if at > len(body):
            raise Unwritable(_DAMAGED)


def _number(body: bytes, at: int) -> int:
    if at + 4 > len(body):
        raise Unwritable(_DAMAGED)
    return int.from_bytes(body[at : at + 4], "little")


def _sized(text: bytes) -> bytes:
    return struct.pack("<I", len(text)) + text


def _is_genre(entry: bytes) -> bool:
    return entry[:6].upper() == b"GENRE="
