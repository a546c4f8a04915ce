"""Who should say which tracks lie in the wrong folder: simple classifiers that know their artists.

Figures must not come from tracks of artists that were learned from; suspicion may. What else there
is of an artist is the best witness of where a track of his belongs. Copies stay together: one that
was put into the wrong folder twice would bear itself out.

Measured on 256 excerpts in four genres, 14 of which were moved to a wrong one and most of each by
one artist, with two ways of moving and three of dealing: of the first 14 of the list 61 % are among
them; 50 % where artists are kept together.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from musicreclass.classifiers.baseline import BASELINES
from musicreclass.core.ensemble.log_probs import LogProbs
from musicreclass.core.job import JobContext
from musicreclass.training.data.grouping import Origin, Pair, groups_of
from musicreclass.training.data.labelled_tracks import LabelledTracks
from musicreclass.training.data.split import folds

CROSS_VAL_BASELINES = ("logistic regression", "svm")
FOLDS = 5
MOST_TRACKS = 5_000  # with more it would take minutes


def cross_val_log_probs(
    tracks: LabelledTracks, ctx: JobContext, *, same_recordings: Iterable[Pair] = (), seed: int = 0
) -> LogProbs | None:
    """Return what simple classifiers say of each track without having been taught it.

    None where no features were measured, or it would take too long.

    Args:
        same_recordings: places of tracks that are one recording.

    Raises:
        CannotSplit: all tracks are one recording.
        Cancelled: the user stopped.
    """
    if tracks.features is None or len(tracks) > MOST_TRACKS:
        return None
    copies = groups_of([Origin()] * len(tracks), same_recordings).groups
    fold_of = folds(tracks.labels, copies, FOLDS, seed)
    known = tracks.has_genre
    said = np.zeros((len(tracks), len(tracks.genres)))
    for fold in np.unique(fold_of):
        inside = fold_of == fold
        fitted = ~inside & known
        for name in CROSS_VAL_BASELINES:
            ctx.raise_if_cancelled()
            witness = BASELINES[name]()
            witness.fit(tracks.features[fitted], tracks.labels[fitted], len(tracks.genres), seed)
            said[inside] += witness.log_probs(tracks.features[inside]) / len(CROSS_VAL_BASELINES)
    return said
