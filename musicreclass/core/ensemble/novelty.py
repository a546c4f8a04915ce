"""Novelty detection: is a track like anything that a classifier was trained on?

Told by its embedding alone. `training.calibrate` fits what is applied here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.log_probs import UnusableScores
from musicreclass.core.ensemble.stored import DamagedCalibration, Stored, Value, numbers, words
from musicreclass.sentences.reason import because

Embeddings = npt.NDArray[np.floating]  # shape (n_tracks, n_dimensions)


@dataclass(frozen=True, slots=True, eq=False)
class NoveltyScore:
    """The centroids of the genres, one covariance for all, and distances of known tracks.

    The distance is Mahalanobis' to the nearest centroid, with the covariance within genres shrunk
    as Ledoit and Wolf do: a few dozen tracks cannot tell hundreds of dimensions apart, and the
    state stays small where nearest neighbours would keep the whole training set.
    """

    classifier: str  # whose embeddings these are
    centroids: npt.NDArray[np.float32]  # shape (n_genres, n_dimensions), whitened
    whitener: npt.NDArray[np.float32]  # shape (n_dimensions, n_dimensions)
    held_out_distances: npt.NDArray[np.float32]  # shape (n_held_out,), rising

    def distances(self, embeddings: Embeddings) -> npt.NDArray[np.float64]:
        """Return how far (n_tracks, n_dimensions) lie from the nearest centroid, (n_tracks,).

        Raises:
            UnusableScores: embeddings of another size.
        """
        if embeddings.ndim != 2 or embeddings.shape[1] != len(self.whitener):
            reason = because(
                "core.embedding_misfit",
                classifier=self.classifier,
                shape=str(embeddings.shape),
                wanted=len(self.whitener),
            )
            raise UnusableScores(reason)
        white = embeddings @ self.whitener.astype(np.float64)
        gaps = [((white - c) ** 2).sum(axis=1) for c in self.centroids.astype(np.float64)]
        return np.asarray(np.sqrt(np.min(gaps, axis=0)))

    def p_values(self, embeddings: Embeddings) -> npt.NDArray[np.float64]:
        """Return the share of known tracks at least as far off as each, (n_tracks,), 0 to 1.

        A conformal p-value, so that a low one means novel: of tracks like those held out, a share
        p gets p or less. It cannot fall below 1 / (n_held_out + 1): few held-out tracks can call
        nothing novel.

        Raises:
            UnusableScores: embeddings of another size.
        """
        distances = self.distances(embeddings).astype(np.float32)
        n_known = len(self.held_out_distances)
        n_farther = n_known - np.searchsorted(self.held_out_distances, distances)
        return np.asarray((n_farther + 1) / (n_known + 1))

    def to_dict(self) -> dict[str, Value]:
        return {
            "classifier": [self.classifier],
            "middles": self.centroids,  # as it was called when the first bundles were kept
            "whitener": self.whitener,
            "held_out_distances": self.held_out_distances,
        }

    @classmethod
    def from_dict(cls, stored: Stored) -> NoveltyScore:
        """Return what `to_dict` stored.

        Raises:
            DamagedCalibration: something is missing or makes no sense.
        """
        centroids = numbers(stored, "middles", None, None)
        if not centroids.size:
            raise DamagedCalibration(because("core.part_empty", part="middles"))
        size = centroids.shape[1]
        return cls(
            words(stored, "classifier")[0],
            centroids.astype(np.float32),
            numbers(stored, "whitener", size, size).astype(np.float32),
            np.sort(numbers(stored, "held_out_distances", None).astype(np.float32)),
        )
