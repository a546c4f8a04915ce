"""`features PATH...`: the 518 features of files, as a table in the layout of features.csv."""

import argparse
import sys
from pathlib import Path

from musicreclass.audio.features.fma_features import COLUMNS
from musicreclass.cli.console import CELLS, ConsoleContext, add_shared
from musicreclass.cli.terminal import for_programs
from musicreclass.core.analysis import AnalysisSpec, Part
from musicreclass.errors import UsageProblem
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.analysis.feature_table import measure_files, write_csv, write_table
from musicreclass.sentences.reason import because


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
    for kind in ("CSV", "NPZ", "Parquet"):
        parser.add_argument(
            f"--{kind.lower()}",
            type=Path,
            metavar="FILE",
            help=f"write a table as {kind}" + (f"; {CELLS}" if kind == "CSV" else ""),
        )
    parser.add_argument(
        "--seconds", type=float, default=30.0, metavar="N", help="how much of each file (30)"
    )
    parser.add_argument(
        "--offset",
        choices=["middle", "start"],
        default="middle",
        metavar="middle|start",
        help="which part of each file (middle)",
    )
    parser.add_argument("--whole", action="store_true", help="all of each file, as FMA did")
    add_shared(parser, "workers", "cluster")


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    if options.seconds <= 0:
        raise UsageProblem(because("cli.no_seconds"))

    part = Part.WHOLE if options.whole else Part(options.offset)
    table, problems = measure_files(
        options.paths,
        AnalysisSpec(part, 0.0 if options.whole else options.seconds),
        ctx,
        AnalysisOptions.of_this_user(options.workers, options.cluster),
    )
    ctx.clear()
    outputs = [path for path in (options.csv, options.npz, options.parquet) if path is not None]
    for path in outputs:
        write_table(table, COLUMNS, path)
    if not outputs:
        write_csv(table, COLUMNS, for_programs(sys.stdout))
    for problem in problems:
        ctx.say(problem, is_problem=True)
    return 1 if problems else 0
