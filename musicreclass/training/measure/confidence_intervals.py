"""How far a figure would be another with other tracks: resampling what belongs together.

Artists are drawn, not tracks: ten tracks of one album are right or wrong together, and whoever
counts them as ten promises three times too narrow an interval.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Groups = npt.NDArray[np.integer]  # shape (n_tracks,)

RESAMPLES = 2_000
COVERAGE = 0.95

_ENDS = ((1.0 - COVERAGE) / 2.0, (1.0 + COVERAGE) / 2.0)
_DRAWN_AT_ONCE = 4_000_000  # numbers in memory, however many tracks there are


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a figure lies 95 times of 100."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, eq=False)
class Bootstrap:
    """Many ways in which the tracks might have been others; the same ones for every figure."""

    group_of: npt.NDArray[np.intp]  # shape (n_tracks,), from 0 without gaps
    seed: int = 0
    resamples: int = RESAMPLES

    @classmethod
    def of(
        cls, n_tracks: int, groups: Groups | None, seed: int = 0, resamples: int = RESAMPLES
    ) -> Bootstrap:
        """Return resamples of `groups`, shape (n_tracks,), or of tracks where there are none."""
        known = np.arange(n_tracks) if groups is None else groups
        if len(known) != n_tracks:
            raise ValueError(f"{len(known)} groups for {n_tracks} tracks")
        return cls(np.unique(known, return_inverse=True)[1].astype(np.intp), seed, resamples)

    @property
    def n_groups(self) -> int:
        return int(self.group_of.max(initial=-1)) + 1

    def sums(self, per_track: Floats) -> Floats:
        """Return the column sums of each resample, shape (n_resamples, n_columns).

        Args:
            per_track: shape (n_tracks, n_columns).
        """
        per_group = np.zeros((self.n_groups, per_track.shape[1]))
        np.add.at(per_group, self.group_of, per_track)
        rng = np.random.default_rng(self.seed)
        at_once = max(1, _DRAWN_AT_ONCE // self.n_groups)
        parts = [
            _counts(rng, self.n_groups, min(at_once, self.resamples - start)) @ per_group
            for start in range(0, self.resamples, at_once)
        ]
        return np.concatenate(parts)

    def interval(self, figures: Floats) -> Interval | None:
        """Return where 95 of 100 `figures`, shape (n_resamples,), lie.

        None where all tracks belong together: there was nothing to draw from.
        """
        if self.n_groups < 2:
            return None
        low, high = np.quantile(figures, _ENDS)
        return Interval(float(low), float(high))

    def interval_of_share(self, shares: Floats) -> Interval | None:
        """Return the interval of `shares`, shape (n_resamples,), each from 0 to 1.

        Where all are right no resample has a mistake, and that is not yet certainty. The end then
        is Clopper and Pearson's, as if each group were one track.
        """
        found = self.interval(shares)
        if found is None:
            return None
        rarest = ((1.0 - COVERAGE) / 2.0) ** (1.0 / self.n_groups)
        return Interval(
            rarest if found.low == 1.0 else found.low,
            1.0 - rarest if found.high == 0.0 else found.high,
        )


def counted(per_track: Floats) -> Floats:
    """Return `per_track`, shape (n_tracks,), with what `mean` divides its sums by beside it."""
    return np.column_stack([per_track, np.ones(len(per_track))])


def mean(sums: Floats) -> Floats:
    """Return the means of sums of what `counted` gave, shape (...,) of sums (..., 2)."""
    return np.asarray(sums[..., 0] / sums[..., 1])


def _counts(rng: np.random.Generator, n_groups: int, n_resamples: int) -> Floats:
    """Return how often each group is drawn, shape (n_resamples, n_groups)."""
    drawn = rng.integers(0, n_groups, (n_resamples, n_groups))
    drawn += np.arange(n_resamples)[:, None] * n_groups
    counts = np.bincount(drawn.ravel(), minlength=n_resamples * n_groups)
    return counts.reshape(n_resamples, n_groups).astype(np.float64)
