"""Where the tracks of a library lie on a map of sounds, and what genres they have there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from musicreclass.core.decision import GENRE_SEPARATOR
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.genres.genre_file import taxonomy_in_use
from musicreclass.core.job import JobContext
from musicreclass.core.review.columns.line_columns import LineView
from musicreclass.core.track import TrackLine
from musicreclass.library.store import Library
from musicreclass.pipeline.preview.neighbours import sampled
from musicreclass.pipeline.processes.compute_child import Run, in_place

NO_GENRE = -1
MOST_TRACKS = 50_000  # more dots lie upon each other on any screen

Ids = npt.NDArray[np.int64]  # shape (n_tracks,)
Genres = npt.NDArray[np.intp]  # shape (n_tracks,), indices into the names, or `NO_GENRE`


@dataclass(frozen=True, slots=True, eq=False)
class MapPositions:
    """Where tracks lie, as they sound to some classifiers."""

    bundle: str  # digest of the classifiers, with that of an encoder of one's own
    track_ids: Ids
    at: npt.NDArray[np.float32]  # shape (n_tracks, 2), -1 to 1
    total: int  # tracks among which these were picked

    def is_of(self, bundle: str, track_ids: Ids) -> bool:
        """Say whether they are those of these tracks, as they sound to these classifiers."""
        return self.bundle == bundle and np.array_equal(self.track_ids, track_ids)


@dataclass(frozen=True, slots=True, eq=False)
class MapOfLibrary:
    """Tracks on a plane; all arrays and lists go along the same tracks."""

    bundle: str  # digest of the classifiers
    lines: tuple[TrackLine, ...]
    at: npt.NDArray[np.float32]  # shape (n_tracks, 2), -1 to 1
    names: tuple[str, ...]  # of genres, the most frequent first
    in_files: Genres  # the first where there are several
    suggested: Genres  # decided, or else surely suggested
    total: int = 0  # tracks that could lie there; of many, some are picked

    def at_of(self, lines: LineView) -> MapPositions | None:
        """Return where its tracks lie; None where one is another by now, or is not among `lines`.

        Args:
            lines: tracks as they are now.
        """
        ids = np.array([line.id for line in self.lines], np.int64)
        now = lines.of_ids(ids)
        if len(now) < len(ids):
            return None
        if any(a.stamp != b.stamp for a, b in zip(self.lines, now, strict=True)):
            return None
        return MapPositions(self.bundle, ids, self.at, self.total)


def map_of_library(
    library_file: Path,
    lines: Sequence[TrackLine],
    bundle_file: Path,
    ctx: JobContext,
    *,
    known: MapOfLibrary | None = None,
    run: Run = in_place,
    most: int = MOST_TRACKS,
) -> MapOfLibrary:
    """Return the map of those of some tracks that have embeddings.

    Args:
        known: an older map; where it is of the same tracks, they stay where they are.
        run: where the tracks are laid out.
        most: of more tracks, so many are picked.

    Raises:
        ClassifierFileProblem: the bundle cannot be used.
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    here = LineView.of(lines).present
    before = None if known is None else known.at_of(here)
    positions = run(partial(_positions, library_file, bundle_file, here.ids, before, most), ctx)
    shown = tuple(here.of_ids(positions.track_ids))
    names = taxonomy_in_use()
    usual: dict[str, str] = {}  # text of a file -> the usual name of its first genre
    for text in {line.genre for line in shown}:
        usual[text] = names.canonical(text.partition(GENRE_SEPARATOR)[0]) if text else ""
    in_files = [usual[line.genre] for line in shown]
    return _coloured(positions, shown, in_files, [_suggested(line) for line in shown])


def _positions(
    library_file: Path,
    bundle_file: Path,
    track_ids: Ids,
    known: MapPositions | None,
    most: int,
    ctx: JobContext,
) -> MapPositions:
    """Return where those of some tracks lie that have embeddings."""
    from musicreclass.pipeline.classification.loaded_classifier import load_classifier
    from musicreclass.training.sound_map import laid_out  # with it comes scikit-learn

    loaded = load_classifier(bundle_file)
    with Library(library_file) as library:
        found, total = sampled(library, loaded, track_ids, most, ctx)
    here = found.track_ids
    space = loaded.digest if found.own is None else f"{loaded.digest} {found.own.key}"
    if known is not None and known.is_of(space, here):
        return replace(known, total=total)
    return MapPositions(space, here, laid_out(found.vectors, ctx), total)


def _coloured(
    positions: MapPositions,
    lines: tuple[TrackLine, ...],
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
        *(positions.bundle, lines, positions.at, names),
        *(_indices(in_files, index_of), _indices(suggested, index_of), positions.total),
    )


def _suggested(line: TrackLine) -> str:
    if line.decision is not None and line.decision.genres:
        return line.decision.genres[0]
    said = line.suggestion
    return said.genre if said is not None and said.verdict is Verdict.SURE else ""


def _indices(genres: Sequence[str], index_of: Mapping[str, int]) -> Genres:
    return np.array([index_of.get(genre, NO_GENRE) for genre in genres], dtype=np.intp)
