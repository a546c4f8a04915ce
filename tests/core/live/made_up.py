"""Scores of pieces that nobody was asked about."""

import numpy as np

from musicreclass.core.ensemble.calibrator import ConformalSets, EnsembleCalibrator
from musicreclass.core.ensemble.prediction import Prediction
from musicreclass.core.ensemble.weighting import Ensemble
from musicreclass.core.live.live_answer import PieceScores
from musicreclass.core.live.pieces import HOP_SECONDS, PIECE_SECONDS
from musicreclass.core.sound_tags import TagScore, TrackTags

GENRES = ("Jazz", "Pop", "Rock")
CALIBRATOR = EnsembleCalibrator(
    Ensemble(GENRES, ("cnn",), np.ones(1), np.ones(1)), ConformalSets(0.9, 0.4)
)


def piece(number, shares, tags=(), **changed):
    """Return the scores of a piece that gives genres these shares, and shows these tags."""
    scores = np.log(np.array(shares, dtype=np.float32))
    said = Prediction("cnn", GENRES, scores, **changed)
    shown = TrackTags(tuple(TagScore(tag, 0.5, is_shown=True) for tag in tags))
    start = number * HOP_SECONDS
    return PieceScores(start, start + PIECE_SECONDS, "digest", (said,), shown)
