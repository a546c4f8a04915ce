"""Learning from a person's corrections, in less than a second.

How far they may be trusted to speak for other tracks is tried out on themselves: each track is held
out, and the other artists' are asked. Votes for the genres that classifiers know are tried out
on tracks of those genres, votes for a genre of a person's own by themselves. Whichever does not
help is not used.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.corrections import (
    OWN_WIDTH,
    SCRIPT_WIDTH,
    Corrections,
    DecidedPoints,
    Points,
    Scripts,
    Voters,
    Votes,
    bandwidths,
    genres_with,
    swayed,
    vote_shares,
    widened,
)
from musicreclass.core.ensemble.log_probs import LogProbs
from musicreclass.training.data.labelled_tracks import Indices

FEWEST = 3  # corrections, and examples of a person's own genre; less say nothing
MOST = 2_000  # the latest ones; tastes change
MOST_OF = 0.8  # of the examples of a genre have names of a script that goes with it
# How common a genre of one's own is, and what else sounds like it, nobody knows. Its examples have
# so many votes each; so many together, however many they are, decide whether it comes first.
OWN_VOTES, OWN_FIRM_VOTES = 1.2, 8.0


def fit_corrections(
    known: Sequence[str],
    log_probs: LogProbs,
    points: Points,
    given: Sequence[str],
    groups: Indices | None = None,
    scripts: Scripts | None = None,
) -> Corrections | None:
    """Return what was learned of what a person made of tracks; None where that helps nobody.

    Args:
        known: the genres of `log_probs`.
        log_probs: what was said of the tracks, shape (n_tracks, n_known).
        points: where they lie.
        given: the genre that a person gave each of them.
        groups: whose tracks they are, shape (n_tracks,): one artist's speak for one another too
            well to be tried out on each other.
        scripts: of the names of the tracks.
    """
    if len(given) < FEWEST:
        return None
    genres = genres_with(known, given)
    truth = np.array([genres.index(genre) for genre in given], dtype=np.intp)
    groups = np.arange(len(given)) if groups is None else groups
    is_known = np.arange(len(genres)) < len(known)
    weights = np.where(is_known, 1.0, OWN_VOTES)
    ballots = np.asarray(np.diag(weights)[truth], dtype=np.float32)
    scripts = np.full(len(given), "") if scripts is None else scripts
    bound = _bound_to(truth, scripts, is_known)
    widths = np.where(is_known[truth], 1.0, np.where(bound == "", OWN_WIDTH, SCRIPT_WIDTH))
    near = DecidedPoints.of(points, widths).nearness(points, bandwidths(log_probs))
    near[(bound[None, :] != "") & (bound[None, :] != scripts[:, None])] = 0.0
    near[_speak_for_one_another(truth, groups, len(known))] = 0.0
    votes = np.asarray(near @ ballots, dtype=np.float64)
    trust = _Trial(widened(log_probs, len(genres)), votes, truth, is_known).trust()
    if not trust.any():
        return None
    used = is_known[truth] | (trust[truth] > 0.0)  # the known hold, at least
    own = OWN_FIRM_VOTES / np.maximum(ballots.sum(axis=0), OWN_FIRM_VOTES)
    firm = np.where(is_known, 1.0, own)
    voters = []
    for script in np.unique(bound[used]):
        some = np.flatnonzero(used & (bound == script))
        decided = DecidedPoints.of(points[some], widths[some])
        voters.append(Voters(decided, ballots[some], str(script)))
    return Corrections(genres, tuple(voters), trust, firm)


def _bound_to(truth: Indices, scripts: Scripts, is_known: npt.NDArray[np.bool_]) -> Scripts:
    """Return whose votes are for names of one script alone, by that script; "" for all others.

    They are the examples of a person's own genre nearly all of which have names of that script.
    """
    bound = np.full(len(truth), "", dtype=scripts.dtype)
    for genre in np.unique(truth[~is_known[truth]]):
        inside = truth == genre
        names, counts = np.unique(scripts[inside], return_counts=True)
        usual = int(counts.argmax())
        if counts[usual] >= max(FEWEST, MOST_OF * inside.sum()):
            bound[inside] = names[usual]
    return bound


def _speak_for_one_another(truth: Indices, groups: Indices, n_known: int) -> npt.NDArray[np.bool_]:
    """Return which tracks are not tried out on each other, shape (n_tracks, n_tracks).

    Those of one artist are not; but where a new genre is one artist's, there are no others.
    """
    apart = groups.copy()
    for genre in np.unique(truth[truth >= n_known]):
        inside = np.flatnonzero(truth == genre)
        if len(np.unique(groups[inside])) == 1:
            apart[inside] = groups.max() + 1 + inside
    return np.asarray(apart[:, None] == apart[None, :])


@dataclass(frozen=True, slots=True, eq=False)
class _Trial:
    """Decided tracks, each with the votes of those that may be asked about it."""

    said: LogProbs  # by classifiers, shape (n_tracks, n_genres)
    votes: Votes
    truth: Indices
    is_known: npt.NDArray[np.bool_]  # shape (n_genres,), to classifiers

    def trust(self) -> npt.NDArray[np.float64]:
        """Return how far votes for each genre can be believed, shape (n_genres,); 0: not at all."""
        trust = np.zeros(len(self.is_known))
        of_known = np.flatnonzero(self.is_known[self.truth])
        trust[self.is_known] = self._tried(of_known, self.is_known, trust)
        before = trust.copy()
        counts = np.bincount(self.truth, minlength=len(trust))
        for genre in np.flatnonzero(~self.is_known & (counts >= FEWEST)):
            asked = self.is_known | (np.arange(len(trust)) == genre)
            concerned = (self.votes[:, genre] > 0.0) & asked[self.truth] | (self.truth == genre)
            trust[genre] = self._tried(np.flatnonzero(concerned), asked & ~self.is_known, before)
        return trust

    def _tried(
        self, rows: Indices, genres: npt.NDArray[np.bool_], before: npt.NDArray[np.float64]
    ) -> float:
        """Return the trust that votes for some genres earn on some tracks.

        Args:
            before: the trust in other genres, shape (n_genres,).
        """
        truth = self.truth[rows]
        votes = np.where(genres | self.is_known, self.votes[rows], 0.0)
        shares = vote_shares(votes) * genres
        right = shares[np.arange(len(rows)), truth].sum()
        trust = float((right + 1.0) / (shares.sum() + 2.0))
        others = _score(swayed(self.said[rows], votes * ~genres, before), truth)
        gains = _score(swayed(self.said[rows], votes, before + trust * genres), truth) - others
        return trust if len(rows) and gains.sum() > gains.std() * np.sqrt(len(rows)) else 0.0


def _score(log_probs: LogProbs, truth: Indices) -> npt.NDArray[np.float64]:
    """Return a score of each answer, shape (n_tracks,), by Brier: 1 at best, -1 at worst.

    It is bounded, so that no track weighs more than others because nobody thought of its genre.
    """
    probabilities = np.exp(log_probs)
    at_truth = probabilities[np.arange(len(truth)), truth]
    return np.asarray(2.0 * at_truth - (probabilities**2).sum(axis=1))
