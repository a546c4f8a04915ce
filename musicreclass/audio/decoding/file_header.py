"""What the first and last bytes of a file tell before a decoder opens it. Decodes nothing."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from musicreclass.audio.decoding.waveform import DecodeError
from musicreclass.sentences.reason import because

_HEAD_BYTES = 4096
_TAIL_BYTES = 65_536  # no Ogg page is longer
_ID3_HEADER_BYTES = 10
_OGG_HEADER_BYTES = 27
_OGG_END_OF_STREAM = 4  # a flag in the sixth byte of a page

_QUIET = (b"fLaC", b"RIFF", b"RF64", b"FORM", b"caff", b".snd", b"riff", b"OggS")
_XING_LENGTHS = 3  # flags: both the number of frames and that of bytes are given
_MOST_ID3_TAGS = 8  # more would be a trap
_APPENDED_SHARE = 1.1  # by which tags after the sound may lengthen a file


@dataclass(frozen=True, slots=True)
class FileHeader:
    """The beginning of the sound, any ID3v2 tags skipped, and the end of the file."""

    head: bytes
    tail: bytes
    start: int  # of the sound, in bytes
    size: int  # of the file, in bytes

    @property
    def is_ogg(self) -> bool:
        return self.head.startswith(b"OggS")

    @property
    def may_be_noisy(self) -> bool:
        """Whether libmpg123 may get to see the file: the one decoder that prints."""
        return not self.head.startswith(_QUIET)

    @property
    def tells_mpeg_length(self) -> bool:
        """Whether the encoder noted the length of an MP3, and the file is not much longer.

        All else is a guess from the file's size, or the length of the first of several joined.
        """
        told_bytes = _told_mpeg_bytes(self.head)
        return told_bytes is not None and self.size - self.start < told_bytes * _APPENDED_SHARE

    @property
    def is_cut(self) -> bool:
        """Whether the end is missing, in formats whose decoders do not notice."""
        if self.is_ogg:
            return not _ends_with_last_page(self.tail)
        if self.head.startswith(b"DSD "):
            return int.from_bytes(self.head[12:20], "little") > self.size
        return False


def sniff(path: Path) -> FileHeader:
    """Look at the bytes of `path`.

    Raises:
        DecodeError: there is nothing to look at.
        OSError: the file cannot be opened or read.
    """
    kind = path.stat()
    if not stat.S_ISREG(kind.st_mode):  # opening a pipe would wait for ever
        raise DecodeError(path, because("audio.no_file"))
    if kind.st_size == 0:
        raise DecodeError(path, because("audio.empty"))
    with path.open("rb") as file:
        start, head = _head(file, kind.st_size)
        file.seek(-min(_TAIL_BYTES, kind.st_size), os.SEEK_END)
        tail = file.read(_TAIL_BYTES)
    if not any(head) and not any(tail):
        raise DecodeError(path, because("audio.zeros"))
    return FileHeader(head, tail, start, kind.st_size)


def _head(file: BinaryIO, size: int) -> tuple[int, bytes]:
    """Return where the sound begins, and its first bytes. ID3v2 tags may come one after another."""
    at = 0
    head = file.read(_HEAD_BYTES)
    for _ in range(_MOST_ID3_TAGS):
        skip = _id3v2_bytes(head)
        if skip == 0 or at + skip >= size:
            break
        at += skip
        file.seek(at)
        head = file.read(_HEAD_BYTES)
    return at, head


def _told_mpeg_bytes(head: bytes) -> int | None:
    """Return the size that the encoder of an MP3 noted, None unless it noted the length too."""
    for tag in (b"Xing", b"Info"):
        at = head.find(tag)
        flags = int.from_bytes(head[at + 4 : at + 8], "big")
        if at >= 0 and flags & _XING_LENGTHS == _XING_LENGTHS:
            return int.from_bytes(head[at + 12 : at + 16], "big")
    at = head.find(b"VBRI")
    return int.from_bytes(head[at + 10 : at + 14], "big") if at >= 0 else None


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
