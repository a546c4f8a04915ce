"""The calibrated suggestion and its verdict, made of the predictions of all classifiers.

The rule, first match wins:
1. novel: the track is silent, or fewer than `novel_share` of known tracks lie as far from
   what was trained on;
2. differ: a classifier that believes more in another genre than `differ_confidence` disagrees;
3. sure: the best genre is the only possible one at the stated coverage, and its confidence
   reaches `sure_confidence`;
4. not sure.
With a single genre nothing is sure: there was no choice. Nor is a genre that a person named and no
classifier knows, for only examples of it were seen; nor anything where less than `LEAST_SECONDS`
were analyzed: classifiers fill what is missing with repetitions or silence, and may believe in what
comes of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.columns import (
    VERDICTS,
    Beliefs,
    Confidences,
    OpinionColumn,
    PredictionColumns,
    SuggestionColumns,
    confidences_of,
)
from musicreclass.core.ensemble.genre_folding import GenreFolding
from musicreclass.core.ensemble.genre_mix import GenreMix
from musicreclass.core.ensemble.log_probs import LogProbs
from musicreclass.core.ensemble.novelty import NoveltyScore
from musicreclass.core.ensemble.pooling import Pooling
from musicreclass.core.ensemble.precision import Outcomes
from musicreclass.core.ensemble.prediction import Prediction, Suggestion, Verdict
from musicreclass.core.ensemble.stored import Stored, Value, number, part_of, prefixed
from musicreclass.core.ensemble.weighting import Ensemble
from musicreclass.core.genre import Taxonomy

LEAST_SECONDS = 3.0  # one chunk of a network that takes sound in pieces


@dataclass(frozen=True, slots=True)
class ConformalSets:
    """Sets of genres that hold the right one for a stated share of tracks.

    Split conformal prediction with the score 1 - p(right genre) ("LAC"): of all scores it gives
    the smallest sets for the same coverage, hence the fewest tracks that need a person. The price
    is that the coverage is one over all tracks, not one per genre, and that a set may be empty;
    an empty set is the honest "none of these" and is never filled up with the best guess.
    """

    coverage: float  # wanted share of tracks, above 0 and below 1
    least_probability: float  # a genre is in the set from here on; 0 takes all genres

    def __post_init__(self) -> None:
        number(self.to_dict(), "coverage", 0.0, 1.0)
        number(self.to_dict(), "least_probability", 0.0, 1.0)

    def contains(self, log_probs: LogProbs) -> npt.NDArray[np.bool_]:
        """Return which genres are possible; shape (..., n_genres), as `log_probs`."""
        return np.asarray(np.exp(log_probs) >= self.least_probability)

    def to_dict(self) -> dict[str, Value]:
        return {"coverage": self.coverage, "least_probability": self.least_probability}

    @classmethod
    def from_dict(cls, stored: Stored) -> ConformalSets:
        """Return what `to_dict` stored.

        Raises:
            DamagedCalibration: something is missing or makes no sense.
        """
        names = "coverage", "least_probability"
        return cls(*(number(stored, name, 0.0, 1.0) for name in names))


@dataclass(frozen=True, slots=True)
class VerdictRule:
    """Where the lines between the verdicts are drawn."""

    sure_confidence: float = 0.5  # more likely than all others together
    differ_confidence: float = 0.5
    novel_share: float = 0.02  # so many known tracks are called novel, too

    def to_dict(self) -> dict[str, Value]:
        return {
            "sure_confidence": self.sure_confidence,
            "differ_confidence": self.differ_confidence,
            "unlike_share": self.novel_share,
        }

    @classmethod
    def from_dict(cls, stored: Stored) -> VerdictRule:
        """Return what `to_dict` stored.

        Raises:
            DamagedCalibration: something is missing or makes no sense.
        """
        names = "sure_confidence", "differ_confidence", "unlike_share"
        return cls(*(number(stored, name, 0.0, 1.0) for name in names))


@dataclass(frozen=True, slots=True, eq=False)
class EnsembleCalibrator:
    """All that is needed to make suggestions of predictions."""

    ensemble: Ensemble
    sets: ConformalSets = field(default_factory=lambda: ConformalSets(0.9, 0.0))
    outcomes: Outcomes = field(default_factory=Outcomes.none)  # for `precision.fit_precision`
    novelty: NoveltyScore | None = None
    rule: VerdictRule = field(default_factory=VerdictRule)
    pooling: Pooling = field(default_factory=Pooling)
    mix: GenreMix | None = None  # where it was measured what the mix of a library is worth
    vocabulary: Taxonomy | None = None  # a person's, in which genres are suggested; not stored

    @property
    def genres(self) -> tuple[str, ...]:
        return self.ensemble.genres

    @property
    def suggestible(self) -> tuple[str, ...]:
        """Return the genres that suggestions are made in."""
        return self.folding(self.genres).genres

    def folding(self, genres: Sequence[str]) -> GenreFolding:
        """Return how genres become those that are suggested."""
        if self.vocabulary is None:
            return GenreFolding(tuple(genres), np.arange(len(genres)))
        return GenreFolding.of(genres, self.vocabulary)

    def beliefs(self, tracks: PredictionColumns) -> Beliefs:
        """Return what the classifiers in use say together.

        Raises:
            UnusableScores: none of them is among the predictions, or its numbers mean nothing.
        """
        return Beliefs(self.genres, self.ensemble.combine(tracks.members))

    def suggest(self, predictions: Sequence[Prediction]) -> Suggestion:
        """Return the suggestion that all `predictions` of one track come to.

        Raises:
            UnusableScores: no classifier in use is among them.
        """
        return self.suggest_many(PredictionColumns.of_track(predictions))[0]

    def suggest_many(
        self, tracks: PredictionColumns, beliefs: Beliefs | None = None
    ) -> SuggestionColumns:
        """Return the suggestions for many tracks.

        Args:
            beliefs: in genres, where more is known of the tracks than what classifiers say.

        Raises:
            UnusableScores: no classifier in use is among them, or its numbers mean nothing.
        """
        beliefs = self.beliefs(tracks) if beliefs is None else beliefs
        folding = self.folding(beliefs.genres)
        beliefs = Beliefs(folding.genres, folding.folded(beliefs.log_probs))
        known = folding.is_among(len(self.genres))
        confidences = confidences_of(beliefs.log_probs)
        is_possible = self.sets.contains(beliefs.log_probs)
        opinions = tuple(self._opinions(tracks))
        verdicts = self._verdicts(tracks, beliefs.genres, confidences, is_possible, opinions, known)
        return SuggestionColumns(
            beliefs.genres, confidences, is_possible, verdicts, opinions, tracks.seconds_analyzed
        )

    def _opinions(self, tracks: PredictionColumns) -> Iterator[OpinionColumn]:
        for name, (genres, scores) in tracks.members.items():
            if name in self.ensemble.classifiers:
                own, folding = self.ensemble.own_log_probs(name, scores), self.folding(genres)
                yield OpinionColumn.of(name, folding.genres, folding.folded(own))

    def _is_novel(self, tracks: PredictionColumns) -> npt.NDArray[np.bool_]:
        embeddings = None
        if self.novelty is not None:
            embeddings = tracks.embeddings_of(self.novelty.classifier)
        if self.novelty is None or embeddings is None:
            return tracks.is_silent
        is_novel = self.novelty.p_values(embeddings) < self.rule.novel_share
        return np.asarray(tracks.is_silent | is_novel)

    def _verdicts(
        self,
        tracks: PredictionColumns,
        genres: Sequence[str],
        confidences: Confidences,
        is_possible: npt.NDArray[np.bool_],
        opinions: Sequence[OpinionColumn],
        is_known: npt.NDArray[np.bool_],
    ) -> npt.NDArray[np.intp]:
        """Return indices in `VERDICTS`, shape (n_tracks,).

        Args:
            is_known: to classifiers, of `genres`, shape (n_genres,).
        """
        best = confidences.argmax(axis=1)
        is_contradicted = np.zeros(len(tracks), dtype=np.bool_)
        for opinion in opinions:
            is_contradicted |= self._contradicts(opinion, genres, best)
        is_sure = (is_possible.sum(axis=1) == 1) & (tracks.seconds_analyzed >= LEAST_SECONDS)
        is_sure &= confidences.max(axis=1) >= self.rule.sure_confidence
        is_sure &= (len(genres) > 1) & is_known[best]
        verdicts = [VERDICTS.index(v) for v in (Verdict.NOVEL, Verdict.DIFFER, Verdict.SURE)]
        otherwise = VERDICTS.index(Verdict.NOT_SURE)
        return np.select([self._is_novel(tracks), is_contradicted, is_sure], verdicts, otherwise)

    def _contradicts(
        self, opinion: OpinionColumn, genres: Sequence[str], best: npt.NDArray[np.intp]
    ) -> npt.NDArray[np.bool_]:
        """Say of which tracks a classifier that counts believes in another genre than `best`."""
        if self.ensemble.weights[self.ensemble.classifiers.index(opinion.classifier)] <= 0.0:
            return np.zeros(len(best), dtype=np.bool_)
        index_of = {genre: index for index, genre in enumerate(genres)}
        indices = np.array([index_of.get(genre, -1) for genre in opinion.genres])
        believes = opinion.confidences > self.rule.differ_confidence
        return np.asarray(believes & (indices[opinion.best] != best))

    def to_dict(self) -> dict[str, Value]:
        stored = prefixed(self.ensemble.to_dict(), "ensemble")
        stored |= prefixed(self.sets.to_dict(), "sets")
        stored |= prefixed(self.outcomes.to_dict(), "outcomes")
        stored |= prefixed(self.rule.to_dict(), "rule")
        if self.novelty is not None:
            stored |= prefixed(self.novelty.to_dict(), "familiarity")
        if self.pooling != Pooling():
            stored |= prefixed(self.pooling.to_dict(), "company")
        if self.mix is not None:
            stored |= prefixed(self.mix.to_dict(), "mix")
        return stored

    @classmethod
    def from_dict(cls, stored: Stored) -> EnsembleCalibrator:
        """Return what `to_dict` stored.

        Raises:
            DamagedCalibration: something is missing or makes no sense.
        """
        novelty, mix = part_of(stored, "familiarity"), part_of(stored, "mix")
        ensemble = Ensemble.from_dict(part_of(stored, "ensemble"))
        return cls(
            ensemble,
            ConformalSets.from_dict(part_of(stored, "sets")),
            Outcomes.from_dict(part_of(stored, "outcomes")),
            NoveltyScore.from_dict(novelty) if novelty else None,
            VerdictRule.from_dict(part_of(stored, "rule")),
            Pooling.from_dict(part_of(stored, "company")),
            GenreMix.from_dict(mix, len(ensemble.genres)) if mix else None,
        )
