"""How evenly a collection is spread over genres, and what to do about it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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
    def advice(self) -> tuple[str, ...]:
        """Return sentences on what to do before a classifier is trained on it."""
        if len(self.counts) < 2:
            return ("There are fewer than two genres; nothing can be told apart.",)
        found = tuple(self._advice())
        return found or ("The genres are filled evenly; a classifier can be trained on them.",)

    def _advice(self) -> Iterator[str]:
        by_size = sorted(self.counts, key=lambda genre: -self.counts[genre])
        largest, smallest = by_size[0], by_size[-1]
        if self.ratio >= UNEVEN:
            wanted = math.ceil(self.counts[largest] / UNEVEN)
            yield (
                f"{largest} has {self.ratio:.0f} times as many tracks as {smallest}: a classifier "
                f"would favour it. Add to genres with fewer than {wanted:,} tracks, or merge them."
            )
        if self.largest_share > 0.5:
            yield (
                f"Who always says {largest} is right on {self.largest_share:.0%}: look at balanced "
                "accuracy, not at accuracy alone."
            )
        if few := [genre for genre in by_size if self.counts[genre] < FEW]:
            more = f" and {len(few) - MOST_NAMED} more" if len(few) > MOST_NAMED else ""
            yield (
                f"Fewer than {FEW} tracks: {', '.join(few[:MOST_NAMED])}{more}. Add some, merge "
                "them with others, or leave them out."
            )

    def to_plain(self) -> dict[str, object]:
        """Return what JSON can hold."""
        return {
            "ratio": self.ratio,
            "largest_share": self.largest_share,
            "effective_genres": self.effective_genres,
            "advice": list(self.advice),
        }
