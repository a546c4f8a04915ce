"""FLAC files: the sound's data, and the genre in the block that holds the Vorbis comment."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from mutagen.flac import FLAC, FLACNoHeaderError, StreamInfo

from musicreclass.core.tag_change import GenreEdit, Patch
from musicreclass.sentences.reason import Reason, because
from musicreclass.tags.byte_diff import patches_between
from musicreclass.tags.containers.mpeg import end_tags_edit
from musicreclass.tags.containers.vorbis_comment import (
    KIND,
    comment_texts,
    edited_comment,
    new_comment,
)
from musicreclass.tags.end_tags import head_end
from musicreclass.tags.genre_write import GenreWrite
from musicreclass.tags.id3.tag_texts import read_id3
from musicreclass.tags.raw_tags import Contents, Info, Reader
from musicreclass.tags.tag_errors import Unwritable

_IS_LAST = 0x80
_STREAM_INFO, _PADDING, _COMMENT = 0, 1, 4
_FRESH_PADDING = 1_024  # for the next changes, where there is no room left for this one
_MAX_BLOCKS = 4_000
_MAX_BLOCK_BYTES = (1 << 24) - 1


@dataclass(frozen=True, slots=True)
class _Block:
    at: int  # of its header
    first_byte: int
    size: int  # without the header

    @property
    def kind(self) -> int:
        return self.first_byte & ~_IS_LAST


def _read_flac(file: BinaryIO) -> Contents:
    """Read FLAC; an ID3 tag in front of it counts where there is no Vorbis comment."""
    audio = FLAC(file)
    tags = comment_texts(audio.tags) if audio.tags is not None else read_id3(file)[0]
    return audio.info, tags


def _read_flac_sound(file: BinaryIO) -> Info:
    file.seek(head_end(file))
    if file.read(4) != b"fLaC":
        raise FLACNoHeaderError("no FLAC header found")
    return StreamInfo(file.read(int.from_bytes(file.read(4)[1:], "big")))


FLAC_FILE = Reader(_read_flac, _read_flac_sound)


def flac_edit(write: GenreWrite) -> GenreEdit:
    """Replace the genres of the comment; padding gives and takes where there is some.

    An ID3 tag in front of the file is written to only where there is no comment.
    """
    blocks = list(_blocks(write))
    comments = [block for block in blocks if block.kind == _COMMENT]
    if len(comments) > 1:
        raise Unwritable(because("tags.several_comments"))
    if comments:
        return _with_comment(write, blocks, comments[0])
    return end_tags_edit(write) if head_end(write.file) else _without_comment(write, blocks)


def _with_comment(write: GenreWrite, blocks: list[_Block], block: _Block) -> GenreEdit:
    old = write.read(block.at, 4 + block.size)
    edited = edited_comment(old[4:], write.texts)
    new = _block(block.first_byte, edited.comment + edited.rest)
    patches = [*patches_between(block.at, old, new), *_padding(write, blocks, len(new) - len(old))]
    return write.edit(KIND, patches, remarks=_remarks(write))


def _remarks(write: GenreWrite) -> tuple[Reason, ...]:
    if b"TCON" not in write.read(0, head_end(write.file)):
        return ()
    return (because("tags.front_tag_kept"),)


def _without_comment(write: GenreWrite, blocks: list[_Block]) -> GenreEdit:
    if not write.texts:
        return write.edit("", ())
    info = blocks[0]
    new = _block(_COMMENT | info.first_byte & _IS_LAST, new_comment(write.texts))
    padding = list(_padding(write, blocks, len(new)))
    patches = [
        Patch(info.at, bytes([info.first_byte]), bytes([info.kind])),
        # The comment may be the last block, and is to lie in front of padding that was there.
        *(patch for patch in padding if not patch.old),
        Patch(info.at + 4 + info.size, b"", new),
        *(patch for patch in padding if patch.old),
    ]
    return write.edit(KIND, patches)


def _padding(write: GenreWrite, blocks: list[_Block], growth: int) -> Iterator[Patch]:
    """Let the first padding that is large enough make up for what the comment has grown.

    Where there is none, all moves now, and need not the next time.
    """
    paddings = [block for block in blocks if block.kind == _PADDING]
    for block in paddings:
        if growth <= block.size <= _MAX_BLOCK_BYTES + growth:
            old = write.read(block.at, 4 + max(growth, 0))
            new = _header(block.first_byte, block.size - growth) + bytes(max(-growth, 0))
            yield Patch(block.at, old, new)
            return
    if growth > 0 and paddings:
        block = paddings[0]
        more = max(_FRESH_PADDING - block.size, 0)
        new = _header(block.first_byte, block.size + more) + bytes(more)
        yield Patch(block.at, write.read(block.at, 4), new)
    elif growth > 0:
        # Behind the first block, which is never the last one: there is a comment, or will be.
        at = blocks[0].at + 4 + blocks[0].size
        yield Patch(at, b"", _block(_PADDING, bytes(_FRESH_PADDING)))


def _blocks(write: GenreWrite) -> Iterator[_Block]:
    at = head_end(write.file) + 4
    for number in range(_MAX_BLOCKS):
        header = write.read(at, 4)
        block = _Block(at, header[0], int.from_bytes(header[1:], "big"))
        if (block.kind == _STREAM_INFO) != (number == 0):
            raise Unwritable(because("tags.damaged_blocks"))
        at += 4 + block.size
        if at > write.size:
            raise Unwritable(because("tags.damaged_blocks"))
        yield block
        if block.first_byte & _IS_LAST:
            return
    raise Unwritable(because("tags.endless_blocks"))


def _block(first_byte: int, body: bytes) -> bytes:
    return _header(first_byte, len(body)) + body


def _header(first_byte: int, size: int) -> bytes:
    if size > _MAX_BLOCK_BYTES:
        raise Unwritable(because("tags.comment_too_large"))
    return bytes([first_byte]) + size.to_bytes(3, "big")
