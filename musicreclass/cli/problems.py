"""`problems`: what could not be read, and why."""

import argparse
import json
from pathlib import Path

from musicreclass.cli.console import ConsoleContext
from musicreclass.cli.terminal import shown_path
from musicreclass.library.store import Library


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object per line")


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    with Library(library_file) as library:
        problems = library.problems()
    for problem in problems:
        if options.json:
            print(json.dumps({"path": str(problem.path), "reason": str(problem.reason)}))
        else:
            print(f"{shown_path(problem.path)}: {ctx.said(problem.reason)}")
    return 1 if problems else 0
