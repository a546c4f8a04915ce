"""Raw scores of many tracks side by side, for arithmetic that takes them all at once.

Suggestions for many tracks side by side; one is taken out whole, or all as light lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.log_probs import LogProbs, Reals
from musicreclass.core.ensemble.prediction import (
    Candidate,
    Opinion,
    Prediction,
    Suggestion,
    SuggestionLine,
    Verdict,
)


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


VERDICTS = tuple(Verdict)  # what the numbers in `SuggestionColumns.verdicts` stand for

Confidences = npt.NDArray[np.float64]  # shape (..., n_genres), 0 to 1


def confidences_of(log_probs: LogProbs) -> Confidences:
    """Return probabilities (..., n_genres); the only genre of its list earns no confidence."""
    return np.exp(log_probs) if log_probs.shape[-1] > 1 else np.zeros_like(log_probs)


@dataclass(frozen=True, slots=True, eq=False)
class OpinionColumn:
    """What one classifier takes many tracks for, calibrated for itself alone."""

    classifier: str
    genres: tuple[str, ...]
    best: npt.NDArray[np.intp]  # shape (n_tracks,), places in `genres`
    confidences: npt.NDArray[np.float64]  # shape (n_tracks,)

    @classmethod
    def of(cls, classifier: str, genres: tuple[str, ...], log_probs: LogProbs) -> OpinionColumn:
        confidences = confidences_of(log_probs)
        return cls(classifier, genres, confidences.argmax(axis=1), confidences.max(axis=1))

    def rows(self) -> list[tuple[str, str, float]]:
        """Return classifier, genre and confidence for each track."""
        pairs = zip(self.best.tolist(), self.confidences.tolist(), strict=True)
        return [(self.classifier, self.genres[place], confidence) for place, confidence in pairs]


@dataclass(frozen=True, slots=True, eq=False)
class SuggestionColumns:
    """What is proposed for many tracks, in the order in which they were given."""

    genres: tuple[str, ...]
    confidences: Confidences  # shape (n_tracks, n_genres)
    is_possible: npt.NDArray[np.bool_]  # shape (n_tracks, n_genres)
    verdicts: npt.NDArray[np.intp]  # shape (n_tracks,), places in `VERDICTS`
    opinions: tuple[OpinionColumn, ...]
    familiarity: npt.NDArray[np.float64] | None  # shape (n_tracks,)
    seconds_analyzed: npt.NDArray[np.float64]  # shape (n_tracks,)

    def __len__(self) -> int:
        return len(self.verdicts)

    def __getitem__(self, row: int) -> Suggestion:
        confidences = self.confidences[row]
        order = np.argsort(-confidences, kind="stable")
        possible = zip(self.genres, self.is_possible[row], strict=True)
        return Suggestion(
            tuple(Candidate(self.genres[i], float(confidences[i])) for i in order),
            VERDICTS[self.verdicts[row]],
            tuple(
                Opinion(said.classifier, said.genres[said.best[row]], float(said.confidences[row]))
                for said in self.opinions
            ),
            tuple(genre for genre, is_in in possible if is_in),
            None if self.familiarity is None else float(self.familiarity[row]),
            float(self.seconds_analyzed[row]),
        )

    def lines(self) -> list[SuggestionLine]:
        """Return what lists show of each, as `Suggestion.line` does of one."""
        return [
            SuggestionLine(self.genres[place], confidence, VERDICTS[verdict], opinions)
            for place, confidence, verdict, opinions in zip(
                self.confidences.argmax(axis=1).tolist(),
                self.confidences.max(axis=1).tolist(),
                self.verdicts.tolist(),
                zip(*(said.rows() for said in self.opinions), strict=True),
                strict=True,
            )
        ]
