"""Which part of the rule for verdicts makes a suggestion one that is not sure."""

from __future__ import annotations

from enum import Enum

from musicreclass.core.ensemble.calibrator import LEAST_SECONDS, EnsembleCalibrator
from musicreclass.core.ensemble.prediction import Suggestion, Verdict


class Doubt(Enum):
    """Why a suggestion is not sure, the reason first that a person can do least about."""

    ALONE = "one genre known"  # there was no choice
    SEVERAL = "several possible"  # more than one genre is likely enough to be possible
    NONE = "none possible"
    OWN_GENRE = "own genre"  # no classifier knows it: only examples of it were seen
    SHORT = "short"  # too little was analyzed
    UNLIKELY = "unlikely"  # the only possible genre is less likely than all others together


def doubt_about(suggestion: Suggestion, calibrator: EnsembleCalibrator) -> Doubt | None:
    """Return why a suggestion is not sure; None where it is, or something else is the matter.

    The rule is that of `EnsembleCalibrator`, looked at from its other end.
    """
    if suggestion.verdict is not Verdict.NOT_SURE:
        return None
    number = len(suggestion.possible)
    if len(suggestion.candidates) < 2:
        return Doubt.ALONE
    if number != 1:
        return Doubt.SEVERAL if number else Doubt.NONE
    if suggestion.candidates[0].genre not in calibrator.genres:
        return Doubt.OWN_GENRE
    return Doubt.SHORT if suggestion.seconds_analyzed < LEAST_SECONDS else Doubt.UNLIKELY
