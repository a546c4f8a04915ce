"""Is a track like anything that a classifier learned from? Told by its embedding alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.log_probs import UnusableScores
from musicreclass.core.ensemble.stored import DamagedCalibration, Stored, Value, numbers, words

Embeddings = npt.NDArray[np.floating]  # shape (n_tracks, n_dimensions)
MAX_HELD_OUT = 1000  # so many distances are kept; more would tell nothing more

# Directions in which all training tracks are alike to this part of the mean spread are noise.
_LEAST_SPREAD = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class NoveltyScore:
    """The middles of the genres, one spread for all, and how far known tracks lie from them.

    The distance is Mahalanobis' to the nearest middle, with the covariance within genres shrunk
    as Ledoit and Wolf do: a few dozen tracks cannot tell hundreds of dimensions apart, and the
    state stays small where nearest neighbours would keep the whole training set.
    """

    classifier: str  # whose embeddings these are
    middles: npt.NDArray[np.float32]  # shape (n_genres, n_dimensions), whitened
    whitener: npt.NDArray[np.float32]  # shape (n_dimensions, n_dimensions)
    held_out_distances: npt.NDArray[np.float32]  # shape (n_held_out,), rising

    def distances(self, embeddings: Embeddings) -> npt.NDArray[np.float64]:
        """Return how far (n_tracks, n_dimensions) lie from the nearest genre, (n_tracks,).

        Raises:
            UnusableScores: embeddings of another size.
        """
        if embeddings.ndim != 2 or embeddings.shape[1] != len(self.whitener):
            raise UnusableScores(
                f"{self.classifier} gave embeddings of shape {embeddings.shape} where "
                f"{len(self.whitener)} numbers belong; train or import it again."
            )
        white = embeddings @ self.whitener.astype(np.float64)
        gaps = [((white - middle) ** 2).sum(axis=1) for middle in self.middles.astype(np.float64)]
        return np.asarray(np.sqrt(np.min(gaps, axis=0)))

    def shares(self, embeddings: Embeddings) -> npt.NDArray[np.float64]:
        """Return the share of known tracks that are at least as odd as each, (n_tracks,), 0 to 1.

        A conformal p-value: of tracks like those held out, a share p gets p or less. It cannot
        fall below 1 / (n_held_out + 1): who held out few can call nothing unlike.

        Raises:
            UnusableScores: embeddings of another size.
        """
        distances = self.distances(embeddings).astype(np.float32)
        n_known = len(self.held_out_distances)
        n_odder = n_known - np.searchsorted(self.held_out_distances, distances)
        return np.asarray((n_odder + 1) / (n_known + 1))

    def of(self, embedding: npt.NDArray[np.floating]) -> float:
        """Return the same of a single embedding, shape (n_dimensions,)."""
        return float(self.shares(embedding[None])[0])

    def to_dict(self) -> dict[str, Value]:
        return {
            "classifier": [self.classifier],
            "middles": self.middles,
            "whitener": self.whitener,
            "held_out_distances": self.held_out_distances,
        }

    @classmethod
    def from_dict(cls, stored: Stored) -> NoveltyScore:
        """Return what `to_dict` stored.

        Raises:
            DamagedCalibration: something is missing or makes no sense.
        """
        middles = numbers(stored, "middles", None, None)
        if not middles.size:
            raise DamagedCalibration("middles is empty")
        size = middles.shape[1]
        return cls(
            words(stored, "classifier")[0],
            middles.astype(np.float32),
            numbers(stored, "whitener", size, size).astype(np.float32),
            np.sort(numbers(stored, "held_out_distances", None).astype(np.float32)),
        )


def fit_novelty(
    classifier: str,
    embeddings: Embeddings,
    truth: npt.NDArray[np.intp],
    held_out: Embeddings,
) -> NoveltyScore:
    """Learn what known music looks like to a classifier.

    Args:
        embeddings: of training tracks, shape (n_tracks, n_dimensions).
        truth: index of the genre of each, shape (n_tracks,).
        held_out: of tracks of the same genres that neither the classifier nor this was trained
            on, shape (n_held_out, n_dimensions).

    Raises:
        UnusableScores: no training tracks, or numbers that mean nothing.
    """
    if not len(embeddings) or not (np.isfinite(embeddings).all() and np.isfinite(held_out).all()):
        raise UnusableScores(
            f"{classifier} left no usable embeddings of its training tracks; train it again."
        )
    wide = embeddings.astype(np.float64)
    middles = np.stack([wide[truth == genre].mean(axis=0) for genre in np.unique(truth)])
    places = np.unique(truth, return_inverse=True)[1]
    whitener = _whitener(wide - middles[places])
    known = NoveltyScore(
        classifier,
        (middles @ whitener).astype(np.float32),
        whitener.astype(np.float32),
        np.empty(0, dtype=np.float32),
    )
    distances = np.sort(known.distances(held_out)).astype(np.float32)
    kept = np.linspace(0, len(distances) - 1, min(len(distances), MAX_HELD_OUT)).round()
    return NoveltyScore(classifier, known.middles, known.whitener, distances[kept.astype(np.intp)])


def _whitener(residuals: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the matrix that makes `residuals` (n, d) round, after shrinking; shape (d, d)."""
    n_tracks, size = residuals.shape
    covariance = residuals.T @ residuals / n_tracks
    mean_spread = np.trace(covariance) / size or 1.0  # all alike: any unit will do
    gap = ((covariance - mean_spread * np.eye(size)) ** 2).sum()
    noise = ((residuals**2).sum(axis=1) ** 2).sum() / n_tracks - (covariance**2).sum()
    shrinkage = min(1.0, max(0.0, noise / n_tracks) / gap) if gap > 0.0 else 1.0
    shrunk = (1.0 - shrinkage) * covariance + shrinkage * mean_spread * np.eye(size)
    spreads, directions = np.linalg.eigh(shrunk)
    return np.asarray(directions / np.sqrt(np.maximum(spreads, _LEAST_SPREAD * mean_spread)))
