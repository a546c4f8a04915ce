"""Embedding of a library by an encoder of a person's own, for map, neighbours and decisions."""

from __future__ import annotations

from contextlib import closing

import numpy as np

from musicreclass.classifiers.encoders import shelf
from musicreclass.core.analysis import Analysis, AnalysisSpec
from musicreclass.core.ensemble.prediction import Prediction
from musicreclass.core.job import JobContext, Progress
from musicreclass.core.location import readable
from musicreclass.library.predictions import ScoredTrack
from musicreclass.library.store import Library
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.analysis.analyze import analyze
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from musicreclass.pipeline.spaces.own_space import MEMBER, OwnSpace, chosen_space

BATCH = 100  # tracks between two commits: large encoders take seconds for one


def embed_library(library: Library, ctx: JobContext, options: AnalysisOptions) -> int:
    """Have the chosen encoder embed all tracks that it has not, and return how many those were.

    Nothing is done where none is chosen, or its files are gone. Tracks that cannot be decoded are
    passed over: whoever classified them has said so.

    Raises:
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped; what was embedded until then is kept.
    """
    space = chosen_space()
    if space is None or not _is_usable(space):
        return 0
    tracks = {str(track.path): track for track in library.predictions.unscored(space.key)}
    files = [AudioFileRef(path, t.stamp, t.fingerprint) for path, t in tracks.items()]
    spec = AnalysisSpec(features=False, encoder=space.spec, is_glimpse=True)
    scored: list[ScoredTrack] = []
    count = 0

    def keep() -> None:
        library.predictions.record(space.key, scored, keeps_problems=True)
        scored.clear()

    with closing(analyze(files, spec, ctx, options)) as outcomes:
        try:
            for done, (file, outcome) in enumerate(outcomes, 1):
                ctx.report(Progress(done, len(files), readable(file.path)))
                if isinstance(outcome, Analysis) and outcome.encoded is not None:
                    track, row = tracks[file.path], outcome.encoded.row[: space.width]
                    said = Prediction(
                        MEMBER, (MEMBER,), np.zeros(1, dtype=np.float32), embedding=row
                    )
                    scored.append(ScoredTrack(track.id, track.stamp, (said,)))
                    count += 1
                if len(scored) >= BATCH:
                    keep()
        finally:
            keep()
    return count


def _is_usable(space: OwnSpace) -> bool:
    found = shelf.of_spec(space.spec)
    return found is not None and shelf.problem_with(found) is None
