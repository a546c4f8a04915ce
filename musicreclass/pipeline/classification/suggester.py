"""What is suggested for the tracks of a library: by its classifiers, and by what more is known.

All who show, count or accept suggestions ask here, so that a track has one and the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from musicreclass.core.ensemble.columns import Beliefs, SuggestionColumns
from musicreclass.core.ensemble.corrections import Corrections
from musicreclass.core.ensemble.prediction import Suggestion, SuggestionLine
from musicreclass.core.job import JobContext
from musicreclass.library.predictions import ScoredBatch
from musicreclass.library.store import Library
from musicreclass.pipeline.classification.loaded_classifier import LoadedClassifier
from musicreclass.pipeline.classification.sound_space import SoundSpace


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

    @property
    def genres(self) -> tuple[str, ...]:
        """Return all genres that may be suggested."""
        return self.loaded.genres if self.corrections is None else self.corrections.genres

    def batches(self, library: Library, ctx: JobContext) -> Iterator[SuggestedBatch]:
        """Yield suggestions for all tracks that were classified.

        Raises:
            Cancelled: the user stopped.
        """
        for batch in self._suggested(library, library.predictions.batches(self.loaded.digest)):
            ctx.raise_if_cancelled()
            yield batch

    def of_tracks(self, library: Library, track_ids: Sequence[int]) -> Iterator[SuggestedBatch]:
        """Yield suggestions for those of some tracks that were classified."""
        scored = library.predictions.of_tracks(self.loaded.digest, track_ids)
        return self._suggested(library, scored)

    def of_track(self, library: Library, track_id: int) -> Suggestion | None:
        """Return the suggestion for one track, None where it was not classified."""
        return next((one.suggested[0] for one in self.of_tracks(library, [track_id])), None)

    def _suggested(
        self, library: Library, batches: Iterable[ScoredBatch]
    ) -> Iterator[SuggestedBatch]:
        for batch in batches:
            beliefs = self._beliefs(library, batch)
            suggested = self.loaded.calibrator.suggest_many(batch.columns, beliefs)
            yield SuggestedBatch(batch, suggested)

    def _beliefs(self, library: Library, batch: ScoredBatch) -> Beliefs:
        beliefs, corrections = self.loaded.calibrator.beliefs(batch.columns), self.corrections
        if corrections is None or self.space is None:
            return beliefs
        log_probs = corrections.widened(beliefs.log_probs)
        rows, points = self.space.points(library, batch)
        log_probs[rows] = corrections.correct(beliefs.log_probs[rows], points)
        return Beliefs(corrections.genres, log_probs)
