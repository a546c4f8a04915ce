"""Where the tracks of a library lie on a map of sounds, and what genres they have there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from musicreclass.core.decision import GENRE_SEPARATOR
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.genres.genre_file import taxonomy_in_use
from musicreclass.core.job import JobContext
from musicreclass.core.track import TrackLine
from musicreclass.library.store import Library
from musicreclass.pipeline.classification.loaded_classifier import load_classifier
from musicreclass.pipeline.preview.neighbours import Neighbourhood
from musicreclass.training.sound_map import laid_out

NO_GENRE = -1

Genres = npt.NDArray[np.intp]  # shape (n_tracks,), indices into the names, or `NO_GENRE`


@dataclass(frozen=True, slots=True, eq=False)
class MapOfLibrary:
    """Tracks on a plane; all arrays and lists go along the same tracks."""

    bundle: str  # digest of the classifiers
    lines: tuple[TrackLine, ...]
    at: npt.NDArray[np.float32]  # shape (n_tracks, 2), -1 to 1
    names: tuple[str, ...]  # of genres, the most frequent first
    in_files: Genres  # the first where there are several
    suggested: Genres  # decided, or else surely suggested

    def is_of(self, bundle: str, lines: Sequence[TrackLine]) -> bool:
        """Say whether it is a map of these tracks, as they sound to these classifiers."""
        return self.bundle == bundle and [(line.id, line.stamp) for line in self.lines] == [
            (line.id, line.stamp) for line in lines
        ]


def map_of_library(
    library_file: Path,
    lines: Sequence[TrackLine],
    bundle_file: Path,
    ctx: JobContext,
    *,
    known: MapOfLibrary | None = None,
) -> MapOfLibrary:
    """Return the map of those of some tracks that have embeddings.

    Args:
        known: an older map; where it is of the same tracks, they stay where they are.

    Raises:
        ClassifierFileProblem: the bundle cannot be used.
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    loaded = load_classifier(bundle_file)
    with Library(library_file) as library:
        every = Neighbourhood().embeddings(library, loaded)
    by_id = {line.id: line for line in lines if not line.is_missing}
    is_here = np.array([i in by_id for i in every.track_ids.tolist()], dtype=bool)
    shown = tuple(by_id[i] for i in every.track_ids[is_here].tolist())
    if known is not None and known.is_of(loaded.digest, shown):
        at = known.at
    else:
        at = laid_out(every.vectors[is_here], ctx)
    names = taxonomy_in_use()
    usual: dict[str, str] = {}  # text of a file -> the usual name of its first genre
    for text in {line.genre for line in shown}:
        usual[text] = names.canonical(text.partition(GENRE_SEPARATOR)[0]) if text else ""
    in_files = [usual[line.genre] for line in shown]
    return _coloured(loaded.digest, shown, at, in_files, [_suggested(line) for line in shown])


def _coloured(
    bundle: str,
    lines: tuple[TrackLine, ...],
    at: npt.NDArray[np.float32],
    in_files: Sequence[str],
    suggested: Sequence[str],
) -> MapOfLibrary:
    counts: dict[str, int] = {}
    for genre in (*in_files, *suggested):
        if genre:
            counts[genre] = counts.get(genre, 0) + 1
    names = tuple(sorted(counts, key=lambda genre: (-counts[genre], genre)))
    index_of = {genre: index for index, genre in enumerate(names)}
    return MapOfLibrary(
        bundle, lines, at, names, _indices(in_files, index_of), _indices(suggested, index_of)
    )


def _suggested(line: TrackLine) -> str:
    if line.decision is not None and line.decision.genres:
        return line.decision.genres[0]
    said = line.suggestion
    return said.genre if said is not None and said.verdict is Verdict.SURE else ""


def _indices(genres: Sequence[str], index_of: Mapping[str, int]) -> Genres:
    return np.array([index_of.get(genre, NO_GENRE) for genre in genres], dtype=np.intp)
