"""Predictions and suggestions of many tracks side by side, for arithmetic on all at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.log_probs import LogProbs, Reals
from musicreclass.core.ensemble.novelty import Embeddings
from musicreclass.core.ensemble.prediction import (
    LEAST_OTHER,
    MOST_OTHERS,
    Candidate,
    Opinion,
    Prediction,
    Suggestion,
    SuggestionLine,
    Verdict,
)

VERDICTS = tuple(Verdict)  # what the numbers in `SuggestionColumns.verdicts` stand for

Confidences = npt.NDArray[np.float64]  # shape (..., n_genres), 0 to 1


@dataclass(frozen=True, slots=True, eq=False)
class ScoreColumns:
    """The raw scores of one classifier for many tracks."""

    genres: tuple[str, ...]
    scores: Reals  # shape (n_tracks, n_genres)
    embeddings: Embeddings | None = None  # shape (n_tracks, n_dimensions)

    def at(self, rows: npt.NDArray[np.intp]) -> ScoreColumns:
        embeddings = None if self.embeddings is None else self.embeddings[rows]
        return ScoreColumns(self.genres, self.scores[rows], embeddings)


@dataclass(frozen=True, slots=True, eq=False)
class PredictionColumns:
    """The predictions for many tracks, all by the same classifiers."""

    by_classifier: Mapping[str, ScoreColumns]
    seconds_analyzed: npt.NDArray[np.float64]  # shape (n_tracks,)
    is_silent: npt.NDArray[np.bool_]  # shape (n_tracks,)

    @classmethod
    def of_track(cls, predictions: Sequence[Prediction]) -> PredictionColumns:
        """Return columns of a single row, of all `predictions` of one track."""
        return cls(
            {p.classifier: _row(p) for p in predictions},
            np.array([max((p.seconds_analyzed for p in predictions), default=0.0)]),
            np.array([any(p.is_silent for p in predictions)]),
        )

    def __len__(self) -> int:
        return len(self.seconds_analyzed)

    def at(self, rows: npt.NDArray[np.intp]) -> PredictionColumns:
        """Return the same of some of the tracks."""
        said = {name: one.at(rows) for name, one in self.by_classifier.items()}
        return PredictionColumns(said, self.seconds_analyzed[rows], self.is_silent[rows])

    @property
    def members(self) -> dict[str, tuple[Sequence[str], Reals]]:
        """Return classifier -> its genres and scores, as `Ensemble.combine` takes them."""
        return {name: (one.genres, one.scores) for name, one in self.by_classifier.items()}

    def embeddings_of(self, classifier: str) -> Embeddings | None:
        """Return one classifier's embeddings (n_tracks, n_dimensions); None where it has none."""
        scores = self.by_classifier.get(classifier)
        return None if scores is None else scores.embeddings


def _row(prediction: Prediction) -> ScoreColumns:
    embedding = prediction.embedding
    embeddings = None if embedding is None else embedding[None]
    return ScoreColumns(prediction.genres, prediction.scores[None], embeddings)


@dataclass(frozen=True, slots=True, eq=False)
class Beliefs:
    """How likely genres are for many tracks, whatever speaks for them."""

    genres: tuple[str, ...]
    log_probs: LogProbs  # shape (n_tracks, n_genres)


def confidences_of(log_probs: LogProbs) -> Confidences:
    """Return probabilities (..., n_genres); the only genre of its list earns no confidence."""
    return np.exp(log_probs) if log_probs.shape[-1] > 1 else np.zeros_like(log_probs)


@dataclass(frozen=True, slots=True, eq=False)
class OpinionColumn:
    """The best genres of one classifier for many tracks, calibrated for itself alone."""

    classifier: str
    genres: tuple[str, ...]
    best: npt.NDArray[np.intp]  # shape (n_tracks,), indices in `genres`
    confidences: npt.NDArray[np.float64]  # shape (n_tracks,)

    @classmethod
    def of(cls, classifier: str, genres: tuple[str, ...], log_probs: LogProbs) -> OpinionColumn:
        confidences = confidences_of(log_probs)
        return cls(classifier, genres, confidences.argmax(axis=1), confidences.max(axis=1))

    def rows(self) -> list[tuple[str, str, float]]:
        """Return classifier, genre and confidence for each track."""
        pairs = zip(self.best.tolist(), self.confidences.tolist(), strict=True)
        return [(self.classifier, self.genres[index], confidence) for index, confidence in pairs]


@dataclass(frozen=True, slots=True, eq=False)
class SuggestionColumns:
    """The suggestions for many tracks, in the order in which they were given."""

    genres: tuple[str, ...]
    confidences: Confidences  # shape (n_tracks, n_genres)
    is_possible: npt.NDArray[np.bool_]  # shape (n_tracks, n_genres)
    verdicts: npt.NDArray[np.intp]  # shape (n_tracks,), indices in `VERDICTS`
    opinions: tuple[OpinionColumn, ...]
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
                Opinion(one.classifier, one.genres[one.best[row]], float(one.confidences[row]))
                for one in self.opinions
            ),
            tuple(genre for genre, is_in in possible if is_in),
            float(self.seconds_analyzed[row]),
        )

    def lines(self) -> list[SuggestionLine]:
        """Return what lists show of each, as `Suggestion.line` does of one."""
        genres = self.genres
        order = np.argsort(-self.confidences, axis=1, kind="stable")[:, : 1 + MOST_OTHERS]
        return [
            SuggestionLine(
                genres[best[0]],
                confidences[0],
                VERDICTS[verdict],
                opinions,
                tuple(
                    [
                        (genres[index], confidence)
                        for index, confidence in zip(best[1:], confidences[1:], strict=True)
                        if confidence >= LEAST_OTHER
                    ]
                ),
                possible_count,
            )
            for best, confidences, verdict, opinions, possible_count in zip(
                order.tolist(),
                np.take_along_axis(self.confidences, order, axis=1).tolist(),
                self.verdicts.tolist(),
                zip(*(one.rows() for one in self.opinions), strict=True),
                self.is_possible.sum(axis=1).tolist(),
                strict=True,
            )
        ]
