"""`compare DIR`: which kind of classifier suits your music, or which of those you have."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from musicreclass.cli.console import ConsoleContext, add_shared, duration, say_left_out
from musicreclass.cli.train import check_seed
from musicreclass.errors import UsageProblem
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.classification.installed import find
from musicreclass.pipeline.datasets.training_sources import FolderSource
from musicreclass.pipeline.evaluation.compare_installed import compare_installed
from musicreclass.pipeline.training.compare_kinds import compare_kinds
from musicreclass.pipeline.whole_files import check_page_file, write_page
from musicreclass.sentences.reason import because
from musicreclass.training.measure.comparison import Comparison
from musicreclass.training.reports.pages import comparison_page
from musicreclass.training.reports.text_tables import comparison_table, differences_table

FEWEST_FOLDS, MOST_FOLDS = 2, 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="holds a folder for each genre")
    parser.add_argument(
        "--classifier",
        action="append",
        default=[],
        metavar="NAME|FILE",
        help="one that is there already, to be given twice or more; without it, simple ways and "
        "networks are taught your music and tested on it",
    )
    parser.add_argument(
        "--preset", default="standard", metavar="P", help="of the networks, as for train (standard)"
    )
    parser.add_argument("--folds", type=int, default=5, metavar="N", help="of the split (5)")
    add_shared(parser, "seed", "workers")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page for a browser")
    parser.add_argument("--json", action="store_true", help="print the result as one JSON object")


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    _check(options)
    if options.html:
        check_page_file(options.html)
    found = _compared(options, ctx)
    ctx.clear()
    if options.html:
        write_page(options.html, comparison_page(found, ctx.sentences))
    if options.json:
        print(json.dumps(found.to_plain()))
    else:
        _print(found, ctx)
    return 1 if found.left_out else 0


def _check(options: argparse.Namespace) -> None:
    """Refuse what cannot work.

    Raises:
        UsageProblem: in a sentence.
    """
    check_seed(options.seed)
    if not FEWEST_FOLDS <= options.folds <= MOST_FOLDS:
        raise UsageProblem(because("cli.folds_out_of_range", fewest=FEWEST_FOLDS, most=MOST_FOLDS))
    if len(options.classifier) == 1:
        raise UsageProblem(because("cli.one_classifier_alone"))


def _compared(options: argparse.Namespace, ctx: ConsoleContext) -> Comparison:
    analysis_options = AnalysisOptions.of_this_user(options.workers)
    if options.classifier:
        files = [find(name) for name in options.classifier]
        return compare_installed(options.folder, files, ctx, analysis_options)
    source = FolderSource(options.folder, analysis_options)
    return compare_kinds(source, options.preset, ctx, seed=options.seed, n_folds=options.folds)


def _print(found: Comparison, ctx: ConsoleContext) -> None:
    figures = found.rows[0].evaluation
    folds = because("cli.and_folds", folds=found.n_folds) if found.n_folds else ""
    compared = because(
        "cli.compared",
        classifiers=len(found.rows),
        tracks=figures.n_tracks,
        groups=figures.n_groups,
        folds=folds,
        duration=duration(found.seconds),
    )
    ctx.say(compared)
    print()
    print(f"{comparison_table(found, ctx.said)}\n")
    print(f"{differences_table(found, ctx.said)}\n")
    for remark in found.remarks:
        ctx.say(remark)
    say_left_out(found.left_out, ctx)
