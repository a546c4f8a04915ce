"""What the first and last bytes of a file tell before a decoder opens it. Decodes nothing."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from musicreclass.audio.waveform import DecodeError

_HEAD_BYTES = 4096
_TAIL_BYTES = 65_536  # no Ogg page is longer
_ID3_HEADER_BYTES = 10
_OGG_HEADER_BYTES = 27
_OGG_END_OF_STREAM = 4  # a flag in the sixth byte of a page

_QUIET = (b"fLaC", b"RIFF", b"RF64", b"FORM", b"caff", b".snd", b"riff", b"OggS")
_MPEG_LENGTH_TAGS = (b"Xing", b"Info", b"VBRI")


@dataclass(frozen=True, slots=True)
class Glance:
    """The beginning of the sound, any ID3v2 tags skipped, and the end of the file."""

    head: bytes
    tail: bytes
    size: int  # of the file, in bytes

    @property
    def is_ogg(self) -> bool:
        return self.head.startswith(b"OggS")

    @property
    def is_mp4(self) -> bool:
        return self.head[4:8] == b"ftyp"

    @property
    def may_be_noisy(self) -> bool:
        """Whether libmpg123 may get to see the file: the one decoder that prints."""
        return not self.head.startswith(_QUIET)

    @property
    def tells_mpeg_length(self) -> bool:
        """Whether the encoder noted the length of an MP3; all else is a guess from its size."""
        return any(tag in self.head for tag in _MPEG_LENGTH_TAGS)

    @property
    def is_cut(self) -> bool:
        """Whether the end is missing, in formats whose decoders do not notice."""
        if self.is_ogg:
            return not _ends_with_last_page(self.tail)
        if self.head.startswith(b"DSD "):
            return int.from_bytes(self.head[12:20], "little") > self.size
        return False


def glance(path: Path) -> Glance:
    """Look at the bytes of `path`.

    Raises:
        DecodeError: there is nothing to look at.
        OSError: the file cannot be opened or read.
    """
    kind = path.stat()
    if not stat.S_ISREG(kind.st_mode):  # opening a pipe would wait for ever
        raise DecodeError(path, "this is not a file but a folder or a device")
    if kind.st_size == 0:
        raise DecodeError(path, "the file is empty")
    with path.open("rb") as file:
        head = _head(file, kind.st_size)
        file.seek(-min(_TAIL_BYTES, kind.st_size), os.SEEK_END)
        tail = file.read(_TAIL_BYTES)
    if not any(head) and not any(tail):
        raise DecodeError(path, "it holds nothing but zeros, as after a crash or a failed copy")
    return Glance(head, tail, kind.st_size)


def _head(file: BinaryIO, size: int) -> bytes:
    """Return the first bytes after all ID3v2 tags; some programs put one before another."""
    at = 0
    head = file.read(_HEAD_BYTES)
    while (skip := _id3v2_bytes(head)) and at + skip < size:
        at += skip
        file.seek(at)
        head = file.read(_HEAD_BYTES)
    return head


def _ends_with_last_page(tail: bytes) -> bool:
    """Whether the last Ogg page is whole and says that no other follows."""
    page = tail[max(tail.rfind(b"OggS"), 0) :]
    if len(page) < _OGG_HEADER_BYTES or not page[5] & _OGG_END_OF_STREAM:
        return False
    lengths = page[_OGG_HEADER_BYTES : _OGG_HEADER_BYTES + page[26]]
    return len(page) >= _OGG_HEADER_BYTES + len(lengths) + sum(lengths)


def _id3v2_bytes(head: bytes) -> int:
    """Return the length of the ID3v2 tag that `head` begins with, 0 if there is none."""
    if not head.startswith(b"ID3") or len(head) < _ID3_HEADER_BYTES:
        return 0
    size = 0
    for byte in head[6:10]:
        size = size << 7 | byte & 0x7F
    return _ID3_HEADER_BYTES + size
