"""Adaptation of the classifier in use to a person's decisions, as long as that is wanted.

Corrections are fitted anew from the library each time and kept nowhere: taking a decision back, or
switching this off, leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from musicreclass.core.company import By
from musicreclass.core.ensemble.prediction import SuggestionLine
from musicreclass.core.genre import Taxonomy
from musicreclass.core.job import JobContext
from musicreclass.library.predictions import ScoredBatch
from musicreclass.library.store import Library
from musicreclass.pipeline.classification.company_index import CompanyIndex
from musicreclass.pipeline.classification.loaded_classifier import LoadedClassifier, load_classifier
from musicreclass.pipeline.classification.suggester import Suggester
from musicreclass.training.fit.fit_corrections import FEWEST, MOST, fit_corrections


@dataclass(frozen=True, slots=True)
class Adaptation:
    """What came of an adaptation."""

    decision_count: int  # fitted to; 0 where they correct nothing
    changed_count: int  # tracks for which another genre is suggested than before


def load_suggester(
    library: Library, bundle_file: Path, *, learns: bool, by: By = "track"
) -> Suggester:
    """Return who suggests by the bundle in `bundle_file`, and by what was decided in a library.

    Args:
        learns: whether a person's decisions count.
        by: whose evidence is pooled: that of albums where they are known, else of artists, or the
            other way round; "track" takes each for itself.

    Raises:
        ClassifierFileProblem: it is no bundle, damaged, or wants what is not measured here.
        LibraryProblem: the library cannot be used.
    """
    loaded = load_classifier(bundle_file)
    suggester = _fitted(library, loaded) if learns else Suggester(loaded)
    company = CompanyIndex.of_library(library, suggester.genres, by, learns=learns)
    return replace(suggester, company=company)


def adapt(
    library_file: Path,
    bundle_file: Path,
    ctx: JobContext,
    *,
    shown: Mapping[int, SuggestionLine],
    learns: bool,
    by: By = "track",
) -> Adaptation:
    """Suggest anew, and publish batches of (track id, `SuggestionLine`) for what is not so shown.

    Args:
        shown: the suggestions that a person sees, by track id.
        learns: whether decisions count; without them, what classifiers say stands again.
        by: whose evidence is pooled, as in `load_suggester`.

    Raises:
        ClassifierFileProblem: the file is no bundle that can be used.
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    changed = 0
    with Library(library_file) as library:
        suggester = load_suggester(library, bundle_file, learns=learns, by=by)
        for batch in suggester.batches(library, ctx):
            others = [(i, line) for i, line in batch.lines() if i in shown and shown[i] != line]
            changed += sum(shown[i].genre != line.genre for i, line in others)
            if others:
                ctx.publish(others)
    return Adaptation(suggester.decision_count, changed)


def _fitted(library: Library, loaded: LoadedClassifier) -> Suggester:
    """Return who suggests as decisions have it."""
    given = {said.track_id: said for said in library.decisions.corrections(MOST)}
    if len(given) < FEWEST:
        return Suggester(loaded)
    batches = library.predictions.of_tracks(loaded.digest, list(given))
    classifier, scored = _same_embeddings(loaded, list(batches))
    ids = [track_id for batch in scored for track_id in batch.track_ids]
    if not ids:
        return Suggester(loaded)
    known, ensemble = Taxonomy.shipped(), loaded.calibrator.ensemble
    artists = [given[i].artist or f"\0{i}" for i in ids]  # nobody's tracks are nobody else's
    corrections = fit_corrections(
        classifier,
        ensemble.genres,
        np.concatenate([ensemble.combine(batch.columns.members) for batch in scored]),
        np.concatenate([_embeddings(batch, classifier) for batch in scored]),
        [known.canonical(given[i].genre) for i in ids],
        np.unique(artists, return_inverse=True)[1],
    )
    return Suggester(loaded, corrections, len(ids) if corrections else 0)


def _same_embeddings(
    loaded: LoadedClassifier, batches: list[ScoredBatch]
) -> tuple[str, list[ScoredBatch]]:
    """Return the network to go by, and the batches with its embeddings."""
    novelty = loaded.calibrator.novelty
    names = [novelty.classifier] if novelty else [*loaded.calibrator.ensemble.classifiers]
    for name in names:
        having = [one for one in batches if one.columns.embeddings_of(name) is not None]
        if having:
            return name, having
    return "", []


def _embeddings(batch: ScoredBatch, classifier: str) -> npt.NDArray[np.floating]:
    embeddings = batch.columns.embeddings_of(classifier)
    assert embeddings is not None
    return embeddings
