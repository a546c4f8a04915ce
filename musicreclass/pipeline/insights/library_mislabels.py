"""Tracks of a library whose files probably name the wrong genre."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from musicreclass.core.company import By
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.genres.genre_file import taxonomy_in_use
from musicreclass.core.job import JobContext
from musicreclass.core.review.tag_agreement import known_genres
from musicreclass.core.track import TrackLine
from musicreclass.library.review.dismissals import ConfirmedLabel
from musicreclass.library.store import Library
from musicreclass.pipeline.classification.adaptation import load_suggester
from musicreclass.training.data.labelled_tracks import NO_GENRE
from musicreclass.training.measure.label_noise import mislabelled

LEAST = 1e-12  # a confidence; none at all has no logarithm


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A track that surely sounds like another genre than its file says."""

    line: TrackLine
    given: str  # as the file has it
    likely: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Contradictions:
    """What was found, and among how many."""

    found: tuple[Contradiction, ...]  # the most suspicious first
    compared: int  # tracks that were classified and whose genre the classifiers know
    confirmed: tuple[Contradiction, ...] = ()  # of which a person said that their files are right


def library_mislabels(
    library_file: Path,
    lines: Sequence[TrackLine],
    bundle_file: Path,
    ctx: JobContext,
    *,
    learns: bool = False,
    by: By = "track",
) -> Contradictions:
    """Return the tracks that nobody has decided on and whose genre is surely not what they say.

    A genre that the classifiers do not know counts as the nearest one above it that they do.

    Args:
        learns: whether a person's decisions count in what is suggested.
        by: whose evidence is pooled, as in `load_suggester`.

    Raises:
        ClassifierFileProblem: the bundle cannot be used.
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    by_id = {line.id: line for line in lines if line.genre and not line.is_missing}
    ids: list[int] = []
    confidences: list[npt.NDArray[np.float64]] = []
    with Library(library_file) as library:
        suggester = load_suggester(library, bundle_file, learns=learns, by=by)
        genres = suggester.loaded.calibrator.folding(suggester.genres).genres
        for batch in suggester.batches(library, ctx):
            track_ids = batch.scored.track_ids
            rows = [row for row, i in enumerate(track_ids) if i in by_id]
            confidences.append(batch.suggested.confidences[rows])
            ids.extend(track_ids[row] for row in rows)
    if not ids:
        return Contradictions((), 0)
    scored = [by_id[i] for i in ids]
    known = known_genres((line.genre for line in scored), genres, taxonomy_in_use())
    labels = np.array([known[line.genre][0] if known[line.genre] else NO_GENRE for line in scored])
    found = mislabelled(np.log(np.maximum(np.concatenate(confidences), LEAST)), labels, genres)
    contradictions = [
        Contradiction(scored[one.index], scored[one.index].genre, one.likely, said.confidence)
        for one in found
        if (said := scored[one.index].suggestion) is not None
        and said.verdict is Verdict.SURE
        and said.genre == one.likely
        and scored[one.index].decision is None
        and genres.index(one.likely) not in known[scored[one.index].genre]
    ]
    with Library(library_file) as library:
        fingerprints = library.fingerprints()
        is_right = library.dismissals.confirmed_among(
            [ConfirmedLabel(fingerprints[one.line.id], one.given) for one in contradictions]
        )
    return Contradictions(
        tuple(one for one, right in zip(contradictions, is_right, strict=True) if not right),
        int((labels != NO_GENRE).sum()),
        tuple(one for one, right in zip(contradictions, is_right, strict=True) if right),
    )
