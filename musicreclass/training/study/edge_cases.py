"""Edge cases of one way to tell genres: altered sounds, and few examples to learn from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from musicreclass.classifiers.kinds.network import Network
from musicreclass.core.analysis import Alteration
from musicreclass.core.ensemble.log_probs import Reals
from musicreclass.core.job import JobContext, Progress
from musicreclass.training.data.labelled_tracks import FeatureRows, Indices, LabelledTracks
from musicreclass.training.make import fitted
from musicreclass.training.measure.confidence_intervals import Bootstrap, Interval, counted, mean
from musicreclass.training.measure.evaluation import Difference, paired, share_right
from musicreclass.training.members import Member

EXAMPLES = (3, 5, 10, 20)  # tracks of each genre
DRAWINGS, QUICK_DRAWINGS = 10, 5
FEWEST_GENRES = 2


@dataclass(frozen=True, slots=True)
class AlteredCase:
    """How often the same tracks are told right once their sound is altered."""

    alteration: Alteration
    seconds: float  # of sound that there was, in the middle
    tracks: int
    accuracy: float
    interval: Interval | None
    change: Difference  # against the same tracks unaltered


@dataclass(frozen=True, slots=True)
class FewExamples:
    """How often tracks are told right by what was learned from so many of each genre."""

    per_genre: int
    drawings: int  # of what is learned from, in each fold
    genres: tuple[str, ...]  # that have as many
    tracks: int  # asked about
    accuracy: float
    interval: Interval | None


def sample_of(tracks: LabelledTracks, size: int, seed: int) -> Indices:
    """Return at most `size` tracks, drawn so that genres are as even as they can be, sorted."""
    rng = np.random.default_rng(seed)
    rank = np.empty(len(tracks))
    for genre in np.unique(tracks.labels):
        own = rng.permutation(np.flatnonzero(tracks.labels == genre))
        rank[own] = np.arange(len(own))
    order = np.lexsort((rng.random(len(tracks)), rank))
    return np.sort(order[:size])


def answers_by_fold(
    by_fold: Sequence[Network], fold_of: Indices, features: FeatureRows, n_genres: int
) -> Reals:
    """Return what each track's own fold's network says, which never saw it; (n_tracks, n_genres).

    Args:
        fold_of: of the tracks asked about, shape (n_tracks,).
    """
    said = np.zeros((len(features), n_genres))
    for fold in np.unique(fold_of):
        inside = fold_of == fold
        said[inside] = by_fold[fold].answers(features[inside], None).log_probs
    return said


def altered_case(
    alteration: Alteration,
    seconds: float,
    said: Reals,
    unaltered: Reals,
    truth: Indices,
    groups: Indices,
) -> AlteredCase:
    """Return the case of one alteration.

    Args:
        said: of the altered sounds, shape (n_tracks, n_genres).
        unaltered: of the same tracks as they are, likewise.

    Raises:
        CannotEvaluate: there are no tracks.
    """
    change = paired(said, unaltered, truth, groups)
    right = share_right(said, truth)
    draw = Bootstrap.of(len(truth), groups)
    interval = draw.interval_of_share(mean(draw.sums(counted(right))))
    return AlteredCase(alteration, seconds, len(truth), float(right.mean()), interval, change)


def few_examples(
    member: Member,
    tracks: LabelledTracks,
    fold_of: Indices,
    ctx: JobContext,
    *,
    seed: int,
    drawings: int = DRAWINGS,
) -> tuple[FewExamples, ...]:
    """Return how a member does that learns from few tracks of each genre, the fewest first.

    All are asked about the same tracks: those of the genres that have enough for the most.

    Raises:
        Cancelled: the user stopped.
    """
    counts, known = _enough(tracks, fold_of)
    if not counts:
        return ()
    of_these = np.flatnonzero(np.isin(tracks.labels, known))
    some, folds = _of_genres(tracks.at(of_these), known), fold_of[of_these]
    found = []
    for done, count in enumerate(counts):
        ctx.report(Progress(done, len(counts), member.name))
        said = np.zeros((drawings, len(some), len(known)))
        rng = np.random.default_rng((seed, count))
        for drawing, fold in np.ndindex(drawings, int(fold_of.max()) + 1):
            ctx.raise_if_cancelled()
            inside = np.flatnonzero(folds == fold)
            if len(inside):
                chosen = some.at(_drawn(some.labels, folds != fold, count, rng))
                network, _ = fitted(member, chosen, ctx, seed=seed + drawing)
                said[drawing, inside] = network.answers(some.at(inside).features, None).log_probs
        right = share_right(said, some.labels)
        draw = Bootstrap.of(len(some), some.groups)
        interval = draw.interval_of_share(mean(draw.sums(counted(right))))
        found.append(
            FewExamples(count, drawings, some.genres, len(some), float(right.mean()), interval)
        )
    return tuple(found)


def seconds_of(found: Mapping[str, float]) -> float:
    """Return how long the sounds are in the middle, 0 where there are none."""
    return float(np.median(list(found.values()))) if found else 0.0


def _enough(tracks: LabelledTracks, fold_of: Indices) -> tuple[tuple[int, ...], Indices]:
    """Return how many examples can be tried, and the genres that have the most without any fold."""
    n_folds, n_genres = int(fold_of.max()) + 1, len(tracks.genres)
    fewest = np.full(n_genres, len(tracks))
    for fold in range(n_folds):
        outside = tracks.labels[(fold_of != fold) & tracks.has_genre]
        fewest = np.minimum(fewest, np.bincount(outside, minlength=n_genres))
    for end in range(len(EXAMPLES), 0, -1):
        known = np.flatnonzero(fewest >= EXAMPLES[end - 1])
        if len(known) >= FEWEST_GENRES:
            return EXAMPLES[:end], known
    return (), np.empty(0, dtype=np.intp)


def _of_genres(tracks: LabelledTracks, known: Indices) -> LabelledTracks:
    """Return tracks, all of `known` genres, that know no other genres; without their mels."""
    labels = np.searchsorted(known, tracks.labels)
    genres = tuple(tracks.genres[genre] for genre in known)
    return replace(tracks, genres=genres, labels=labels, mels=None)


def _drawn(
    labels: Indices, is_outside: np.ndarray, count: int, rng: np.random.Generator
) -> Indices:
    own = (np.flatnonzero((labels == genre) & is_outside) for genre in np.unique(labels))
    return np.concatenate([rng.permutation(tracks)[:count] for tracks in own])
