"""All verbs with their arguments as plain data, read off the parsers: for completions and manuals.

Reading them loads every verb, and with some of them torch: it takes seconds, and is done once.
"""

from __future__ import annotations

import argparse
import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from musicreclass.cli.main import DESCRIPTION, VERBS, bare_parser

PROGRAM = "musicreclass"
# What stands for a value in a usage, and what a shell may offer there.
KINDS = {
    "FILE": "file",
    "DIR": "folder",
    "FOLDER": "folder",
    "METADATA_DIR": "folder",
    "PATH": "path",
    "NAME|FILE": "classifier",
    "FILE|none": "file",
}
CHOICES = re.compile(r"[a-z]+(\|[a-z]+)+")  # quick|standard|thorough: words that are meant as such


@dataclass(frozen=True, slots=True)
class Argument:
    """An option, or a word without one."""

    flags: tuple[str, ...]  # "-h", "--help"; () of a word without an option
    metavar: str  # what stands for the value in a usage; "" of an option without one
    kind: str  # "file", "folder", "path", "classifier" or "" for any other
    choices: tuple[str, ...]  # the values that there are, where they are so few
    help: str
    is_repeated: bool = False
    is_optional: bool = True
    may_lack_value: bool = False

    @property
    def takes_value(self) -> bool:
        return bool(self.metavar)


@dataclass(frozen=True, slots=True)
class Command:
    """The program, one of its verbs, or what a verb can be told to do."""

    words: tuple[str, ...]  # ("classifiers", "use"); () of the program itself
    help: str
    options: tuple[Argument, ...]
    positionals: tuple[Argument, ...]
    actions: tuple[Command, ...] = ()

    def every(self) -> Iterator[Command]:
        """Yield it and all below."""
        yield self
        for action in self.actions:
            yield from action.every()


def outline() -> Command:
    """Return the whole program."""
    parser = bare_parser()
    verbs = tuple(_verb(name, words) for name, words in VERBS.items())
    options, _ = _arguments(parser)
    return Command((), DESCRIPTION, options, (), verbs)


def _verb(name: str, words: str) -> Command:
    parser = argparse.ArgumentParser(prog=f"{PROGRAM} {name}", description=words)
    importlib.import_module(f"musicreclass.cli.{name}").add_arguments(parser)
    return _command((name,), words, parser)


def _command(words: tuple[str, ...], said: str, parser: argparse.ArgumentParser) -> Command:
    options, positionals = _arguments(parser)
    actions = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {choice.dest: choice.help or "" for choice in action._choices_actions}
            for name, below in action.choices.items():
                actions.append(_command((*words, name), helps.get(name, ""), below))
    return Command(words, said, options, positionals, tuple(actions))


def _arguments(
    parser: argparse.ArgumentParser,
) -> tuple[tuple[Argument, ...], tuple[Argument, ...]]:
    found = [
        _argument(action)
        for action in parser._actions
        if not isinstance(action, argparse._SubParsersAction)
    ]
    return tuple(a for a in found if a.flags), tuple(a for a in found if not a.flags)


def _argument(action: argparse.Action) -> Argument:
    flags = tuple(action.option_strings)
    named = action.metavar if isinstance(action.metavar, str) else ""
    choices = tuple(map(str, action.choices or ()))
    if not choices and CHOICES.fullmatch(named):
        choices = tuple(named.split("|"))
    metavar = ""
    if action.nargs != 0:
        metavar = named or ("|".join(choices) if choices else action.dest.upper())
    return Argument(
        flags=flags,
        metavar=metavar,
        kind=KINDS.get(named, ""),
        choices=choices,
        help=_help(action),
        is_repeated=action.nargs in ("*", "+") or isinstance(action, argparse._AppendAction),
        is_optional=(bool(flags) and not action.required) or action.nargs in ("?", "*"),
        may_lack_value=action.nargs == "?",
    )


def _help(action: argparse.Action) -> str:
    said = (action.help or "") % {"prog": PROGRAM, "default": action.default}
    return " ".join(said.split())
