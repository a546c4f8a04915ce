"""`review`: how many tracks wait in which queue."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from musicreclass.cli.console import ConsoleContext, add_shared, searched_lines
from musicreclass.core.decision import ReviewState
from musicreclass.core.review.transitions import ReviewQueue, standing_of, state_of
from musicreclass.library.store import Library
from musicreclass.pipeline.review.decide import queue_counts
from musicreclass.pipeline.review.suggested_tracks import reviewable_as_chosen
from musicreclass.sentences.reason import Reason, because

NEW = "new"
PROBLEMS = "problems"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    add_shared(parser, "query")


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    text = options.query
    found = reviewable_as_chosen(library_file, ctx, has_tags=bool(text)).lines
    lines = searched_lines(found, text, ctx)
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
    if options.json:
        by_name = {name.replace(" ", "_"): number for name, number in counts.items()}
        print(json.dumps(by_name | {"genres": by_genre}, ensure_ascii=False))
    else:
        _print(counts, by_genre, ctx)
    return 0


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
