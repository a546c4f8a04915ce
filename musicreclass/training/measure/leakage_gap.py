"""The leakage gap: how much better a random split makes the same classifier look."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from musicreclass.core.job import JobContext
from musicreclass.sentences.reason import Reason, because
from musicreclass.training.data.labelled_tracks import FeatureRows, Indices, LabelledTracks
from musicreclass.training.data.split import folds
from musicreclass.training.measure.baselines import BASELINES

FOLDS = 5
MOST_TRACKS = 5_000  # with more it would take minutes
CLASSIFIER = "logistic regression"  # learns in a moment


@dataclass(frozen=True, slots=True)
class LeakageGap:
    """How often a simple classifier is right, as groups are kept together and as they are not."""

    grouped: float
    at_random: (
        float  # inflated by leakage: it was fitted on other tracks of the same artists and albums
    )

    @property
    def points(self) -> float:
        return 100.0 * (self.at_random - self.grouped)

    @property
    def reason(self) -> Reason:
        return because(
            "training.leakage_gap",
            random=100.0 * self.at_random,
            grouped=100.0 * self.grouped,
            points=self.points,
        )


def leakage_gap(tracks: LabelledTracks, ctx: JobContext, *, seed: int = 0) -> LeakageGap | None:
    """Return what a random split would have made of `tracks`.

    None where no features were measured, nothing can be kept apart, or it would take too long.

    Raises:
        Cancelled: the user stopped.
    """
    known = tracks.at(np.flatnonzero(tracks.has_genre))
    if known.features is None or len(np.unique(known.groups)) < 2 or len(known) > MOST_TRACKS:
        return None
    grouped, at_random = (
        _share_right(known, known.features, groups, ctx, seed)
        for groups in (known.groups, np.arange(len(known)))
    )
    return LeakageGap(grouped, at_random)


def _share_right(
    tracks: LabelledTracks, features: FeatureRows, groups: Indices, ctx: JobContext, seed: int
) -> float:
    fold_of = folds(tracks.labels, groups, FOLDS, seed)
    hits = 0
    for fold in np.unique(fold_of):
        ctx.raise_if_cancelled()
        inside = fold_of == fold
        classifier = BASELINES[CLASSIFIER]()
        classifier.fit(features[~inside], tracks.labels[~inside], len(tracks.genres), seed)
        answers = classifier.log_probs(features[inside]).argmax(axis=1)
        hits += int((answers == tracks.labels[inside]).sum())
    return hits / len(tracks)
