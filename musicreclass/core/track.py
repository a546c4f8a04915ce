"""What a track is, before it is classified."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from musicreclass.core.decision import DecisionLine
from musicreclass.core.naming.file_names import stem_of
from musicreclass.sentences.reason import Reason

if TYPE_CHECKING:
    from musicreclass.core.ensemble.prediction import SuggestionLine  # numpy, which readers lack


@dataclass(frozen=True, slots=True)
class FileStamp:
    """Size and mtime of a file: cheap proof that it is still the one we read."""

    size: int
    mtime_ns: int

    @classmethod
    def of(cls, path: Path) -> FileStamp:
        return cls.of_stat(path.stat())

    @classmethod
    def of_stat(cls, stat: os.stat_result) -> FileStamp:
        return cls(stat.st_size, stat.st_mtime_ns)


@dataclass(frozen=True, slots=True)
class Tags:
    """What a file says of itself, as text ready to show."""

    title: str = ""
    artist: str = ""
    album_artist: str = ""
    album: str = ""
    track_number: str = ""  # as written: "3", "3/12"
    year: str = ""
    genres: tuple[str, ...] = ()
    tag_kind: str = ""  # "ID3v2.3", "Vorbis comment", ...; empty when the file has no tags
    legacy_encoding: str = ""  # "gb18030", "big5", ... when text was decoded from mislabelled bytes


@dataclass(frozen=True, slots=True)
class Stream:
    """What the container says of the sound in it."""

    format: str  # name from `tags.formats`, e.g. "MP3"
    seconds: float  # 0.0 when the container does not say
    sample_rate: int  # Hz; 0 when unknown
    channels: int = 0
    bits_per_second: int = 0


@dataclass(frozen=True, slots=True)
class FileFacts:
    """All that a scan reads from one file."""

    stream: Stream
    tags: Tags
    fingerprint: str  # hash of the audio's head and tail; survives renames and retagging


@dataclass(frozen=True, slots=True)
class OtherGenres:
    """What a file says of itself that says all else as before."""

    genres: tuple[str, ...]


FactsNow = FileFacts | OtherGenres  # what a file says of itself once it was written to


@dataclass(frozen=True, slots=True)
class Track:
    """A file of the library, as last scanned."""

    id: int
    path: Path
    stamp: FileStamp
    stream: Stream
    tags: Tags
    fingerprint: str = field(default="", repr=False)
    is_missing: bool = False

    @property
    def shown_title(self) -> str:
        """Return the title, or the file's name where the tags have none."""
        return self.tags.title or self.path.stem


class TrackLine(NamedTuple):
    """One line of a track list: what tables show, sort and search, and no more.

    A tuple and not a dataclass because a hundred thousand of them are made when the window opens.
    """

    id: int
    location: str | bytes  # as `core.location` keeps paths
    name: str  # the file's name, readable even where its bytes are not
    title: str
    artist: str
    album: str
    genre: str  # as found in the tags; several joined by "; "
    seconds: float
    format: str
    year: str
    track_number: str
    tag_kind: str
    legacy_encoding: str
    is_missing: int
    folder_id: int
    size: int
    mtime_ns: int
    folder: str = ""  # below the library's folder, readable, parted by "/"; "" right in it
    guessed: str = ""  # names of the fields that the file's name told, for its tags do not
    sound_tags: tuple[str, ...] | None = None  # ids, in order; None where nobody knows: no column
    suggestion: SuggestionLine | None = None  # calibrated, not scanned: no column of the table
    decision: DecisionLine | None = None  # no more is this

    @property
    def shown_title(self) -> str:
        """Return the title, or the file's name without its ending where nothing better is known."""
        return self.title or stem_of(self.name)

    @property
    def stamp(self) -> FileStamp:
        return FileStamp(self.size, self.mtime_ns)


@dataclass(frozen=True, slots=True)
class ScannedFile:
    """What a scan found out about one file, on its way into the library."""

    path: str
    folder_id: int
    stamp: FileStamp
    facts: FileFacts


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that the library watches over, with all below it."""

    id: int
    path: Path
    track_count: int = 0
    missing_count: int = 0
    is_watched: bool = True  # whether changes in it are noticed by themselves


@dataclass(frozen=True, slots=True)
class Problem:
    """A file or folder that could not be read, and why."""

    path: Path
    reason: Reason
    folder_id: int
