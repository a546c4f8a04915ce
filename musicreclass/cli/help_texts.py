"""What `--help` says, in another language.

Verbs say it in English, where they describe their options.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from musicreclass import paths
from musicreclass.core.location import columns_of
from musicreclass.sentences.languages import Language

FILE = "translations/help.toml"
USAGE = "usage: "
_WIDE = r"\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef"
# What a line may end behind: one wide character or a word, with the marks that never begin a line.
_PIECES = re.compile(rf"(?:[{_WIDE}]|[^\s{_WIDE}]+)[。，、；：）」！？…]*\s*")


class WideHelpFormatter(argparse.HelpFormatter):
    """One that knows that Chinese characters take two columns, and need no gap to break at."""

    def __init__(self, prog: str, usage: str = USAGE, keeps_lines: bool = False) -> None:
        super().__init__(prog)
        self._usage_word = usage
        self._keeps_lines = keeps_lines  # of what stands around the options

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, prefix or self._usage_word)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        lines = text.splitlines() if self._keeps_lines else wrapped(text, width - len(indent))
        return "\n".join(indent + line for line in lines)


def translate(parser: argparse.ArgumentParser, language: Language) -> None:
    """Let a parser, and all below it, give help in a language; English needs nothing."""
    if language == "en":
        return
    texts = help_texts(language)
    for below in parsers_in(parser):
        keeps_lines = below.formatter_class is argparse.RawDescriptionHelpFormatter
        formatter: Any = partial(WideHelpFormatter, usage=texts[USAGE], keeps_lines=keeps_lines)
        below.formatter_class = formatter
        below.description = texts.get(below.description or "", below.description)
        below.epilog = texts.get(below.epilog or "", below.epilog)
        for group in below._action_groups:
            group.title = texts.get(group.title or "", group.title)
            group.description = texts.get(group.description or "", group.description)
        for action in actions_in(below):
            action.help = texts.get(action.help or "", action.help)


def help_texts(language: str) -> Mapping[str, str]:
    """Return the texts in a language by what they are in English."""
    found = tomllib.loads(paths.resource(FILE).read_text(encoding="utf-8"))
    return {text["en"]: text[language] for text in found["text"]}


def parsers_in(parser: argparse.ArgumentParser) -> Iterable[argparse.ArgumentParser]:
    """Yield a parser and all of its verbs, once each."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in dict.fromkeys(action.choices.values()):
                yield from parsers_in(below)


def actions_in(parser: argparse.ArgumentParser) -> Iterable[argparse.Action]:
    """Yield all that a parser's help has a line on."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            yield from action._choices_actions


def wrapped(text: str, width: int) -> list[str]:
    """Return lines of so many columns at most, where no word is longer."""
    lines = [""]
    for piece in _PIECES.findall(text):
        if lines[-1] and columns_of(lines[-1] + piece.rstrip()) > width:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]
