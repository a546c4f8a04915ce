"""Arithmetic on log-probabilities: how scores are cleaned, normalised, cooled and averaged."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from musicreclass.errors import MusicReclassError
from musicreclass.sentences.reason import because

Scores = npt.NDArray[np.float32]  # shape (n_genres,), log-probabilities
LogProbs = npt.NDArray[np.float64]  # shape (..., n_genres), log-probabilities, none below FLOOR
Reals = npt.NDArray[np.floating[Any]]

# One part in ten million. A classifier that says "never" must not silence all others for ever,
# and infinity times a weight of zero is not a number.
FLOOR = float(np.log(1e-7))


class UnusableScores(MusicReclassError):
    """A classifier gave numbers that mean nothing."""


def normalised(scores: Reals) -> LogProbs:
    """Return log-probabilities whose exponentials sum to one along the last axis.

    Args:
        scores: logits or log-probabilities, shape (..., n_genres); minus infinity is "never".

    Raises:
        UnusableScores: no genres, not a number, plus infinity, or "never" for all genres.
    """
    scores = np.asarray(scores, dtype=np.float64)
    if scores.ndim == 0 or scores.shape[-1] == 0:
        raise UnusableScores(
            because("core.knows_no_genres", classifier=because("core.the_classifier"))
        )
    top = scores.max(axis=-1, keepdims=True)
    if not np.isfinite(top).all():  # a NaN anywhere, or nothing above minus infinity
        raise UnusableScores(
            because("core.meaningless_numbers", classifier=because("core.the_classifier"))
        )
    return log_softmax(np.maximum(log_softmax(scores - top), FLOOR))


def log_softmax(scores: LogProbs) -> LogProbs:
    """Return `scores` minus the log of their summed exponentials; last axis (..., n_genres)."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)))


def cooled(log_probs: LogProbs, temperature: float) -> LogProbs:
    """Return `log_probs` (..., n_genres) at `temperature`: above 1 is less confident."""
    return log_softmax(log_probs / temperature)


def mean_log_loss(log_probs: LogProbs, truth: npt.NDArray[np.intp]) -> float:
    """Return the mean of -log p(true genre); shapes (n_tracks, n_genres) and (n_tracks,)."""
    return float(-log_probs[np.arange(len(truth)), truth].mean())
