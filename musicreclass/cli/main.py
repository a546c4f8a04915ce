"""From arguments to a verb or the window, and from errors to sentences and an exit status.

Exit status: 0 fine, 1 some files had problems or the run failed, 2 wrong use. Nothing heavy is
imported before it is known what is wanted.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from musicreclass import __version__, paths
from musicreclass.cli import (
    accept,
    classifiers,
    classify,
    compare,
    doctor,
    evaluate,
    features,
    problems,
    review,
    scan,
    stats,
    train,
    undo,
    write,
)
from musicreclass.cli.console import ConsoleContext
from musicreclass.errors import Cancelled, MusicReclassError, UsageProblem
from musicreclass.sentences.catalogue import Language, language_of
from musicreclass.sentences.reason import because

FINE, PROBLEMS, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
VERBS = {
    "scan": scan,
    "problems": problems,
    "features": features,
    "classify": classify,
    "review": review,
    "accept": accept,
    "write": write,
    "undo": undo,
    "classifiers": classifiers,
    "train": train,
    "evaluate": evaluate,
    "compare": compare,
    "stats": stats,
    "doctor": doctor,
}
FORMER_NAMES = {"listen": "features"}  # that scripts may still use

DESCRIPTION = "Listens to your music, proposes genres, and writes the ones you accept."
EPILOG = """\
Without a verb the window opens; with a folder it opens on that folder:
  musicreclass ~/Music/Musics_TBC
"""


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one sentence, not in a page of usage."""

    def error(self, message: str) -> NoReturn:
        raise UsageProblem(because("cli.wrong_arguments", verb=self.prog, said=message))


OpenWindow = Callable[[Path, Sequence[Path]], int]  # library file, folders to open -> exit status


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Do what `arguments` ask for, and return the exit status."""
    ctx = ConsoleContext(language=_language)
    try:
        return _dispatch(arguments, ctx, open_window)
    except UsageProblem as error:
        return _fail(ctx, error, WRONG_USE)
    except MusicReclassError as error:
        return _fail(ctx, error, PROBLEMS)
    except KeyboardInterrupt:
        return _fail(ctx, Cancelled(), INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output has had enough; Python would complain about it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE


def _dispatch(arguments: Sequence[str], ctx: ConsoleContext, open_window: OpenWindow) -> int:
    parser = _parser()
    folder = _folder_to_open(arguments)
    options = parser.parse_args([a for a in arguments if a != folder])
    library_file = options.library or paths.library_file()
    if options.verb is None:
        return open_window(library_file, [] if folder is None else [Path(folder)])
    status: int = VERBS[FORMER_NAMES.get(options.verb, options.verb)].run(
        options, library_file, ctx
    )
    return status


def _folder_to_open(arguments: Sequence[str]) -> str | None:
    """Return the folder given in place of a verb, None where there is a verb or nothing."""
    words = iter(arguments)
    for word in words:
        if word == "--library":
            next(words, None)
        elif not word.startswith("-"):
            if word in VERBS or word in FORMER_NAMES:
                return None
            if Path(word).is_dir():
                return word
            raise UsageProblem(because("cli.no_verb", word=word))
    return None


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="musicreclass",
        usage="musicreclass [--library FILE] [FOLDER | VERB ...]",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"musicreclass {__version__}")
    parser.add_argument(
        "--library", type=Path, metavar="FILE", help="the library to use, for this run"
    )
    verbs = parser.add_subparsers(
        dest="verb", metavar="VERB", prog=parser.prog, parser_class=Parser
    )
    for name, verb in VERBS.items():
        former = [old for old, new in FORMER_NAMES.items() if new == name]
        verb.add_arguments(
            verbs.add_parser(name, aliases=former, help=verb.HELP, description=verb.HELP)
        )
    return parser


def _language() -> Language:
    """Return the language that was chosen in the window, else the system's."""
    from musicreclass import settings

    try:
        return language_of(settings.load(paths.settings_file()).language)
    except MusicReclassError:  # whoever needs the settings will say so
        return language_of("system")


def _fail(ctx: ConsoleContext, error: MusicReclassError, status: int) -> int:
    ctx.clear()
    ctx.say(error, is_problem=True)
    return status
