"""Across collections: what was learned from one, asked about the other, and how the two differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from musicreclass.core.job import JobContext
from musicreclass.training.data.labelled_tracks import FeatureRows, Indices, LabelledTracks
from musicreclass.training.data.split import folds
from musicreclass.training.make import fitted
from musicreclass.training.measure.comparison_run import cross_validated
from musicreclass.training.measure.confidence_intervals import Bootstrap, Interval, counted, mean
from musicreclass.training.measure.evaluation import share_right
from musicreclass.training.members import Member
from musicreclass.training.study.genre_contrasts import effect_intervals, effect_sizes

FEWEST_SHARED = 3  # tracks of a genre in either collection
FEWEST_GENRES = 2

Facts = npt.NDArray[np.float32]  # shape (n_tracks,); not a number where nobody says


@dataclass(frozen=True, slots=True)
class Crossing:
    """How one way does at home and abroad, on the same tracks."""

    way: str
    learned_from: str
    asked_about: str
    tracks: int
    abroad: float  # right, by what was learned from the other collection
    abroad_interval: Interval | None
    at_home: float  # right, by what was learned from the same collection, out of fold
    at_home_interval: Interval | None
    loss: float
    loss_interval: Interval | None


@dataclass(frozen=True, slots=True)
class CollectionContrast:
    """How two collections differ in one regard."""

    fact: str
    first: float | None  # the median of either
    second: float | None
    known: tuple[int, int]  # tracks that say it
    effect: float | None  # spreads; above 0 the first has more
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Crossings:
    """Two collections, by the genres that they share."""

    first: str
    second: str
    genres: tuple[str, ...]
    tracks: tuple[int, int]  # of these genres
    rows: tuple[Crossing, ...]
    contrasts: tuple[CollectionContrast, ...]


def shared_genres(one: LabelledTracks, other: LabelledTracks) -> tuple[str, ...]:
    """Return the genres of which both have some tracks; none where that is one genre only."""
    counts = [
        dict(zip(t.genres, np.bincount(t.labels, minlength=len(t.genres)), strict=True))
        for t in (one, other)
    ]
    both = [g for g in one.genres if min(c.get(g, 0) for c in counts) >= FEWEST_SHARED]
    return tuple(both) if len(both) >= FEWEST_GENRES else ()


def of_genres(tracks: LabelledTracks, genres: Sequence[str]) -> tuple[LabelledTracks, Indices]:
    """Return the tracks of `genres`, which know no others, and where they were; without mels."""
    number = {genre: i for i, genre in enumerate(genres)}
    mapped = np.array([number.get(genre, -1) for genre in tracks.genres])[tracks.labels]
    chosen = np.flatnonzero(mapped >= 0)
    some = replace(tracks, mels=None).at(chosen)
    return replace(some, genres=tuple(genres), labels=mapped[chosen].astype(np.intp)), chosen


def crossings(
    names: tuple[str, str],
    collections: tuple[LabelledTracks, LabelledTracks],
    members: Sequence[Member],
    ctx: JobContext,
    *,
    n_folds: int,
    seed: int,
) -> tuple[Crossing, ...]:
    """Return how members do that learned from one of two collections of the same genres.

    Raises:
        CannotSplit: all of a collection is of one artist.
        Cancelled: the user stopped.
    """
    found = []
    for here, there in ((0, 1), (1, 0)):
        asked = collections[there]
        fold_of = folds(asked.labels, asked.groups, n_folds, seed)
        draw = Bootstrap.of(len(asked), asked.groups)
        for member in members:
            ctx.raise_if_cancelled()
            network, _ = fitted(member, collections[here], ctx, seed=seed)
            abroad = share_right(network.answers(asked.features, None).log_probs, asked.labels)
            own = cross_validated(member, asked, fold_of, ctx, seed).log_probs
            at_home = share_right(own, asked.labels)
            far, near = (mean(draw.sums(counted(right))) for right in (abroad, at_home))
            found.append(
                Crossing(
                    member.name,
                    names[here],
                    names[there],
                    len(asked),
                    float(abroad.mean()),
                    draw.interval_of_share(far),
                    float(at_home.mean()),
                    draw.interval_of_share(near),
                    float((at_home - abroad).mean()),
                    draw.interval(near - far),
                )
            )
    return tuple(found)


def collection_contrasts(
    facts: tuple[Mapping[str, Facts], Mapping[str, Facts]], groups: tuple[Indices, Indices]
) -> tuple[CollectionContrast, ...]:
    """Return how two collections differ in each fact that is known of any of their tracks."""
    found = []
    for name in facts[0]:
        sides = [side[name] for side in facts]
        is_known = [np.isfinite(side) for side in sides]
        known = [side[ok] for side, ok in zip(sides, is_known, strict=True)]
        counts = len(known[0]), len(known[1])
        if not any(counts):
            continue
        medians = [float(np.median(side)) if len(side) else None for side in known]
        effect, interval = None, None
        if all(counts):
            rows: FeatureRows = np.concatenate(known)[:, None]
            first, second = np.arange(counts[0]), np.arange(counts[0], sum(counts))
            effect = float(effect_sizes(rows[first], rows[second])[0])
            if effect == 0.0 and medians[0] != medians[1]:  # all of either are alike: no spread
                found.append(CollectionContrast(name, medians[0], medians[1], counts, None, None))
                continue
            own = [group[ok] for group, ok in zip(groups, is_known, strict=True)]
            together = np.concatenate([own[0], own[1] + int(own[0].max()) + 1])
            interval = effect_intervals(rows, first, second, together)[0]
        found.append(CollectionContrast(name, medians[0], medians[1], counts, effect, interval))
    return tuple(found)
