"""Tracks that probably lie in the wrong folder: confident learning (Northcutt and others, 2021).

A classifier that was not taught a track contradicts its folder, and is as confident of the other
genre as it usually is of tracks that lie there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from musicreclass.core.log_probs import LogProbs, Reals, normalised
from musicreclass.training.labelled import NO_GENRE, Indices


@dataclass(frozen=True, slots=True)
class Mislabel:
    """A track that sounds like another genre than the one it is said to be of."""

    place: int  # among the tracks
    given: str
    likely: str
    score: float  # how much more probable the likely genre is than the given one, 0 to 1


def mislabelled(log_probs: Reals, labels: Indices, genres: Sequence[str]) -> tuple[Mislabel, ...]:
    """Return the tracks that look mislabelled, the most suspicious first.

    Args:
        log_probs: out of fold, shape (n_tracks, n_genres); of tracks that were taught they would
            only repeat the labels.
        labels: index in `genres`, shape (n_tracks,); tracks of no genre are passed over.

    Raises:
        UnusableScores: the answers are no numbers.
    """
    places = np.flatnonzero(labels != NO_GENRE)
    if not len(places):
        return ()
    probs, given = np.exp(normalised(log_probs[places])), labels[places]
    rivals = np.where(probs >= _usual_confidence(probs, given), probs, 0.0)
    likely = rivals.argmax(axis=1)
    rows = np.arange(len(places))
    margins = rivals[rows, likely] - probs[rows, given]
    suspicious = np.flatnonzero((likely != given) & (margins > 0.0))
    return tuple(
        Mislabel(
            int(places[row]),
            genres[int(given[row])],
            genres[int(likely[row])],
            float(margins[row]),
        )
        for row in suspicious[np.argsort(-margins[suspicious], kind="stable")]
    )


def _usual_confidence(probs: LogProbs, given: Indices) -> LogProbs:
    """Return how probable each genre is on average to tracks of it; infinite where there are none.

    Against it and not against one number for all, a genre that is hard to recognise is neither
    suspected everywhere nor beyond suspicion.
    """
    count = np.bincount(given, minlength=probs.shape[1])
    own = np.bincount(given, weights=probs[np.arange(len(given)), given], minlength=len(count))
    return np.where(count > 0, own / np.maximum(count, 1), np.inf)
