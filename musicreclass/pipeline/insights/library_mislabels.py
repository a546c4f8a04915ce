"""Tracks of a library whose files probably name the wrong genre."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.company_evidence import By
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.genres.genre_file import taxonomy_in_use
from musicreclass.core.job import JobContext
from musicreclass.core.review.columns.line_columns import LineView
from musicreclass.core.review.tag_agreement import known_genres
from musicreclass.core.track import TrackLine
from musicreclass.library.review.dismissals import ConfirmedLabel
from musicreclass.library.store import Library
from musicreclass.pipeline.processes.compute_child import Run, in_place
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
    run: Run = in_place,
) -> Contradictions:
    """Return the tracks that nobody has decided on and whose genre is surely not what they say.

    A genre that the classifiers do not know counts as the nearest one above it that they do.

    Args:
        learns: whether a person's decisions count in what is suggested.
        by: whose evidence is pooled, as in `load_suggester`.
        run: where classifiers and files are compared.

    Raises:
        ClassifierFileProblem: the bundle cannot be used.
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    texts = {line.id: line.genre for line in lines if line.genre and not line.is_missing}
    likely, compared = run(partial(_mislabels, library_file, bundle_file, texts, learns, by), ctx)
    found = LineView.of(lines).of_ids(np.array([track_id for track_id, _ in likely], np.int64))
    by_id = {line.id: line for line in found}
    contradictions = [
        Contradiction(line, line.genre, genre, said.confidence)
        for track_id, genre in likely
        if (said := (line := by_id[track_id]).suggestion) is not None
        and said.verdict is Verdict.SURE
        and said.genre == genre
        and line.decision is None
    ]
    with Library(library_file) as library:
        fingerprints = library.fingerprints()
        is_right = library.dismissals.confirmed_among(
            [ConfirmedLabel(fingerprints[one.line.id], one.given) for one in contradictions]
        )
    return Contradictions(
        tuple(one for one, right in zip(contradictions, is_right, strict=True) if not right),
        compared,
        tuple(one for one, right in zip(contradictions, is_right, strict=True) if right),
    )


def _mislabels(
    library_file: Path,
    bundle_file: Path,
    texts: Mapping[int, str],
    learns: bool,
    by: By,
    ctx: JobContext,
) -> tuple[list[tuple[int, str]], int]:
    """Return tracks and the genres that they rather are of, and among how many they were found.

    Args:
        texts: what files name as genre, by id of the track.
    """
    from musicreclass.pipeline.classification.adaptation import load_suggester  # brings torch

    ids: list[int] = []
    confidences: list[npt.NDArray[np.float64]] = []
    with Library(library_file) as library:
        suggester = load_suggester(library, bundle_file, learns=learns, by=by)
        genres = suggester.loaded.calibrator.folding(suggester.genres).genres
        for batch in suggester.batches(library, ctx):
            track_ids = batch.scored.track_ids
            rows = [row for row, i in enumerate(track_ids) if i in texts]
            confidences.append(batch.suggested.confidences[rows])
            ids.extend(track_ids[row] for row in rows)
    if not ids:
        return [], 0
    known = known_genres((texts[i] for i in ids), genres, taxonomy_in_use())
    labels = np.array([known[texts[i]][0] if known[texts[i]] else NO_GENRE for i in ids])
    found = mislabelled(np.log(np.maximum(np.concatenate(confidences), LEAST)), labels, genres)
    others = [
        (ids[one.index], one.likely)
        for one in found
        if genres.index(one.likely) not in known[texts[ids[one.index]]]
    ]
    return others, int((labels != NO_GENRE).sum())
