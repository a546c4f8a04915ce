"""`accept [PATH...]`: accept suggestions without a window, or give tracks genres of one's own."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Sequence
from pathlib import Path

from musicreclass import paths, settings
from musicreclass.cli.console import ConsoleContext, add_shared, given_lines, searched_lines
from musicreclass.cli.rule_options import add_rules, rules_of
from musicreclass.core.decision import Decision, ReviewState
from musicreclass.core.genres.genre_rules import Outcome
from musicreclass.core.review.bulk import Expected
from musicreclass.core.review.transitions import state_of
from musicreclass.core.track import TrackLine
from musicreclass.errors import UsageProblem
from musicreclass.pipeline.review.decide import accept_all, set_genres
from musicreclass.pipeline.review.suggested_tracks import reviewable_as_chosen
from musicreclass.pipeline.writing.apply import ruling_for
from musicreclass.sentences.reason import Reason, because

LEAST_PERCENT = 5.0  # so much may be meant without the sign


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="default: the whole library"
    )
    parser.add_argument(
        "--genre",
        action="append",
        default=[],
        metavar="G",
        help="this genre, whatever is suggested for the PATHs; once for each of several",
    )
    parser.add_argument(
        "--min-confidence",
        type=_confidence,
        metavar="X",
        help="all at or above 0.9 or 90%%, sure or not; without it, what is sure",
    )
    add_shared(parser, "query")
    parser.add_argument("--json", action="store_true", help="print one JSON object per track")
    add_rules(parser)


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    _check(options)
    text = options.query
    found = reviewable_as_chosen(library_file, ctx, has_tags=bool(text))
    lines, absences = given_lines(found.lines, options.paths)
    lines = searched_lines(lines, text, ctx)
    if options.genre:
        decided = set_genres(library_file, lines, options.genre, ctx, bundle=found.bundle)
    else:
        least = options.min_confidence
        decided = accept_all(library_file, lines, ctx, min_confidence=least, bundle=found.bundle)
    ctx.clear()
    taken = [line for line in lines if line.id in decided.decisions]
    ruling = ruling_for(
        library_file, rules_of(options, settings.load(paths.settings_file()).writing)
    )
    outcomes = [ruling.of_text(line.genre, decided.decisions[line.id].line) for line in taken]
    for line, outcome in zip(taken, outcomes, strict=True) if options.json else ():
        print(json.dumps(_facts(line, decided.decisions[line.id], outcome)))
    if not options.json:
        ctx.say(because("cli.accepted", taken=len(taken), left=len(lines) - len(taken)))
        _say_left(outcomes, ctx)
    if not taken and (hint := _hint(lines, options.genre)) is not None:
        ctx.say(hint, is_problem=True)
    if taken and not options.genre:
        promise = _promise(found.basis.of_lines(taken, options.min_confidence))
        ctx.say(promise, is_problem=options.json)
    wrong = [*absences, *decided.refused.values()]
    for reason in wrong:
        ctx.say(reason, is_problem=True)
    return 1 if wrong else 0


def _check(options: argparse.Namespace) -> None:
    """Refuse what cannot work.

    Raises:
        UsageProblem: in a sentence.
    """
    if options.genre and not (options.paths or options.query):
        raise UsageProblem(because("cli.genre_needs_paths"))
    if options.genre and options.min_confidence is not None:
        raise UsageProblem(because("cli.genre_or_confidence"))
    if not all(map(str.strip, options.genre)):
        raise UsageProblem(because("cli.empty_genre"))
    strange = next((path for path in options.paths if not os.path.lexists(path)), None)
    if options.genre and strange is not None:
        first = options.genre[0]
        raise UsageProblem(because("cli.no_path_but_genre", path=str(strange), first=first))


def _hint(lines: list[TrackLine], genres: list[str]) -> Reason | None:
    """Return what to do about tracks that nobody has scored yet; None for none."""
    unscored = sum(state_of(line) is ReviewState.NEW and not line.is_missing for line in lines)
    if genres or not unscored:
        return None
    if any(line.suggestion is not None for line in lines):
        return because("cli.some_not_listened", tracks=unscored)
    return because("cli.nothing_listened")


def _confidence(text: str) -> float:
    """Return a threshold as people write it: 0.9, 90% or 90.

    What lies between is refused: who types 1.5 may mean 15 % as well as 1.5 %.
    """
    try:
        value = float(text.removesuffix("%"))
    except ValueError:
        value = -1.0
    if text.endswith("%") or value >= LEAST_PERCENT:
        value /= 100.0
    if not 0.0 <= value <= 1.0:
        raise argparse.ArgumentTypeError(f"{text} is no confidence; write 0.9 or 90%")
    return value


def _say_left(outcomes: Sequence[Outcome], ctx: ConsoleContext) -> None:
    """Say how many files the rules leave as they are, and why."""
    codes = [one.reason.code if one.reason else "" for one in outcomes if one.is_left]
    finer = codes.count("core.keeps_finer")
    other = codes.count("core.keeps_what_it_has") + codes.count("core.no_room_for_more")
    counts = {"finer": finer, "same": len(codes) - finer - other, "other": other}
    parts = [because(f"cli.left_{name}", files=files) for name, files in counts.items() if files]
    if parts:
        ctx.say(because("cli.stay_as_they_are", left=len(codes), why=tuple(parts)))


def _facts(line: TrackLine, decision: Decision, outcome: Outcome) -> dict[str, object]:
    answered = decision.answered
    return {
        "path": os.fsdecode(line.location),
        "state": decision.state.value,
        "genres": list(decision.genres),
        "in_file": list(outcome.genres),
        "why": outcome.reason and str(outcome.reason),
        "suggested": answered.genre if answered else None,
        "confidence": answered.confidence if answered else None,
    }


def _promise(expected: Expected) -> Reason:
    """Return how many are expected to be right, and where that comes from."""
    odds = expected.precision
    if not odds.evidence_tracks:
        return because("cli.precision_unknown")
    known = because("cli.tried_tracks", tracks=expected.calibration_tracks)
    if expected.own_decisions:
        known = because("cli.and_decisions", tracks=known, decisions=expected.own_decisions)
    if expected.tagged:
        known = because(
            "cli.and_tags", known=known, tagged=expected.tagged, agreement=expected.agreement
        )
    return because(
        "cli.precision", expected=odds.expected, low=odds.low, high=odds.high, known=known
    )
