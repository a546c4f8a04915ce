"""What came of classifying, in numbers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClassifySummary:
    """What classifying a library came to."""

    classified: int
    from_cache: int
    problems: int
    spared: int  # answers of classifiers that were not asked for the sake of speed
    seconds: float


@dataclass(frozen=True, slots=True)
class Renewal:
    """What came of suggesting by another classifier."""

    suggested_count: int  # tracks that it was asked about before, and so suggests for at once
    unscored_count: int  # tracks that it was not asked about yet


@dataclass(frozen=True, slots=True)
class Adaptation:
    """What came of an adaptation to decisions."""

    decision_count: int  # fitted to; 0 where they correct nothing
    changed_count: int  # tracks for which another genre is suggested than before
