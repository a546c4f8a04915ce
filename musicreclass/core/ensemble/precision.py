"""How many suggestions would be right if all from a confidence on were accepted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.stored import (
    DamagedCalibration,
    Stored,
    Value,
    number,
    numbers,
    within,
)
from musicreclass.sentences.reason import because

Floats = npt.NDArray[np.float64]

# However many tracks a classifier was calibrated on, they count as at most so many of the user's:
# other people's music says little about this library once a few hundred decisions are there.
CALIBRATION_WORTH_TRACKS = 400.0
# A genre in a file is a word as well, but seldom of a person who had just played the track.
TAG_WORTH_TRACKS = 0.5
TAGS_WORTH_TRACKS = 400.0  # at most, all together

_Z = 1.645  # two-sided 90 %, so the lower end alone holds 19 times of 20


@dataclass(frozen=True, slots=True, eq=False)
class Outcomes:
    """Suggestions of which it is known whether they were right.

    From calibration: was the best genre the true one. From the user: accepted is right, changed
    is wrong, skipped is neither and not counted.
    """

    confidences: Floats  # shape (n_tracks,), 0 to 1
    is_right: Floats  # shape (n_tracks,), 0 or 1
    # How many tracks one counts as: those of one artist or collection are right or wrong together.
    worth: float = 1.0

    def __post_init__(self) -> None:
        stored = self.to_dict()
        within(numbers(stored, "confidences", None), "confidences", 0.0, 1.0)
        flags = numbers(stored, "is_right", len(self.confidences))
        # Not by np.isin: it imports masked arrays, which takes longer than all else here.
        if not ((flags == 0.0) | (flags == 1.0)).all():
            raise DamagedCalibration(because("core.part_not_binary", part="is_right"))
        number({"worth": self.worth}, "worth", 0.0, 1.0)

    @classmethod
    def none(cls) -> Outcomes:
        return cls(np.empty(0), np.empty(0))

    def to_dict(self) -> dict[str, Value]:
        stored: dict[str, Value] = {"confidences": self.confidences, "is_right": self.is_right}
        return stored if self.worth == 1.0 else stored | {"worth": self.worth}

    @classmethod
    def from_dict(cls, stored: Stored) -> Outcomes:
        """Return what `to_dict` stored.

        Raises:
            DamagedCalibration: something is missing or makes no sense.
        """
        worth = number(stored, "worth", 0.0, 1.0) if "worth" in stored else 1.0
        return cls(numbers(stored, "confidences", None), numbers(stored, "is_right", None), worth)


@dataclass(frozen=True, slots=True)
class Precision:
    """The share expected to be right, its 90 % interval, and what it rests on."""

    expected: float
    low: float
    high: float
    evidence_tracks: float  # the user's count one each, those of calibration at most one


@dataclass(frozen=True, slots=True, eq=False)
class PrecisionCurve:
    """Share right at each confidence, never falling with confidence; see `fit_precision`."""

    confidences: Floats  # shape (n_knots,), rising
    share_right: Floats  # shape (n_knots,), not falling
    evidence: Floats  # shape (n_knots,), how many tracks each knot rests on

    def at(self, threshold: float, shown: Floats | None = None) -> Precision:
        """Return what accepting everything from `threshold` on would be worth.

        Args:
            threshold: confidence, 0 to 1.
            shown: confidences of the tracks to be accepted, shape (n_tracks,). They make the
                number one about these tracks; without them, or where none reaches the threshold,
                it is about tracks like those of the evidence. It does not fall as the threshold
                rises, as long as one or the other is kept to.
        """
        if not len(self.confidences):
            return Precision(0.0, 0.0, 1.0, 0.0)
        above = self.confidences >= threshold
        evidence = float(self.evidence[above].sum())
        chosen = np.empty(0) if shown is None else shown[shown >= threshold]
        if len(chosen):
            expected = float(self._share_right_of(chosen).mean())
        elif evidence:
            expected = float(np.average(self.share_right[above], weights=self.evidence[above]))
        else:
            expected = float(self.share_right[-1])
        return Precision(expected, *wilson_interval(expected, evidence), evidence)

    def _share_right_of(self, confidences: Floats) -> Floats:
        indices = np.searchsorted(self.confidences, confidences, side="right") - 1
        return self.share_right[np.maximum(indices, 0)]

    def threshold_for(self, wanted: float) -> float | None:
        """Return the lowest confidence whose interval lies above `wanted`; None if none does.

        The lower end and not the expectation: three right of three expect 100 % and promise
        nothing.
        """
        if not len(self.confidences):
            return None
        evidence = np.cumsum(self.evidence[::-1])[::-1]
        expected = np.cumsum((self.evidence * self.share_right)[::-1])[::-1] / evidence
        low, _ = _wilson(expected, evidence)
        enough = np.flatnonzero(low >= wanted)
        return float(self.confidences[enough[0]]) if len(enough) else None


def fit_precision(
    calibration: Outcomes, decided: Outcomes | None = None, tagged: Outcomes | None = None
) -> PrecisionCurve:
    """Return the curve from calibration, corrected by what is known of the user's own library.

    Beta-binomial at heart: calibration is a prior of at most `CALIBRATION_WORTH_TRACKS` tracks,
    each decision adds one. Isotonic regression over both together keeps a higher confidence from
    ever promising less; an accepted suggestion can only lift the curve, a changed one only lower
    it.

    Args:
        decided: how suggestions turned out that the user looked at.
        tagged: whether suggestions agree with the genres that the user's files already have.
    """
    decided, tagged = decided or Outcomes.none(), tagged or Outcomes.none()
    known, said = len(calibration.confidences), len(tagged.confidences)
    worth = min(calibration.worth, CALIBRATION_WORTH_TRACKS / max(known, 1))
    tag_worth = min(TAG_WORTH_TRACKS, TAGS_WORTH_TRACKS / max(said, 1))
    weights = np.r_[
        np.full(known, worth), np.ones(len(decided.confidences)), np.full(said, tag_worth)
    ]
    right = np.r_[calibration.is_right, decided.is_right, tagged.is_right]
    knots, index = np.unique(
        np.r_[calibration.confidences, decided.confidences, tagged.confidences],
        return_inverse=True,
    )
    evidence = np.bincount(index, weights=weights, minlength=len(knots)).astype(np.float64)
    share = np.bincount(index, weights=weights * right, minlength=len(knots)) / evidence
    return PrecisionCurve(knots, isotonic_regression(share, evidence), evidence)


def isotonic_regression(values: Floats, weights: Floats) -> Floats:
    """Return the closest sequence that does not fall (isotonic regression); shape (n,)."""
    means: list[float] = []
    totals: list[float] = []
    lengths: list[int] = []
    for value, weight in zip(values.tolist(), weights.tolist(), strict=True):
        length = 1
        while means and means[-1] >= value:
            total = totals[-1] + weight
            value = (means.pop() * totals.pop() + value * weight) / total
            weight, length = total, length + lengths.pop()
        means.append(value)
        totals.append(weight)
        lengths.append(length)
    return np.asarray(np.clip(np.repeat(means, lengths), 0.0, 1.0))


def wilson_interval(share: float, n_tracks: float) -> tuple[float, float]:
    """Return the 90 % interval of a share seen in `n_tracks`; all from 0 to 1 where none were.

    Wilson's and not a Beta quantile: near 100 % it holds as well, and needs no special function.
    """
    if n_tracks <= 0.0:
        return 0.0, 1.0
    low, high = _wilson(np.array([share]), np.array([n_tracks]))
    return float(low[0]), float(high[0])


def _wilson(share: Floats, n_tracks: Floats) -> tuple[Floats, Floats]:
    loosening = _Z**2 / n_tracks
    center = (share + loosening / 2.0) / (1.0 + loosening)
    spread = share * (1.0 - share) / n_tracks + (loosening / (2.0 * _Z)) ** 2
    margin = _Z * np.sqrt(spread) / (1.0 + loosening)
    return np.maximum(center - margin, 0.0), np.minimum(center + margin, 1.0)
