"""What a person's corrections add to what classifiers say: a light head on embeddings.

The classifiers stay as they are. The head begins where they stand and learns how far a person's
word is from theirs, so that a handful of corrections moves what sounds like them and little else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.log_probs import LogProbs, log_softmax

Embeddings = npt.NDArray[np.floating]  # shape (n_tracks, n_dimensions)

# What is believed in a genre that no classifier knows, before anybody has given it to a track.
STRANGE = float(np.log(0.01))


@dataclass(frozen=True, slots=True, eq=False)
class Corrections:
    """A head that corrects log-probabilities by how a track sounds to one classifier."""

    classifier: str  # whose embeddings it reads
    genres: tuple[str, ...]  # those of the classifiers first, then a person's own
    center: npt.NDArray[np.float64]  # shape (n_dimensions,)
    spread: npt.NDArray[np.float64]  # shape (n_dimensions,)
    weights: npt.NDArray[np.float64]  # shape (n_dimensions + 1, n_genres); the last row is a bias

    def correct(self, log_probs: LogProbs, embeddings: Embeddings) -> LogProbs:
        """Return log-probabilities (n_tracks, n_genres) of this head's genres.

        Args:
            log_probs: shape (n_tracks, n_known), of the genres that classifiers know.
            embeddings: shape (n_tracks, n_dimensions).
        """
        rows = in_view(embeddings, self.center, self.spread)
        return log_softmax(self.widened(log_probs) + rows @ self.weights)

    def widened(self, log_probs: LogProbs) -> LogProbs:
        """Return log-probabilities of this head's genres that nothing was learned for."""
        return widened(log_probs, len(self.genres))


def widened(log_probs: LogProbs, n_genres: int) -> LogProbs:
    """Return (n_tracks, n_genres), with a little belief in the genres that are new."""
    new = np.full((len(log_probs), n_genres - log_probs.shape[1]), STRANGE)
    return log_softmax(np.concatenate([log_probs, new], axis=1))


def in_view(
    embeddings: Embeddings, center: npt.NDArray[np.float64], spread: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Return embeddings as the head sees them: about as long as their bias, which is one."""
    seen = (np.asarray(embeddings, dtype=np.float64) - center) / spread
    seen /= np.sqrt(seen.shape[1])
    return np.concatenate([seen, np.ones((len(seen), 1))], axis=1)


def genres_with(known: Sequence[str], given: Sequence[str]) -> tuple[str, ...]:
    """Return the genres that classifiers know, and behind them those that only a person gave."""
    return tuple(dict.fromkeys((*known, *sorted(set(given)))))
