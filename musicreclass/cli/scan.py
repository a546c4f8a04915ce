"""`scan DIR...`: bring the library up to date with what is on the disk; `--listen` to it, too."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from musicreclass import paths, settings
from musicreclass.cli.applied import set_right, stopping_cleanly
from musicreclass.cli.console import ConsoleContext, add_shared, duration
from musicreclass.core.plain import plain
from musicreclass.errors import UsageProblem
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache
from musicreclass.pipeline.scanning.scan import ScanSummary, scan
from musicreclass.sentences.reason import because

if TYPE_CHECKING:
    # With it would come torch.
    from musicreclass.core.classify_summary import ClassifySummary


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folders",
        nargs="*",
        type=Path,
        metavar="DIR",
        help="a folder with music (all folders of the library)",
    )
    parser.add_argument(
        "--listen",
        dest="classifies",
        action="store_true",
        help="then listen to what nobody has listened to yet, and keep what is suggested",
    )
    add_shared(parser, "speed", "fast", "workers")
    parser.add_argument("--json", action="store_true", help="print the result as one JSON object")


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    if options.speed and not options.classifies:
        raise UsageProblem(because("cli.speed_needs_listen"))
    set_right(library_file, ctx)  # lest a file that was just being written counts as changed
    chosen = settings.load(paths.settings_file()).scan
    summary = scan(
        library_file,
        ctx,
        paths=options.folders,
        workers=options.workers or chosen.workers,
        follow_symlinks=chosen.follow_symlinks,
        open_cache=AnalysisCache.of_this_user,
    )
    ctx.clear()
    if not options.json:
        _say_scanned(summary, ctx)
    facts, problems = plain(summary), summary.problems
    if options.classifies:
        classified = _classify(options, library_file, ctx)
        problems += classified.problems
        facts |= {
            "listened": classified.classified,
            "listened_from_cache": classified.from_cache,
            "not_listened": classified.problems,
            "listened_seconds": classified.seconds,
        }
    if options.json:
        print(json.dumps(facts))
    return 1 if problems else 0


def _say_scanned(summary: ScanSummary, ctx: ConsoleContext) -> None:
    ctx.say(
        because(
            "cli.scanned",
            files=summary.files,
            time=duration(summary.seconds),
            new=summary.new,
            changed=summary.changed,
            moved=summary.moved,
            missing=summary.missing,
            tracks=summary.tracks,
        )
    )
    if summary.problems:
        ctx.say(because("cli.unread", problems=summary.problems))
    if summary.leftovers:
        ctx.say(because("cli.leftovers", count=summary.leftovers))


def _classify(
    options: argparse.Namespace, library_file: Path, ctx: ConsoleContext
) -> ClassifySummary:
    """Fill the library's suggestions; who stops goes on there the next time."""
    from musicreclass.cli.chosen_classifier import in_use
    from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
    from musicreclass.pipeline.classification import installed
    from musicreclass.pipeline.classification.classify import classify_library

    chosen = settings.load(paths.settings_file())
    file = in_use(chosen, ctx)
    if file is None:
        raise installed.NoClassifier
    with stopping_cleanly(ctx):
        summary = classify_library(
            library_file,
            file,
            ctx,
            AnalysisOptions.of_this_user(options.workers or chosen.scan.workers),
            speed=options.speed or chosen.classifying.speed,
            learns=chosen.review.learns,
            tagger_file=installed.tagger_file(chosen),
            by=chosen.review.pools_by,
            below=options.folders,
            amount=settings.amount_of(chosen.classifying),
        )
    ctx.clear()
    if not options.json:
        ctx.say(because("cli.listened", tracks=summary.classified, time=duration(summary.seconds)))
        if summary.problems:
            ctx.say(because("cli.unread", problems=summary.problems))
    return summary
