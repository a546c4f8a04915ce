"""The embedding space that a library's tracks are near and far in, whatever classifier is in use.

It is the pretrained encoder's. Where a library has nothing of it, for its classifiers do without,
it is that of one of those, scaled by the library's own tracks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musicreclass.classifiers import encoder as encoders
from musicreclass.classifiers.feature_set import Scaling
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.core.ensemble.corrections import Points
from musicreclass.library.predictions import ScoredBatch
from musicreclass.library.store import Library
from musicreclass.pipeline.classification.loaded_classifier import LoadedClassifier

CLIP = 4.0  # spreads


@dataclass(frozen=True, slots=True, eq=False)
class SoundSpace:
    """Gives points to tracks, by the encoder or by the embeddings of a classifier."""

    scaling: Scaling
    encoder: str = ""  # digest of its weights
    classifier: str = ""  # where it is not the encoder's

    @classmethod
    def of(
        cls, library: Library, loaded: LoadedClassifier, track_ids: Sequence[int]
    ) -> SoundSpace | None:
        """Return a space that tracks have points in; None where nobody embeds any of them."""
        try:
            encoder = encoders.of_the_box()
        except ClassifierFileProblem:
            pass  # that it is missing is said elsewhere
        else:
            if library.encodings.of_tracks(encoder.digest, track_ids).track_ids:
                return cls(encoder.scaling, encoder=encoder.digest)
        novelty = loaded.calibrator.novelty
        names = [novelty.classifier] if novelty else loaded.calibrator.ensemble.classifiers
        for batch in library.predictions.batches(loaded.digest):
            for name in names:
                if (embeddings := batch.columns.embeddings_of(name)) is not None:
                    return cls(Scaling.of(embeddings), classifier=name)
        return None

    def points(self, library: Library, batch: ScoredBatch) -> tuple[npt.NDArray[np.intp], Points]:
        """Return which tracks of `batch` have points, and where those are."""
        rows: npt.NDArray[np.floating] | None
        if self.encoder:
            encoded = library.encodings.of_tracks(self.encoder, batch.track_ids)
            having = np.flatnonzero(np.isin(batch.track_ids, encoded.track_ids))
            rows = encoded.rows
        else:
            rows = batch.columns.embeddings_of(self.classifier)
            having = np.arange(0 if rows is None else len(rows))
        if rows is None or not len(having):
            return having, np.empty((0, len(self.scaling.centre)), dtype=np.float32)
        return having, scaled_points(self.scaling, rows)


def scaled_points(scaling: Scaling, rows: npt.NDArray[np.floating]) -> Points:
    """Return where tracks lie whose embeddings are `rows`, shape (n_tracks, n_dimensions)."""
    scaled = scaling.scaled(rows.astype(np.float32), CLIP)
    return np.asarray(scaled / np.sqrt(scaled.shape[1]), dtype=np.float32)
