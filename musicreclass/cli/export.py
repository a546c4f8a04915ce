"""`export --csv FILE | --json FILE | --m3u DIR`: the list of tracks, as other programs read it."""

from __future__ import annotations

import argparse
from pathlib import Path

from musicreclass.cli import track_choice
from musicreclass.cli.console import CELLS, ConsoleContext, say_left_out
from musicreclass.errors import UsageProblem
from musicreclass.pipeline.exporting.export_playlists import export_playlists
from musicreclass.pipeline.exporting.export_table import export_csv, export_json
from musicreclass.sentences.reason import because


def add_arguments(parser: argparse.ArgumentParser) -> None:
    track_choice.add_arguments(parser)
    kind = parser.add_mutually_exclusive_group(required=True)
    kind.add_argument("--csv", type=Path, metavar="FILE", help=f"write a table; {CELLS}")
    kind.add_argument("--json", type=Path, metavar="FILE", help="write a JSON array")
    kind.add_argument(
        "--m3u", type=Path, metavar="DIR", help="write a playlist for each genre into a folder"
    )
    parser.add_argument(
        "--excel", action="store_true", help="with --csv: begin with the mark that Excel wants"
    )
    parser.add_argument(
        "--relative", action="store_true", help="with --m3u: name files as seen from DIR"
    )


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    if options.excel and options.csv is None:
        raise UsageProblem(because("cli.excel_needs_csv"))
    if options.relative and options.m3u is None:
        raise UsageProblem(because("cli.relative_needs_m3u"))
    lines, absences = track_choice.chosen_lines(options, library_file, ctx)
    problems = 0
    if options.m3u is not None:
        done = export_playlists(lines, options.m3u, ctx, is_relative=options.relative)
        ctx.clear()
        ctx.say(
            because(
                "cli.playlists_written",
                playlists=len(done.by_genre),
                path=options.m3u,
                tracks=done.tracks,
                left=done.without_genre,
            )
        )
        say_left_out(done.left_out, ctx)
        problems = len(done.left_out)
    else:
        file = options.csv or options.json
        if options.csv is not None:
            number = export_csv(lines, file, ctx, has_mark=options.excel)
        else:
            number = export_json(lines, file, ctx)
        ctx.clear()
        ctx.say(because("cli.exported", tracks=number, path=file))
    for reason in absences:
        ctx.say(reason, is_problem=True)
    return 1 if absences or problems else 0
