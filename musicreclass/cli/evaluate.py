"""`evaluate NAME|FILE DIR`: how often a classifier is right about music that is sorted already."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from musicreclass.cli.console import (
    ConsoleContext,
    add_shared,
    duration,
    say_left_out,
    verdict_word,
)
from musicreclass.cli.terminal import shown_path
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.classification.installed import find
from musicreclass.pipeline.evaluation.evaluate_classifier import (
    FolderEvaluation,
    evaluate_on_folders,
)
from musicreclass.sentences.reason import Reason, because
from musicreclass.training.measure.evaluation import Evaluation
from musicreclass.training.reports import text_tables


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("bundle", metavar="NAME|FILE", help="an installed classifier, or its file")
    parser.add_argument("folder", type=Path, metavar="DIR", help="holds a folder for each genre")
    add_shared(parser, "speed", "fast", "workers")
    parser.add_argument("--json", action="store_true", help="print the result as one JSON object")


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    found = evaluate_on_folders(
        options.folder,
        find(options.bundle),
        ctx,
        AnalysisOptions.of_this_user(options.workers),
        speed=options.speed or "thorough",
    )
    ctx.clear()
    if (warning := _warning(found)) is not None:
        ctx.say(warning, is_problem=True)
    if options.json:
        print(json.dumps(found.to_plain()))
    else:
        _print(found, ctx)
    return 1 if found.left_out else 0


def _print(found: FolderEvaluation, ctx: ConsoleContext) -> None:
    figures = found.evaluation
    evaluated = because(
        "cli.evaluated",
        name=shown_path(found.bundle_file.name),
        tracks=figures.n_tracks,
        groups=figures.n_groups,
        duration=duration(found.seconds),
    )
    ctx.say(evaluated)
    print()
    for text in (
        text_tables.summary_table(figures, ctx.said),
        text_tables.genre_table(figures, ctx.said),
        text_tables.confusion_table(figures, ctx.said),
        _verdict_table(found, ctx),
        *map(ctx.said, _promises(figures)),
    ):
        print(f"{text}\n")
    if (rest := found.on_the_rest) is not None:
        accuracy, interval = text_tables.percent(rest.accuracy), rest.accuracy_interval
        ends = text_tables.percents(interval)
        ctx.say(because("cli.on_the_rest", tracks=rest.n_tracks, accuracy=accuracy, ends=ends))
        print(f"\n{text_tables.summary_table(rest, ctx.said)}\n")
    _print_what_was_left_out(found, ctx)


def _warning(found: FolderEvaluation) -> Reason | None:
    """Return what is to be known before the figures are believed, None where nothing is."""
    name, total = shown_path(found.bundle_file.name), found.evaluation.n_tracks
    if found.trained_on is None:
        return because("pipeline.unknown_provenance", name=name)
    if not found.trained_on:
        return None
    known = because("pipeline.trained_on_these", name=name, count=found.trained_on, total=total)
    if found.on_the_rest is None:
        return because("said.both", first=known, second=because("cli.nothing_is_left"))
    return known


def _verdict_table(found: FolderEvaluation, ctx: ConsoleContext) -> str:
    rows = [
        (verdict_word(one.verdict), f"{one.tracks:,}", text_tables.percent(one.share_right))
        for one in found.verdicts
    ]
    header = [text_tables.column(name) for name in ("verdict", "tracks", "right")]
    return text_tables.table(header, rows, ctx.said)


def _promises(figures: Evaluation) -> Iterator[Reason]:
    """Yield what the classifier promises, and what came of it."""
    if (covered := figures.covered) is not None:
        yield because(
            "cli.covered",
            wanted=covered.wanted,
            reached=covered.reached,
            size=covered.mean_size,
            single=covered.single_share,
        )
    if (kept := figures.kept) is not None:
        if kept.threshold is None:
            yield because("cli.promises_nothing", promised=kept.promised)
        elif kept.share_right is None:
            yield because(
                "cli.promise_not_reached", promised=kept.promised, threshold=kept.threshold
            )
        else:
            yield because(
                "cli.promise_kept",
                promised=kept.promised,
                threshold=kept.threshold,
                accepted=kept.accepted,
                right=kept.share_right,
            )


def _print_what_was_left_out(found: FolderEvaluation, ctx: ConsoleContext) -> None:
    if untested := tuple(found.evaluation.untested):
        ctx.say(because("cli.untested_genres", genres=untested))
    for genre, count in found.unknown.items():
        ctx.say(because("cli.unknown_genre", genre=genre, count=count))
    say_left_out(found.left_out, ctx)
