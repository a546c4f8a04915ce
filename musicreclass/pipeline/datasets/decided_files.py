"""The files of a library of which a person has said the genre, as something to learn from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from musicreclass.core.job import JobContext, Progress
from musicreclass.core.review.decision import ReviewState
from musicreclass.core.track import FileFacts, FileStamp
from musicreclass.errors import FileProblem
from musicreclass.library.store import Library

STAND = frozenset({ReviewState.ACCEPTED, ReviewState.CHANGED, ReviewState.WRITTEN})


@dataclass(frozen=True, slots=True)
class DecidedFiles:
    """Files by their absolute paths, each with the genre that a person gave it."""

    genres: Mapping[str, str] = field(default_factory=dict)  # the main one of several
    facts: Mapping[str, FileFacts] = field(default_factory=dict)
    stamps: Mapping[str, FileStamp] = field(default_factory=dict)
    problems: tuple[FileProblem, ...] = ()


def decided_files(library_file: Path, ctx: JobContext) -> DecidedFiles:
    """Return what was accepted, changed or written in a library, as its last scan saw it.

    Raises:
        Cancelled: the user stopped.
    """
    genres: dict[str, str] = {}
    facts: dict[str, FileFacts] = {}
    stamps: dict[str, FileStamp] = {}
    problems: list[FileProblem] = []
    with Library(library_file) as library:
        decided = [
            (track_id, line.genres[0])
            for batch in library.decisions.lines()
            for track_id, line in batch
            if line.state in STAND
        ]
        for done, (track_id, genre) in enumerate(decided, start=1):
            ctx.raise_if_cancelled()
            track = library.track(track_id)
            ctx.report(Progress(done, len(decided), track.shown_title))
            if track.is_missing:
                problems.append(FileProblem(track.path, "the file is no longer where it was"))
                continue
            path = str(track.path)
            genres[path], stamps[path] = genre, track.stamp
            facts[path] = FileFacts(track.stream, track.tags, track.fingerprint)
    return DecidedFiles(genres, facts, stamps, tuple(problems))
