"""What the networks said of one track, combined and calibrated for its preview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from musicreclass.audio.decoding.segments import excerpt
from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.columns import confidences_of
from musicreclass.core.ensemble.log_probs import Reals
from musicreclass.core.ensemble.prediction import Prediction, Suggestion
from musicreclass.pipeline.preview.track_preview import Strip, TrackEvidence

Edges = npt.NDArray[np.float64]


def evidence(
    suggestion: Suggestion,
    calibrator: EnsembleCalibrator,
    predictions: Sequence[Prediction],
    total_seconds: float,
) -> TrackEvidence:
    """Return what is suggested for one track, and what `predictions` it comes from.

    Raises:
        UnusableScores: no classifier in use is among them.
    """
    in_use = [said for said in predictions if said.classifier in calibrator.ensemble.classifiers]
    strip = _strip(calibrator, in_use, total_seconds)
    return TrackEvidence(
        suggestion=suggestion,
        members={said.classifier: _own(calibrator, said) for said in in_use},
        sure_confidence=calibrator.rule.sure_confidence,
        strip=strip,
        segment_count=len(strip.confidences),
        is_silent=any(said.is_silent for said in predictions),
    )


def _own(calibrator: EnsembleCalibrator, said: Prediction) -> Mapping[str, float]:
    own = confidences_of(calibrator.ensemble.own_log_probs(said.classifier, said.scores))
    return dict(zip(said.genres, own.tolist(), strict=True))


def _strip(
    calibrator: EnsembleCalibrator, predictions: Sequence[Prediction], total_seconds: float
) -> Strip:
    """Combine stretch by stretch; a network of whole tracks says the same of each."""
    bounds = _bounds(predictions, total_seconds)
    centers = (bounds[:-1] + bounds[1:]) / 2
    said = {p.classifier: (p.genres, _at(p, bounds[:-1])) for p in predictions}
    combined = confidences_of(calibrator.ensemble.combine(said))
    return Strip(
        bounds,
        calibrator.ensemble.genres,
        np.broadcast_to(combined, (len(centers), combined.shape[-1])),
    )


def _bounds(predictions: Sequence[Prediction], total_seconds: float) -> Edges:
    """Return where the stretches of whoever cut the track finest begin and end."""
    analyzed_seconds = max(said.seconds_analyzed for said in predictions)
    starts = max((said.starts for said in predictions), key=len)
    if not starts:
        start = excerpt(total_seconds, analyzed_seconds).start_seconds if total_seconds else 0.0
        return np.array([start, start + analyzed_seconds])
    return np.array([*starts, max(starts[0] + analyzed_seconds, starts[-1] + 1e-3)])


def _at(said: Prediction, starts: Edges) -> Reals:
    """Return a classifier's scores of the stretches that begin at `starts`."""
    if said.segments is None or not said.starts:
        return np.repeat(said.scores[None], len(starts), axis=0)
    gaps = np.abs(np.asarray(said.starts)[None] - starts[:, None])
    return np.asarray(said.segments[gaps.argmin(axis=1)])
