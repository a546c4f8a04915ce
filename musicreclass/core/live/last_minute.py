"""What the last seconds and the last minute are, made of the raw scores of their pieces.

A track is told by the mean of what is said of its parts, and calibrated then; so is this.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.log_probs import log_softmax
from musicreclass.core.ensemble.prediction import Prediction, Suggestion
from musicreclass.core.live.live_answer import PieceScores, Summary
from musicreclass.core.sound_tags import SoundTags

MINUTE_SECONDS = 60.0
# What sounded so long ago counts 1/e as much for what plays now as what sounds this moment.
FADE_SECONDS = 4.5
OLDEST_SECONDS = 15.0  # of what plays now
SHOWN_SHARE = 0.5  # of the minute in which a tag must be shown

Weights = npt.NDArray[np.float64]  # shape (n_pieces,), sums to 1


def pooled(pieces: Sequence[PieceScores], weights: Weights) -> tuple[Prediction, ...]:
    """Return the weighted mean of what each classifier says of pieces, as of one track.

    Who could not answer for a piece has no say in it.
    """
    found: dict[str, list[tuple[float, Prediction]]] = {}
    for piece, weight in zip(pieces, weights.tolist(), strict=True):
        for said in piece.predictions:
            found.setdefault(said.classifier, []).append((weight, said))
    seconds = covered_seconds(pieces)
    return tuple(_mean(said, seconds) for said in found.values())


def suggestion_of(
    pieces: Sequence[PieceScores], weights: Weights, calibrator: EnsembleCalibrator
) -> Suggestion:
    """Return the suggestion that the scores of pieces, at least one, come to.

    Raises:
        UnusableScores: no classifier in use is among them.
    """
    return calibrator.suggest(pooled(pieces, weights))


def of_now(pieces: Sequence[PieceScores], now: float) -> tuple[Sequence[PieceScores], Weights]:
    """Return the pieces that count for what plays now, and how much: the newest the most."""
    recent = [piece for piece in pieces if now - piece.end_seconds < OLDEST_SECONDS]
    ages = np.array([now - piece.end_seconds for piece in recent])
    weights = np.exp(-ages / FADE_SECONDS)
    return recent, weights / weights.sum()


def evenly(pieces: Sequence[PieceScores]) -> Weights:
    """Return weights by which all pieces count the same."""
    return np.full(len(pieces), 1.0 / max(1, len(pieces)))


def minute(pieces: Sequence[PieceScores], now: float, calibrator: EnsembleCalibrator) -> Summary:
    """Return what the minute before `now` is mostly; silence in it is passed over."""
    recent = [piece for piece in pieces if now - piece.start_seconds <= MINUTE_SECONDS]
    if not recent:
        return Summary(None)
    weights = evenly(recent)
    return Summary(
        suggestion_of(recent, weights, calibrator),
        tags_from(tag_shares(recent, weights), SHOWN_SHARE),
        covered_seconds(recent),
    )


def tag_shares(pieces: Sequence[PieceScores], weights: Weights) -> dict[str, float]:
    """Return in how large a share of pieces each tag is shown, from 0 to 1."""
    shares: dict[str, float] = {}
    for piece, weight in zip(pieces, weights.tolist(), strict=True):
        for one in piece.tags.shown:
            shares[one.id] = shares.get(one.id, 0.0) + weight
    return shares


def tags_from(shares: dict[str, float], least: float) -> tuple[str, ...]:
    """Return the tags of so large a share at least, as many of a sort as are shown of a track."""
    ranked = sorted(shares, key=lambda tag: -shares[tag])
    return SoundTags.shipped().added((), [tag for tag in ranked if shares[tag] >= least])


def covered_seconds(pieces: Sequence[PieceScores]) -> float:
    """Return how many seconds some pieces in their order cover; they overlap."""
    total, until = 0.0, float("-inf")
    for piece in pieces:
        total += max(0.0, piece.end_seconds - max(piece.start_seconds, until))
        until = max(until, piece.end_seconds)
    return round(total, 3)


def _mean(said: Sequence[tuple[float, Prediction]], seconds: float) -> Prediction:
    weights = np.array([weight for weight, _ in said])
    weights /= weights.sum()
    predictions = [one for _, one in said]
    scores = log_softmax(weights @ np.stack([one.log_probs for one in predictions]))
    embeddings = [one.embedding for one in predictions if one.embedding is not None]
    embedding = None
    if len(embeddings) == len(predictions):
        embedding = (weights @ np.stack(embeddings)).astype(np.float32)
    return replace(
        predictions[-1],
        scores=scores.astype(np.float32),
        segments=None,
        starts=(),
        embedding=embedding,
        seconds_analyzed=seconds,
    )
