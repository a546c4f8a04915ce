"""How tracks look as rows of the database, and back."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any, NamedTuple

from musicreclass.core.decision import GENRE_SEPARATOR
from musicreclass.core.location import location_of, path_of, readable
from musicreclass.core.track import FileStamp, ScannedFile, Stream, Tags, Track

# What names tell is the business of `library.named_lines`; the last three come later.
LINE_COLUMNS = (
    "id, location, name, title, artist, album, genre, seconds, format, year, track_number, "
    "tag_kind, legacy_encoding, is_missing, folder_id, size, mtime_ns, '', '', NULL, NULL, NULL"
)  # in the order of the fields of `TrackLine`
TRACK_COLUMNS = (
    "folder_id", "location", "name", "size", "mtime_ns", "fingerprint", "is_missing",
    "format", "seconds", "sample_rate", "channels", "bits_per_second",
    "title", "artist", "album_artist", "album", "track_number", "year",
    "genres", "genre", "tag_kind", "legacy_encoding",
)  # fmt: skip
# These columns are called as the fields are.
STREAM_FIELDS, TAG_FIELDS = ([field.name for field in fields(of)] for of in (Stream, Tags))


class KnownFile(NamedTuple):
    """What a scan must know of a file to tell that nothing happened to it."""

    id: int
    size: int
    mtime_ns: int
    is_missing: int
    folder_id: int | None

    @property
    def stamp(self) -> FileStamp:
        return FileStamp(self.size, self.mtime_ns)


def row_of(file: ScannedFile) -> tuple[Any, ...]:
    """Return the values of `TRACK_COLUMNS` for a file just scanned."""
    stream, tags = file.facts.stream, file.facts.tags
    return (
        file.folder_id, location_of(file.path), file_name(file.path),
        file.stamp.size, file.stamp.mtime_ns, file.facts.fingerprint, 0,
        stream.format, stream.seconds, stream.sample_rate, stream.channels, stream.bits_per_second,
        tags.title, tags.artist, tags.album_artist, tags.album, tags.track_number, tags.year,
        *genres_of_row(tags.genres),
        tags.tag_kind, tags.legacy_encoding,
    )  # fmt: skip


def genres_of_row(genres: Sequence[str]) -> tuple[str, str]:
    """Return the values of `genres` and `genre` for what a file says."""
    return json.dumps(genres, ensure_ascii=False), GENRE_SEPARATOR.join(genres)


def slices(ids: Sequence[int], size: int = 500) -> Iterator[list[int]]:
    """Yield some ids after others, no more than a query takes."""
    for start in range(0, len(ids), size):
        yield list(ids[start : start + size])


def marks(values: Sequence[int]) -> str:
    """Return the placeholders of a query for so many values."""
    return ", ".join("?" for _ in values)


def file_name(path: str) -> str:
    """Return the readable name of the file at `path`, without its folders."""
    return readable(os.path.basename(path))  # noqa: PTH119, a Path costs ten times as much


def track_of(row: Mapping[str, Any]) -> Track:
    """Return the track that a whole row of the table describes."""
    tags = {name: row[name] for name in TAG_FIELDS}
    return Track(
        id=row["id"],
        path=path_of(row["location"]),
        stamp=FileStamp(row["size"], row["mtime_ns"]),
        stream=Stream(**{name: row[name] for name in STREAM_FIELDS}),
        tags=Tags(**tags | {"genres": tuple(json.loads(row["genres"]))}),
        fingerprint=row["fingerprint"],
        is_missing=bool(row["is_missing"]),
    )
