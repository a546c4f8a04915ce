"""What a person's decisions teach the classifiers in use, as long as that is wanted.

It is worked out anew from the library each time and kept nowhere: taking a decision back, or
switching this off, leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.corrections import Corrections
from musicreclass.core.ensemble.prediction import SuggestionLine
from musicreclass.core.ensemble.prediction_columns import PredictionColumns
from musicreclass.core.job import JobContext
from musicreclass.library.predictions import HeardBatch
from musicreclass.library.store import Library
from musicreclass.pipeline.classification.known_genres import taxonomy
from musicreclass.pipeline.classification.loaded_classifier import Panel, open_panel
from musicreclass.training.fit.fit_corrections import FEWEST, MOST, fit_corrections


@dataclass(frozen=True, slots=True)
class Learned:
    """What came of learning."""

    decision_count: int  # learned from; 0 where they teach nothing
    changed_count: int  # tracks for which another genre is suggested than before


def panel_for(library: Library, bundle_file: Path, *, learns: bool) -> Panel:
    """Return what the bundle in `bundle_file` is asked through for the tracks of a library.

    Args:
        learns: whether a person's decisions count.

    Raises:
        ClassifierFileProblem: it is no bundle, damaged, or wants what is not measured here.
        LibraryProblem: the library cannot be used.
    """
    panel = open_panel(bundle_file)
    return _taught(library, panel)[0] if learns else panel


def learn(
    library_file: Path,
    bundle_file: Path,
    ctx: JobContext,
    *,
    shown: Mapping[int, SuggestionLine],
    learns: bool,
) -> Learned:
    """Suggest anew, and publish batches of (track id, `SuggestionLine`) for what is not so shown.

    Args:
        shown: the suggestions that a person sees, by track id.
        learns: whether decisions count; without them, what classifiers say stands again.

    Raises:
        ClassifierFileProblem: the file is no bundle that can be used.
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    changed = 0
    with Library(library_file) as library:
        panel, count = open_panel(bundle_file), 0
        if learns:
            panel, count = _taught(library, panel)
        for batch in library.predictions.batches(panel.digest):
            ctx.raise_if_cancelled()
            lines = panel.judge.suggest_many(batch.columns).lines()
            pairs = zip(batch.track_ids, lines, strict=True)
            others = [(i, line) for i, line in pairs if i in shown and shown[i] != line]
            changed += sum(shown[i].genre != line.genre for i, line in others)
            if others:
                ctx.publish(others)
    return Learned(count, changed)


def _taught(library: Library, panel: Panel) -> tuple[Panel, int]:
    """Return the panel as decisions teach it, and how many did."""
    given = {said.track_id: said for said in library.decisions.corrections(MOST)}
    if len(given) < FEWEST:
        return panel, 0
    batches = library.predictions.of_tracks(panel.digest, list(given))
    classifier, heard = _same_embeddings(panel, list(batches))
    ids = [track_id for batch in heard for track_id in batch.track_ids]
    if not ids:
        return panel, 0
    known = taxonomy()
    artists = [given[i].artist or f"\0{i}" for i in ids]  # nobody's tracks are nobody else's
    corrections = fit_corrections(
        classifier,
        panel.judge.ensemble.genres,
        np.concatenate([_together(panel, batch.columns) for batch in heard]),
        np.concatenate([_embeddings(batch, classifier) for batch in heard]),
        [known.canonical(given[i].genre) for i in ids],
        np.unique(artists, return_inverse=True)[1],
    )
    return _corrected(panel, corrections), len(ids) if corrections else 0


def _corrected(panel: Panel, corrections: Corrections | None) -> Panel:
    return replace(panel, judge=replace(panel.judge, corrections=corrections))


def _same_embeddings(panel: Panel, batches: list[HeardBatch]) -> tuple[str, list[HeardBatch]]:
    """Return the classifier to go by, and the batches with its embeddings."""
    familiarity = panel.judge.familiarity
    names = [familiarity.classifier] if familiarity else list(panel.judge.ensemble.classifiers)
    for name in names:
        having = [batch for batch in batches if _has_embeddings(batch, name)]
        if having:
            return name, having
    return "", []


def _has_embeddings(batch: HeardBatch, classifier: str) -> bool:
    said = batch.columns.said.get(classifier)
    return said is not None and said.embeddings is not None


def _embeddings(batch: HeardBatch, classifier: str) -> npt.NDArray[np.floating]:
    embeddings = batch.columns.said[classifier].embeddings
    assert embeddings is not None
    return embeddings


def _together(panel: Panel, columns: PredictionColumns) -> npt.NDArray[np.float64]:
    said = {name: (said.genres, said.scores) for name, said in columns.said.items()}
    return panel.judge.ensemble.combine(said)
