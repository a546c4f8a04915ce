"""Replacing the genre in an ID3v2 tag, every other byte as it is. Knows no files.

The tag keeps its version unless another is asked for, and its length as long as its padding lasts.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from musicreclass.core.tag_change import Id3Version
from musicreclass.sentences.reason import Reason, because
from musicreclass.tags.end_tags import id3v2_size
from musicreclass.tags.id3.convert import converted
from musicreclass.tags.id3.genre_frame import genre_body, genres_in, labelled_genres
from musicreclass.tags.id3.tag import (
    Id3Tag,
    frame_of,
    header_for,
    joined,
    new_tag,
    parsed,
    plain_frame,
    synchronised,
    unsynchronised,
)
from musicreclass.tags.tag_errors import Unwritable

FRESH_PADDING = 1_024  # for the next changes, where there is no room left for this one
_VERSIONS = {Id3Version.V2_3: 3, Id3Version.V2_4: 4}
_VERSION_OF_NEW_TAGS = 3  # nearly every player reads it


@dataclass(frozen=True, slots=True)
class EditedTag:
    """A tag with another genre."""

    tag: bytes  # the whole of it; empty where there is none and none is needed
    before: tuple[str, ...]  # genres as found
    kind_before: str  # "ID3v2.3"; empty without a tag
    kind_after: str
    lost: tuple[Reason, ...] = ()  # frames that cannot go along into another version
    remarks: tuple[Reason, ...] = ()


def edited_tag(
    tag: bytes,
    texts: tuple[str, ...],
    id3: Id3Version,
    *,
    along: Callable[[int], Iterable[tuple[bytes, bytes]]] = lambda version: (),
) -> EditedTag:
    """Return `tag` with genres, none of them removing the genre.

    Args:
        tag: all that is kept for it, from "ID3" on; what lies behind its end stays there. Empty
            bytes make a new tag.
        texts: a genre each, or all in one.
        along: names and bodies of the frames that a new tag of a version begins with.

    Raises:
        Unwritable: other frames could not be kept as they are for sure.
    """
    if not tag:
        return _made(texts, id3, along)
    size = id3v2_size(tag) or len(tag)
    old = parsed(tag[:size])
    version = _VERSIONS.get(id3, old.version)
    before = genres_in(old.version, old.frames)
    kinds = _kind(old.version), _kind(version)
    _refuse_hidden_genres(old)
    if version == old.version and _says_already(old, texts):
        return EditedTag(tag, before, *kinds)
    goal, lost, remarks = (old, (), ()) if version == old.version else converted(old, version)
    new = _with_genre(goal, texts)
    if len(new) > size:
        remarks += (because("tags.tag_grows", bytes=len(new) - size),)
    return EditedTag(new + tag[size:], before, *kinds, lost, remarks)


def _made(
    texts: tuple[str, ...], id3: Id3Version, along: Callable[[int], Iterable[tuple[bytes, bytes]]]
) -> EditedTag:
    if not texts:
        return EditedTag(b"", (), "", "")
    version = _VERSIONS.get(id3, _VERSION_OF_NEW_TAGS)
    frames = tuple(plain_frame(version, name, body) for name, body in along(version))
    return EditedTag(_with_genre(new_tag(version, frames), texts), (), "", _kind(version))


def _kind(version: int) -> str:
    return f"ID3v2.{version}"


def _says_already(tag: Id3Tag, texts: tuple[str, ...]) -> bool:
    frames = [frame for frame in tag.frames if frame.is_genre]
    return len(frames) == min(len(texts), 1) and labelled_genres(tag.version, frames) == texts


def _refuse_hidden_genres(tag: Id3Tag) -> None:
    """Refuse a tag where some programs may find another genre, and others may not."""
    if tag.ends_in_padding:
        return
    if (b"TCO" if tag.version == 2 else b"TCON") in tag.rest:
        raise Unwritable(because("tags.id3_hidden_genre"))


def _with_genre(tag: Id3Tag, texts: tuple[str, ...]) -> bytes:
    """Put the tag together again, with another genre."""
    frames = _frames(tag, _genre_frame(tag, texts) if texts else b"")
    rest = _rest(tag, len(frames))
    extended = _renewed_extended(tag, frames, rest)
    header, footer = header_for(tag, len(extended) + len(frames) + len(rest))
    return header + extended + frames + rest + footer


def _frames(tag: Id3Tag, new: bytes) -> bytes:
    """Replace the first genre frame, remove others, or add one behind all frames."""
    first = next((i for i, frame in enumerate(tag.frames) if frame.is_genre), len(tag.frames))
    behind = [frame for frame in tag.frames[first:] if not frame.is_genre]
    frames = joined(tag.frames[:first]) + new + joined(behind)
    return frames + b"\0" if tag.is_unsynchronised and frames.endswith(b"\xff") else frames


def _genre_frame(tag: Id3Tag, texts: tuple[str, ...]) -> bytes:
    name = b"TCO" if tag.version == 2 else b"TCON"
    body = genre_body(tag.version, texts)
    frame = frame_of(tag.version, name, body, has_plain_sizes=tag.has_plain_sizes)
    return unsynchronised(frame) if tag.is_unsynchronised else frame


def _rest(tag: Id3Tag, frame_bytes: int) -> bytes:
    """Return padding that keeps the tag's length, or fresh one; no other rest is touched."""
    if not tag.ends_in_padding:
        return tag.rest
    left = len(joined(tag.frames)) + len(tag.rest) - frame_bytes
    return bytes(left if left >= 0 else FRESH_PADDING)


_HAS_CRC_3 = 0x80  # in the first of two bytes of flags
_IS_UPDATE_4, _HAS_CRC_4 = 0x40, 0x20
_CRC_BYTES_4 = 5


def _renewed_extended(tag: Id3Tag, frames: bytes, rest: bytes) -> bytes:
    """Return the extended header for other frames and another rest.

    Numbers that were right before are right again; those that were wrong stay as they are.

    Args:
        frames, rest: raw, as they follow the header.
    """
    if not tag.extended:
        return b""
    if tag.version == 4:
        return _renewed_4(tag, frames + rest)
    if not tag.is_unsynchronised:
        return _renewed_3(tag.extended, (joined(tag.frames), tag.rest), (frames, rest))
    content = synchronised(tag.extended)
    old = synchronised(joined(tag.frames)), tag.rest
    renewed = _renewed_3(content, old, (synchronised(frames), rest))
    return tag.extended if renewed == content else unsynchronised(renewed)


def _renewed_3(extended: bytes, old: tuple[bytes, bytes], new: tuple[bytes, bytes]) -> bytes:
    """Renew the size of the padding, and the checksum of the frames without it."""
    padding, checksum = extended[6:10], extended[10:]
    if padding == len(old[1]).to_bytes(4, "big"):
        padding = len(new[1]).to_bytes(4, "big")
    if extended[4] & _HAS_CRC_3 and checksum == zlib.crc32(old[0]).to_bytes(4, "big"):
        checksum = zlib.crc32(new[0]).to_bytes(4, "big")
    return extended[:6] + padding + checksum


def _renewed_4(tag: Id3Tag, content: bytes) -> bytes:
    """Renew the checksum of the frames and the padding."""
    flags = tag.extended[5]
    at = 6 + (1 if flags & _IS_UPDATE_4 else 0)  # a size of no bytes
    old = bytes([_CRC_BYTES_4]) + _crc_4(joined(tag.frames) + tag.rest)
    if not flags & _HAS_CRC_4 or not tag.extended.startswith(old, at):
        return tag.extended
    renewed = bytes([_CRC_BYTES_4]) + _crc_4(content)
    return tag.extended[:at] + renewed + tag.extended[at + len(renewed) :]


def _crc_4(content: bytes) -> bytes:
    crc = zlib.crc32(content)
    return bytes(crc >> shift & 0x7F for shift in (28, 21, 14, 7, 0))
