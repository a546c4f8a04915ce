"""`review`: how many tracks wait in which queue, and with `--tracks` which ones."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from musicreclass.cli import track_choice
from musicreclass.cli.console import ConsoleContext, verdict_word
from musicreclass.cli.terminal import shown_path
from musicreclass.core.decision import ReviewState
from musicreclass.core.location import columns_of
from musicreclass.core.review.transitions import ReviewQueue, standing_of, state_of
from musicreclass.core.track import TrackLine
from musicreclass.library.store import Library
from musicreclass.pipeline.exporting.track_facts import review_facts
from musicreclass.pipeline.review.decide import queue_counts
from musicreclass.sentences.reason import Reason, because

NEW = "new"
PROBLEMS = "problems"
MOST_COLUMNS = 28  # that a genre takes; a longer one is cut


def add_arguments(parser: argparse.ArgumentParser) -> None:
    track_choice.add_arguments(parser)
    parser.add_argument("--tracks", action="store_true", help="list the tracks, one a line")
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object, or with --tracks one a track"
    )


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    lines, absences = track_choice.chosen_lines(options, library_file, ctx)
    ctx.clear()
    if options.tracks:
        _list_tracks(lines, ctx, as_json=options.json)
    else:
        _count(lines, library_file, ctx, as_json=options.json)
    for reason in absences:
        ctx.say(reason, is_problem=True)
    return 1 if absences else 0


def _list_tracks(lines: list[TrackLine], ctx: ConsoleContext, *, as_json: bool) -> None:
    if as_json:
        for line in lines:
            print(json.dumps(review_facts(line)))
        return
    rows = [_cells(line, ctx) for line in lines]
    if rows:
        header = ("state", "confidence", "genre", "verdict", "file")
        rows.insert(0, tuple(ctx.said(because(f"cli.column_{name}")) for name in header))
    widths = [max(map(columns_of, cells)) for cells in zip(*rows, strict=True)][:-1]
    for *cells, path in rows:
        padded = [c + " " * (w - columns_of(c)) for c, w in zip(cells, widths, strict=True)]
        print("  ".join((*padded, path)))
    if not rows:
        ctx.say(because("cli.no_such_tracks"), is_problem=True)


def _cells(line: TrackLine, ctx: ConsoleContext) -> tuple[str, ...]:
    """Return a row for people: what will be written, or is suggested, which is marked so."""
    said, decided = line.suggestion, line.decision
    state = ctx.said(because(f"cli.state_{state_of(line).value}"))
    path = shown_path(review_facts(line)["path"])
    is_decided = decided is not None and decided.holds
    genre = decided.text if decided is not None and is_decided else ""
    if not genre and said is not None:
        genre = ctx.said(because("cli.only_suggested", genre=said.genre))
    is_of_it = said is not None and (not is_decided or genre == said.genre)
    confidence = f"{said.confidence:.0%}" if said is not None and is_of_it else "-"
    verdict = "-" if said is None else ctx.said(verdict_word(said.verdict))
    return state, confidence.rjust(4), _cut(genre or "-"), verdict, path


def _cut(text: str) -> str:
    while columns_of(text) > MOST_COLUMNS:
        text = text[:-2] + "…"
    return text


def _count(
    lines: list[TrackLine], library_file: Path, ctx: ConsoleContext, *, as_json: bool
) -> None:
    with Library(library_file) as library:
        problem_count = len(library.problems())
    counts = {NEW: sum(state_of(line) is ReviewState.NEW for line in lines)}
    counts |= {queue.value: number for queue, number in queue_counts(lines).items()}
    counts[PROBLEMS] = problem_count
    genres = Counter(
        line.suggestion.genre
        for line in lines
        if line.suggestion and ReviewQueue.TO_REVIEW.holds(standing_of(line))
    )
    by_genre = dict(sorted(genres.items(), key=lambda pair: (-pair[1], pair[0])))
    if as_json:
        by_name = {name.replace(" ", "_"): number for name, number in counts.items()}
        print(json.dumps(by_name | {"genres": by_genre}, ensure_ascii=False))
    else:
        _print(counts, by_genre, ctx)


def _print(counts: dict[str, int], by_genre: dict[str, int], ctx: ConsoleContext) -> None:
    for name, number in counts.items():
        ctx.say(because("cli.queued", number=number, what=_queue_word(name)))
    if by_genre:
        print()
        ctx.say(because("cli.genres_to_review"))
    for genre, number in by_genre.items():
        ctx.say(because("cli.queued", number=number, what=genre))


def _queue_word(name: str) -> Reason:
    code = name if name in (NEW, PROBLEMS) else ReviewQueue(name).name.lower()
    return because(f"cli.queue_{code}")
