"""What is known of a track, under names that other programs may rely on."""

from __future__ import annotations

import os
from typing import Any

from musicreclass.core.decision import GENRE_SEPARATOR
from musicreclass.core.review.transitions import state_of
from musicreclass.core.sound_tags import SoundTags
from musicreclass.core.track import TrackLine

DIGITS = 4  # of a confidence; more would be noise


def review_facts(line: TrackLine) -> dict[str, Any]:
    """Return how a track stands in the review: decided and suggested, and how sure that is."""
    said, decided = line.suggestion, line.decision
    genres = decided.genres if decided is not None and decided.holds else ()
    tags = SoundTags.shipped()
    return {
        "path": os.fsdecode(line.location),
        "state": state_of(line).value,
        "genre": GENRE_SEPARATOR.join(genres) or None,
        "suggested": None if said is None else said.genre,
        "confidence": None if said is None else round(float(said.confidence), DIGITS),
        "verdict": None if said is None else said.verdict.value,
        "tags": [tags.name(tag, "en") for tag in line.sound_tags or ()],
    }


def track_facts(line: TrackLine) -> dict[str, Any]:
    """Return all that lists show of a track."""
    facts = review_facts(line)
    return {
        "path": facts["path"],
        "title": line.title,
        "artist": line.artist,
        "album": line.album,
        "track": line.track_number,
        "year": line.year,
        "genre_in_file": line.genre,
        **{name: value for name, value in facts.items() if name != "path"},
        "seconds": round(line.seconds, 3),
        "length": length_text(line.seconds),
        "format": line.format,
        "missing": bool(line.is_missing),
    }


def length_text(seconds: float) -> str:
    """Return a length as players show it: "3:59", "1:02:03"; nothing where it is not known."""
    if seconds <= 0:
        return ""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
