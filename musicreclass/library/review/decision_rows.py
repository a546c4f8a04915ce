"""Decisions as rows of the library: how they are stored, and how they come back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from musicreclass.core.decision import Decision, ReviewState
from musicreclass.core.ensemble.prediction import Candidate

COLUMNS = "said, became, genres, made_at, in_bulk, is_typed, suggested, confidence, bundle"
PUT = f"""
    INSERT OR REPLACE INTO decision({COLUMNS}, track_id)
    SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, id FROM track WHERE id = ?
"""


def values_of(decision: Decision, bundle: str) -> tuple[Any, ...]:
    """Return what `COLUMNS` hold of a decision."""
    answered = decision.answered
    return (
        decision.said.value,
        decision.became.value if decision.became else None,
        json.dumps(decision.genres, ensure_ascii=False),
        decision.made_at.isoformat(),
        decision.in_bulk,
        decision.is_typed,
        answered.genre if answered else None,
        answered.confidence if answered else None,
        bundle,
    )


def decision_of(row: Mapping[str, Any]) -> Decision:
    """Return the decision that a row holds."""
    suggested, became = row["suggested"], row["became"]
    return Decision(
        ReviewState(row["said"]),
        stored_genres(row["genres"]),
        datetime.fromisoformat(row["made_at"]),
        None if suggested is None else Candidate(suggested, row["confidence"]),
        bool(row["in_bulk"]),
        ReviewState(became) if became else None,
        bool(row["is_typed"]),
    )


@lru_cache(maxsize=256)
def stored_genres(stored: str) -> tuple[str, ...]:
    """Return genres that are stored as a JSON list."""
    return tuple(json.loads(stored))
