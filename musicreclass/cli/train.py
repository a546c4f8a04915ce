"""`train DIR`: a classifier of your own genres, from folders named after them or other sources."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from musicreclass.cli import train_tags
from musicreclass.cli.console import ConsoleContext, duration, say_left_out
from musicreclass.cli.training_source import (
    add_source_arguments,
    gatherer,
    place_of,
    source_of,
)
from musicreclass.core.location import readable
from musicreclass.errors import UsageProblem

if TYPE_CHECKING:
    from musicreclass.pipeline.training.training_summary import TrainingSummary
    from musicreclass.training.measure.evaluation import Evaluation
    from musicreclass.training.overrides import Value
    from musicreclass.training.reports.report import TrainingReport

HELP = "train a classifier on a folder of genre folders, on decisions or on a known data set"
OUT = Path("music_classifier.pth")
HIGHEST_SEED = 2**32 - 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_source_arguments(parser)
    parser.add_argument(
        "--preset",
        default="standard",
        metavar="quick|standard|thorough",
        help="how thoroughly (standard)",
    )
    parser.add_argument(
        "--out", type=Path, default=OUT, metavar="FILE", help=f"where the classifier goes ({OUT})"
    )
    parser.add_argument(
        "--seed", type=int, default=0, metavar="N", help="another gives other random numbers (0)"
    )
    parser.add_argument(
        "--workers", type=int, default=0, metavar="N", help="processes; 0 is one per core (0)"
    )
    parser.add_argument(
        "--from-scratch",
        action="store_true",
        help="build upon nothing that the classifier in the box has learned",
    )
    parser.add_argument(
        "--workdir",
        type=Path,
        metavar="DIR",
        help="keeps what was learned until all is done (a folder beside the library)",
    )
    parser.add_argument(
        "--resume",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="go on where the same training was broken off (yes)",
    )
    parser.add_argument(
        "--report",
        type=Path,
        metavar="FILE",
        help="write what was learned, how well, and what to look at as a page for a browser",
    )
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="turn a switch of teaching, such as epochs=20 or cnn.mixup=0.4; may be repeated",
    )
    parser.add_argument(
        "--tensorboard", type=Path, metavar="DIR", help="write logs for TensorBoard into a folder"
    )
    parser.add_argument("--json", action="store_true", help="print the result as one JSON object")


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    if not 0 <= options.seed <= HIGHEST_SEED:
        raise UsageProblem(f"--seed should be from 0 to {HIGHEST_SEED}.")
    from musicreclass import paths, settings
    from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
    from musicreclass.pipeline.classification.installed import chosen_file
    from musicreclass.pipeline.page_file import check_page_file, write_page
    from musicreclass.pipeline.training.train_classifier import train
    from musicreclass.pipeline.training.training_report import ReportWish
    from musicreclass.pipeline.training.training_run import TrainingRun
    from musicreclass.training.reports.tensorboard import TensorboardContext

    overrides = _overrides(options.set)
    analysis_options = AnalysisOptions.of_this_user(options.workers)
    if source_of(options) == "magnatagatune":
        return train_tags.run(options, analysis_options, ctx)
    gather = gatherer(options, library_file, analysis_options)
    wish = None
    if options.report:
        check_page_file(options.report)
        in_use = chosen_file(settings.load(paths.settings_file()))
        wish = ReportWish(analysis_options, in_use if in_use and in_use.is_file() else None)
    run_kept = TrainingRun.of(
        options.workdir or paths.data_dir() / "trainings",
        place_of(options, library_file),
        options.preset,
        options.seed,
        from_scratch=options.from_scratch,
    )
    if not options.resume:
        run_kept.forget()
    board = TensorboardContext(ctx, options.tensorboard) if options.tensorboard else None
    try:
        summary = train(
            gather,
            options.out,
            options.preset,
            board or ctx,
            seed=options.seed,
            from_scratch=options.from_scratch,
            overrides=overrides,
            run=run_kept,
            wish=wish,
        )
        if board is not None and summary.measured.together is not None:
            board.publish(summary.measured.together)
    finally:
        if board is not None:
            board.close()
    ctx.clear()
    if summary.report is not None:
        from musicreclass.training.reports.report_html import report_page

        write_page(options.report, report_page(summary.report))
    if options.json:
        print(json.dumps(summary.to_plain()))
    else:
        _print(summary, ctx)
    return 1 if summary.left_out else 0


def _overrides(given: Sequence[str]) -> Mapping[str, Value]:
    """Return what is turned; the last word on a switch counts.

    Raises:
        UsageProblem: a text turns nothing.
    """
    from musicreclass.training.overrides import OVERRIDES

    pairs = [text.partition("=") for text in given]
    if wrong := next((text for text, equals, _ in pairs if not equals), None):
        names = ", ".join(known.name for known in OVERRIDES)
        raise UsageProblem(f"--set wants NAME=VALUE, not {wrong}; switches are: {names}.")
    return {name.strip(): value for name, _, value in pairs}


def _print(summary: TrainingSummary, ctx: ConsoleContext) -> None:
    print(
        f"Learned {len(summary.counts)} genres from {sum(summary.counts.values()):,} tracks in "
        f"{duration(summary.seconds)}. What is by one artist or of one album was kept together: "
        f"{summary.grouping.count:,} groups.\n"
    )
    if summary.measured.together is not None:
        print(f"On tracks of groups that were not learned from, in {summary.n_folds} folds:\n")
        _print_figures(summary.measured.together)
    if summary.official is not None:
        print("On the test part of the official split, which nothing was learned from:\n")
        _print_figures(summary.official)
    if summary.warm_start:
        print(summary.warm_start)
    for sentence in (*summary.inestimable, *summary.warnings):
        print(sentence)
    if summary.report is not None:
        _print_findings(summary.report)
    say_left_out(summary.left_out, ctx)
    print(f"The classifier is in {readable(str(summary.out))}.")


def _print_findings(report: TrainingReport) -> None:
    for pair in report.pairs:
        print(f"{pair.first} and {pair.second}: {pair.separation.value}.")
    if report.mislabels:
        print(f"{len(report.mislabels):,} tracks look mislabelled; the report names them.")
    for found in (report.curve, report.leakage_gap):
        if found is not None:
            print(found)


def _print_figures(found: Evaluation) -> None:
    from musicreclass.training.reports.text_tables import (
        confusion_table,
        genre_table,
        summary_table,
    )

    for text in (summary_table(found), genre_table(found), confusion_table(found)):
        print(f"{text}\n")
