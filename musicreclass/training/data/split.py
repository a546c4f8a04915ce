"""Grouped cross-validation folds: tracks of one artist or album never lie on both sides.

A classifier that was trained on one song of an album knows the singer, the room and the loudness
of all others: tested on those it shows how well it knows albums, not genres (leakage).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musicreclass.errors import MusicReclassError
from musicreclass.sentences.reason import Reason, because

GROUPS_WANTED = 3  # of a genre: one to test on, and two to learn what they share

Indices = npt.NDArray[np.intp]
Shares = npt.NDArray[np.float64]


class CannotSplit(MusicReclassError):
    """All tracks belong together, so that none can be kept apart to test on."""


@dataclass(frozen=True, slots=True)
class Inestimable:
    """A genre of which nobody can say how well it is recognised: all of it is of one kind."""

    genre: str
    groups: int
    wanted: int = GROUPS_WANTED

    @property
    def reason(self) -> Reason:
        return because(
            "training.inestimable", genre=self.genre, count=self.groups, wanted=self.wanted
        )


def folds(labels: Indices, groups: Indices, n_folds: int, seed: int) -> Indices:
    """Return the fold of each track, from 0; no group lies in two.

    The genres are spread as evenly as their groups allow, and a genre of several groups lies in
    at least two folds wherever that can be had. There are at most as many folds as groups.

    Args:
        labels: the number of each track's genre, shape (n,).
        groups: shape (n,).

    Raises:
        CannotSplit: there is one group only.
    """
    members = _members(groups)
    counts = _counts(labels, members)
    return _assigned(counts, min(n_folds, len(counts)), seed)[members]


def inestimable(labels: Indices, groups: Indices, genres: Sequence[str]) -> tuple[Inestimable, ...]:
    """Return the genres that have too few groups to say how well they are recognised.

    Args:
        labels: shape (n,); what is below 0 is of no genre.
        groups: shape (n,).
    """
    is_known = labels >= 0
    pairs = np.unique(np.column_stack([labels[is_known], groups[is_known]]), axis=0)
    found = np.bincount(pairs[:, 0], minlength=len(genres))
    return tuple(
        Inestimable(genre, int(count))
        for genre, count in zip(genres, found, strict=True)
        if count < GROUPS_WANTED
    )


def check_splittable(groups: Indices) -> None:
    """Make sure that something can be kept apart.

    Raises:
        CannotSplit: there is one group only.
    """
    if len(np.unique(groups)) < 2:
        raise CannotSplit(because("training.all_one_group"))


def _members(groups: Indices) -> Indices:
    """Return the groups numbered from 0 without gaps."""
    check_splittable(groups)
    return np.unique(groups, return_inverse=True)[1].astype(np.intp)


def _counts(labels: Indices, members: Indices) -> npt.NDArray[np.float64]:
    """Return how many tracks of each genre each group has, shape (n_groups, n_genres)."""
    present = np.unique(labels, return_inverse=True)[1]
    counts = np.zeros((members.max() + 1, present.max() + 1))
    np.add.at(counts, (members, present), 1.0)
    return counts


def _assigned(counts: npt.NDArray[np.float64], n_parts: int, seed: int) -> Indices:
    """Return the part of each group, such that each part has its share of each genre.

    Group by group, largest first, into the part that is least strained by it.
    """
    shares = np.column_stack([counts, counts.sum(axis=1)])  # of the genres, and of all tracks
    shares /= shares.sum(axis=0)
    part_of = np.zeros(len(shares), dtype=np.intp)
    filled = np.zeros((n_parts, shares.shape[1]))
    for group in _largest_first(shares, seed):
        # How the sum of its squared fillings grows in each part that takes the group in.
        share = shares[group]
        part_of[group] = np.argmin((2.0 * filled @ share + share @ share) * n_parts)
        filled[part_of[group]] += share
    return _mended(part_of, counts > 0, n_parts)


def _largest_first(shares: Shares, seed: int) -> Indices:
    shuffled = np.random.default_rng(seed).permutation(np.arange(len(shares)))
    return shuffled[np.argsort(-shares[shuffled].max(axis=1), kind="stable")]


def _mended(part_of: Indices, present: npt.NDArray[np.bool_], n_parts: int) -> Indices:
    """Move single groups while that brings a genre of several groups into a second part."""
    spread = _spread(part_of, present, n_parts)
    while True:
        is_in_one = np.array([len(np.unique(part_of[having])) == 1 for having in present.T])
        is_lonely = is_in_one & (present.sum(axis=0) > 1)
        best = part_of
        for group in np.flatnonzero(present[:, is_lonely].any(axis=1)):
            for part in range(n_parts):
                moved = part_of.copy()
                moved[group] = part
                if (further := _spread(moved, present, n_parts)) > spread:
                    best, spread = moved, further
        if best is part_of:
            return part_of
        part_of = best


def _spread(part_of: Indices, present: npt.NDArray[np.bool_], n_parts: int) -> tuple[int, int]:
    """Return how many parts hold anything, and in how many parts the genres lie in all."""
    lies_in = np.zeros((n_parts, present.shape[1]), dtype=bool)
    np.logical_or.at(lies_in, part_of, present)
    return int(lies_in.any(axis=1).sum()), int(np.minimum(lies_in.sum(axis=0), 2).sum())
