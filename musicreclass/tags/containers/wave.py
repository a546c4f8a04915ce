"""WAV files: the sound's data, and the tags in an ID3 chunk or a LIST INFO chunk.

mutagen knows neither INFO, nor files beyond 4 GB (RF64), nor the length of compressed sound.
"""

import io
import struct
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import BinaryIO

from mutagen.id3 import ID3, ID3NoHeaderError

from musicreclass.core.tag_change import GenreEdit, Patch
from musicreclass.sentences.reason import because
from musicreclass.tags.containers.chunks import (
    RIFF_LAYOUT,
    Chunk,
    ChunkFile,
    chunks_of,
    id3_answer,
    id3_chunk,
    id3_patches,
)
from musicreclass.tags.encodings.legacy_text import LegacyText, legacy_text
from musicreclass.tags.genre_write import MAX_TAG_BYTES, GenreWrite
from musicreclass.tags.id3.tag_texts import id3_texts, wanted_frames
from musicreclass.tags.raw_tags import Contents, RawTags, Reader, SoundInfo, Texts
from musicreclass.tags.tag_errors import Unwritable

INFO_KIND = "RIFF INFO"
_INFO_FIELDS = {
    "title": ("INAM",),
    "artist": ("IART",),
    "album": ("IPRD", "IALB"),
    "track_number": ("ITRK", "IPRT", "TRCK"),
    "year": ("ICRD", "YEAR"),
    "genres": ("IGNR", "GENR"),
}
_UNCOMPRESSED = (0x0001, 0x0003, 0xFFFE)  # integers, floats, and either with more details
_INFO_MAGIC = b"INFO"
_GENRE_NAMES = (b"IGNR", b"GENR")
_SEVERAL = "; "  # there is no other way to name several
_HEADER_BYTES = 8


def _read_wave(file: BinaryIO) -> Contents:
    chunks = _chunks(file)
    id3 = next((chunk for chunk in reversed(chunks) if _name_of(chunk) == b"id3"), None)
    tags = _id3(file, id3) if id3 is not None else RawTags()
    return _info(file, chunks), tags if tags.kind else _listed(file, chunks)


WAVE = Reader(_read_wave, lambda file: _info(file, _chunks(file)))


def _chunks(file: BinaryIO) -> list[Chunk]:
    """Return the chunks of a RIFF file as far as they go."""

    def read(at: int, count: int) -> bytes:
        file.seek(at)
        return file.read(count)

    found: list[Chunk] = []
    with suppress(Unwritable):
        found.extend(chunks_of(read, file.seek(0, io.SEEK_END), RIFF_LAYOUT))
    return found


def _name_of(chunk: Chunk) -> bytes:
    return chunk.name.strip().lower()


def _info(file: BinaryIO, chunks: Sequence[Chunk]) -> SoundInfo:
    found = {_name_of(chunk): chunk for chunk in chunks}
    if b"fmt" not in found or b"data" not in found:
        raise ValueError("no sound in the RIFF file")
    coding, channels, sample_rate, byte_rate = struct.unpack(
        "<HHII", _body(file, found[b"fmt"])[:12]
    )
    if coding not in _UNCOMPRESSED and sample_rate and b"fact" in found:
        seconds = int.from_bytes(_body(file, found[b"fact"])[:4], "little") / sample_rate
    else:
        data = found[b"data"]
        end = min(data.end, file.seek(0, io.SEEK_END))
        seconds = (end - data.body_at) / byte_rate if byte_rate else 0.0
    return SoundInfo(seconds, sample_rate, channels, byte_rate * 8)


def _id3(file: BinaryIO, chunk: Chunk) -> RawTags:
    body = io.BytesIO(_body(file, chunk))
    try:
        return id3_texts(ID3(body, known_frames=wanted_frames(), translate=False, load_v1=False))
    except ID3NoHeaderError:
        return RawTags()


def _listed(file: BinaryIO, chunks: Sequence[Chunk]) -> RawTags:
    for chunk in chunks:
        if chunk.name == b"LIST":
            body = _body(file, chunk)
            if body.startswith(_INFO_MAGIC):
                return RawTags.of(INFO_KIND, dict(_info_texts(body)), _INFO_FIELDS)
    return RawTags()


def _info_texts(body: bytes) -> Iterator[tuple[str, Texts]]:
    """Yield the entries; their encoding is whatever the writer's computer had."""
    at = len(_INFO_MAGIC)
    while at + _HEADER_BYTES <= len(body):
        name, length = struct.unpack_from("<4sI", body, at)
        text = _text(body[at : at + _HEADER_BYTES + length])
        if text:
            yield name.decode("latin-1").upper(), (text,)
        at += _HEADER_BYTES + length + length % 2


def _text(entry: bytes) -> bytes:
    return entry[_HEADER_BYTES:].split(b"\0")[0].strip()


def _body(file: BinaryIO, chunk: Chunk) -> bytes:
    file.seek(chunk.body_at)
    return file.read(min(chunk.end - chunk.body_at, MAX_TAG_BYTES))


def wave_edit(write: GenreWrite) -> GenreEdit:
    """Replace the genre wherever the file has one: in the ID3 chunk, in the list, or in both.

    A file that has only the list keeps it so. One without tags gets an ID3 chunk, which names the
    encoding of its texts.
    """
    file = ChunkFile.of(write, RIFF_LAYOUT)
    if file.chunks and file.chunks[0].name == b"ds64":
        file = file.with_long_size()
    listed = next((chunk for chunk in file.chunks if _is_info(write, chunk)), None)
    if listed is not None and id3_chunk(file) is None:
        return write.edit(INFO_KIND, file.sized(_list_patches(file, listed)))
    edited, patches = id3_patches(file, b"id3 ")
    if listed is not None and _has_genre(file.body(listed)):
        patches += _list_patches(file, listed)
    return id3_answer(write, edited, file.sized(patches))


def _is_info(write: GenreWrite, chunk: Chunk) -> bool:
    return chunk.name == b"LIST" and write.read(chunk.body_at, 4) == _INFO_MAGIC


def _has_genre(body: bytes) -> bool:
    return any(name in _GENRE_NAMES for name, _ in _entries(body))


def _list_patches(file: ChunkFile, chunk: Chunk) -> list[Patch]:
    return file.replaced(chunk, _edited_info(file.body(chunk), file.write.texts))


def _edited_info(body: bytes, texts: Sequence[str]) -> bytes:
    """Return the body of a LIST INFO chunk with `texts` in place of the genre, or behind all else.

    Raises:
        Unwritable: the entries are damaged, or in an encoding that has not all the characters.
    """
    entries = list(_entries(body))
    names = [name for name, _ in entries]
    index = next((i for i, name in enumerate(names) if name in _GENRE_NAMES), len(entries))
    name = names[index] if index < len(entries) else _GENRE_NAMES[0]
    kept = [raw for known, raw in entries if known not in _GENRE_NAMES]
    others = [_text(raw) for raw in kept]
    if kept and len(kept[-1]) % 2:
        kept[-1] += b"\0"  # the last needs no byte that makes it even until another follows
    if texts:
        text = _encoded(_SEVERAL.join(texts), others) + b"\0"
        kept.insert(index, name + struct.pack("<I", len(text)) + text + bytes(len(text) % 2))
    return _INFO_MAGIC + b"".join(kept)


def _encoded(text: str, others: Sequence[bytes]) -> bytes:
    """Return the text as a reader takes it that guesses one encoding for all texts."""
    for encoding in ("utf-8", legacy_text(others).encoding or "cp1252"):
        try:
            raw = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        if _reads(legacy_text([*others, raw]), others, raw, text):
            return raw
    raise Unwritable(because("tags.old_encoding"))


def _reads(guess: LegacyText, others: Sequence[bytes], raw: bytes, text: str) -> bool:
    before = legacy_text(others)
    return guess.decode(raw) == text and all(
        guess.decode(other) == before.decode(other) for other in others
    )


def _entries(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the name of each entry of a list, and all of its bytes."""
    at = len(_INFO_MAGIC)
    while at < len(body):
        if at + _HEADER_BYTES > len(body):
            raise Unwritable(because("tags.damaged_text_list"))
        name, size = struct.unpack_from("<4sI", body, at)
        end = at + _HEADER_BYTES + size
        if end > len(body):
            raise Unwritable(because("tags.damaged_text_list"))
        yield name.upper(), body[at : end + size % 2]
        at = end + size % 2
