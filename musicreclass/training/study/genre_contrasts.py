"""Genres of a study: which are easy or hard to tell, and what parts a pair that is confused.

How far a feature differs is a robust effect size: the difference of the medians in spreads, where
a spread is what half of the tracks of either genre lie within, as wide as a deviation would be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from musicreclass.classifiers.feature_set import IQR_OF_NORMAL
from musicreclass.core.ensemble.log_probs import Reals
from musicreclass.training.data.labelled_tracks import FeatureRows, Indices, LabelledTracks
from musicreclass.training.measure.confidence_intervals import (
    Bootstrap,
    Floats,
    Interval,
    counted,
    mean,
)
from musicreclass.training.measure.confusable_pairs import confused_pairs
from musicreclass.training.measure.evaluation import share_right
from musicreclass.training.measure.metrics import confusion_of

MOST_PAIRS = 3
MOST_FEATURES = 5  # of a pair
FEWEST_TRACKS = 10  # of a genre; quartiles of fewer say nothing
RESAMPLES = 500  # medians are drawn one by one
NARROWEST = 1e-9


@dataclass(frozen=True, slots=True)
class GenreDifficulty:
    """How often tracks of a genre are told right, and what they are taken for most."""

    genre: str
    tracks: int
    right: float  # by the best way
    interval: Interval | None
    by_all: float  # the mean of all ways
    taken_for: str  # "" where none is taken for another
    times: int


@dataclass(frozen=True, slots=True)
class FeatureContrast:
    """How far one of the 518 features differs between two genres."""

    column: str  # such as "mfcc.mean.01"
    effect: float  # spreads; above 0 the first genre has more of it
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class PairContrast:
    """Two genres that are confused, and the features that part them most."""

    first: str
    second: str
    share_right: float  # of the two, by the best way
    interval: Interval | None
    features: tuple[FeatureContrast, ...]


def difficulties(
    best: Reals, every: Sequence[Reals], tracks: LabelledTracks
) -> tuple[GenreDifficulty, ...]:
    """Return the genres, the easiest first.

    Args:
        best: what the best way says out of fold, shape (n_tracks, n_genres).
        every: what all ways say.
    """
    right = share_right(best, tracks.labels)
    by_all = np.mean([share_right(said, tracks.labels) for said in every], axis=0)
    answers = best.argmax(axis=1)
    found = []
    for label, genre in enumerate(tracks.genres):
        own = np.flatnonzero(tracks.labels == label)
        if not len(own):
            continue
        draw = Bootstrap.of(len(own), tracks.groups[own])
        interval = draw.interval_of_share(mean(draw.sums(counted(right[own]))))
        wrong = np.bincount(answers[own], minlength=len(tracks.genres))
        wrong[label] = 0
        taken_for = tracks.genres[int(wrong.argmax())] if wrong.any() else ""
        shares = float(right[own].mean()), interval, float(by_all[own].mean())
        found.append(GenreDifficulty(genre, len(own), *shares, taken_for, int(wrong.max())))
    return tuple(sorted(found, key=lambda one: (-one.right, -one.by_all)))


def pair_contrasts(
    best: Reals, tracks: LabelledTracks, features: FeatureRows, columns: Sequence[str]
) -> tuple[PairContrast, ...]:
    """Return the pairs that are told apart worst, each with what differs most between them.

    Where all are told apart well, it is the one that is confused most; none where none is.

    Args:
        features: the 518, shape (n_tracks, n_columns).
        columns: their names.
    """
    index = {genre: label for label, genre in enumerate(tracks.genres)}
    counts = np.bincount(tracks.labels, minlength=len(tracks.genres))
    confused = confused_pairs(best, tracks.labels, tracks.genres, tracks.groups)
    pairs = [(index[pair.first], index[pair.second]) for pair in confused]
    pairs = [pair for pair in pairs if min(counts[label] for label in pair) >= FEWEST_TRACKS]
    found = []
    for pair in pairs[:MOST_PAIRS] or _most_confused(best, tracks, counts):
        first, second = (np.flatnonzero(tracks.labels == label) for label in pair)
        contrasts = feature_contrasts(features, columns, first, second, tracks.groups)
        names = tracks.genres[pair[0]], tracks.genres[pair[1]]
        found.append(PairContrast(*names, *_right_of_two(best, tracks, pair), contrasts))
    return tuple(found)


def _most_confused(best: Reals, tracks: LabelledTracks, counts: Indices) -> list[tuple[int, int]]:
    """Return the pair of genres with tracks enough that are taken most for each other, if any."""
    confusion = confusion_of(best.argmax(axis=1), tracks.labels, len(tracks.genres))
    both = np.triu(confusion + confusion.T, 1)
    few = counts < FEWEST_TRACKS
    both[few] = both[:, few] = 0
    if not both.any():
        return []
    first, second = np.unravel_index(int(both.argmax()), both.shape)
    return [(int(first), int(second))]


def _right_of_two(
    best: Reals, tracks: LabelledTracks, pair: tuple[int, int]
) -> tuple[float, Interval | None]:
    """Return how often the right one of two genres is found, were there no others."""
    own = np.flatnonzero(np.isin(tracks.labels, pair))
    is_first = best[own, pair[0]] > best[own, pair[1]]
    right = (is_first == (tracks.labels[own] == pair[0])).astype(np.float64)
    draw = Bootstrap.of(len(own), tracks.groups[own])
    return float(right.mean()), draw.interval_of_share(mean(draw.sums(counted(right))))


def feature_contrasts(
    features: FeatureRows,
    columns: Sequence[str],
    first: Indices,
    second: Indices,
    groups: Indices,
    most: int = MOST_FEATURES,
) -> tuple[FeatureContrast, ...]:
    """Return the features that differ most between two sets of tracks, one of each family."""
    effects = effect_sizes(features[first], features[second])
    chosen: list[int] = []
    families: set[str] = set()
    for index in np.argsort(-np.abs(effects)):
        family = family_of(columns[index])
        if family not in families:
            families.add(family)
            chosen.append(int(index))
        if len(chosen) == most:
            break
    intervals = effect_intervals(features[:, chosen], first, second, groups)
    return tuple(
        FeatureContrast(columns[index], float(effects[index]), interval)
        for index, interval in zip(chosen, intervals, strict=True)
    )


def family_of(column: str) -> str:
    """Return what is measured, whichever statistic of it: "mfcc.mean.01" is of "mfcc.01"."""
    name, _, rest = column.partition(".")
    return f"{name}.{rest.rpartition('.')[2]}"


def effect_sizes(first: FeatureRows, second: FeatureRows) -> Floats:
    """Return how many spreads the medians of two sets of tracks differ, shape (n_columns,)."""
    low, middle, high = np.percentile(first.astype(np.float64), (25, 50, 75), axis=0)
    other_low, other_middle, other_high = np.percentile(
        second.astype(np.float64), (25, 50, 75), axis=0
    )
    spread = 0.5 * ((high - low) + (other_high - other_low)) / IQR_OF_NORMAL
    is_flat = spread <= NARROWEST * np.maximum(np.abs(middle), 1.0)
    return np.where(is_flat, 0.0, (middle - other_middle) / np.where(is_flat, 1.0, spread))


def effect_intervals(
    features: FeatureRows, first: Indices, second: Indices, groups: Indices, seed: int = 0
) -> list[Interval | None]:
    """Return the interval of each column's effect size, with whole groups drawn anew."""
    sides = [_by_group(side, groups) for side in (first, second)]
    if min(len(side) for side in sides) < FEWEST_TRACKS:
        return [None] * features.shape[1]
    rng = np.random.default_rng(seed)
    drawn = []
    for _ in range(RESAMPLES):
        rows = [
            np.concatenate([side[i] for i in rng.integers(0, len(side), len(side))])
            for side in sides
        ]
        drawn.append(effect_sizes(features[rows[0]], features[rows[1]]))
    low, high = np.quantile(drawn, (0.025, 0.975), axis=0)
    return [Interval(float(a), float(b)) for a, b in zip(low, high, strict=True)]


def _by_group(tracks: Indices, groups: Indices) -> list[Indices]:
    return [tracks[groups[tracks] == group] for group in np.unique(groups[tracks])]
