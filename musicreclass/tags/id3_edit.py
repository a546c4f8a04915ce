"""Another genre inside an ID3v2 tag, and every other byte as it is. Knows no files.

The tag keeps its version unless another is asked for, and its length as long as its padding lasts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from musicreclass.core.tag_change import Id3Version, WriteChoices
from musicreclass.tags.edges import id3v2_size
from musicreclass.tags.errors import Unwritable
from musicreclass.tags.id3_convert import converted
from musicreclass.tags.id3_extended import renewed_extended
from musicreclass.tags.id3_genre import genre_body, genre_texts, genres_in, labelled_genres
from musicreclass.tags.id3_tag import (
    Id3Tag,
    frame_of,
    header_for,
    joined,
    new_tag,
    parsed,
    plain_frame,
)
from musicreclass.tags.id3_unsync import unsynchronised

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
    lost: tuple[str, ...] = ()  # frames that cannot go along into another version
    remarks: tuple[str, ...] = ()


def _nothing(version: int) -> Iterable[tuple[bytes, bytes]]:
    return ()


def edited_tag(
    tag: bytes,
    genres: tuple[str, ...],
    choices: WriteChoices,
    *,
    along: Callable[[int], Iterable[tuple[bytes, bytes]]] = _nothing,
) -> EditedTag:
    """Return `tag` with `genres`, none of them removing the genre.

    Args:
        tag: all that is kept for it, from "ID3" on; what lies behind its end stays there. Empty
            bytes make a new tag.
        along: names and bodies of the frames that a new tag of a version begins with.

    Raises:
        Unwritable: other frames could not be kept as they are for sure.
    """
    texts = genre_texts(genres, choices)
    if not tag:
        return _made(texts, choices, along)
    size = id3v2_size(tag) or len(tag)
    old = parsed(tag[:size])
    version = _VERSIONS.get(choices.id3, old.version)
    before = genres_in(old.version, old.frames)
    _refuse_hidden_genres(old)
    if version == old.version and _says_already(old, texts):
        return EditedTag(tag, before, _kind(old.version), _kind(version))
    goal, lost, remarks = (old, (), ()) if version == old.version else converted(old, version)
    new = _with_genre(goal, texts)
    if len(new) > size:
        remarks += (f"its tag has no room left and grows by {len(new) - size:,} bytes",)
    return EditedTag(
        tag=new + tag[size:],
        before=before,
        kind_before=_kind(old.version),
        kind_after=_kind(version),
        lost=lost,
        remarks=remarks,
    )


def _made(
    texts: tuple[str, ...],
    choices: WriteChoices,
    along: Callable[[int], Iterable[tuple[bytes, bytes]]],
) -> EditedTag:
    if not texts:
        return EditedTag(b"", (), "", "")
    version = _VERSIONS.get(choices.id3, _VERSION_OF_NEW_TAGS)
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
        raise Unwritable("its genre lies behind damaged frames of the tag")


def _with_genre(tag: Id3Tag, texts: tuple[str, ...]) -> bytes:
    """Put the tag together again, with another genre."""
    frames = _frames(tag, _genre_frame(tag, texts) if texts else b"")
    rest = _rest(tag, len(frames))
    extended = renewed_extended(tag, frames, rest)
    header, footer = header_for(tag, len(extended) + len(frames) + len(rest))
    return header + extended + frames + rest + footer


def _frames(tag: Id3Tag, new: bytes) -> bytes:
    """Replace the first genre frame, remove others, or add one behind all frames."""
    places = [place for place, frame in enumerate(tag.frames) if frame.is_genre]
    at = places[0] if places else len(tag.frames)
    behind = [frame for frame in tag.frames[at:] if not frame.is_genre]
    frames = joined(tag.frames[:at]) + new + joined(behind)
    exposes_end = tag.is_unsynchronised and frames.endswith(b"\xff")
    return frames + b"\0" if exposes_end else frames


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
