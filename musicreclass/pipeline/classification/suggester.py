"""What is suggested for the tracks of a library: by its classifiers, and by what more is known.

All who show, count or accept suggestions ask here, so that a track has one and the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from musicreclass.core.ensemble.columns import Beliefs, SuggestionColumns, confidences_of
from musicreclass.core.ensemble.corrections import Corrections
from musicreclass.core.ensemble.genre_mix import LibraryMix, spread
from musicreclass.core.ensemble.prediction import Candidate, Suggestion, SuggestionLine
from musicreclass.core.job import JobContext
from musicreclass.library.predictions import BATCH, ScoredBatch
from musicreclass.library.store import Library
from musicreclass.pipeline.classification.box_mix import BoxMix
from musicreclass.pipeline.classification.company_index import CompanyIndex, Ids
from musicreclass.pipeline.classification.loaded_classifier import LoadedClassifier
from musicreclass.pipeline.spaces.sound_space import SoundSpace

LEAST_MOVED = 0.01  # of the confidence, by decisions: what is less is not shown


@dataclass(frozen=True, slots=True, eq=False)
class SuggestedBatch:
    """The suggestions for many tracks."""

    scored: ScoredBatch
    suggested: SuggestionColumns

    def lines(self) -> list[tuple[int, SuggestionLine]]:
        """Return the id of each track, and what lists show of its suggestion."""
        return list(zip(self.scored.track_ids, self.suggested.lines(), strict=True))


@dataclass(frozen=True, slots=True, eq=False)
class Suggester:
    """Suggests genres for tracks that a library keeps predictions of."""

    loaded: LoadedClassifier
    corrections: Corrections | None = None
    space: SoundSpace | None = None  # in which corrections are near or far
    decision_count: int = 0  # that the corrections were fitted to
    company: CompanyIndex | None = None  # whom each track keeps company with; None: nobody
    mix: LibraryMix | None = None  # of genres in the library, where that counts
    box: BoxMix | None = None  # the classifier in the box, where it has a share of the say

    @property
    def genres(self) -> tuple[str, ...]:
        """Return all genres that may be suggested."""
        return self.known_genres if self.corrections is None else self.corrections.genres

    @property
    def known_genres(self) -> tuple[str, ...]:
        """Return the genres that classifiers know."""
        return self.loaded.genres if self.box is None else self.box.genres

    def uncorrected(self, library: Library, batch: ScoredBatch) -> Beliefs:
        """Return what classifiers alone believe of tracks of this library."""
        beliefs = self.loaded.calibrator.beliefs(batch.columns)
        if self.mix is not None:
            beliefs = Beliefs(beliefs.genres, self.mix.weighed(beliefs.log_probs))
        return beliefs if self.box is None else self.box.mixed(library, batch, beliefs)

    def batches(self, library: Library, ctx: JobContext) -> Iterator[SuggestedBatch]:
        """Yield suggestions for all tracks that were classified.

        Raises:
            Cancelled: the user stopped.
        """
        if self.company is None:
            for batch in library.predictions.batches(self.loaded.digest):
                ctx.raise_if_cancelled()
                yield self._suggested(batch, self._beliefs(library, batch))
            return
        for ids in self.company.chunks(BATCH):
            ctx.raise_if_cancelled()
            yield from self.of_tracks(library, ids.tolist())

    def of_tracks(self, library: Library, track_ids: Sequence[int]) -> Iterator[SuggestedBatch]:
        """Yield suggestions for those of some tracks that were classified."""
        return self._of(track_ids, *self._read(library, track_ids))

    def touched_by(self, track_ids: Sequence[int]) -> list[int]:
        """Return tracks, and those whose suggestions change with what classifiers say of them."""
        ids = np.array(track_ids, dtype=np.int64)
        return list(track_ids if self.company is None else self.company.touched_by(ids).tolist())

    def of_track(self, library: Library, track_id: int) -> Suggestion | None:
        """Return the suggestion for one track, None where it was not classified."""
        scored, beliefs = self._read(library, [track_id])
        batch = next(self._of([track_id], scored, beliefs), None)
        if batch is None:
            return None
        suggested, evidence = batch.suggested[0], None
        if self.company is not None:
            log_probs = np.concatenate([one.log_probs for one in beliefs])
            evidence = self.company.evidence(track_id, _ids(scored), log_probs)
        if self.mix is not None:
            best = suggested.candidates[0].genre
            evidence = self.mix.told(best, self.loaded.calibrator.genres, evidence)
        return suggested if evidence is None else replace(suggested, company=evidence)

    def unlearned(self, library: Library, track_id: int) -> Candidate | None:
        """Return what classifiers alone take a track for, None where decisions left it at that."""
        scored = library.predictions.of_tracks(self.loaded.digest, [track_id])
        batch = next(iter(scored), None)
        if self.corrections is None or batch is None:
            return None
        before = confidences_of(self.uncorrected(library, batch).log_probs)[0]
        after = confidences_of(self._beliefs(library, batch).log_probs)[0]
        best = int(before.argmax())
        if int(after.argmax()) == best and abs(after[best] - before[best]) < LEAST_MOVED:
            return None
        return Candidate(self.known_genres[best], float(before[best]))

    def _read(
        self, library: Library, track_ids: Sequence[int]
    ) -> tuple[list[ScoredBatch], list[Beliefs]]:
        """Return what is known of tracks and of their company, each by itself."""
        ids = np.array(track_ids, dtype=np.int64)
        asked = ids if self.company is None else self.company.with_company(ids)
        scored = list(library.predictions.of_tracks(self.loaded.digest, asked.tolist()))
        return scored, [self._beliefs(library, batch) for batch in scored]

    def _of(
        self, track_ids: Sequence[int], scored: Sequence[ScoredBatch], beliefs: Sequence[Beliefs]
    ) -> Iterator[SuggestedBatch]:
        for batch, pooled in zip(scored, self._pooled(scored, beliefs), strict=True):
            rows = np.flatnonzero(np.isin(batch.track_ids, track_ids))
            if len(rows):
                yield self._suggested(
                    batch.at(rows), Beliefs(pooled.genres, pooled.log_probs[rows])
                )

    def _suggested(self, batch: ScoredBatch, beliefs: Beliefs) -> SuggestedBatch:
        return SuggestedBatch(batch, self.loaded.calibrator.suggest_many(batch.columns, beliefs))

    def _pooled(
        self, scored: Sequence[ScoredBatch], beliefs: Sequence[Beliefs]
    ) -> Sequence[Beliefs]:
        """Return what is believed of tracks once their company counts; all of it is among them."""
        if self.company is None or not len(self.company.ids) or not scored:
            return beliefs
        ids = _ids(scored)
        lends = np.concatenate([~batch.columns.is_silent for batch in scored])
        log_probs = self.loaded.calibrator.pooling.pooled(
            np.concatenate([one.log_probs for one in beliefs]),
            self.company.companies_at(ids, lends),
            self.company.given_at(ids),
        )
        ends = np.cumsum([len(batch.track_ids) for batch in scored])[:-1]
        return [Beliefs(beliefs[0].genres, rows) for rows in np.split(log_probs, ends)]

    def _beliefs(self, library: Library, batch: ScoredBatch) -> Beliefs:
        beliefs, corrections = self.uncorrected(library, batch), self.corrections
        if corrections is None or self.space is None:
            return beliefs
        log_probs = corrections.widened(beliefs.log_probs)
        rows, points = self.space.points(library, batch)
        scripts = None
        if corrections.goes_by_scripts:
            scripts = np.array(library.scripts_of([batch.track_ids[row] for row in rows]))
        log_probs[rows] = corrections.correct(beliefs.log_probs[rows], points, scripts)
        return Beliefs(corrections.genres, log_probs)


def mix_of(library: Library, loaded: LoadedClassifier) -> LibraryMix | None:
    """Return the mix of genres in a library; None where that is not to count, or unknown.

    Silent tracks say nothing of it.
    """
    usual = loaded.calibrator.mix
    if usual is None:
        return None
    ids = library.predictions.scored_ids(loaded.digest)
    looked_at = [ids[index] for index in spread(len(ids))]
    said = [
        loaded.calibrator.beliefs(batch.columns).log_probs[~batch.columns.is_silent]
        for batch in library.predictions.of_tracks(loaded.digest, looked_at)
    ]
    return usual.in_library(np.concatenate(said)) if said else None


def _ids(scored: Sequence[ScoredBatch]) -> Ids:
    return np.array([i for batch in scored for i in batch.track_ids], dtype=np.int64)
