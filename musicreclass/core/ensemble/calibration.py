"""What a confidence is worth: temperatures, calibration errors and sets with stated coverage."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.log_probs import LogProbs, cooled, mean_log_loss
from musicreclass.core.ensemble.stored import Stored, Value, number
from musicreclass.core.ensemble.weighting import HIGHEST_TEMPERATURE, LOWEST_TEMPERATURE

MIN_TRACKS = 10  # with fewer, confidences are left as they are

_GOLDEN = (math.sqrt(5.0) - 1.0) / 2.0


def fit_temperature(log_probs: LogProbs, truth: npt.NDArray[np.intp]) -> float:
    """Return the temperature at which the right genres are least surprising.

    Golden-section search on its logarithm: the loss has one minimum. A pull towards 1 worth one
    track keeps a small set without a mistake from promising certainty.

    Args:
        log_probs: out of fold, shape (n_tracks, n_genres).
        truth: index of the right genre of each track, shape (n_tracks,).
    """
    if len(truth) < MIN_TRACKS:
        return 1.0

    def surprise(log_temperature: float) -> float:
        loss = mean_log_loss(cooled(log_probs, math.exp(log_temperature)), truth)
        return loss + log_temperature**2 / len(truth)

    low, high = math.log(LOWEST_TEMPERATURE), math.log(HIGHEST_TEMPERATURE)
    while high - low > 1e-4:
        left, right = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
        if surprise(left) < surprise(right):
            high = right
        else:
            low = left
    return math.exp((low + high) / 2.0)


def expected_calibration_error(
    confidences: npt.NDArray[np.float64],
    is_right: npt.NDArray[np.bool_],
    *,
    n_bins: int = 15,
    equal_mass: bool = False,
) -> float:
    """Return the mean gap between confidence and share right, over bins; 0 is perfect.

    Args:
        confidences: of the best genre, shape (n_tracks,), 0 to 1.
        is_right: shape (n_tracks,).
        equal_mass: bins hold as many tracks each, instead of being as wide each; steadier
            where nearly all confidences are high.
    """
    if not len(confidences):
        return 0.0
    order = np.argsort(confidences, kind="stable")
    if equal_mass:
        bins = np.empty(len(order), dtype=np.intp)
        bins[order] = np.arange(len(order)) * n_bins // len(order)
    else:
        bins = np.minimum((confidences * n_bins).astype(np.intp), n_bins - 1)
    gaps = np.bincount(bins, weights=is_right - confidences, minlength=n_bins)
    return float(np.abs(gaps).sum() / len(confidences))


@dataclass(frozen=True, slots=True)
class ConformalSets:
    """Sets of genres that hold the right one for a stated share of tracks.

    Split conformal prediction with the score 1 - p(right genre) ("LAC"): of all scores it gives
    the smallest sets for the same coverage, hence the fewest tracks that need a person. The price
    is that the coverage is one over all tracks, not one per genre, and that a set may be empty;
    an empty set is the honest "none of these" and is never filled up with the best guess.
    """

    coverage: float  # wanted share of tracks, above 0 and below 1
    least_probability: float  # a genre is in the set from here on; 0 takes all genres

    def __post_init__(self) -> None:
        number(self.to_dict(), "coverage", 0.0, 1.0)
        number(self.to_dict(), "least_probability", 0.0, 1.0)

    @classmethod
    def fit(
        cls, log_probs: LogProbs, truth: npt.NDArray[np.intp], coverage: float = 0.9
    ) -> ConformalSets:
        """Return sets that cover, whatever the classifier is worth.

        The bound is the k-th largest probability that a right genre got, with
        k = ceil((n + 1) coverage): the share then holds for n as small as it is. Where n is too
        small for the coverage, as where there is nothing at all, every genre is possible.

        Args:
            log_probs: of tracks that nothing was fitted on, shape (n_tracks, n_genres).
            truth: shape (n_tracks,).
        """
        rank = math.ceil((len(truth) + 1) * coverage - 1e-9)
        if not len(truth) or rank > len(truth):
            return cls(coverage, 0.0)
        of_right = np.exp(log_probs[np.arange(len(truth)), truth])
        return cls(coverage, float(np.sort(of_right)[::-1][rank - 1]))

    def contains(self, log_probs: LogProbs) -> npt.NDArray[np.bool_]:
        """Return which genres are possible; shape (..., n_genres), as `log_probs`."""
        return np.asarray(np.exp(log_probs) >= self.least_probability)

    def to_dict(self) -> dict[str, Value]:
        return {"coverage": self.coverage, "least_probability": self.least_probability}

    @classmethod
    def from_dict(cls, stored: Stored) -> ConformalSets:
        """Return what `to_dict` stored.

        Raises:
            DamagedCalibration: something is missing or makes no sense.
        """
        return cls(
            number(stored, "coverage", 0.0, 1.0), number(stored, "least_probability", 0.0, 1.0)
        )
