"""`study DIR...`: which representation or network suits your music, where it fails, and why."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from musicreclass.cli.console import ConsoleContext, add_shared, say_left_out
from musicreclass.cli.train import check_seed
from musicreclass.errors import UsageProblem
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.datasets.training_sources import FolderSource
from musicreclass.pipeline.study.collection_study import StudyExtent
from musicreclass.pipeline.study.run_study import run_study
from musicreclass.pipeline.whole_files import check_page_file, write_page
from musicreclass.sentences.reason import because
from musicreclass.training.reports.study_page import study_page
from musicreclass.training.reports.study_text import study_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folders",
        type=Path,
        nargs="+",
        metavar="DIR",
        help="holds a folder for each genre; an index.csv in it with the columns path and group "
        "says what belongs together where no tag names an artist",
    )
    parser.add_argument(
        "--quick",
        action="store_true",
        help="fewer networks, epochs and folds, and a sample for the edge cases",
    )
    parser.add_argument(
        "--encoder",
        action="append",
        default=[],
        metavar="NAME",
        help="compare the layers of one of `encoders list`, too; may be repeated",
    )
    add_shared(parser, "seed", "workers")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page for a browser")
    parser.add_argument("--json", action="store_true", help="print the result as one JSON object")


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    check_seed(options.seed)
    folders = [folder.absolute() for folder in options.folders]
    if len(set(folders)) < len(folders):
        raise UsageProblem(because("cli.folder_twice"))
    if options.html:
        check_page_file(options.html)
    analysis_options = AnalysisOptions.of_this_user(options.workers)
    sources = [FolderSource(folder, analysis_options) for folder in folders]
    encoders = tuple(dict.fromkeys(options.encoder))
    found = run_study(sources, StudyExtent(options.quick, options.seed), ctx, encoders)
    ctx.clear()
    if options.html:
        write_page(options.html, study_page(found, ctx.sentences))
    if options.json:
        print(json.dumps(found.to_plain()))
    else:
        print(study_text(found, ctx.said))
        say_left_out(found.left_out, ctx)
    return 1 if found.left_out else 0
