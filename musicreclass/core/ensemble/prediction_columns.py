"""Raw scores of many tracks side by side, for arithmetic that takes them all at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.log_probs import Reals
from musicreclass.core.ensemble.prediction import Prediction


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What one classifier says of many tracks."""

    genres: tuple[str, ...]
    scores: Reals  # shape (n_tracks, n_genres)
    embeddings: npt.NDArray[np.floating] | None = None  # shape (n_tracks, n_dimensions)


@dataclass(frozen=True, slots=True, eq=False)
class PredictionColumns:
    """What is known of many tracks that were all heard by the same classifiers."""

    said: Mapping[str, Said]  # by the classifier's name
    seconds_analyzed: npt.NDArray[np.float64]  # shape (n_tracks,)
    is_silent: npt.NDArray[np.bool_]  # shape (n_tracks,)

    @classmethod
    def of_track(cls, predictions: Sequence[Prediction]) -> PredictionColumns:
        """Return columns of a single row, of all `predictions` of one track."""
        return cls(
            {p.classifier: _said(p) for p in predictions},
            np.array([max((p.seconds_analyzed for p in predictions), default=0.0)]),
            np.array([any(p.is_silent for p in predictions)]),
        )

    def __len__(self) -> int:
        return len(self.seconds_analyzed)


def _said(prediction: Prediction) -> Said:
    embedding = prediction.embedding
    return Said(
        prediction.genres, prediction.scores[None], None if embedding is None else embedding[None]
    )
