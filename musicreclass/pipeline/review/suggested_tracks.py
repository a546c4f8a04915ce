"""The tracks of a library with what is suggested for them and what was decided, for a review."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from musicreclass import paths, settings
from musicreclass.core.decision import ReviewState
from musicreclass.core.ensemble.company_evidence import By
from musicreclass.core.ensemble.prediction import SuggestionLine
from musicreclass.core.genres.genre_file import taxonomy_in_use
from musicreclass.core.job import JobContext
from musicreclass.core.review.bulk import PrecisionBasis
from musicreclass.core.review.review_order import most_useful_first
from musicreclass.core.review.tag_agreement import tag_outcomes
from musicreclass.core.track import TrackLine
from musicreclass.library.predictions import ScoredBatch
from musicreclass.library.store import Library
from musicreclass.pipeline.classification import installed
from musicreclass.pipeline.classification.adaptation import load_suggester
from musicreclass.pipeline.classification.loaded_classifier import LoadedClassifier, load_classifier
from musicreclass.pipeline.classification.sound_tagging import SoundTagging, usable_sound_tagging
from musicreclass.pipeline.classification.suggester import Suggester
from musicreclass.pipeline.classification.usable_classifier import usable
from musicreclass.training.data.provenance import TrainingProvenance

DONE = (ReviewState.ACCEPTED, ReviewState.CHANGED, ReviewState.SKIPPED, ReviewState.WRITTEN)


@dataclass(frozen=True, slots=True, eq=False)
class Reviewable:
    """A library as somebody finds it who wants to review it without a window."""

    lines: tuple[TrackLine, ...]
    bundle: str  # digest of the classifiers that suggested; empty where there are none
    basis: PrecisionBasis


def reviewable(
    library_file: Path,
    bundle_file: Path | None,
    ctx: JobContext,
    *,
    learns: bool = False,
    tagging: SoundTagging | None = None,
    by: By = "track",
) -> Reviewable:
    """Return all tracks with suggestions and decisions.

    Args:
        bundle_file: whose suggestions; without one there are none.
        learns: whether a person's decisions count in them.
        tagging: who gives sound tags; without it there are none.
        by: whose evidence is pooled, as in `load_suggester`.

    Raises:
        ClassifierFileProblem: the file is no bundle that can be used.
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    with Library(library_file) as library:
        suggested: dict[int, SuggestionLine] = {}
        loaded = None
        if bundle_file is not None:
            suggester = load_suggester(library, bundle_file, learns=learns, by=by)
            loaded = suggester.loaded
            for batch in suggester.batches(library, ctx):
                suggested.update(batch.lines())
        decided = {i: line for batch in library.decisions.lines() for i, line in batch}
        tagged = () if tagging is None else tagging.batches(library)
        tags = {i: shown for batch in tagged for i, shown in batch.pairs}
        lines = tuple(
            line._replace(
                sound_tags=tags.get(line.id),
                suggestion=suggested.get(line.id),
                decision=decided.get(line.id),
            )
            for batch in library.lines()
            for line in batch
        )
        if loaded is None:
            return Reviewable(lines, "", PrecisionBasis.none())
        return Reviewable(lines, loaded.digest, _basis(library, loaded, ctx))


def reviewable_as_chosen(library_file: Path, ctx: JobContext, *, has_tags: bool) -> Reviewable:
    """Return all tracks as the user's settings have them suggested.

    Where the chosen classifier cannot be used, the reason is published, and the box suggests.

    Args:
        has_tags: whether sound tags are wanted.

    Raises:
        ClassifierFileProblem: the classifier in use cannot be used.
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    chosen = settings.load(paths.settings_file())
    found = usable(chosen)
    if found.sentence is not None:
        ctx.publish(found.sentence)
    return reviewable(
        library_file,
        found.path,
        ctx,
        learns=chosen.review.learns,
        tagging=usable_sound_tagging(installed.tagger_file(chosen)) if has_tags else None,
        by=chosen.review.pools_by,
    )


def precision_basis(library_file: Path, bundle_file: Path, ctx: JobContext) -> PrecisionBasis:
    """Return how often suggestions are right, corrected by decisions and by the files' genres.

    Raises:
        ClassifierFileProblem: the file is no bundle that can be used.
        LibraryProblem: the library cannot be used.
    """
    loaded = load_classifier(bundle_file)
    with Library(library_file) as library:
        return _basis(library, loaded, ctx)


def useful_order(
    library_file: Path,
    bundle_file: Path,
    ctx: JobContext,
    *,
    learns: bool = False,
    by: By = "track",
) -> list[int]:
    """Return the ids of all tracks to review, in the order in which that is most useful.

    Args:
        learns: whether a person's decisions count in what is suggested.
        by: whose evidence is pooled, as in `load_suggester`.

    Raises:
        ClassifierFileProblem: the file is no bundle that can be used.
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    track_ids: list[int] = []
    confidences: list[float] = []
    embeddings: list[npt.NDArray[np.floating] | None] = []
    with Library(library_file) as library:
        suggester = load_suggester(library, bundle_file, learns=learns, by=by)
        novelty = suggester.loaded.calibrator.novelty
        done = {i for batch in library.decisions.lines() for i, d in batch if d.state in DONE}
        for batch in suggester.batches(library, ctx):
            of_batch = _embeddings(batch.scored, novelty.classifier if novelty else None)
            for row, (track_id, line) in enumerate(batch.lines()):
                if track_id not in done:
                    track_ids.append(track_id)
                    confidences.append(line.confidence)
                    embeddings.append(None if of_batch is None else of_batch[row])
    order = most_useful_first(np.array(confidences), _stacked(embeddings))
    return [track_ids[index] for index in order]


def _basis(library: Library, loaded: LoadedClassifier, ctx: JobContext) -> PrecisionBasis:
    """Return what is known of suggestions.

    What the files say is held against the classifiers alone: what else speaks for a suggestion
    may come from the same words. Tracks that were decided on count by that, and those that the
    classifiers were trained on would only repeat what they learned.
    """
    provenance = TrainingProvenance.from_training(loaded.bundle.training) or TrainingProvenance()
    decided = {i for batch in library.decisions.lines() for i, _ in batch}
    fingerprints = library.fingerprints()
    genre_of = {
        line.id: line.genre
        for batch in library.lines()
        for line in batch
        if line.genre
        and line.id not in decided
        and line.id in fingerprints  # not one that a scan found a moment ago
        and not provenance.is_of(line.name, fingerprints[line.id])
    }
    tagged = [
        (genre_of[track_id], said)
        for batch in Suggester(loaded).batches(library, ctx)
        for track_id, said in batch.lines()
        if track_id in genre_of
    ]
    return PrecisionBasis.of(
        loaded.calibrator.outcomes,
        library.decisions.outcomes(loaded.digest),
        tag_outcomes(tagged, loaded.calibrator.suggestible, taxonomy_in_use()),
    )


def _embeddings(batch: ScoredBatch, classifier: str | None) -> npt.NDArray[np.floating] | None:
    """Return the embeddings of one classifier, or without its name of the first that has any."""
    if classifier is not None:
        return batch.columns.embeddings_of(classifier)
    each = (scores.embeddings for scores in batch.columns.by_classifier.values())
    return next((embeddings for embeddings in each if embeddings is not None), None)


def _stacked(rows: list[npt.NDArray[np.floating] | None]) -> npt.NDArray[np.floating] | None:
    """Return rows as one array (n_tracks, n_dimensions), not finite where there is none.

    Those of another length than the first come from another classifier.
    """
    first = next((row for row in rows if row is not None), None)
    if first is None:
        return None
    stacked = np.full((len(rows), len(first)), np.nan, dtype=np.float16)
    for index, row in enumerate(rows):
        if row is not None and len(row) == len(first):
            stacked[index] = row
    return stacked
