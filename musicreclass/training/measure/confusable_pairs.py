"""Which genres cannot be told apart: tested, pair by pair, and not guessed from a table.

Of two genres each of their tracks is asked again, with no other answer allowed. Who is right no
more often than a coin, does not tell them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import combinations

import numpy as np

from musicreclass.core.ensemble.log_probs import Reals
from musicreclass.sentences.reason import Reason, because
from musicreclass.training.data.labelled_tracks import Indices
from musicreclass.training.measure.confidence_intervals import Bootstrap, Floats, Groups, Interval
from musicreclass.training.measure.metrics import confusion_of

CHANCE = 0.5
WELL = 0.8  # right so often between two genres, nobody need mind
MOST_PAIRS = 40  # tested, of the most confused; three hundred genres have 45,000


class Separation(Enum):
    """What the test says of two genres."""

    NONE = "cannot be told apart"  # no better than a coin
    HARDLY = "hardly told apart"  # better than a coin, and not well
    UNKNOWN = "too few tracks to tell"  # it may be no better than a coin, or good

    @property
    def reason(self) -> Reason:
        return because(f"training.separation_{self.name.lower()}")


@dataclass(frozen=True, slots=True)
class GenrePair:
    """How often the right one of two genres is found, the mean of both."""

    first: str
    second: str
    share_right: float
    interval: Interval
    separation: Separation


def confused_pairs(
    log_probs: Reals,
    labels: Indices,
    genres: Sequence[str],
    groups: Groups | None = None,
    *,
    seed: int = 0,
) -> tuple[GenrePair, ...]:
    """Return the pairs of genres that are not well told apart, the worst first.

    Args:
        log_probs: out of fold, shape (n_tracks, n_genres).
        labels: index in `genres`, shape (n_tracks,); all of a genre.
        groups: artists or albums, shape (n_tracks,): what is right or wrong together.
    """
    draw = Bootstrap.of(len(labels), groups, seed)
    found = (
        _tested(first, second, log_probs, labels, genres, draw)
        for first, second in _most_confused(log_probs, labels, len(genres))
    )
    return tuple(sorted((pair for pair in found if pair), key=lambda pair: pair.share_right))


def _most_confused(log_probs: Reals, labels: Indices, n_genres: int) -> list[tuple[int, int]]:
    confusion = confusion_of(log_probs.argmax(axis=1), labels, n_genres)
    shares = confusion / np.maximum(confusion.sum(axis=1, keepdims=True), 1)
    both = shares + shares.T
    pairs = [pair for pair in combinations(range(n_genres), 2) if both[pair] > 0.0]
    return sorted(pairs, key=lambda pair: -both[pair])[:MOST_PAIRS]


def _tested(
    first: int,
    second: int,
    log_probs: Reals,
    labels: Indices,
    genres: Sequence[str],
    draw: Bootstrap,
) -> GenrePair | None:
    """Return the figures of two genres; None where they are well told apart, or one is absent."""
    is_first, is_second = labels == first, labels == second
    if not (is_first.any() and is_second.any()):
        return None
    says_first = log_probs[:, first] > log_probs[:, second]
    columns = [is_first & says_first, is_first, is_second & ~says_first, is_second]
    counts = np.column_stack(columns).astype(np.float64)
    interval = draw.interval_of_share(_share_right(draw.sums(counts)))
    if interval is None or (separation := _separation(interval)) is None:
        return None
    share_right = float(_share_right(counts.sum(axis=0)))
    return GenrePair(genres[first], genres[second], share_right, interval, separation)


def _separation(interval: Interval) -> Separation | None:
    if interval.low > CHANCE:
        return Separation.HARDLY if interval.high < WELL else None
    return Separation.NONE if interval.high < WELL else Separation.UNKNOWN


def _share_right(sums: Floats) -> Floats:
    """Return the mean of how often either genre is right, shape (...,) of sums (..., 4).

    A resample without any track of a genre counts it as a coin would.
    """
    hits, count = sums[..., ::2], sums[..., 1::2]
    shares = np.where(count > 0.0, hits / np.maximum(count, 1.0), CHANCE)
    return np.asarray(shares.mean(axis=-1))
