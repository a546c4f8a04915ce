"""From what all classifiers say of a track to one suggestion with a verdict.

The rule, first match wins:
1. unlike: fewer than `unlike_share` of known tracks are as odd as this one;
2. differ: a classifier that believes more in another genre than `differ_confidence` disagrees;
3. sure: the best genre is the only possible one at the stated coverage, and its confidence
   reaches `sure_confidence`;
4. not sure.
Who knows a single genre cannot be sure of it: nothing was there to choose from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from musicreclass.core.calibration import ConformalSets, fit_temperature
from musicreclass.core.ensemble import Ensemble, aligned, common_genres
from musicreclass.core.familiarity import Familiarity
from musicreclass.core.log_probs import LogProbs, Reals, cooled, normalised
from musicreclass.core.precision import Outcomes
from musicreclass.core.prediction import Candidate, Opinion, Prediction, Suggestion, Verdict
from musicreclass.core.stacking import fit_weights
from musicreclass.core.stored import Stored, Value, number, part_of, prefixed

Members = Mapping[str, tuple[Sequence[str], Reals]]  # classifier -> genres, (n_tracks, its genres)
Indices = npt.NDArray[np.intp]  # shape (n_tracks,)


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
class Judge:
    """All that is needed to make suggestions of predictions."""

    ensemble: Ensemble
    sets: ConformalSets = field(default_factory=lambda: ConformalSets(0.9, 0.0))
    outcomes: Outcomes = field(default_factory=Outcomes.none)  # for `precision.fit_precision`
    familiarity: Familiarity | None = None
    rule: VerdictRule = field(default_factory=VerdictRule)

    def suggest(self, predictions: Sequence[Prediction]) -> Suggestion:
        """Return what all `predictions` of one track come to.

        Raises:
            UnusableScores: no classifier in use is among them.
        """
        log_probs = self.ensemble.combine({p.classifier: (p.genres, p.scores) for p in predictions})
        possible = self.sets.contains(log_probs)
        genres = self.ensemble.genres
        candidates = _ranked(genres, log_probs)
        opinions = tuple(self._opinions(predictions))
        oddity = self._familiarity_of(predictions)
        return Suggestion(
            candidates,
            self._verdict(candidates, opinions, int(possible.sum()), oddity),
            opinions,
            tuple(genre for genre, is_in in zip(genres, possible, strict=True) if is_in),
            oddity,
            max(p.seconds_heard for p in predictions),
        )

    def _opinions(self, predictions: Sequence[Prediction]) -> list[Opinion]:
        opinions = []
        for said in predictions:
            if said.classifier in self.ensemble.classifiers:
                own = self.ensemble.own_log_probs(said.classifier, said.scores)
                best = _ranked(said.genres, own)[0]
                opinions.append(Opinion(said.classifier, best.genre, best.confidence))
        return opinions

    def _familiarity_of(self, predictions: Sequence[Prediction]) -> float | None:
        if self.familiarity is None:
            return None
        for said in predictions:
            if said.classifier == self.familiarity.classifier and said.embedding is not None:
                return self.familiarity.of(said.embedding)
        return None

    def _verdict(
        self,
        candidates: tuple[Candidate, ...],
        opinions: tuple[Opinion, ...],
        n_possible: int,
        familiarity: float | None,
    ) -> Verdict:
        best = candidates[0]
        if familiarity is not None and familiarity < self.rule.unlike_share:
            return Verdict.UNLIKE
        if any(self._contradicts(opinion, best.genre) for opinion in opinions):
            return Verdict.DIFFER
        is_alone = n_possible == 1 and len(candidates) > 1
        if is_alone and best.confidence >= self.rule.sure_confidence:
            return Verdict.SURE
        return Verdict.NOT_SURE

    def _contradicts(self, opinion: Opinion, genre: str) -> bool:
        place = self.ensemble.classifiers.index(opinion.classifier)
        counts = self.ensemble.weights[place] > 0.0
        believes = opinion.confidence > self.rule.differ_confidence
        return bool(counts and believes and opinion.genre != genre)

    def to_dict(self) -> dict[str, Value]:
        stored = prefixed(self.ensemble.to_dict(), "ensemble")
        stored |= prefixed(self.sets.to_dict(), "sets")
        stored |= prefixed(self.outcomes.to_dict(), "outcomes")
        stored |= prefixed(self.rule.to_dict(), "rule")
        if self.familiarity is not None:
            stored |= prefixed(self.familiarity.to_dict(), "familiarity")
        return stored

    @classmethod
    def from_dict(cls, stored: Stored) -> Judge:
        """Return what `to_dict` stored.

        Raises:
            DamagedCalibration: something is missing or makes no sense.
        """
        familiarity = part_of(stored, "familiarity")
        return cls(
            Ensemble.from_dict(part_of(stored, "ensemble")),
            ConformalSets.from_dict(part_of(stored, "sets")),
            Outcomes.from_dict(part_of(stored, "outcomes")),
            Familiarity.from_dict(familiarity) if familiarity else None,
            VerdictRule.from_dict(part_of(stored, "rule")),
        )


def _ranked(genres: Sequence[str], log_probs: LogProbs) -> tuple[Candidate, ...]:
    """Return all genres, best first; the only one of its list earns no confidence."""
    if len(genres) == 1:
        return (Candidate(genres[0], 0.0),)
    order = np.argsort(-log_probs, kind="stable")
    return tuple(Candidate(genres[i], float(np.exp(log_probs[i]))) for i in order)


def fit_ensemble(members: Members, genres: Sequence[str], truth: Indices) -> Ensemble:
    """Learn temperatures and weights from answers out of fold.

    Args:
        members: classifier -> its genres and raw scores (n_tracks, its genres), of the same
            tracks in the same order, by classifiers that were not trained on them.
        genres: the list that suggestions come from.
        truth: index in `genres` of the right one, shape (n_tracks,).

    Raises:
        UnusableScores: scores that mean nothing, or a classifier that knows none of `genres`.
    """
    temperatures = [_own_temperature(member, genres, truth) for member in members.values()]
    own = [
        (known, cooled(normalised(scores), temperature))
        for (known, scores), temperature in zip(members.values(), temperatures, strict=True)
    ]
    weights = fit_weights(*aligned(own, genres), truth)
    untempered = Ensemble(tuple(genres), tuple(members), weights, np.array(temperatures))
    is_knowable = np.isin(genres, common_genres(known for known, _ in members.values()))[truth]
    combined = untempered.combine(members)[is_knowable]
    temperature = fit_temperature(combined, truth[is_knowable])
    return Ensemble(tuple(genres), tuple(members), weights, untempered.temperatures, temperature)


def _own_temperature(
    member: tuple[Sequence[str], Reals], genres: Sequence[str], truth: Indices
) -> float:
    """Fit on the tracks of genres that the classifier knows; others it cannot get right."""
    known, scores = member
    places = np.array([known.index(g) if g in known else -1 for g in genres], dtype=np.intp)
    is_known = places[truth] >= 0
    return fit_temperature(normalised(scores)[is_known], places[truth[is_known]])


def fit_judge(
    members: Members,
    truth_genres: Sequence[str],
    folds: Indices,
    coverage: float = 0.9,
    familiarity: Familiarity | None = None,
) -> Judge:
    """Learn how to judge from answers out of fold.

    Coverage and precision are measured on answers of ensembles fitted without the fold in
    question, so that they promise nothing that was only fitted. With fewer than two folds there
    are none such: every genre stays possible, no precision is known, and no verdict is sure.

    Args:
        members: as for `fit_ensemble`.
        truth_genres: the right genre of each track.
        folds: which fold each track is in, shape (n_tracks,); an artist in one fold only.
        coverage: share of tracks whose set of possible genres holds the right one.
    """
    genres = common_genres([*(known for known, _ in members.values()), truth_genres])
    truth = np.array([genres.index(genre) for genre in truth_genres], dtype=np.intp)
    if not len(truth):
        return Judge(Ensemble.of_equals({name: known for name, (known, _) in members.items()}))
    ensemble = fit_ensemble(members, genres, truth)
    if len(np.unique(folds)) < 2:
        return Judge(ensemble, familiarity=familiarity)
    log_probs = _combined_out_of_fold(members, genres, truth, folds)
    right = (log_probs.argmax(axis=1) == truth).astype(np.float64)
    return Judge(
        ensemble,
        ConformalSets.fit(log_probs, truth, coverage),
        Outcomes(np.exp(log_probs.max(axis=1)), right),
        familiarity,
    )


def _combined_out_of_fold(
    members: Members, genres: Sequence[str], truth: Indices, folds: Indices
) -> LogProbs:
    log_probs = np.empty((len(truth), len(genres)))
    for fold in np.unique(folds):
        inside = folds == fold
        ensemble = fit_ensemble(_rows(members, ~inside), genres, truth[~inside])
        log_probs[inside] = ensemble.combine(_rows(members, inside))
    return log_probs


def _rows(members: Members, which: npt.NDArray[np.bool_]) -> Members:
    return {name: (genres, scores[which]) for name, (genres, scores) in members.items()}
