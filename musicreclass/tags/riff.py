"""Reading WAV files: the sound's data, an ID3 chunk, or else the texts of a LIST INFO chunk.

mutagen knows neither INFO, nor files beyond 4 GB (RF64), nor the length of compressed sound.
"""

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from mutagen.id3 import ID3, ID3NoHeaderError

from musicreclass.tags.id3_read import id3_texts, wanted_frames
from musicreclass.tags.raw_tags import RawTags, Texts

INFO_KIND = "RIFF INFO"
_INFO_FIELDS = {
    "title": ("INAM",),
    "artist": ("IART",),
    "album": ("IPRD", "IALB"),
    "track_number": ("ITRK", "IPRT", "TRCK"),
    "year": ("ICRD", "YEAR"),
    "genres": ("IGNR", "GENR"),
}
_SIZE_IS_ELSEWHERE = 0xFFFFFFFF  # RF64 has the size in its first chunk, streams nowhere
_UNCOMPRESSED = (0x0001, 0x0003, 0xFFFE)  # integers, floats, and either with more details
_MAX_CHUNKS = 10_000
_MAX_TAG_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class Chunk:
    id: bytes
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class WaveInfo:
    """What mutagen would call the stream's info."""

    length: float
    sample_rate: int
    channels: int
    bitrate: int


def chunks(file: BinaryIO, size: int) -> Iterator[Chunk]:
    """Yield the chunks of a RIFF file of `size` bytes, each cut to what is there."""
    at, long_size = 12, 0
    for _ in range(_MAX_CHUNKS):
        file.seek(at)
        header = file.read(8)
        if len(header) < 8:
            return
        name, length = struct.unpack("<4sI", header)
        if name == b"ds64":
            long_size = int.from_bytes(file.read(16)[8:], "little")
        if length == _SIZE_IS_ELSEWHERE and name == b"data":
            length = long_size or size
        start = at + 8
        yield Chunk(name, start, min(length, size - start))
        at = start + length + length % 2


def read_wave(file: BinaryIO) -> tuple[WaveInfo, RawTags]:
    """Return the sound's data and the tags of a WAV file."""
    found = {chunk.id.strip().lower(): chunk for chunk in _chunks(file)}
    id3 = found.get(b"id3")
    tags = _id3(file, id3) if id3 is not None else RawTags()
    return _info(file, found), tags if tags.kind else _listed(file)


def read_wave_sound(file: BinaryIO) -> WaveInfo:
    """Return the sound's data alone."""
    return _info(file, {chunk.id.strip().lower(): chunk for chunk in _chunks(file)})


def _chunks(file: BinaryIO) -> Iterator[Chunk]:
    return chunks(file, file.seek(0, io.SEEK_END))


def _info(file: BinaryIO, found: dict[bytes, Chunk]) -> WaveInfo:
    if b"fmt" not in found or b"data" not in found:
        raise ValueError("no sound in the RIFF file")
    coding, channels, sample_rate, byte_rate = struct.unpack(
        "<HHII", _read(file, found[b"fmt"])[:12]
    )
    if coding not in _UNCOMPRESSED and sample_rate and b"fact" in found:
        samples = int.from_bytes(_read(file, found[b"fact"])[:4], "little")
        seconds = samples / sample_rate
    else:
        seconds = found[b"data"].size / byte_rate if byte_rate else 0.0
    return WaveInfo(seconds, sample_rate, channels, byte_rate * 8)


def _id3(file: BinaryIO, chunk: Chunk) -> RawTags:
    body = io.BytesIO(_read(file, chunk))
    try:
        return id3_texts(ID3(body, known_frames=wanted_frames(), translate=False, load_v1=False))
    except ID3NoHeaderError:
        return RawTags()


def _listed(file: BinaryIO) -> RawTags:
    for chunk in _chunks(file):
        if chunk.id == b"LIST":
            body = _read(file, chunk)
            if body.startswith(b"INFO"):
                return RawTags.of(INFO_KIND, dict(_info_texts(body)), _INFO_FIELDS)
    return RawTags()


def _info_texts(body: bytes) -> Iterator[tuple[str, Texts]]:
    """Yield the entries; their encoding is whatever the writer's computer had."""
    at = 4
    while at + 8 <= len(body):
        name, length = struct.unpack_from("<4sI", body, at)
        text = body[at + 8 : at + 8 + length].split(b"\0")[0].strip()
        if text:
            yield name.decode("latin-1").upper(), (text,)
        at += 8 + length + length % 2


def _read(file: BinaryIO, chunk: Chunk) -> bytes:
    file.seek(chunk.start)
    return file.read(min(max(chunk.size, 0), _MAX_TAG_BYTES))
