"""How evenly a collection is spread over genres, and what to do about it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from musicreclass.sentences.reason import Reason, because, first_of

FEW = 10  # tracks of a genre, below which it is hardly learned
UNEVEN = 3.0  # times as many tracks in the largest genre as in the smallest
MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Balance:
    """Figures of how tracks are spread over genres."""

    counts: Mapping[str, int]  # genre -> tracks, none without any

    @property
    def ratio(self) -> float:
        """Return how many times as many tracks the largest genre has as the smallest."""
        counts = self.counts.values()
        return max(counts) / min(counts) if counts else 1.0

    @property
    def largest_share(self) -> float:
        """Return how often somebody is right who always says the largest genre."""
        total = sum(self.counts.values())
        return max(self.counts.values()) / total if total else 0.0

    @property
    def effective_genres(self) -> float:
        """Return how many evenly filled genres would be as varied: e to the entropy."""
        total = sum(self.counts.values())
        if not total:
            return 0.0
        shares = [count / total for count in self.counts.values()]
        return math.exp(-sum(share * math.log(share) for share in shares))

    @property
    def advice(self) -> tuple[Reason, ...]:
        """Return what to do before a classifier is trained on it."""
        if len(self.counts) < 2:
            return (because("core.one_genre"),)
        return tuple(self._advice()) or (because("core.even_genres"),)

    def _advice(self) -> Iterator[Reason]:
        by_size = sorted(self.counts, key=lambda genre: -self.counts[genre])
        largest, smallest = by_size[0], by_size[-1]
        if self.ratio >= UNEVEN:
            yield because(
                "core.uneven_genres",
                largest=largest,
                times=self.ratio,
                smallest=smallest,
                wanted=math.ceil(self.counts[largest] / UNEVEN),
            )
        if self.largest_share > 0.5:
            yield because("core.dominant_genre", largest=largest, share=self.largest_share)
        if few := tuple(genre for genre in by_size if self.counts[genre] < FEW):
            yield because("core.few_tracks", few=FEW, genres=first_of(few, MOST_NAMED))

    def to_plain(self) -> dict[str, object]:
        """Return what JSON can hold."""
        return {
            "ratio": self.ratio,
            "largest_share": self.largest_share,
            "effective_genres": self.effective_genres,
            "advice": [str(reason) for reason in self.advice],
        }
