"""From what all classifiers say of a track to one suggestion with a verdict.

The rule, first match wins:
1. unlike: there is nothing but silence to hear, or fewer than `unlike_share` of known tracks are
   as odd as this one;
2. differ: a classifier that believes more in another genre than `differ_confidence` disagrees;
3. sure: the best genre is the only possible one at the stated coverage, and its confidence
   reaches `sure_confidence`;
4. not sure.
Who knows a single genre cannot be sure of it: nothing was there to choose from. Nor can anyone who
heard less than `LEAST_SECONDS`: classifiers fill what is missing with repetitions or silence, and
may believe in what comes of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.calibration import ConformalSets
from musicreclass.core.ensemble.columns import (
    VERDICTS,
    Confidences,
    OpinionColumn,
    PredictionColumns,
    SuggestionColumns,
    confidences_of,
)
from musicreclass.core.ensemble.corrections import Corrections
from musicreclass.core.ensemble.log_probs import LogProbs
from musicreclass.core.ensemble.novelty import NoveltyScore
from musicreclass.core.ensemble.precision import Outcomes
from musicreclass.core.ensemble.prediction import Prediction, Suggestion, Verdict
from musicreclass.core.ensemble.stored import Stored, Value, number, part_of, prefixed
from musicreclass.core.ensemble.weighting import Ensemble

LEAST_SECONDS = 3.0  # one chunk of a network that hears sound in pieces


@dataclass(frozen=True, slots=True)
class VerdictRule:
    """Where the lines between the verdicts are drawn."""

    sure_confidence: float = 0.5  # more likely than all others together
    differ_confidence: float = 0.5
    unlike_share: float = 0.02  # so many known tracks are called unlike, too

    def to_dict(self) -> dict[str, Value]:
        return {
            "sure_confidence": self.sure_confidence,
            "differ_confidence": self.differ_confidence,
            "unlike_share": self.unlike_share,
        }

    @classmethod
    def from_dict(cls, stored: Stored) -> VerdictRule:
        """Return what `to_dict` stored.

        Raises:
            DamagedCalibration: something is missing or makes no sense.
        """
        return cls(
            number(stored, "sure_confidence", 0.0, 1.0),
            number(stored, "differ_confidence", 0.0, 1.0),
            number(stored, "unlike_share", 0.0, 1.0),
        )


@dataclass(frozen=True, slots=True, eq=False)
class EnsembleCalibrator:
    """All that is needed to make suggestions of predictions."""

    ensemble: Ensemble
    sets: ConformalSets = field(default_factory=lambda: ConformalSets(0.9, 0.0))
    outcomes: Outcomes = field(default_factory=Outcomes.none)  # for `precision.fit_precision`
    familiarity: NoveltyScore | None = None
    rule: VerdictRule = field(default_factory=VerdictRule)
    corrections: Corrections | None = None  # a person's; no part of what is stored

    @property
    def genres(self) -> tuple[str, ...]:
        return self.ensemble.genres if self.corrections is None else self.corrections.genres

    def suggest(self, predictions: Sequence[Prediction]) -> Suggestion:
        """Return what all `predictions` of one track come to.

        Raises:
            UnusableScores: no classifier in use is among them.
        """
        return self.suggest_many(PredictionColumns.of_track(predictions))[0]

    def suggest_many(self, heard: PredictionColumns) -> SuggestionColumns:
        """Return what is said of each of many tracks comes to.

        Raises:
            UnusableScores: no classifier in use is among them, or its numbers mean nothing.
        """
        log_probs = self.ensemble.combine(
            {name: (said.genres, said.scores) for name, said in heard.said.items()}
        )
        log_probs = self._corrected(log_probs, heard)
        confidences = confidences_of(log_probs)
        is_possible = self.sets.contains(log_probs)
        opinions = tuple(self._opinions(heard))
        familiarity = self._familiarity_of(heard)
        verdicts = self._verdicts(heard, confidences, is_possible, opinions, familiarity)
        return SuggestionColumns(
            self.genres,
            confidences,
            is_possible,
            verdicts,
            opinions,
            familiarity,
            heard.seconds_analyzed,
        )

    def _corrected(self, log_probs: LogProbs, heard: PredictionColumns) -> LogProbs:
        if self.corrections is None:
            return log_probs
        said = heard.said.get(self.corrections.classifier)
        if said is None or said.embeddings is None:
            return self.corrections.widened(log_probs)
        return self.corrections.correct(log_probs, said.embeddings)

    def _opinions(self, heard: PredictionColumns) -> Iterator[OpinionColumn]:
        for name, said in heard.said.items():
            if name in self.ensemble.classifiers:
                own = self.ensemble.own_log_probs(name, said.scores)
                yield OpinionColumn.of(name, said.genres, own)

    def _familiarity_of(self, heard: PredictionColumns) -> npt.NDArray[np.float64] | None:
        if self.familiarity is None:
            return None
        said = heard.said.get(self.familiarity.classifier)
        if said is None or said.embeddings is None:
            return None
        return self.familiarity.shares(said.embeddings)

    def _verdicts(
        self,
        heard: PredictionColumns,
        confidences: Confidences,
        is_possible: npt.NDArray[np.bool_],
        opinions: Sequence[OpinionColumn],
        familiarity: npt.NDArray[np.float64] | None,
    ) -> npt.NDArray[np.intp]:
        """Return the places in `VERDICTS`, shape (n_tracks,)."""
        best = confidences.argmax(axis=1)
        is_unlike = heard.is_silent.copy()
        if familiarity is not None:
            is_unlike |= familiarity < self.rule.unlike_share
        is_contradicted = np.zeros(len(heard), dtype=np.bool_)
        for opinion in opinions:
            is_contradicted |= self._contradicts(opinion, best)
        is_sure = (is_possible.sum(axis=1) == 1) & (heard.seconds_analyzed >= LEAST_SECONDS)
        is_sure &= confidences.max(axis=1) >= self.rule.sure_confidence
        is_sure &= len(self.genres) > 1
        places = [VERDICTS.index(v) for v in (Verdict.UNLIKE, Verdict.DIFFER, Verdict.SURE)]
        otherwise = VERDICTS.index(Verdict.NOT_SURE)
        return np.select([is_unlike, is_contradicted, is_sure], places, otherwise)

    def _contradicts(
        self, opinion: OpinionColumn, best: npt.NDArray[np.intp]
    ) -> npt.NDArray[np.bool_]:
        """Say of which tracks a classifier that counts believes in another genre than `best`."""
        if self.ensemble.weights[self.ensemble.classifiers.index(opinion.classifier)] <= 0.0:
            return np.zeros(len(best), dtype=np.bool_)
        place_of = {genre: place for place, genre in enumerate(self.genres)}
        places = np.array([place_of.get(genre, -1) for genre in opinion.genres])
        believes = opinion.confidences > self.rule.differ_confidence
        return np.asarray(believes & (places[opinion.best] != best))

    def to_dict(self) -> dict[str, Value]:
        stored = prefixed(self.ensemble.to_dict(), "ensemble")
        stored |= prefixed(self.sets.to_dict(), "sets")
        stored |= prefixed(self.outcomes.to_dict(), "outcomes")
        stored |= prefixed(self.rule.to_dict(), "rule")
        if self.familiarity is not None:
            stored |= prefixed(self.familiarity.to_dict(), "familiarity")
        return stored

    @classmethod
    def from_dict(cls, stored: Stored) -> EnsembleCalibrator:
        """Return what `to_dict` stored.

        Raises:
            DamagedCalibration: something is missing or makes no sense.
        """
        familiarity = part_of(stored, "familiarity")
        return cls(
            Ensemble.from_dict(part_of(stored, "ensemble")),
            ConformalSets.from_dict(part_of(stored, "sets")),
            Outcomes.from_dict(part_of(stored, "outcomes")),
            NoveltyScore.from_dict(familiarity) if familiarity else None,
            VerdictRule.from_dict(part_of(stored, "rule")),
        )
