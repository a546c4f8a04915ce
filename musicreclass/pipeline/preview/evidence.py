"""What the networks said of one track, combined and calibrated for its preview."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from musicreclass.audio.decoding.segments import excerpt
from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.columns import confidences_of
from musicreclass.core.ensemble.doubt import doubt_about
from musicreclass.core.ensemble.log_probs import Reals
from musicreclass.core.ensemble.prediction import Candidate, Prediction, Suggestion
from musicreclass.pipeline.preview.track_preview import Strip, TrackEvidence

LEAST_STRETCH = 1e-3  # seconds
PATCH_SECONDS = 3.0  # about; what measures them exactly loads scipy

Edges = npt.NDArray[np.float64]  # shape (n_stretches + 1,), rising


def evidence(
    suggestion: Suggestion,
    calibrator: EnsembleCalibrator,
    predictions: Sequence[Prediction],
    total_seconds: float,
    of_patches: Collection[str] = (),
    unlearned: Candidate | None = None,
) -> TrackEvidence:
    """Return what is suggested for one track, and what `predictions` it comes from.

    Args:
        of_patches: classifiers whose segments are patches that were spread over the whole track.
        unlearned: what they say without a person's decisions, where these changed it.

    Raises:
        UnusableScores: no classifier in use is among them.
    """
    in_use = [said for said in predictions if said.classifier in calibrator.ensemble.classifiers]
    edges = {
        said.classifier: _edges(said, total_seconds, is_spread=said.classifier in of_patches)
        for said in in_use
        if said.segments is not None and len(said.segments) == len(said.starts) > 0
    }
    strip = _strip(calibrator, in_use, edges, total_seconds)
    return TrackEvidence(
        suggestion=suggestion,
        members={said.classifier: _own(calibrator, said) for said in in_use},
        sure_confidence=calibrator.rule.sure_confidence,
        strip=strip,
        segment_count=max(1, *(len(said.starts) for said in in_use)),
        is_silent=any(said.is_silent for said in predictions),
        least_possible=calibrator.sets.least_probability,
        doubt=doubt_about(suggestion, calibrator),
        unlearned=unlearned,
    )


def _own(calibrator: EnsembleCalibrator, said: Prediction) -> Mapping[str, float]:
    folding = calibrator.folding(said.genres)
    own = calibrator.ensemble.own_log_probs(said.classifier, said.scores)
    return dict(zip(folding.genres, confidences_of(folding.folded(own)).tolist(), strict=True))


def _strip(
    calibrator: EnsembleCalibrator,
    predictions: Sequence[Prediction],
    edges: Mapping[str, Edges],
    total_seconds: float,
) -> Strip:
    """Combine stretch by stretch; where a classifier has no segment, it says what it says of all.

    So does one of whole tracks everywhere.

    Args:
        edges: where the stretches of those who have segments begin and end.
    """
    if edges:
        bounds = np.unique(np.concatenate(list(edges.values())))
    else:
        bounds = _analyzed(max(said.seconds_analyzed for said in predictions), total_seconds)
    centers = (bounds[:-1] + bounds[1:]) / 2
    said = {p.classifier: (p.genres, _at(p, edges.get(p.classifier), centers)) for p in predictions}
    folding = calibrator.folding(calibrator.genres)
    combined = confidences_of(folding.folded(calibrator.ensemble.combine(said)))
    return Strip(
        bounds,
        folding.genres,
        np.broadcast_to(combined, (len(centers), combined.shape[-1])),
    )


def _analyzed(seconds: float, total_seconds: float) -> Edges:
    """Return where the stretch begins and ends that was analyzed as a whole."""
    start = excerpt(total_seconds, seconds).start_seconds if total_seconds else 0.0
    return np.array([start, start + seconds])


def _edges(said: Prediction, total_seconds: float, *, is_spread: bool) -> Edges:
    """Return where the stretches begin and end that a classifier's segments speak for.

    Each begins where its segment does. A patch speaks for all that lies nearest to it.
    """
    starts = np.asarray(said.starts, dtype=np.float64)
    end = max(starts[0] + said.seconds_analyzed, starts[-1] + LEAST_STRETCH)
    if not is_spread:
        return np.array([*starts, end])
    midpoints = (starts[:-1] + starts[1:]) / 2 + PATCH_SECONDS / 2
    return np.array([0.0, *midpoints, max(total_seconds or end, starts[-1] + PATCH_SECONDS)])


def _at(said: Prediction, edges: Edges | None, centers: Edges) -> Reals:
    """Return a classifier's scores of the stretches around `centers`."""
    scores = np.repeat(said.scores[None], len(centers), axis=0)
    if edges is not None and said.segments is not None:
        index = np.searchsorted(edges, centers, side="right") - 1
        is_inside = (index >= 0) & (index < len(said.segments))
        scores[is_inside] = said.segments[index[is_inside]]
    return scores
