"""The embedded cover of a file: the bytes of a picture, which others decode."""

import base64
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import mutagen
from mutagen.asf import ASFTags
from mutagen.flac import FLAC, Picture
from mutagen.id3 import ID3
from mutagen.mp4 import MP4Tags

from musicreclass.core.track import FileFacts
from musicreclass.sentences.reason import because
from musicreclass.tags.bounded_mutagen import bounded_file
from musicreclass.tags.read import read_facts
from musicreclass.tags.tag_errors import TagError, opened, tag_errors

FRONT = 3  # the front cover's number, in all formats that number their pictures
LARGEST_BYTES = 16 << 20  # what is more is no cover but somebody's archive
_APE_FRONT = "cover art (front)"

Numbered = tuple[int, bytes]


def cover(path: Path) -> bytes | None:
    """Return the front cover, or the first picture where none is called so; None without any.

    Raises:
        TagError: the file or its tags cannot be read.
    """
    with tag_errors(path, because("tags.damaged_cover")), opened(path) as file:
        found = [(kind, data) for kind, data in _pictures(file) if 0 < len(data) <= LARGEST_BYTES]
    found.sort(key=lambda picture: picture[0] != FRONT)
    return found[0][1] if found else None


def facts_and_cover(path: Path) -> tuple[FileFacts, bytes | None]:
    """Return what a file says of itself, and its cover, where it has one that can be read.

    Raises:
        TagError: it cannot be read.
    """
    facts = read_facts(path)
    try:
        return facts, cover(path)
    except TagError:  # is no cover: nobody misses it
        return facts, None


def _pictures(file: BinaryIO) -> Iterator[Numbered]:
    audio = mutagen.File(bounded_file(file))
    if isinstance(audio, FLAC):
        yield from ((picture.type, picture.data) for picture in audio.pictures)
    tags = getattr(audio, "tags", None)
    if isinstance(tags, ID3):
        yield from ((frame.type, frame.data) for frame in tags.getall("APIC"))
    elif isinstance(tags, MP4Tags):
        yield from ((FRONT, bytes(data)) for data in tags.get("covr", ()))
    elif isinstance(tags, ASFTags):
        yield from (_of_asf(entry.value) for entry in tags.get("WM/Picture", ()))
    elif tags is not None:
        yield from _of_texts(tags)


def _of_texts(tags: Any) -> Iterator[Numbered]:
    """Yield the pictures of Vorbis comments, where they are text, and of APEv2."""
    for key, values in tags.items():
        if key.lower() == "metadata_block_picture":
            for text in values:
                picture = Picture(base64.b64decode(text))
                yield picture.type, picture.data
        elif key.lower().startswith("cover art"):
            kind = FRONT if key.lower() == _APE_FRONT else 0
            yield kind, bytes(values.value).partition(b"\0")[2]  # a file's name comes first


def _of_asf(value: bytes) -> Numbered:
    kind, size = struct.unpack_from("<bi", value)
    return kind, value[len(value) - size :] if size > 0 else b""
