"""Ogg files: Vorbis, Opus, Speex and FLAC keep their Vorbis comment in the second packet.

Where the comment grows by whole pages, all later pages are renumbered. A page's checksum is
linear in its bytes, so that a page gets another number without its sound being read; a checksum
that was wrong stays as wrong as it was.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile, zip_longest
from typing import Any, BinaryIO

from mutagen.oggflac import OggFLAC, OggFLACStreamInfo
from mutagen.oggopus import OggOpus, OggOpusInfo
from mutagen.oggspeex import OggSpeex, OggSpeexInfo
from mutagen.oggvorbis import OggVorbis, OggVorbisInfo

from musicreclass.core.tag_change import GenreEdit, Patch
from musicreclass.sentences.reason import because
from musicreclass.tags.byte_diff import patches_between
from musicreclass.tags.containers.vorbis_comment import KIND, comment_texts, edited_comment
from musicreclass.tags.end_tags import head_end
from musicreclass.tags.genre_write import MAX_TAG_BYTES, GenreWrite
from musicreclass.tags.raw_tags import Contents, Info, Reader
from musicreclass.tags.tag_errors import Unwritable

_FLAC_COMMENT = 4
_FLAC_BLOCK_HEADER = 4
PAGE_HEADER_BYTES = 27
_MAX_SEGMENTS = 255
_FULL = 255  # a segment of this size is not the last of its packet
_CONTINUED, _FIRST, _LAST = 1, 2, 4
_NO_PACKET_ENDS = 2**64 - 1
_NO_SOUND = (0, _NO_PACKET_ENDS)  # granule positions of pages with headers only
_NUMBER_AT, _SUM_AT = 18, 22
_FRESH_PADDING = 512  # for the next changes; more might take another page
_BITS_REVERSED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


@dataclass(frozen=True, slots=True)
class _Page:
    """The header of a page, and where it lies."""

    at: int
    flags: int
    granule: int
    serial: int
    number: int
    checksum: int
    segments: bytes  # their sizes

    @property
    def body_at(self) -> int:
        return self.at + PAGE_HEADER_BYTES + len(self.segments)

    @property
    def end(self) -> int:
        return self.body_at + sum(self.segments)

    @property
    def ends_whole(self) -> bool:
        """Is the last packet not continued on the next page?"""
        return self.segments[-1:] != bytes([_FULL])

    @property
    def ends_packet(self) -> bool:
        return any(size < _FULL for size in self.segments)


def _pages(write: GenreWrite, at: int) -> Iterator[_Page]:
    """Yield the pages from `at` to the end of the file.

    Raises:
        Unwritable: there is something else between them.
    """
    while at < write.size:
        page = _page(write, at)
        yield page
        at = page.end


def _page(write: GenreWrite, at: int) -> _Page:
    header = write.read(at, PAGE_HEADER_BYTES)
    magic, flags, granule, serial, number, checksum, count = struct.unpack("<5sBQIIIB", header)
    if magic != b"OggS\0":
        raise Unwritable(because("tags.damaged_pages"))
    segments = write.read(at + PAGE_HEADER_BYTES, count)
    page = _Page(at, flags, granule, serial, number, checksum, segments)
    if page.end > write.size:
        raise Unwritable(because("tags.page_cut_off"))
    return page


def _page_bytes(page: _Page, body: bytes) -> bytes:
    """Return the bytes of a page, with a checksum of its own; where it lies does not count."""
    head = struct.pack(
        "<5sBQIIIB",
        *(b"OggS\0", page.flags, page.granule, page.serial, page.number, 0, len(page.segments)),
    )
    whole = head + page.segments + body
    return whole[:_SUM_AT] + struct.pack("<I", checksum_of(whole)) + whole[_SUM_AT + 4 :]


def checksum_of(page: bytes) -> int:
    """Return Ogg's checksum: zlib's, but from the other end of each byte and without inversion."""
    mirrored = zlib.crc32(page.translate(_BITS_REVERSED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{mirrored:032b}"[::-1], 2)


def _renumbered(page: _Page, by: int) -> Patch:
    """Return what gives the page another number, and the checksum that belongs to it."""
    number = (page.number + by) % 2**32
    difference = struct.pack("<I", page.number ^ number) + bytes(page.end - page.at - _SUM_AT)
    checksum = page.checksum ^ checksum_of(difference)
    old = struct.pack("<II", page.number, page.checksum)
    return Patch(page.at + _NUMBER_AT, old, struct.pack("<II", number, checksum))


def _reader(container: Callable[[BinaryIO], Any], info: Callable[[BinaryIO], Info]) -> Reader:
    def contents(file: BinaryIO) -> Contents:
        audio = container(file)
        return audio.info, comment_texts(audio.tags)

    return Reader(contents, info)


VORBIS_FILE = _reader(OggVorbis, OggVorbisInfo)
OPUS_FILE = _reader(OggOpus, OggOpusInfo)
SPEEX_FILE = _reader(OggSpeex, OggSpeexInfo)
OGG_FLAC_FILE = _reader(OggFLAC, OggFLACStreamInfo)


@dataclass(frozen=True, slots=True)
class _OggWriter:
    """A writer for one codec in Ogg."""

    codec: bytes  # how its first packet begins
    magic: bytes = b""  # how the packet with the comment begins
    framing_bytes: int = 0  # between the comment and any padding
    is_flac: bool = False

    def __call__(self, write: GenreWrite) -> GenreEdit:
        """Replace the genres within the pages of the comment; padding gives and takes."""
        stream = _pages(write, head_end(write.file))
        first = next((page for page in stream if self._starts(write, page)), None)
        if first is None:
            raise Unwritable(because("tags.damaged_pages"))
        run = list(_run(page for page in stream if page.serial == first.serial))
        packets = _packets(run, b"".join(_body(write, page) for page in run))
        packet = self._edited(packets[0], write.texts)
        patches: list[Patch] = []
        if packet != packets[0]:
            patches.extend(_repaged(write, run, [packet, *packets[1:]]))
        return write.edit(KIND, patches)

    def _starts(self, write: GenreWrite, page: _Page) -> bool:
        return bool(page.flags & _FIRST) and write.read(
            page.body_at, sum(page.segments)
        ).startswith(self.codec)

    def _edited(self, packet: bytes, texts: Sequence[str]) -> bytes:
        if self.is_flac:
            return _edited_block(packet, texts)
        if not packet.startswith(self.magic):
            raise Unwritable(because("tags.no_comment"))
        body = packet[len(self.magic) :]
        edited = edited_comment(body, texts)
        growth = len(edited.comment) + len(edited.rest) - len(body)
        framing, padding = edited.rest[: self.framing_bytes], edited.rest[self.framing_bytes :]
        if not any(padding) and (padding or growth > 0):
            left = len(padding) - growth
            padding = bytes(left if left >= 0 else _FRESH_PADDING)
        return self.magic + edited.comment + framing + padding


def _edited_block(packet: bytes, texts: Sequence[str]) -> bytes:
    """Edit a metadata block of FLAC, whose header holds its size."""
    if not packet or packet[0] & 0x7F != _FLAC_COMMENT:
        raise Unwritable(because("tags.no_comment"))
    edited = edited_comment(packet[_FLAC_BLOCK_HEADER:], texts)
    body = edited.comment + edited.rest
    if len(body) >= 1 << 24:
        raise Unwritable(because("tags.comment_too_large"))
    return packet[:1] + len(body).to_bytes(3, "big") + body


def _run(stream: Iterator[_Page]) -> Iterator[_Page]:
    """Yield the pages from the start of the comment to where a page and a packet end together."""
    size, has_comment = 0, False
    for page in stream:
        yield page
        size += sum(page.segments)
        has_comment = has_comment or page.ends_packet
        if has_comment and page.ends_whole:
            return
        if size > MAX_TAG_BYTES:
            raise Unwritable(because("tags.tags_too_large"))
    raise Unwritable(because("tags.comment_cut_off"))


def _body(write: GenreWrite, page: _Page) -> bytes:
    """Return what the page holds; a new checksum must not make damage look sound."""
    body = write.read(page.body_at, sum(page.segments))
    if _page_bytes(page, body) != write.read(page.at, page.end - page.at):
        raise Unwritable(because("tags.page_checksum"))
    return body


def _packets(run: Sequence[_Page], body: bytes) -> list[bytes]:
    packets, start, end = [], 0, 0
    for size in b"".join(page.segments for page in run):
        end += size
        if size < _FULL:
            packets.append(body[start:end])
            start = end
    return packets


def _repaged(write: GenreWrite, run: Sequence[_Page], packets: Sequence[bytes]) -> Iterator[Patch]:
    """Yield what replaces the packets of the pages by `packets`."""
    new = list(_new_pages(run, packets))
    last = len(run) - 1
    for page, new_page in zip_longest(run, [*new[:last], b"".join(new[last:])], fillvalue=b""):
        assert isinstance(page, _Page)
        yield from patches_between(page.at, write.read(page.at, page.end - page.at), new_page)
    by = len(new) - len(run)
    if by:
        later = (page for page in _pages(write, run[-1].end) if page.serial == run[0].serial)
        same = takewhile(lambda page: not page.flags & _FIRST, later)
        yield from (_renumbered(page, by) for page in same)


def _new_pages(run: Sequence[_Page], packets: Sequence[bytes]) -> Iterator[bytes]:
    """Yield new pages, as many as there were where they can hold the packets."""
    segments = b"".join(
        bytes([_FULL]) * (len(packet) // _FULL) + bytes([len(packet) % _FULL]) for packet in packets
    )
    body = b"".join(packets)
    counts = _counts([len(page.segments) for page in run], len(segments))
    if any(page.granule not in _NO_SOUND for page in run):
        raise Unwritable(because("tags.sound_on_tag_page"))
    flags = run[0].flags & ~_LAST
    for number, count in enumerate(counts):
        sizes, segments = segments[:count], segments[count:]
        page = replace(run[0], number=run[0].number + number, flags=flags, segments=sizes)
        if number == len(counts) - 1:
            page = replace(page, flags=flags | run[-1].flags & _LAST)
        page = replace(page, granule=_granule(page, run[min(number, len(run) - 1)]))
        yield _page_bytes(page, body[: sum(sizes)])
        body = body[sum(sizes) :]
        flags = 0 if page.ends_whole else _CONTINUED


def _counts(old: Sequence[int], total: int) -> list[int]:
    """Return how many segments each page gets: as before, but for the last, where that will do."""
    rest = total - sum(old[:-1])
    if 0 < rest <= _MAX_SEGMENTS:
        return [*old[:-1], rest]
    fewest = -(-total // _MAX_SEGMENTS)
    pages_left = len(old) if fewest <= len(old) <= total else fewest
    counts: list[int] = []
    for left in range(pages_left - 1, -1, -1):
        counts.append(min(_MAX_SEGMENTS, total - sum(counts) - left))
    return counts


def _granule(page: _Page, old: _Page) -> int:
    if page.ends_packet == old.ends_packet:
        return old.granule
    return 0 if page.ends_packet else _NO_PACKET_ENDS


vorbis_edit = _OggWriter(b"\x01vorbis", b"\x03vorbis", framing_bytes=1)
opus_edit = _OggWriter(b"OpusHead", b"OpusTags")
speex_edit = _OggWriter(b"Speex   ")
ogg_flac_edit = _OggWriter(b"\x7fFLAC", is_flac=True)
