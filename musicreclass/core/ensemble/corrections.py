"""What a person's corrections add to what classifiers say: votes of decided tracks that lie near.

The classifiers stay as they are. A decided track speaks for what sounds like it, the less the
farther, and not at all beyond its reach: however many decisions there are on one kind of music,
another kind keeps its suggestions to the last digit. Tracks whose suggestion was accepted vote as
those that were corrected do, and so hold what is around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.log_probs import FLOOR, LogProbs, log_softmax

# Where tracks lie: numbers of a spread of one over music at large, clipped, and divided by the
# root of how many they are. A squared distance is then the mean of squared differences.
Points = npt.NDArray[np.float32]  # shape (n_tracks, n_dimensions)
Votes = npt.NDArray[np.floating]  # shape (n_tracks, n_genres), none below zero
Scripts = npt.NDArray[np.str_]  # shape (n_tracks,), as `script_of` tells them

# Squared distances. By the encoder, of pairs from different collections the nearest in a hundred
# lie 0.6 apart, the nearest tenth 1.0 and half of them 1.9; of one artist's tracks, half 0.6.
# At 1.1 twice as much is gained on a person's own music, and 1.2 points are lost elsewhere.
BANDWIDTH = 0.75  # where classifiers together believe in nothing to more than a half
SURE_BANDWIDTH = 0.4  # where they are certain; between, it shrinks with what they believe
# How many times that for a person's own genre: nobody else speaks for it. At 1.1 / 0.75 times
# half of the clips of Mandopop have it among the candidates, and 0.56 points are lost elsewhere.
OWN_WIDTH = 1.25
# And where nearly all its examples have names of one script that is not Latin, among such names
# alone. With 3, 5 and 10 examples of Mandopop 15, 41 and 76 % of others are suggested as such, by
# sound alone 0.4, 2 and 4; nothing is lost elsewhere. With 5 and 10 of them 8 and 15 % of all music
# but pop would be taken for it, had it Chinese names; at 3.0 more than half as much again.
SCRIPT_WIDTH = 2.5
HOLD = 0.5  # so many votes are believed as much as the classifiers
STEEPNESS = 2.0  # above 1, a single decision far off says less than its share
SECOND = 0.95  # of the first's belief, at most
MOST_AXES = 96  # that near tracks are searched along; up to so many decisions, that is exact
ROWS = 512  # tracks at a time: what is computed of them stays in the processor's cache


@dataclass(frozen=True, slots=True, eq=False)
class DecidedPoints:
    """Where decided tracks lie, laid out for asking what is near them."""

    axes: npt.NDArray[np.float32]  # shape (n_dimensions, n_axes), orthonormal
    along: npt.NDArray[np.float32]  # shape (n_decided, n_axes + 3): coordinates, size, one, one

    @classmethod
    def of(cls, points: Points, widths: npt.NDArray[np.floating] | None = None) -> DecidedPoints:
        """Lay points out, shape (n_decided, n_dimensions).

        Args:
            widths: how many times the usual bandwidth that of each is, shape (n_decided,).
        """
        wide = points.astype(np.float64)
        axes = np.linalg.eigh(wide.T @ wide)[1][:, -MOST_AXES:].astype(np.float32)
        sizes = (points**2).sum(axis=1, keepdims=True)
        along = np.hstack([points @ axes, sizes, np.ones_like(sizes)])
        if widths is not None:
            along /= widths[:, None]
        return cls(axes, np.hstack([along, np.ones_like(sizes)]).astype(np.float32))

    def nearness(self, points: Points, bandwidths: npt.NDArray[np.float64]) -> Points:
        """Return how near each is, shape (n_tracks, n_decided): 1 where both are one, 0 far off.

        Args:
            bandwidths: of each track, shape (n_tracks,).
        """
        scale = (1.0 / bandwidths).astype(np.float32)[:, None]
        sizes = (points**2).sum(axis=1, keepdims=True)
        # One product gives 1 - distance / bandwidth.
        rows = np.hstack(
            [2.0 * scale * (points @ self.axes), -scale, -scale * sizes, np.ones_like(scale)]
        )
        near: Points = rows @ self.along.T
        np.maximum(near, 0.0, out=near)
        np.square(near, out=near)
        return np.square(near, out=near)


@dataclass(frozen=True, slots=True, eq=False)
class Voters:
    """Decided tracks that vote on what lies near them."""

    decided: DecidedPoints
    ballots: npt.NDArray[np.float32]  # shape (n_decided, n_genres), what each votes where it lies
    script: str = ""  # of the names of all whom they vote on; "": of any

    def votes(self, points: Points, bandwidths: npt.NDArray[np.float64], scripts: Scripts) -> Votes:
        """Return the votes on tracks, shape (n_tracks, n_genres)."""
        if not self.script:
            return np.asarray(self.decided.nearness(points, bandwidths) @ self.ballots)
        votes = np.zeros((len(points), self.ballots.shape[1]), dtype=np.float32)
        rows = np.flatnonzero(scripts == self.script)
        votes[rows] = self.decided.nearness(points[rows], bandwidths[rows]) @ self.ballots
        return votes


@dataclass(frozen=True, slots=True, eq=False)
class Corrections:
    """Decided tracks that correct log-probabilities near them."""

    genres: tuple[str, ...]  # those of the classifiers first, then a person's own
    voters: tuple[Voters, ...]
    trust: npt.NDArray[np.float64]  # shape (n_genres,), how often held-out votes for it were right
    firm: npt.NDArray[np.float64]  # shape (n_genres,), the part of its votes that may come first

    @property
    def goes_by_scripts(self) -> bool:
        """Say whether `correct` has to be told the scripts of names."""
        return any(voters.script for voters in self.voters)

    def correct(
        self, log_probs: LogProbs, points: Points, scripts: Scripts | None = None
    ) -> LogProbs:
        """Return log-probabilities (n_tracks, n_genres) of these genres.

        Args:
            log_probs: shape (n_tracks, n_known), of the genres that classifiers know.
            points: of the same tracks.
            scripts: of their names; where they are left out, none is known.
        """
        scripts = np.full(len(points), "") if scripts is None else scripts
        corrected, bandwidth = self.widened(log_probs), bandwidths(log_probs)
        for first in range(0, len(points), ROWS):
            rows = slice(first, first + ROWS)
            asked = points[rows], bandwidth[rows], scripts[rows]
            votes = sum(voters.votes(*asked) for voters in self.voters)
            corrected[rows] = swayed(corrected[rows], np.asarray(votes), self.trust, self.firm)
        return corrected

    def widened(self, log_probs: LogProbs) -> LogProbs:
        """Return log-probabilities of these genres that nothing was learned for."""
        return widened(log_probs, len(self.genres))


def widened(log_probs: LogProbs, n_genres: int) -> LogProbs:
    """Return (n_tracks, n_genres): next to nothing is believed in genres that are new."""
    new = np.full((len(log_probs), n_genres - log_probs.shape[1]), FLOOR)
    return np.concatenate([log_probs, new], axis=1)


def bandwidths(log_probs: LogProbs) -> npt.NDArray[np.float64]:
    """Return from how far off decisions count for each track, shape (n_tracks,)."""
    sure = np.clip(2.0 * np.exp(log_probs.max(axis=1)) - 1.0, 0.0, 1.0)
    return np.asarray(BANDWIDTH + (SURE_BANDWIDTH - BANDWIDTH) * sure)


def swayed(
    log_probs: LogProbs,
    votes: Votes,
    trust: npt.NDArray[np.float64],
    firm: npt.NDArray[np.float64] | None = None,
) -> LogProbs:
    """Return what is believed after votes, shape (n_tracks, n_genres); as before without any.

    Args:
        trust: shape (n_genres,), how far votes for each genre are believed; the rest of what they
            would get stays where it was.
        firm: shape (n_genres,), which part of them decides what comes first; all if None.
    """
    said = log_probs.copy()
    moved = np.flatnonzero(votes.any(axis=1))
    before, votes = np.exp(said[moved]), votes[moved]
    mixed = _mixed(before, vote_shares(votes) * trust)
    if firm is not None and (firm < 1.0).any():
        firmly = _mixed(before, vote_shares(votes * firm) * trust)
        first = firmly.argmax(axis=1)[:, None]
        highest = np.take_along_axis(mixed, first, axis=1)
        behind = np.where(mixed >= highest, SECOND * highest, mixed)
        np.put_along_axis(behind, first, highest, axis=1)
        mixed = np.where(firm[first] < 1.0, firmly, behind)
    said[moved] = log_softmax(np.log(np.maximum(mixed, np.exp(FLOOR))))
    return said


def _mixed(before: Votes, shares: Votes) -> Votes:
    return np.asarray(before * (1.0 - shares.sum(axis=1, keepdims=True)) + shares)


def vote_shares(votes: Votes) -> Votes:
    """Return which part of the belief votes get, genre by genre, where all are trusted."""
    weight = np.maximum(votes.sum(axis=1, keepdims=True, dtype=np.float64), 1e-12)
    strength = weight**STEEPNESS
    return np.asarray(votes / weight * (strength / (strength + HOLD**STEEPNESS)))


def genres_with(known: Sequence[str], given: Sequence[str]) -> tuple[str, ...]:
    """Return the genres that classifiers know, and behind them those that only a person gave."""
    return tuple(dict.fromkeys((*known, *sorted(set(given)))))
