"""Which tracks of the library are meant: by path, queue and query, alike in several verbs."""

from __future__ import annotations

import argparse
from pathlib import Path

from musicreclass.cli.console import ConsoleContext, add_shared, given_lines, searched_lines
from musicreclass.core.decision import ReviewState
from musicreclass.core.review.transitions import ReviewQueue, standing_of, state_of
from musicreclass.core.track import TrackLine
from musicreclass.pipeline.review.suggested_tracks import reviewable_as_chosen
from musicreclass.sentences.reason import Reason

NEW = "new"  # no queue of the window, for there tracks are soon analyzed
QUEUES = (NEW, *(queue.value.replace(" ", "_") for queue in ReviewQueue))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that choose tracks."""
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="default: the whole library"
    )
    parser.add_argument(
        "--queue",
        type=lambda text: text.replace(" ", "_"),
        choices=QUEUES,
        metavar="Q",
        help=f"only those of a queue: {', '.join(QUEUES)}",
    )
    add_shared(parser, "query")


def chosen_lines(
    options: argparse.Namespace, library_file: Path, ctx: ConsoleContext
) -> tuple[list[TrackLine], list[Reason]]:
    """Return the tracks that are meant, by path, and what to say of each PATH without any.

    Raises:
        UsageProblem: a path is neither in the library nor on the disk.
    """
    found = reviewable_as_chosen(library_file, ctx, has_tags=True)
    lines, absences = given_lines(found.lines, options.paths)
    lines = queued_lines(searched_lines(lines, options.query, ctx), options.queue)
    return lines, absences


def queued_lines(lines: list[TrackLine], queue: str | None) -> list[TrackLine]:
    """Return those of some tracks that are in a queue; all without one."""
    if queue is None:
        return lines
    if queue == NEW:
        return [line for line in lines if state_of(line) is ReviewState.NEW]
    wanted = ReviewQueue(queue.replace("_", " "))
    return [line for line in lines if wanted.holds(standing_of(line))]
