"""What is said after a piece of sound, as other programs read it: a JSON object a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from musicreclass.core.ensemble.prediction import Candidate, Verdict
from musicreclass.core.live.live_answer import LiveReport
from musicreclass.core.sound_tags import SoundTags

DIGITS = 4  # of a confidence; more would be noise
CANDIDATES = 5


def facts_of_report(report: LiveReport, latency: float) -> dict[str, Any]:
    """Return what is said after a piece, under names that other programs may rely on.

    Args:
        latency: seconds from the moment that the last sample of the piece was there.
    """
    piece, now, minute = report.piece, report.now, report.minute
    said = minute.suggestion
    return {
        "piece": report.number,
        "start": round(report.start_seconds, 3),
        "end": round(report.end_seconds, 3),
        "level_db": round(report.loudness_db, 1),
        "silent": report.is_silent,
        **_said(*(piece.candidates, piece.verdict) if piece else ((), None), report.piece_tags),
        "now": _said(*(now.candidates, now.verdict, now.tags) if now else ((), None, ())),
        "minute": {
            **_said(*(said.candidates, said.verdict) if said else ((), None), minute.tags),
            "seconds": minute.seconds,
        },
        "dropped": report.dropped,
        "latency": round(latency, 3),
        "problem": None if report.problem is None else str(report.problem),
    }


def _said(
    candidates: Iterable[Candidate], verdict: Verdict | None, tags: Iterable[str]
) -> dict[str, Any]:
    """Return a suggestion as `classify --json` has it; the genre only where that is sure."""
    known, shown = SoundTags.shipped(), list(candidates)[:CANDIDATES]
    return {
        "genre": shown[0].genre if verdict is Verdict.SURE else None,
        "confidence": round(shown[0].confidence, DIGITS) if shown else None,
        "verdict": None if verdict is None else verdict.value,
        "candidates": [
            {"genre": one.genre, "confidence": round(one.confidence, DIGITS)} for one in shown
        ],
        "tags": [known.name(tag, "en") for tag in tags],
    }
