"""`scan DIR...`: bring the library up to date with what is on the disk."""

import argparse
import json
from pathlib import Path

from musicreclass.cli.applied import set_right
from musicreclass.cli.console import ConsoleContext, duration
from musicreclass.core.plain import plain
from musicreclass.pipeline.scanning.scan import scan
from musicreclass.sentences.reason import because


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folders",
        nargs="*",
        type=Path,
        metavar="DIR",
        help="a folder with music (all folders of the library)",
    )
    parser.add_argument("--json", action="store_true", help="print the result as one JSON object")


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    set_right(library_file, ctx)  # lest a file that was just being written counts as changed
    summary = scan(library_file, ctx, paths=options.folders)
    ctx.clear()
    if options.json:
        print(json.dumps(plain(summary)))
    else:
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
    return 1 if summary.problems else 0
