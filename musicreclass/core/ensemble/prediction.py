"""What classifiers say of a track, raw, and what is made of it for people.

A `Prediction` is kept raw, so that new weights need no new inference; a `Suggestion` is computed
from predictions whenever it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.company_evidence import CompanyEvidence
from musicreclass.core.ensemble.log_probs import LogProbs, Scores, UnusableScores, normalised
from musicreclass.sentences.reason import Reason, because

Embedding = npt.NDArray[np.float32]  # shape (n_dimensions,)
SegmentScores = npt.NDArray[np.float32]  # shape (n_segments, n_genres), log-probabilities

# Of the candidates behind the best, lists keep so many, and none that would be shown as 0 %.
MOST_OTHERS = 4
LEAST_OTHER = 0.005


class Verdict(Enum):
    """How far a suggestion can be trusted."""

    SURE = "sure"
    NOT_SURE = "not sure"
    DIFFER = "differ"  # a classifier that believes in its answer says another genre
    NOVEL = "unlike"  # nothing like it was learned from, or the track is silent

    __hash__ = object.__hash__  # quick: lists count a hundred thousand of them


@dataclass(frozen=True, slots=True, eq=False)
class Prediction:
    """One classifier's raw scores for one track.

    Raises:
        UnusableScores: numbers that mean nothing, or as many as do not fit the genres.
    """

    classifier: str
    genres: tuple[str, ...]
    scores: Scores
    segments: SegmentScores | None = None
    embedding: Embedding | None = None
    seconds_analyzed: float = 0.0
    starts: tuple[float, ...] = ()  # seconds into the file at which the segments begin
    is_silent: bool = False  # the track is silent: whatever the scores say, they mean nothing

    def __post_init__(self) -> None:
        check_genres(self.genres, self.classifier)
        if self.scores.shape != (len(self.genres),):
            raise UnusableScores(_misfit(self.classifier, len(self.genres), self.scores.shape))
        normalised(self.scores)
        if self.segments is not None:
            self._check_segments(self.segments)
        if self.embedding is not None and not np.isfinite(self.embedding).all():
            raise UnusableScores(because("core.meaningless_numbers", classifier=self.classifier))

    def _check_segments(self, segments: SegmentScores) -> None:
        if segments.ndim != 2 or segments.shape[1] != len(self.genres):
            raise UnusableScores(_misfit(self.classifier, len(self.genres), segments.shape))
        normalised(segments)

    @property
    def log_probs(self) -> LogProbs:
        """Return the scores as proper log-probabilities, shape (n_genres,)."""
        return normalised(self.scores)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A genre, and how likely it is right: 0 to 1, calibrated."""

    genre: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one classifier takes the track for, calibrated for itself alone."""

    classifier: str
    genre: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What all classifiers together propose for one track."""

    candidates: tuple[Candidate, ...]  # all genres, best first
    verdict: Verdict
    opinions: tuple[Opinion, ...] = ()
    possible: tuple[str, ...] = ()  # the right one is among these at the stated coverage
    seconds_analyzed: float = 0.0
    company: CompanyEvidence | None = None  # what speaks beside the sound of the track itself

    @property
    def genre(self) -> str | None:
        """Return the genre, but only where the verdict is sure."""
        return self.candidates[0].genre if self.verdict is Verdict.SURE else None

    @property
    def confidence(self) -> float:
        """Return the confidence of the best candidate, none where there is none."""
        return self.candidates[0].confidence if self.candidates else 0.0

    @property
    def line(self) -> SuggestionLine:
        """Return what lists show of it."""
        best = self.candidates[0]
        opinions = tuple((o.classifier, o.genre, o.confidence) for o in self.opinions)
        others = tuple(
            (other.genre, other.confidence)
            for other in self.candidates[1 : 1 + MOST_OTHERS]
            if other.confidence >= LEAST_OTHER
        )
        return SuggestionLine(
            best.genre, best.confidence, self.verdict, opinions, others, len(self.possible)
        )


class SuggestionLine(NamedTuple):
    """A suggestion as tables show, sort and filter it, and no more: a hundred thousand are kept."""

    genre: str  # the best candidate, sure or not
    confidence: float
    verdict: Verdict
    opinions: tuple[tuple[str, str, float], ...] = ()  # classifier, its genre, its confidence
    others: tuple[tuple[str, float], ...] = ()  # the next best candidates with their confidences
    possible_count: int = 1  # how many genres are possible: the best ones

    def confidence_of(self, genre: str) -> float | None:
        """Return the confidence of a genre; None where it is not among the best candidates."""
        if genre == self.genre:
            return self.confidence
        return next((confidence for other, confidence in self.others if other == genre), None)

    @property
    def possible(self) -> tuple[str, ...]:
        """Return the genres that are possible, as far as they are kept here."""
        best = (self.genre, *(genre for genre, _ in self.others))
        return best[: self.possible_count]

    @property
    def agreeing(self) -> tuple[str, ...]:
        """Return the classifiers that take the track for the best candidate, too."""
        return tuple(name for name, genre, _ in self.opinions if genre == self.genre)


def check_genres(genres: tuple[str, ...], classifier: str) -> None:
    """Say in a sentence what is wrong with a classifier's list of genres.

    Raises:
        UnusableScores: none, or one twice.
    """
    if not genres:
        raise UnusableScores(because("core.knows_no_genres", classifier=classifier))
    if len(set(genres)) != len(genres):
        raise UnusableScores(because("core.genre_listed_twice", classifier=classifier))


def _misfit(classifier: str, n_genres: int, shape: tuple[int, ...]) -> Reason:
    return because("core.scores_misfit", classifier=classifier, genres=n_genres, shape=str(shape))
