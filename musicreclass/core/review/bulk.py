"""Accepting many suggestions at once: which ones, and how many of them are expected to be right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from musicreclass.core.decision import ReviewState
from musicreclass.core.ensemble.precision import (
    Floats,
    Outcomes,
    Precision,
    PrecisionCurve,
    fit_precision,
)
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.review.transitions import state_of
from musicreclass.core.track import TrackLine


def acceptable(lines: Iterable[TrackLine], min_confidence: float | None = None) -> list[TrackLine]:
    """Return the tracks whose suggestions would be accepted.

    Only what nobody has decided yet: a bulk accept overrules nobody. What is like nothing known is
    left out however high its confidence, which was measured on music that was.

    Args:
        min_confidence: sure or not, at or above it; without it, what is sure.
    """
    undecided = [
        (line, line.suggestion)
        for line in lines
        if line.suggestion is not None
        and not line.is_missing
        and state_of(line) is ReviewState.SUGGESTED
    ]
    if min_confidence is None:
        return [line for line, said in undecided if said.verdict is Verdict.SURE]
    return [
        line
        for line, said in undecided
        if said.verdict is not Verdict.NOVEL and said.confidence >= min_confidence
    ]


@dataclass(frozen=True, slots=True)
class Expected:
    """How many of some tracks are expected to be right, and where that figure comes from."""

    tracks: int
    precision: Precision
    calibration_tracks: int  # as sure as these or surer, that the classifier was calibrated on
    own_decisions: int  # the same, of the user's


@dataclass(frozen=True, slots=True, eq=False)
class PrecisionBasis:
    """What is known of how often suggestions are right: from calibration, and from the user."""

    calibration: Outcomes
    decided: Outcomes
    curve: PrecisionCurve

    @classmethod
    def of(cls, calibration: Outcomes, decided: Outcomes) -> PrecisionBasis:
        return cls(calibration, decided, fit_precision(calibration, decided))

    @classmethod
    def none(cls) -> PrecisionBasis:
        return cls.of(Outcomes.none(), Outcomes.none())

    def expected(self, shown: Floats, min_confidence: float | None = None) -> Expected:
        """Return what accepting tracks of these confidences, shape (n_tracks,), is worth.

        Args:
            min_confidence: what all of them reach; without it, the least of them.
        """
        threshold = min_confidence
        if threshold is None:
            threshold = float(shown.min()) if len(shown) else 0.0
        return Expected(
            len(shown),
            self.curve.at(threshold, shown),
            int((self.calibration.confidences >= threshold).sum()),
            int((self.decided.confidences >= threshold).sum()),
        )

    def of_lines(self, lines: Iterable[TrackLine], min_confidence: float | None = None) -> Expected:
        """Return the same for tracks."""
        shown = [line.suggestion.confidence for line in lines if line.suggestion is not None]
        return self.expected(np.array(shown, dtype=np.float64), min_confidence)
