"""What the row of a track shows: a genre, whose word it is, and the confidence of just that genre.

Whoever shows, counts, sorts, searches or accepts asks here, so that all of them speak of the same.
"""

from __future__ import annotations

from musicreclass.core.decision import DecisionLine, ReviewState
from musicreclass.core.ensemble.prediction import SuggestionLine
from musicreclass.core.track import TrackLine

TO_WRITE = (ReviewState.ACCEPTED, ReviewState.CHANGED)


def shows_suggestion(suggestion: SuggestionLine | None, decision: DecisionLine | None) -> bool:
    """Say whether what is shown is nobody's word, and would only be written once accepted.

    A decision whose writing was taken back does not hold, nor has a skipped track any genre of its
    own: both show what is suggested for them.
    """
    return suggestion is not None and not (decision is not None and decision.holds)


def genres_of(line: TrackLine) -> tuple[str, ...]:
    """Return the genres that a row shows."""
    decision = line.decision
    if decision is not None and decision.holds:
        return decision.genres
    return () if line.suggestion is None else (line.suggestion.genre,)


def confidence_of(line: TrackLine) -> float | None:
    """Return the confidence of the genre that a row shows; None where nobody knows it."""
    return confidence_shown(line.suggestion, line.decision)


def confidence_shown(
    suggestion: SuggestionLine | None, decision: DecisionLine | None
) -> float | None:
    """Return the same of a suggestion and a decision."""
    if suggestion is None:
        return None
    if decision is not None and decision.holds:
        return _confidence(suggestion, decision.genres)
    return suggestion.confidence


def is_undecided(line: TrackLine) -> bool:
    """Say whether nobody has decided on a track, or that was taken back out of its file."""
    return line.decision is None or line.decision.state is ReviewState.UNDONE


def is_to_write(line: TrackLine) -> bool:
    """Say whether a track's genre is decided and not in its file yet, which is there."""
    return not line.is_missing and line.decision is not None and line.decision.state in TO_WRITE


def _confidence(suggestion: SuggestionLine, genres: tuple[str, ...]) -> float | None:
    """Return the confidence of a genre that was decided, where it is among the candidates."""
    return suggestion.confidence_of(genres[0]) if len(genres) == 1 else None
