"""Tracks of a library whose genre nobody has said: what a network may learn from by its teacher."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import closing
from pathlib import Path

import numpy as np

from musicreclass.audio.decoding.waveform import Remark
from musicreclass.core.analysis import Analysis, AnalysisSpec
from musicreclass.core.job import JobContext, Progress
from musicreclass.core.location import path_of, readable
from musicreclass.library.store import Library
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.analysis.analyze import analyze
from musicreclass.pipeline.datasets.labelling import feature_rows
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from musicreclass.training.data.labelled_tracks import NO_GENRE, LabelledTracks

MOST = 2_000  # tracks: hours of music tell as much as days


def unlabelled_tracks(
    library_file: Path,
    known: Collection[str],
    genres: tuple[str, ...],
    analysis_spec: AnalysisSpec,
    ctx: JobContext,
    options: AnalysisOptions,
) -> LabelledTracks | None:
    """Return tracks of a library, none of which is `known`; None where it has no others.

    Of many, some from all over it. What cannot be analyzed is passed over, as silence is.

    Args:
        known: fingerprints of tracks whose genre is known.
        genres: what they might be of.

    Raises:
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped; what was analyzed is kept in the cache.
    """
    files = _others(library_file, known)
    files = files[:: max(1, -(-len(files) // MOST))]
    found: list[tuple[str, Analysis]] = []
    with closing(analyze(files, analysis_spec, ctx, options)) as outcomes:
        for done, (file, outcome) in enumerate(outcomes, 1):
            ctx.report(Progress(done, len(files), readable(file.path)))
            if isinstance(outcome, Analysis) and Remark.SILENT.value not in outcome.remarks:
                found.append((file.path, outcome))
    if not found:
        return None
    found.sort(key=lambda pair: pair[0])
    analyses = [analysis for _, analysis in found]
    return LabelledTracks(
        tuple(path for path, _ in found),
        genres,
        np.full(len(found), NO_GENRE, dtype=np.intp),
        np.arange(len(found)),
        feature_rows(analyses),
        [analysis.mels[0] for analysis in analyses] if analysis_spec.mels else None,
    )


def _others(library_file: Path, known: Collection[str]) -> list[AudioFileRef]:
    """Return the files of a library that are there, and none that is known."""
    with Library(library_file) as library:
        fingerprints = library.fingerprints()
        return [
            AudioFileRef(str(path_of(line.location)), line.stamp, fingerprints[line.id])
            for batch in library.lines()
            for line in batch
            if not line.is_missing and fingerprints.get(line.id, "") not in {"", *known}
        ]
