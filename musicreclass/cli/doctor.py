"""`doctor`: what the program stands on, and what to do about anything wrong."""

import argparse
import json
from pathlib import Path

from musicreclass.cli.console import ConsoleContext
from musicreclass.core.plain import plain

HELP = "check the installation and say what to do about anything wrong"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object per line")


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    from musicreclass.pipeline.doctor import examine

    findings = examine(library_file)
    ctx.clear()
    width = max(len(finding.subject) for finding in findings)
    for finding in findings:
        if options.json:
            print(json.dumps(plain(finding)))
            continue
        mark = "ok " if finding.is_fine else "!! "
        print(f"{mark} {finding.subject:<{width}}  {finding.state}")
        if finding.advice:
            print(f"    {'':<{width}}  -> {finding.advice}")
    return 0 if all(finding.is_fine for finding in findings) else 1
