"""Predictions of files wherever they lie, kept in the library for those that are its tracks."""

from __future__ import annotations

import os
import time
from collections.abc import Generator, Iterable
from pathlib import Path

from musicreclass.library.predictions import ScoredTrack
from musicreclass.library.store import Library
from musicreclass.pipeline.classification.predict_files import Answer, Classified
from musicreclass.pipeline.scanning.audio_files import AudioFileRef

COMMIT_SECONDS = 2.0
COMMIT_TRACKS = 500


def keeping(
    answers: Iterable[Answer], library_file: Path | None, digest: str
) -> Generator[Answer, None, None]:
    """Pass answers on, and keep those on tracks whose files are as they were scanned.

    What a person has files classified for on the command line, the window need not ask again.

    Args:
        library_file: None, or a file that is not there, where there is nothing to keep them in.
        digest: of the bundle that answered.

    Raises:
        LibraryProblem: the library cannot be used.
    """
    if library_file is None or not library_file.exists():
        yield from answers
        return
    waiting: list[ScoredTrack] = []
    kept_at = time.monotonic()
    with Library(library_file) as library:
        try:
            for file, outcome in answers:
                if isinstance(outcome, Classified):
                    waiting += _scored(library, file, outcome)
                if len(waiting) >= COMMIT_TRACKS or time.monotonic() - kept_at >= COMMIT_SECONDS:
                    library.predictions.record(digest, waiting)
                    waiting, kept_at = [], time.monotonic()
                yield file, outcome
        finally:
            library.predictions.record(digest, waiting)


def _scored(library: Library, file: AudioFileRef, found: Classified) -> list[ScoredTrack]:
    for spelling in dict.fromkeys((os.path.abspath(file.path), os.path.realpath(file.path))):  # noqa: PTH100
        line = library.line_at(Path(spelling))
        if line is not None and line.stamp == file.stamp:
            scored = found.predictions, found.problem, found.encoded
            return [ScoredTrack(line.id, line.stamp, *scored)]
    return []
