"""`compare DIR`: which kind of classifier suits your music, or which of those you have."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from musicreclass.cli.console import ConsoleContext, duration, say_left_out
from musicreclass.errors import UsageProblem

if TYPE_CHECKING:  # the program shows its help without loading numpy
    from musicreclass.training.measure.comparison import Comparison

HELP = "compare kinds of classifiers, or those you have, on a folder of genre folders"
HIGHEST_SEED = 2**32 - 1
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
    parser.add_argument(
        "--seed", type=int, default=0, metavar="N", help="another gives other random numbers (0)"
    )
    parser.add_argument(
        "--workers", type=int, default=0, metavar="N", help="processes; 0 is one per core (0)"
    )
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page for a browser")
    parser.add_argument("--json", action="store_true", help="print the result as one JSON object")


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    _check(options)
    from musicreclass.pipeline.page_file import check_page_file, write_page
    from musicreclass.training.reports.comparison_html import comparison_page

    if options.html:
        check_page_file(options.html)
    found = _compared(options, ctx)
    ctx.clear()
    if options.html:
        write_page(options.html, comparison_page(found))
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
    if not 0 <= options.seed <= HIGHEST_SEED:
        raise UsageProblem(f"--seed should be from 0 to {HIGHEST_SEED}.")
    if not FEWEST_FOLDS <= options.folds <= MOST_FOLDS:
        raise UsageProblem(f"--folds should be from {FEWEST_FOLDS} to {MOST_FOLDS}.")
    if len(options.classifier) == 1:
        raise UsageProblem(
            "One classifier alone cannot be compared; give --classifier twice, or use "
            "musicreclass evaluate."
        )


def _compared(options: argparse.Namespace, ctx: ConsoleContext) -> Comparison:
    from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
    from musicreclass.pipeline.classification.installed import find
    from musicreclass.pipeline.evaluation.compare_installed import compare_installed
    from musicreclass.pipeline.training.compare_kinds import compare_on_folders

    analysis_options = AnalysisOptions.of_this_user(options.workers)
    if options.classifier:
        return compare_installed(
            options.folder,
            [find(name) for name in options.classifier],
            ctx,
            analysis_options,
        )
    return compare_on_folders(
        options.folder,
        options.preset,
        ctx,
        analysis_options,
        seed=options.seed,
        n_folds=options.folds,
    )


def _print(found: Comparison, ctx: ConsoleContext) -> None:
    from musicreclass.training.reports.text_tables import contest_table, differences_table

    figures = found.rows[0].evaluation
    split = f", {found.n_folds} folds" if found.n_folds else ""
    print(
        f"{len(found.rows)} classifiers on {figures.n_tracks:,} tracks in {figures.n_groups:,} "
        f"groups{split}, in {duration(found.seconds)}:\n"
    )
    print(f"{contest_table(found)}\n")
    print(f"{differences_table(found)}\n")
    for sentence in found.remarks:
        print(sentence)
    say_left_out(found.left_out, ctx)
