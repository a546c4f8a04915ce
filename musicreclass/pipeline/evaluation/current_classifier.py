"""How the classifier in use does on the music that another has just been taught."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from musicreclass.core.ensemble.log_probs import Reals, normalised
from musicreclass.core.ensemble.weighting import common_genres
from musicreclass.core.location import readable
from musicreclass.pipeline.classification.loaded_classifier import load_classifier
from musicreclass.pipeline.datasets.labelling import Labelled
from musicreclass.pipeline.evaluation.batch_evaluator import (
    BatchEvaluator,
    on_one_list,
    remark_on,
    unfitted,
)
from musicreclass.training.data.labelled_tracks import Indices
from musicreclass.training.measure.evaluation import paired
from musicreclass.training.reports.report import CurrentClassifier


def current_classifier_of(
    in_use: Path, labelled: Labelled, together: Reals, tested: Indices, evaluator: BatchEvaluator
) -> CurrentClassifier | None:
    """Return how those in use do on tracks that neither they nor the new ones were taught.

    None where there are no such tracks of genres that they know.

    Args:
        together: what the new ones say out of fold, shape (n_tracks, n_genres).
        tested: places of the tracks that count.

    Raises:
        ClassifierFileProblem: those in use are no bundle that can be used.
        Cancelled: the user stopped.
    """
    loaded, tracks = load_classifier(in_use), labelled.tracks
    known = set(loaded.calibrator.ensemble.genres)
    files = {file.path: file for file in unfitted(loaded, labelled.files) if file.genre in known}
    shared = [place for place in tested.tolist() if tracks.names[place] in files]
    asked = evaluator.ask(in_use, loaded, [files[tracks.names[place]] for place in shared])
    shared = [place for place in shared if tracks.names[place] in asked.log_probs]
    if not shared:
        return None
    heard = [files[tracks.names[place]] for place in shared]
    genres = common_genres((tracks.genres, loaded.calibrator.ensemble.genres))
    truth = tracks.labels[shared]  # the genres that were learned come first
    theirs = on_one_list(asked, genres, heard)
    ours = np.full(theirs.shape, -np.inf)
    ours[:, : len(tracks.genres)] = together[shared]
    name = readable(in_use.stem)
    return CurrentClassifier(
        name,
        len(heard),
        float((theirs.argmax(axis=1) == truth).mean()),
        paired(normalised(ours), theirs, truth, tracks.groups[shared]),
        remark_on(name, loaded, heard),
    )
