"""A file of another time that is the same: its drive tells summer time otherwise, or it was copied.

The fingerprint tells. What was analyzed of it, suggested and moved goes on to hold.
"""

from __future__ import annotations

from typing import Protocol

from musicreclass.core.location import path_of
from musicreclass.core.track import FileStamp, TrackLine
from musicreclass.library.store import Library
from musicreclass.tags.read import read_facts
from musicreclass.tags.tag_errors import TagError


class KeptAnalyses(Protocol):
    """What was analyzed of files, as far as it is to be known here."""

    def follow(self, fingerprint: str, old: FileStamp, new: FileStamp) -> None:
        """Let all analyses of a sound hold on under another stamp of its file."""


class NoAnalyses:
    """Nothing that would have to follow."""

    def follow(self, fingerprint: str, old: FileStamp, new: FileStamp) -> None:
        pass


def carry_over(
    library: Library,
    cache: KeptAnalyses,
    track_id: int,
    fingerprint: str,
    old: FileStamp,
    new: FileStamp,
) -> None:
    """Let all that is known of a track's sound hold on, now that its file bears another stamp."""
    library.predictions.carry_over(track_id, old, new)
    library.moves.carry_over(track_id, old, new)
    cache.follow(fingerprint, old, new)


def stamp_to_bear(library: Library, line: TrackLine) -> FileStamp:
    """Return the stamp that a track's file must bear: another one where only its time is another.

    Tags that another program wrote into the room that there was are no such case: what is to be
    written was decided on without them.
    """
    path = path_of(line.location)
    try:
        now = FileStamp.of(path)
        if now.size != line.stamp.size:
            return line.stamp
        facts = read_facts(path)
        known = library.track(line.id)
        is_same = (facts.fingerprint, facts.tags) == (known.fingerprint, known.tags)
        return now if is_same and now == FileStamp.of(path) else line.stamp
    except (OSError, TagError, KeyError):  # others say what is wrong
        return line.stamp
