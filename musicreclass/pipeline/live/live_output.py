"""What is said after a piece of sound, as other programs read it: a JSON object a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from musicreclass.core.ensemble.prediction import Suggestion
from musicreclass.core.live.live_answer import CalmView, LiveReport
from musicreclass.core.sound_tags import SoundTags

DIGITS = 4  # of a confidence; more would be noise
CANDIDATES = 5


def facts_of_report(report: LiveReport, latency: float) -> dict[str, Any]:
    """Return what is said after a piece, under names that other programs may rely on.

    Args:
        latency: seconds from the moment that the last sample of the piece was there.
    """
    piece, now, minute = report.piece, report.now, report.minute
    return {
        "piece": report.number,
        "start": round(report.start_seconds, 3),
        "end": round(report.end_seconds, 3),
        "level_db": round(report.loudness_db, 1),
        "silent": report.is_silent,
        **_said(piece, report.piece_tags),
        "now": _said(now, now.tags if now else ()),
        "minute": {**_said(minute.suggestion, minute.tags), "seconds": minute.seconds},
        "dropped": report.dropped,
        "latency": round(latency, 3),
        "problem": None if report.problem is None else str(report.problem),
    }


def _said(what: Suggestion | CalmView | None, tags: Iterable[str]) -> dict[str, Any]:
    """Return a suggestion as `classify --json` has it; the genre only where that is sure."""
    known, shown = SoundTags.shipped(), what.candidates[:CANDIDATES] if what else ()
    return {
        "genre": what.genre if what else None,
        "confidence": round(shown[0].confidence, DIGITS) if shown else None,
        "verdict": what.verdict.value if what else None,
        "candidates": [
            {"genre": one.genre, "confidence": round(one.confidence, DIGITS)} for one in shown
        ],
        "tags": [known.name(tag, "en") for tag in tags],
    }
