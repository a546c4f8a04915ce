"""What is said of sound as it plays: of one piece, of what plays now, and of the last minute."""

from __future__ import annotations

from dataclasses import dataclass

from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.prediction import Candidate, Prediction, Suggestion, Verdict
from musicreclass.core.sound_tags import NO_TAGS, TrackTags
from musicreclass.sentences.reason import Reason


@dataclass(frozen=True, slots=True, eq=False)
class LiveRules:
    """What makes suggestions of raw scores, and which file of classifiers it belongs to."""

    digest: str
    calibrator: EnsembleCalibrator


@dataclass(frozen=True, slots=True, eq=False)
class PieceScores:
    """What classifiers say of one piece, raw; of one too silent for that there are no scores."""

    start_seconds: float
    end_seconds: float
    digest: str  # of the classifiers that were asked
    predictions: tuple[Prediction, ...] = ()
    tags: TrackTags = NO_TAGS
    problem: Reason | None = None  # with networks that could not answer


@dataclass(frozen=True, slots=True, eq=False)
class Summary:
    """What a longer stretch is said to be."""

    suggestion: Suggestion | None  # None: nothing but silence
    tags: tuple[str, ...] = ()  # ids, sort by sort
    seconds: float = 0.0  # that it is said of

    @property
    def is_silent(self) -> bool:
        return self.suggestion is None


@dataclass(frozen=True, slots=True)
class CalmView:
    """What plays now, as it may be shown without flickering."""

    candidates: tuple[Candidate, ...]  # best first, but for what is as good as equal
    verdict: Verdict
    tags: tuple[str, ...] = ()  # ids, sort by sort
    contradicted: int = 0  # times in a row that another verdict was said

    @property
    def genre(self) -> str | None:
        """Return the genre, but only where the verdict is sure."""
        return self.candidates[0].genre if self.verdict is Verdict.SURE else None


@dataclass(frozen=True, slots=True, eq=False)
class LiveReport:
    """All that is said after one piece."""

    number: int  # of the piece
    start_seconds: float
    end_seconds: float
    loudness_db: float
    piece: Suggestion | None  # None: it is silent
    piece_tags: tuple[str, ...]
    now: CalmView | None  # None: it is silent
    minute: Summary
    arrived_at: float  # by the monotonic clock: when the last sample of the piece was there
    dropped: int = 0  # pieces so far that nobody was asked about, as answers came too late
    problem: Reason | None = None

    @property
    def is_silent(self) -> bool:
        return self.piece is None
