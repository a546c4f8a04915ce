"""A file whose genre somebody has said: its folder, its tags, or a person."""

from __future__ import annotations

from dataclasses import dataclass

from musicreclass.core.track import FileFacts
from musicreclass.training.data.grouping import Origin


@dataclass(frozen=True, slots=True)
class SortedFile:
    """A file under the genre that it is said to be of."""

    path: str
    genre: str
    facts: FileFacts
    album_folder: str  # "" where it lies right in the folder of its genre
    folder: str = ""  # readable name of its folder of the first level; "" where there is none
    is_decided: bool = False  # a person has said so of this very track

    @property
    def origin(self) -> Origin:
        tags = self.facts.tags
        return Origin(
            artist=tags.artist,
            album_artist=tags.album_artist,
            album=tags.album,
            folder=self.album_folder,
            fingerprint=self.facts.fingerprint,
        )
