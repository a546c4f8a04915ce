"""Accepting many suggestions at once: which ones, and how many of them are expected to be right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from musicreclass.core.ensemble.precision import (
    Floats,
    Outcomes,
    Precision,
    PrecisionCurve,
    fit_precision,
)
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.review.shown import is_undecided
from musicreclass.core.track import TrackLine


def is_acceptable(line: TrackLine, min_confidence: float | None = None) -> bool:
    """Say whether the suggestion of a track would be accepted.

    Only what waits for somebody's word: a bulk accept overrules nobody. What was taken back out of
    its file waits again. What is like nothing known is
    left out however high its confidence, which was measured on music that was.

    Args:
        min_confidence: sure or not, at or above it; without it, what is sure.
    """
    said = line.suggestion
    if said is None or line.is_missing or not is_undecided(line):
        return False
    if min_confidence is None:
        return said.verdict is Verdict.SURE
    return said.verdict is not Verdict.NOVEL and said.confidence >= min_confidence


@dataclass(frozen=True, slots=True)
class Expected:
    """How many of some tracks are expected to be right, and where that figure comes from."""

    tracks: int
    precision: Precision
    calibration_tracks: int  # as sure as these or surer, that the classifier was calibrated on
    own_decisions: int  # the same, of the user's
    tagged: int  # the same, of the user's files that name a genre
    agreement: float  # the share of these that name the one that is suggested


@dataclass(frozen=True, slots=True, eq=False)
class PrecisionBasis:
    """How often suggestions are right: by calibration, by the user, and by the user's files."""

    calibration: Outcomes
    decided: Outcomes
    tagged: Outcomes
    curve: PrecisionCurve

    @classmethod
    def of(
        cls, calibration: Outcomes, decided: Outcomes, tagged: Outcomes | None = None
    ) -> PrecisionBasis:
        tagged = tagged or Outcomes.none()
        return cls(calibration, decided, tagged, fit_precision(calibration, decided, tagged))

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
        agreeing = self.tagged.is_right[self.tagged.confidences >= threshold]
        return Expected(
            len(shown),
            self.curve.at(threshold, shown),
            int((self.calibration.confidences >= threshold).sum()),
            int((self.decided.confidences >= threshold).sum()),
            len(agreeing),
            float(agreeing.mean()) if len(agreeing) else 0.0,
        )

    def of_lines(self, lines: Iterable[TrackLine], min_confidence: float | None = None) -> Expected:
        """Return the same for tracks."""
        shown = [line.suggestion.confidence for line in lines if line.suggestion is not None]
        return self.expected(np.array(shown, dtype=np.float64), min_confidence)
