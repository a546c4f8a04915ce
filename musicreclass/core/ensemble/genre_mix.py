"""The mix of genres in a library: how many of its tracks are of each says something of every one.

Classifiers answer as if genres were as frequent everywhere as in the music that they were measured
on. A person's library has a mix of its own, and what classifiers say of all its tracks tells which:
shares are found at which these answers, weighed by them, come to the same shares again (expectation
maximisation, Saerens, Latinne and Decaestecker 2002). They are held near the usual ones where there
are few tracks, and count in part only, so that a few tracks of another genre keep theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.company_evidence import CompanyEvidence, Share
from musicreclass.core.ensemble.log_probs import LogProbs, log_softmax
from musicreclass.core.ensemble.stored import DamagedCalibration, Stored, Value, numbers, within
from musicreclass.sentences.reason import because

Shares = npt.NDArray[np.float64]  # shape (n_genres,), of sum one

FEWEST_TRACKS = 20  # that make a mix
MOST_TRACKS = 2_000  # that are looked at: more would tell nothing more
# Chosen by `bench genre_mix`, on libraries with any mix of genres drawn of clips of collections
# left out. In full, the mix gains little more where genres are few, and loses five where all are
# alike.
USUAL_WORTH = 20.0  # tracks that the usual shares count as
BOLDNESS = 0.5  # of how much more frequent a genre is, in logarithms, so much counts
LEAST_SHARE = 1e-4
STEPS = 40
FREQUENT = 1.5  # times as many tracks as usual: then it is told


@dataclass(frozen=True, slots=True, eq=False)
class LibraryMix:
    """How frequent genres are in one library."""

    shares: Shares
    lift: npt.NDArray[np.float64]  # what is added to log-probabilities, shape (n_genres,)

    def weighed(self, log_probs: LogProbs) -> LogProbs:
        """Return log-probabilities (n_tracks, n_genres) that the mix counts in."""
        return log_softmax(log_probs + self.lift)

    def told(
        self, genre: str, genres: Sequence[str], evidence: CompanyEvidence | None
    ) -> CompanyEvidence | None:
        """Return evidence for a genre with its share, where that is why it is suggested.

        Args:
            genres: those of the mix.
        """
        index = genres.index(genre) if genre in genres else None
        if index is None or self.lift[index] < BOLDNESS * np.log(FREQUENT):
            return evidence
        share = Share(genre, round(100.0 * float(self.shares[index])))
        return replace(evidence or CompanyEvidence(), library=share)


@dataclass(frozen=True, slots=True, eq=False)
class GenreMix:
    """What mix of genres answers come to where nothing is known of a library."""

    usual: Shares

    @classmethod
    def of_answers(cls, log_probs: LogProbs) -> GenreMix:
        """Return the usual mix, as answers (n_tracks, n_genres) to many libraries have it."""
        return cls(_shares(np.exp(log_probs).mean(axis=0)))

    def in_library(self, log_probs: LogProbs) -> LibraryMix | None:
        """Return the mix of a library by answers to its tracks; None where these are too few.

        Args:
            log_probs: of each track by itself, shape (n_tracks, n_genres).
        """
        if len(log_probs) < FEWEST_TRACKS:
            return None
        shares = self.usual
        for _ in range(STEPS):
            said = np.exp(log_softmax(log_probs + np.log(shares / self.usual)))
            summed = said.sum(axis=0) + USUAL_WORTH * self.usual
            shares = _shares(summed)
        return LibraryMix(shares, BOLDNESS * np.log(shares / self.usual))

    def to_dict(self) -> dict[str, Value]:
        return {"usual": self.usual}

    @classmethod
    def from_dict(cls, stored: Stored, n_genres: int) -> GenreMix:
        """Return what `to_dict` stored.

        Raises:
            DamagedCalibration: something is missing or makes no sense.
        """
        usual = within(numbers(stored, "usual", n_genres), "usual", 0.0, 1.0)
        if not usual.sum() > 0.0:
            raise DamagedCalibration(because("core.part_empty", part="usual"))
        return cls(_shares(usual))


def spread(count: int, most: int = MOST_TRACKS) -> npt.NDArray[np.intp]:
    """Return the indices of `most` of `count` tracks, as far from each other as can be."""
    return np.linspace(0, max(count - 1, 0), min(count, most)).astype(np.intp)


def _shares(amounts: Shares) -> Shares:
    amounts = np.maximum(amounts / amounts.sum(), LEAST_SHARE)
    return np.asarray(amounts / amounts.sum())
