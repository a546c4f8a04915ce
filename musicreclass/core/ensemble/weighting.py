"""Several classifiers' scores in, one answer out.

Classifiers may know different genres. A genre that a classifier does not know gets no say from
it: the weights of those who do know it are renormalised, genre by genre. Before that, a
classifier that knows n of N genres has n/N of the belief to give away, or short lists would
shout down long ones; so classifiers that know nothing leave all genres equally likely.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.log_probs import LogProbs, Reals, UnusableScores, cooled, normalised
from musicreclass.core.ensemble.stored import (
    DamagedCalibration,
    Stored,
    Value,
    number,
    numbers,
    within,
    words,
)
from musicreclass.sentences.reason import because

Weights = npt.NDArray[np.float64]  # shape (n_classifiers,), none below zero
Known = npt.NDArray[np.bool_]  # shape (n_classifiers, n_genres)

LOWEST_TEMPERATURE, HIGHEST_TEMPERATURE = 0.1, 10.0


@dataclass(frozen=True, slots=True, eq=False)
class Ensemble:
    """Which classifiers count, on which genres, and how much each counts.

    The weights need not sum to one: two classifiers that err independently may together be
    surer than either.
    """

    genres: tuple[str, ...]
    classifiers: tuple[str, ...]
    weights: Weights
    temperatures: npt.NDArray[np.float64]  # shape (n_classifiers,), of each alone
    temperature: float = 1.0  # of the answer of all

    def __post_init__(self) -> None:
        stored = self.to_dict()
        words(stored, "genres")
        count = len(words(stored, "classifiers"))
        within(numbers(stored, "weights", count), "weights", 0.0, 1e3)
        if not self.weights.any():
            raise DamagedCalibration(because("core.no_weight"))
        limits = LOWEST_TEMPERATURE, HIGHEST_TEMPERATURE
        within(numbers(stored, "temperatures", count), "temperatures", *limits)
        number(stored, "temperature", *limits)

    def to_dict(self) -> dict[str, Value]:
        return {
            "genres": list(self.genres),
            "classifiers": list(self.classifiers),
            "weights": self.weights,
            "temperatures": self.temperatures,
            "temperature": self.temperature,
        }

    @classmethod
    def from_dict(cls, stored: Stored) -> Ensemble:
        """Return what `to_dict` stored.

        Raises:
            DamagedCalibration: something is missing or makes no sense.
        """
        return cls(
            words(stored, "genres"),
            words(stored, "classifiers"),
            numbers(stored, "weights", None),
            numbers(stored, "temperatures", None),
            float(numbers(stored, "temperature")),
        )

    @classmethod
    def of_equals(cls, members: Mapping[str, Sequence[str]]) -> Ensemble:
        """Return an ensemble of classifiers nobody has measured: name -> genres.

        Raises:
            UnusableScores: there are none.
        """
        if not members:
            raise UnusableScores(because("core.no_classifier_to_use"))
        count = len(members)
        genres = common_genres(members.values())
        return cls(genres, tuple(members), np.full(count, 1.0 / count), np.ones(count))

    def own_log_probs(self, classifier: str, scores: Reals) -> LogProbs:
        """Return one classifier's scores (..., its genres), calibrated for itself."""
        index = self.classifiers.index(classifier)
        return cooled(normalised(scores), float(self.temperatures[index]))

    def combine(self, members: Mapping[str, tuple[Sequence[str], Reals]]) -> LogProbs:
        """Return the log-probabilities of all together, shape (..., n_genres).

        Args:
            members: classifier -> its genres and raw scores (..., its genres). Those this
                ensemble does not list, or gives no weight, are left out; those that are absent
                are not missed, but the answer is less sure without them.

        Raises:
            UnusableScores: nobody with a weight is there, or knows any of the genres.
        """
        members_in_use = {
            name: (genres, self.own_log_probs(name, scores))
            for name, (genres, scores) in members.items()
            if name in self.classifiers
            and self.weights[self.classifiers.index(name)] > 0.0
            and set(genres) & set(self.genres)
        }
        if not members_in_use:
            raise UnusableScores(because("core.no_classifier_in_use"))
        stack, known = aligned(members_in_use.values(), self.genres)
        weights = np.array([self.weights[self.classifiers.index(name)] for name in members_in_use])
        return cooled(normalised(pooled(stack, known, weights)), self.temperature)


def common_genres(lists: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Return every genre of `lists` once, in the order in which they first come."""
    return tuple(dict.fromkeys(genre for genres in lists for genre in genres))


def aligned(
    members: Iterable[tuple[Sequence[str], LogProbs]], common: Sequence[str]
) -> tuple[LogProbs, Known]:
    """Bring classifiers with different genres to one list.

    Args:
        members: genres and log-probabilities (..., their genres) of each classifier.
        common: the list; what is not on it is left out, and the rest renormalised.

    Returns:
        Log-probabilities (n_classifiers, ..., n_common), zero where a genre is not known, and
        who knows which, (n_classifiers, n_common).

    Raises:
        UnusableScores: a classifier knows none of the genres.
    """
    pairs = [_aligned_one(genres, log_probs, common) for genres, log_probs in members]
    return np.stack([log_probs for log_probs, _ in pairs]), np.stack([known for _, known in pairs])


def _aligned_one(
    genres: Sequence[str], log_probs: LogProbs, common: Sequence[str]
) -> tuple[LogProbs, npt.NDArray[np.bool_]]:
    index_of = {genre: index for index, genre in enumerate(genres)}
    known = np.array([genre in index_of for genre in common])
    indices = [index_of[genre] for genre in common if genre in index_of]
    shared = np.zeros((*log_probs.shape[:-1], len(common)))
    shared[..., known] = normalised(log_probs[..., indices]) + np.log(len(indices) / len(common))
    return shared, known


def pooled(stack: LogProbs, known: Known, weights: Weights) -> LogProbs:
    """Return the weighted sum of log-probabilities, not normalised.

    Args:
        stack: shape (n_classifiers, ..., n_genres).
        known: shape (n_classifiers, n_genres); the weights of those who know a genre are
            scaled up to the sum of all. A genre that nobody knows is minus infinity.

    Returns:
        Shape (..., n_genres).
    """
    mean, _ = mean_of_knowing(stack, known, weights)
    return np.where(weights @ known > 0.0, weights.sum() * mean, -np.inf)


def mean_of_knowing(
    stack: LogProbs, known: Known, weights: Weights
) -> tuple[LogProbs, npt.NDArray[np.float64]]:
    """Return the weighted mean over those who know each genre, and their summed weight."""
    support = weights @ known
    total = np.tensordot(weights, stack, axes=1)  # unknown genres are zero in `stack`
    return total / np.where(support > 0.0, support, 1.0), support
