"""`doctor`: what the program stands on, and what to do about anything wrong."""

import argparse
import json
from pathlib import Path

from musicreclass.cli.applied import set_right
from musicreclass.cli.console import ConsoleContext
from musicreclass.core.location import columns_of
from musicreclass.pipeline.care.repairing import repair
from musicreclass.pipeline.health import examine


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object per line")
    parser.add_argument(
        "--repair",
        action="store_true",
        help="make broken indexes of the library anew, restore its latest backup where it is"
        " damaged otherwise, remove copies that a crash left beside the music",
    )


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    if options.repair:
        for said in repair(library_file, ctx):
            ctx.clear()
            ctx.say(said, is_problem=True)
        set_right(library_file, ctx)
    findings = examine(library_file)
    ctx.clear()
    subjects = [ctx.said(finding.subject) for finding in findings]
    width = max(map(columns_of, subjects))
    for subject, finding in zip(subjects, findings, strict=True):
        if options.json:
            print(json.dumps(finding.to_plain()))
            continue
        mark = "ok " if finding.is_fine else "!! "
        gap = " " * (width - columns_of(subject))
        print(f"{mark} {subject}{gap}  {ctx.said(finding.state)}")
        if finding.advice is not None:
            print(f"    {'':<{width}}  -> {ctx.said(finding.advice)}")
    return 0 if all(finding.is_fine for finding in findings) else 1
