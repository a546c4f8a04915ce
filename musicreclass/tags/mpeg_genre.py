"""Writing genres into formats with tags at both ends: MP3, MP2, AAC and TTA.

The genre goes to where the file has its tags: into ID3v2, or else APEv2, or else ID3v1 where that
has a number for it. A file without tags gets ID3v2. What repeats the genre elsewhere is kept in
step. Between head and tail nothing is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from musicreclass.core.tag_change import GenreChange, GenreEdit, Id3Version, Patch, WriteChoices
from musicreclass.tags import ape_genre
from musicreclass.tags.ape_genre import edited_ape
from musicreclass.tags.byte_diff import patches_between
from musicreclass.tags.edges import APE_FOOTER_BYTES, ID3V1_BYTES, head_end, id3v2_size, tail
from musicreclass.tags.errors import Unwritable, tag_errors
from musicreclass.tags.id3_edit import edited_tag
from musicreclass.tags.id3_tag import HEADER_BYTES, parsed
from musicreclass.tags.id3_v1 import as_frames, genre_name, genre_number

_ID3V1 = "ID3v1"

Placed = tuple[int, bytes]  # a tag, and where it lies


@dataclass(frozen=True, slots=True)
class _Retagging:
    """The tags of a file, and what they are to say."""

    genres: tuple[str, ...]
    choices: WriteChoices
    heads: tuple[Placed, ...]
    ape: Placed | None
    id3v1: Placed | None

    @property
    def number(self) -> Placed | None:
        """Return the genre of ID3v1."""
        return None if self.id3v1 is None else (self.id3v1[0] + ID3V1_BYTES - 1, self.id3v1[1][-1:])

    @property
    def keeps_versions(self) -> bool:
        return self.choices.id3 is Id3Version.KEEP


@dataclass(frozen=True, slots=True)
class _Answer:
    """A change but for its path, and its patches, some of which may change nothing."""

    before: tuple[str, ...]
    kind_before: str
    kind_after: str
    patches: Iterable[Patch]
    lost: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def mpeg_edit(
    path: Path, file: BinaryIO, size: int, genres: tuple[str, ...], choices: WriteChoices
) -> GenreEdit:
    """Return what writes `genres` into a file of `size` bytes; none of them removes the genre.

    Raises:
        WriteRefused: something else could not be kept as it is for sure.
    """
    with tag_errors(path):
        answer = _answer(_retagging(file, size, genres, choices))
        patches = tuple(patch for patch in answer.patches if patch.old != patch.new)
    change = GenreChange(
        path=path,
        before=answer.before,
        after=genres,
        kind_before=answer.kind_before,
        kind_after=answer.kind_after,
        lost=answer.lost,
        remarks=answer.remarks,
    )
    return GenreEdit(change, patches)


def _retagging(
    file: BinaryIO, size: int, genres: tuple[str, ...], choices: WriteChoices
) -> _Retagging:
    behind = tail(file, size)
    ape = id3v1 = None
    if behind.ape_footer is not None:
        ape = _placed(file, behind.sound_end, behind.ape_footer + APE_FOOTER_BYTES)
    if behind.has_id3v1:
        id3v1 = _placed(file, size - ID3V1_BYTES, size)
    return _Retagging(genres, choices, tuple(_heads(file, size)), ape, id3v1)


def _heads(file: BinaryIO, size: int) -> Iterator[Placed]:
    """Yield the ID3v2 tags at the head; Windows Media Player stacks several."""
    at, end = 0, head_end(file)
    if end > size:
        raise Unwritable("its ID3v2 tag says that it is larger than the file")
    while at < end:
        _, header = _placed(file, at, at + HEADER_BYTES)
        yield _placed(file, at, at + id3v2_size(header))
        at += id3v2_size(header)
    if _placed(file, end, end + 3)[1] == b"ID3":
        raise Unwritable("its ID3v2 tag has a header that makes no sense")


def _placed(file: BinaryIO, start: int, end: int) -> Placed:
    file.seek(start)
    return start, file.read(end - start)


def _answer(job: _Retagging) -> _Answer:
    if job.heads:
        return _into_heads(job)
    if job.ape is not None and job.keeps_versions:
        return _into_ape(job, *job.ape)
    if job.number is not None and job.keeps_versions and _is_said_by_number(job.genres):
        return _Answer(_by_number(job.number), _ID3V1, _ID3V1, _number_patches(job))
    return _into_new_tag(job)


def _into_heads(job: _Retagging) -> _Answer:
    """Change the first ID3v2 tag, which all programs read, and further ones with a genre."""
    (at, first), *others = job.heads
    edited = edited_tag(first, job.genres, job.choices)
    patches = list(patches_between(at, first, edited.tag))
    for at, other in others:
        if any(frame.is_genre for frame in parsed(other).frames):
            new = edited_tag(other, job.genres, job.choices).tag
            patches += patches_between(at, other, new)
    patches += _repeated(job)
    kinds = edited.kind_before, edited.kind_after
    return _Answer(edited.before, *kinds, patches, edited.lost, edited.remarks)


def _into_ape(job: _Retagging, at: int, tag: bytes) -> _Answer:
    edited = edited_ape(tag, job.genres, job.choices)
    patches = [*patches_between(at, tag, edited.tag), *_number_patches(job)]
    return _Answer(edited.before, ape_genre.KIND, ape_genre.KIND, patches)


def _is_said_by_number(genres: tuple[str, ...]) -> bool:
    return not genres or genres == (genre_name(genre_number(genres)),)


def _into_new_tag(job: _Retagging) -> _Answer:
    """Put an ID3v2 tag in front; what ID3v1 says goes along, for many players read only one."""
    said = b"" if job.id3v1 is None else job.id3v1[1]
    new = edited_tag(b"", job.genres, job.choices, along=partial(as_frames, said))
    before, kind = _by_number(job.number), _ID3V1 if job.number else ""
    patches = [Patch(0, b"", new.tag), *_repeated(job)]
    remarks = (f"an {new.kind_after} tag is added",) if new.tag else ()
    return _Answer(before, kind, new.kind_after or kind, patches, remarks=remarks)


def _by_number(number: Placed | None) -> tuple[str, ...]:
    name = genre_name(number[1][0]) if number else ""
    return (name,) if name else ()


def _repeated(job: _Retagging) -> Iterator[Patch]:
    """Keep in step what repeats the genre at the tail; nothing is added there."""
    if job.ape is not None:
        at, tag = job.ape
        new = edited_ape(tag, job.genres, job.choices, may_add=False).tag
        yield from patches_between(at, tag, new)
    yield from _number_patches(job)


def _number_patches(job: _Retagging) -> Iterator[Patch]:
    if job.number is not None:
        at, old = job.number
        yield Patch(at, old, bytes([genre_number(job.genres)]))
