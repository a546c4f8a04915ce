"""`serve`: genres of files for browsers and programs, on this computer or in a household."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from musicreclass.cli.console import ConsoleContext, add_shared
from musicreclass.errors import UsageProblem
from musicreclass.sentences.reason import because

TOKEN_VARIABLE = "MUSICRECLASS_TOKEN"
MOST_PORT = 65_535


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="ADDRESS", help="where to serve (127.0.0.1)"
    )
    parser.add_argument("--port", type=int, default=8765, metavar="N", help="0: any free (8765)")
    parser.add_argument(
        "--token",
        default=os.environ.get(TOKEN_VARIABLE, ""),
        metavar="TEXT",
        help="whoever asks must know it; needed where other computers can ask. The variable "
        f"{TOKEN_VARIABLE} keeps it from those who list processes",
    )
    parser.add_argument(
        "--name",
        action="append",
        default=[],
        metavar="HOST",
        help="a name by which browsers reach it beside its address; may be given again",
    )
    parser.add_argument(
        "--largest", type=int, default=200, metavar="MB", help="of a file that is taken (200)"
    )
    parser.add_argument(
        "--longest", type=float, default=120.0, metavar="MINUTES", help="of sound in a file (120)"
    )
    add_shared(parser, "workers")


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    if not 0 <= options.port <= MOST_PORT:
        raise UsageProblem(because("serve.no_port"))
    if options.largest <= 0 or options.longest <= 0:
        raise UsageProblem(because("serve.no_limit"))
    try:
        from musicreclass.serve.limits import ServeLimits
        from musicreclass.serve.run_server import ServeOptions, run_server
    except ImportError as error:
        raise UsageProblem(because("serve.extra_missing")) from error
    from musicreclass.logs import start_logging

    largest = options.largest << 20
    limits = ServeLimits(
        file_bytes=largest,
        request_bytes=max(largest, ServeLimits().request_bytes) + (1 << 20),
        sound_seconds=60.0 * options.longest,
        workers=options.workers,
    )
    wanted = ServeOptions(options.host, options.port, options.token, tuple(options.name), limits)
    wanted.access()  # what is wrong with it is said before anything is begun
    if not wanted.is_local:
        ctx.say(because("serve.reachable"), is_problem=True)
    start_logging()
    run_server(wanted, lambda said: ctx.say(said, is_problem=True))
    ctx.say(because("serve.ended"), is_problem=True)
    return 0
