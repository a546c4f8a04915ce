"""What the genres of a library look like, from the mels that are in the cache anyway."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.genre import Taxonomy
from musicreclass.core.job import JobContext
from musicreclass.core.location import path_of
from musicreclass.core.review.decision import GENRE_SEPARATOR
from musicreclass.core.track import TrackLine
from musicreclass.library.store import Library
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.insights.genre_mels import GenreMel, evenly_chosen, genre_mels
from musicreclass.pipeline.insights.stats import analysis_specs
from musicreclass.pipeline.scanning.audio_files import AudioFileRef

LEAST_TRACKS = 3  # with fewer it would be a picture of tracks, not of a genre


def library_mels(
    library_file: Path,
    lines: Sequence[TrackLine],
    bundle_file: Path | None,
    ctx: JobContext,
    options: AnalysisOptions,
) -> tuple[GenreMel, ...]:
    """Return the mean spectrogram of each genre of which enough tracks are in the cache, by name.

    A track's genre is what was decided, else what its file says, else what is surely suggested.

    Args:
        bundle_file: under whose needs tracks may have been heard; None where there is none.

    Raises:
        ClassifierFileProblem: the bundle cannot be used.
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    known = Taxonomy.shipped()
    genres = {line.id: _genre(line, known) for line in lines if not line.is_missing}
    chosen = evenly_chosen(lines, lambda line: genres.get(line.id, ""))
    files = _files(library_file, chosen, ctx)
    genre_of = {file.path: genres[line.id] for line, file in zip(chosen, files, strict=True)}
    found = genre_mels(files, genre_of, analysis_specs(bundle_file), ctx, options)
    return tuple(mel for mel in found if mel.tracks >= LEAST_TRACKS)


def _genre(line: TrackLine, known: Taxonomy) -> str:
    if line.decision is not None and line.decision.genres:
        return line.decision.genres[0]
    if line.genre:
        return known.canonical(line.genre.partition(GENRE_SEPARATOR)[0])
    said = line.suggestion
    return said.genre if said is not None and said.verdict is Verdict.SURE else ""


def _files(library_file: Path, lines: Sequence[TrackLine], ctx: JobContext) -> list[AudioFileRef]:
    files = []
    with Library(library_file) as library:
        for line in lines:
            ctx.raise_if_cancelled()
            fingerprint = library.track(line.id).fingerprint
            files.append(AudioFileRef(str(path_of(line.location)), line.stamp, fingerprint))
    return files
