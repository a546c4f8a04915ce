"""The embedding space that a library's tracks are near and far in, whatever classifier is in use.

It is the pretrained encoder's: that of a person's own where one was chosen and has embedded the
library, else that of the box. Where a library has nothing of these, for its classifiers do without,
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
from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.corrections import Points
from musicreclass.library.predictions import ScoredBatch
from musicreclass.library.store import Library
from musicreclass.pipeline.spaces.own_space import (
    CLIP,
    OwnSpace,
    covering_space,
    rows_of_tracks,
    scaling_of,
)


@dataclass(frozen=True, slots=True, eq=False)
class SoundSpace:
    """Gives points to tracks, by the encoder or by the embeddings of a classifier."""

    scaling: Scaling
    encoder: str = ""  # digest of its weights
    classifier: str = ""  # where it is not the encoder's
    own: OwnSpace | None = None  # where it is that of a person's own encoder

    @classmethod
    def of(
        cls,
        library: Library,
        calibrator: EnsembleCalibrator,
        bundle: str,
        track_ids: Sequence[int],
    ) -> SoundSpace | None:
        """Return a space that tracks have points in; None where nobody embeds any of them.

        Args:
            bundle: digest of the classifiers in use.
        """
        own = covering_space(library)
        if own is not None and (scaling := scaling_of(library, own)) is not None:
            return cls(scaling, own=own)
        try:
            encoder = encoders.of_the_box()
        except ClassifierFileProblem:
            pass  # that it is missing is said elsewhere
        else:
            if library.encodings.of_tracks(encoder.digest, track_ids).track_ids:
                return cls(encoder.scaling, encoder=encoder.digest)
        novelty = calibrator.novelty
        names = [novelty.classifier] if novelty else calibrator.ensemble.classifiers
        for batch in library.predictions.batches(bundle):
            for name in names:
                if (embeddings := batch.columns.embeddings_of(name)) is not None:
                    return cls(Scaling.of(embeddings), classifier=name)
        return None

    def points(self, library: Library, batch: ScoredBatch) -> tuple[npt.NDArray[np.intp], Points]:
        """Return which tracks of `batch` have points, and where those are."""
        rows: npt.NDArray[np.floating] | None
        if self.own is not None:
            ids, rows = rows_of_tracks(library, self.own, list(batch.track_ids))
            having = np.flatnonzero(np.isin(batch.track_ids, ids))
        elif self.encoder:
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
