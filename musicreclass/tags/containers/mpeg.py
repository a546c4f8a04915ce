"""Files with tags at both ends: MP3, MP2, AAC and TTA.

The genre goes to where the file has its tags: into ID3v2, or else APEv2, or else ID3v1 where that
has a number for it. A file without tags gets ID3v2. What repeats the genre elsewhere is kept in
step. Between head and tail nothing is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import BinaryIO

from mutagen.aac import AACInfo
from mutagen.mp3 import MPEGInfo
from mutagen.trueaudio import TrueAudioInfo

from musicreclass.core.tag_change import GenreEdit, Id3Version, Patch
from musicreclass.sentences.reason import because
from musicreclass.tags.byte_diff import patches_between
from musicreclass.tags.containers import ape
from musicreclass.tags.containers.ape import edited_ape, read_ape
from musicreclass.tags.end_tags import APE_FOOTER_BYTES, ID3V1_BYTES, head_end, id3v2_size, tail
from musicreclass.tags.genre_write import GenreWrite
from musicreclass.tags.id3.tag import HEADER_BYTES, parsed
from musicreclass.tags.id3.tag_edit import EditedTag, edited_tag
from musicreclass.tags.id3.tag_texts import read_id3
from musicreclass.tags.id3.v1 import as_frames, genre_name, genre_number
from musicreclass.tags.raw_tags import Contents, Info, Reader
from musicreclass.tags.tag_errors import Unwritable

_ID3V1 = "ID3v1"

_Located = tuple[int, bytes]  # the offset of a tag, and its bytes


def _reader(sound: Callable[[BinaryIO, int], Info]) -> Reader:
    """Return a reader of the tags at both ends. ID3v2 counts most, ID3v1 least.

    Args:
        sound: takes the file and where the sound starts.
    """

    def contents(file: BinaryIO) -> Contents:
        tags, start = read_id3(file)
        if not tags.kind.startswith("ID3v2"):
            found = read_ape(file)
            tags = found if found.kind else tags
        return sound(file, start), tags

    return Reader(contents, lambda file: sound(file, head_end(file)))


def _aac_sound(file: BinaryIO, _: int) -> Info:
    """Return the sound's data; mutagen looks for tags in front of it anew."""
    file.seek(0)
    return AACInfo(file)


MPEG = _reader(MPEGInfo)
AAC = _reader(_aac_sound)
TTA = _reader(TrueAudioInfo)


@dataclass(frozen=True, slots=True)
class _EndTags:
    """The tags of a file that is to get genres."""

    write: GenreWrite
    heads: tuple[_Located, ...]
    ape: _Located | None
    id3v1: bytes  # none without such a tag

    @classmethod
    def of(cls, write: GenreWrite) -> _EndTags:
        behind = tail(write.file, write.size)
        found, id3v1 = None, b""
        if behind.ape_footer is not None:
            end = behind.ape_footer + APE_FOOTER_BYTES
            found = _located(write.file, behind.sound_end, end)
        if behind.has_id3v1:
            id3v1 = write.read(write.size - ID3V1_BYTES, ID3V1_BYTES)
        return cls(write, tuple(_heads(write.file, write.size)), found, id3v1)


def end_tags_edit(write: GenreWrite) -> GenreEdit:
    """Replace the genre in the tags at the ends of the file."""
    tags = _EndTags.of(write)
    keeps_versions = write.choices.id3 is Id3Version.KEEP
    if tags.heads:
        return _into_heads(tags)
    if tags.ape is not None and keeps_versions:
        return _into_ape(tags, *tags.ape)
    if tags.id3v1 and keeps_versions and _is_said_by_number(write.genres):
        said = EditedTag(b"", _by_number(tags.id3v1), _ID3V1, _ID3V1)
        return _answer(write, said, id3v1_patches(write, tags.id3v1))
    return _into_new_tag(tags)


def _answer(write: GenreWrite, edited: EditedTag, patches: Iterable[Patch]) -> GenreEdit:
    """Return the answer, by what the tags in `edited` themselves say of before."""
    edit = write.edit(edited.kind_after, patches)
    change = replace(
        edit.change,
        before=edited.before,
        kind_before=edited.kind_before,
        lost=edited.lost,
        remarks=edited.remarks,
    )
    return replace(edit, change=change)


def _heads(file: BinaryIO, size: int) -> Iterator[_Located]:
    """Yield the ID3v2 tags at the head; Windows Media Player stacks several."""
    at, end = 0, head_end(file)
    if end > size:
        raise Unwritable(because("tags.id3_beyond_file"))
    while at < end:
        _, header = _located(file, at, at + HEADER_BYTES)
        yield _located(file, at, at + id3v2_size(header))
        at += id3v2_size(header)
    if _located(file, end, end + 3)[1] == b"ID3":
        raise Unwritable(because("tags.id3_header"))


def _located(file: BinaryIO, start: int, end: int) -> _Located:
    file.seek(start)
    return start, file.read(end - start)


def _into_heads(tags: _EndTags) -> GenreEdit:
    """Change the first ID3v2 tag, which all programs read, and further ones with a genre."""
    write = tags.write
    (at, first), *others = tags.heads
    edited = edited_tag(first, write.texts, write.choices.id3)
    patches = list(patches_between(at, first, edited.tag))
    for at, other in others:
        if any(frame.is_genre for frame in parsed(other).frames):
            new = edited_tag(other, write.texts, write.choices.id3).tag
            patches += patches_between(at, other, new)
    return _answer(write, edited, [*patches, *_repeated(tags)])


def _into_ape(tags: _EndTags, at: int, tag: bytes) -> GenreEdit:
    edited = edited_ape(tag, tags.write.texts)
    patches = [*patches_between(at, tag, edited.tag), *id3v1_patches(tags.write, tags.id3v1)]
    return _answer(tags.write, EditedTag(b"", edited.before, ape.KIND, ape.KIND), patches)


def _is_said_by_number(genres: tuple[str, ...]) -> bool:
    return not genres or genres == (genre_name(genre_number(genres)),)


def _into_new_tag(tags: _EndTags) -> GenreEdit:
    """Put an ID3v2 tag in front; what ID3v1 says goes along, for many players read only one."""
    write, kind = tags.write, _ID3V1 if tags.id3v1 else ""
    new = edited_tag(b"", write.texts, write.choices.id3, along=partial(as_frames, tags.id3v1))
    answer = replace(
        new,
        before=_by_number(tags.id3v1),
        kind_before=kind,
        kind_after=new.kind_after or kind,
        remarks=(because("tags.tag_added", kind=new.kind_after),) if new.tag else (),
    )
    return _answer(write, answer, [Patch(0, b"", new.tag), *_repeated(tags)])


def _by_number(id3v1: bytes) -> tuple[str, ...]:
    name = genre_name(id3v1[-1]) if id3v1 else ""
    return (name,) if name else ()


def _repeated(tags: _EndTags) -> Iterator[Patch]:
    """Keep in step what repeats the genre at the tail; nothing is added there."""
    if tags.ape is not None:
        at, tag = tags.ape
        yield from patches_between(at, tag, edited_ape(tag, tags.write.texts, may_add=False).tag)
    yield from id3v1_patches(tags.write, tags.id3v1)


def id3v1_patches(write: GenreWrite, id3v1: bytes) -> Iterator[Patch]:
    """Yield what gives an ID3v1 tag the number of the genre, which is its last byte."""
    if id3v1:
        yield Patch(write.size - 1, id3v1[-1:], bytes([genre_number(write.genres)]))
