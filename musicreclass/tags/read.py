"""Reading what a scan wants to know of one file: its sound's data, its tags, its fingerprint.

The file is opened once and never written to.
"""

import math
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from musicreclass.core.track import FileFacts, Stream, Tags
from musicreclass.sentences.reason import Reason, because
from musicreclass.tags.bounded_mutagen import bounded_file
from musicreclass.tags.containers.wave import INFO_KIND
from musicreclass.tags.encodings.legacy_text import legacy_text
from musicreclass.tags.end_tags import head_end
from musicreclass.tags.fingerprint import Region, fingerprint
from musicreclass.tags.formats import SNIFF_BYTES, Format, candidates
from musicreclass.tags.raw_tags import Contents, Info, RawTags
from musicreclass.tags.tag_errors import DamagedFile, TagError, opened, tag_errors

_SEVERAL = "; "  # how several artists become one text, as genres do in lists
_GENRE_SEPARATOR = ";"  # "/" and "," are parts of names: "R&B/Soul", "Folk, World, & Country"
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\ufeff]+")
_MAX_TEXT = 1_000  # whole lyrics were found in titles; tables and searches have no use for them
_MAX_SECONDS = 1e7  # four months: beyond that speaks a broken header
_MAX_BITS_PER_SECOND = 10**9
_MIN_HZ = 1_000
_OPUS_HZ = 48_000  # Opus has one rate only, so that mutagen does not mention it


def read_facts(path: Path) -> FileFacts:
    """Return what the file says of itself.

    What the file holds counts, not what its name says. Where the tags are broken and the sound is
    not, the sound's data come with empty tags.

    Raises:
        TagError: the file cannot be read, or holds no sound of a known format.
    """
    with tag_errors(path), opened(path) as file:
        return facts_in(path, file)


def facts_in(path: Path, file: BinaryIO, sound: Region | None = None) -> FileFacts:
    """Return the same of a file that is open; only its name is looked at in the path.

    Args:
        sound: where that lies, if it is known already.

    Raises:
        TagError: the file holds no sound of a known format.
    """
    size = file.seek(0, os.SEEK_END)
    if size == 0:
        raise TagError(path, because("tags.empty"))
    format_, (info, raw) = recognised(path, file)
    stream = stream_of(format_.name, info, size)
    return FileFacts(stream, shown(raw), fingerprint(file, size, sound))


def recognised(path: Path, file: BinaryIO) -> tuple[Format, Contents]:
    """Read the file as the format it seems to have, or else as its name says.

    Raises:
        TagError: it holds no sound of a known format, or is too damaged.
    """
    file = bounded_file(file)
    file.seek(head_end(file))
    head = file.read(SNIFF_BYTES)
    problems: list[TagError] = []
    for format_ in candidates(head, path.suffix):
        try:
            return format_, _read_as(format_, path, file, head)
        except DamagedFile as error:
            problems.append(error)
    raise problems[0] if problems else TagError(path, because("tags.no_known_format"))


def _read_as(format_: Format, path: Path, file: BinaryIO, head: bytes) -> Contents:
    is_sure = format_.starts(head)
    damage = (
        because("tags.damaged_format", format=format_.name)
        if is_sure
        else because("tags.no_sound_of_format", format=format_.name)
    )
    contents = _contents(format_, path, file, damage)
    if not is_sure and getattr(contents[0], "sketchy", False):
        raise DamagedFile(path, damage)  # two or three bytes that look like sound, by chance
    return contents


def _contents(format_: Format, path: Path, file: BinaryIO, damage: Reason) -> Contents:
    try:
        with tag_errors(path, damage):
            file.seek(0)
            return format_.reader.contents(file)
    except DamagedFile:
        with tag_errors(path, damage):
            file.seek(0)
            return format_.reader.sound(file), RawTags()


def stream_of(name: str, info: Info, size: int) -> Stream:
    """Return what the container of a file says of its sound."""
    seconds = float(info.length)
    if not 0.0 < seconds < _MAX_SECONDS or not math.isfinite(seconds):
        seconds = 0.0
    sample_rate = int(getattr(info, "sample_rate", _OPUS_HZ))
    bits_per_second = int(getattr(info, "bitrate", 0) or (size * 8 / seconds if seconds else 0))
    return Stream(
        format=name,
        seconds=seconds,
        sample_rate=sample_rate if sample_rate >= _MIN_HZ else 0,
        channels=int(getattr(info, "channels", 0)),
        bits_per_second=bits_per_second if 0 < bits_per_second < _MAX_BITS_PER_SECOND else 0,
    )


def shown(raw: RawTags) -> Tags:
    """Return the tags as people see them."""
    unclear = [text for texts in raw.texts.values() for text in texts if isinstance(text, bytes)]
    legacy = legacy_text(unclear)

    def texts_of(field: str) -> list[str]:
        found = raw.texts.get(field, ())
        texts = (_clean(legacy.decode(t) if isinstance(t, bytes) else t) for t in found)
        return [text for text in dict.fromkeys(texts) if text]

    return Tags(
        title=_several(texts_of("title")),
        artist=_several(texts_of("artist")),
        album_artist=_several(texts_of("album_artist")),
        album=_several(texts_of("album")),
        track_number=next((text for text in texts_of("track_number") if text.strip("0/")), ""),
        year=_year(texts_of("year")),
        genres=as_genres(texts_of("genres")),
        tag_kind=raw.kind,
        legacy_encoding=_mark(raw.kind, legacy.encoding),
    )


def _mark(kind: str, encoding: str) -> str:
    """Return what is worth a remark: INFO names no encoding, so that UTF-8 is no mislabelling."""
    return "" if kind == INFO_KIND and encoding == "utf-8" else encoding


def _several(texts: list[str]) -> str:
    return _SEVERAL.join(texts)[:_MAX_TEXT]  # a title of 40,000 parts is none


def _clean(text: str) -> str:
    return _CONTROLS.sub(" ", text[:_MAX_TEXT]).strip()


def _year(texts: list[str]) -> str:
    """Return the year in the first date that has one; programs write 0000 for none."""
    found = (_YEAR.search(text) for text in texts)
    return next((match.group() for match in found if match and match.group() != "0000"), "")


def as_genres(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the single genres that the texts of a tag name, each once."""
    parts = (part.strip() for text in texts for part in text.split(_GENRE_SEPARATOR))
    return tuple(dict.fromkeys(part for part in parts if part))
