"""Fitting several kinds of classifiers on the same split, to see which are worth their costs."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from musicreclass.classifiers.bundle import ClipSpec
from musicreclass.classifiers.kinds.network import Network
from musicreclass.core.analysis import AnalysisSpec
from musicreclass.core.ensemble.log_probs import Reals
from musicreclass.core.job import JobContext, Progress
from musicreclass.sentences.reason import Reason
from musicreclass.training.calibrate import combined_out_of_fold
from musicreclass.training.data.labelled_tracks import FeatureRows, Indices, LabelledTracks
from musicreclass.training.make import fitted
from musicreclass.training.measure.baselines import BASELINES, XgboostMissing
from musicreclass.training.members import Member, TrainingPlan

ENSEMBLE = "ensemble"
USUAL_CLIP = ClipSpec()


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """What one kind of classifier said of tracks that it was not fitted on, and what that took."""

    name: str
    log_probs: Reals  # shape (n_tracks, n_genres)
    fitting_seconds: float  # once; the mean over folds
    answering_seconds: float  # a track, analysis not included
    needs: AnalysisSpec | None  # what must be analyzed of a track; None: nothing
    networks: tuple[Network, ...] = ()  # of one fold; they show what is kept on a disk
    by_fold: tuple[Network, ...] = ()  # the one that answered for fold 0, for fold 1, ...


@dataclass(frozen=True, slots=True)
class Absent:
    """A kind that could not take part, and why."""

    name: str
    reason: Reason


def simple_ones(
    tracks: LabelledTracks, features: FeatureRows, fold_of: Indices, ctx: JobContext, seed: int
) -> Iterator[Fitted | Absent]:
    """Yield what the baselines say of `tracks`, the simplest first.

    Raises:
        Cancelled: the user stopped.
    """
    for done, name in enumerate(BASELINES):
        ctx.report(Progress(done, len(BASELINES), name))
        try:
            yield _simple(name, tracks, features, fold_of, ctx, seed)
        except XgboostMissing as missing:
            yield Absent(name, missing.reason)


def _simple(
    name: str,
    tracks: LabelledTracks,
    features: FeatureRows,
    fold_of: Indices,
    ctx: JobContext,
    seed: int,
) -> Fitted:
    said = np.zeros((len(tracks), len(tracks.genres)))
    watch = _Watch()
    for fold in np.unique(fold_of):
        ctx.raise_if_cancelled()
        inside, classifier = fold_of == fold, BASELINES[name]()
        labels, groups = tracks.labels[~inside], tracks.groups[~inside]
        watch.start()
        classifier.fit(features[~inside], labels, len(tracks.genres), seed, groups)
        watch.fitted()
        said[inside] = classifier.log_probs(features[inside])
        watch.answered()
    needs = None if name == "majority" else AnalysisSpec()
    return Fitted(name, said, *watch.seconds(tracks), needs)


def networks(
    tracks: LabelledTracks, plan: TrainingPlan, fold_of: Indices, ctx: JobContext, seed: int
) -> Iterator[Fitted]:
    """Yield what the members of `plan` say of `tracks`, and then all of them together.

    Raises:
        Cancelled: the user stopped.
    """
    each = [
        cross_validated(member, tracks, fold_of, ctx, seed, clip=plan.clip)
        for member in plan.members
    ]
    yield from each
    if len(each) > 1:
        yield _together(each, plan, tracks, fold_of)


def cross_validated(
    member: Member,
    tracks: LabelledTracks,
    fold_of: Indices,
    ctx: JobContext,
    seed: int,
    *,
    clip: ClipSpec = USUAL_CLIP,
) -> Fitted:
    """Return what a member says of each fold of `tracks`, fitted to all others.

    Raises:
        Cancelled: the user stopped.
    """
    said = np.zeros((len(tracks), len(tracks.genres)))
    watch, by_fold = _Watch(), []
    for fold in np.unique(fold_of):
        inside, outside = np.flatnonzero(fold_of == fold), np.flatnonzero(fold_of != fold)
        watch.start()
        network, _ = fitted(member, tracks.at(outside), ctx, seed=seed)
        by_fold.append(network)
        watch.fitted()
        some = tracks.at(inside)
        said[inside] = network.answers(some.features, some.mels).log_probs
        watch.answered()
    needs = TrainingPlan((member,), clip=clip).needs
    seconds = watch.seconds(tracks)
    return Fitted(member.name, said, *seconds, needs, tuple(by_fold[-1:]), tuple(by_fold))


def _together(
    each: Sequence[Fitted], plan: TrainingPlan, tracks: LabelledTracks, fold_of: Indices
) -> Fitted:
    members = {one.name: (tracks.genres, one.log_probs) for one in each}
    return Fitted(
        ENSEMBLE,
        combined_out_of_fold(members, tracks.genres, tracks.labels, fold_of),
        sum(one.fitting_seconds for one in each),
        sum(one.answering_seconds for one in each),
        plan.needs,
        tuple(network for one in each for network in one.networks),
    )


class _Watch:
    """How long fitting and answering took, fold by fold."""

    def __init__(self) -> None:
        self._since = 0.0
        self._fitting: list[float] = []
        self._answering: list[float] = []

    def start(self) -> None:
        self._since = time.perf_counter()

    def fitted(self) -> None:
        self._fitting.append(time.perf_counter() - self._since)
        self.start()

    def answered(self) -> None:
        self._answering.append(time.perf_counter() - self._since)

    def seconds(self, tracks: LabelledTracks) -> tuple[float, float]:
        """Return how long it takes to fit once, and to answer one track."""
        return float(np.mean(self._fitting)), sum(self._answering) / len(tracks)
