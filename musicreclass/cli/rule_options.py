"""The rules for writing as options of verbs; what is left out is as in the settings."""

from __future__ import annotations

import argparse

from musicreclass.core.genres.genre_rules import Existing, GenreOrder, GenreRules, NamesAs
from musicreclass.settings import WritingSettings


def add_rules(parser: argparse.ArgumentParser) -> None:
    """Add the options of the rules."""
    rules = parser.add_argument_group("rules", "for genres that files have already")
    rules.add_argument(
        "--existing",
        choices=[_dashed(one.value) for one in Existing],
        help="write only where a file has no genre; keep a finer one of the same family (usual); "
        "replace; or add",
    )
    rules.add_argument(
        "--names-as",
        choices=[one.value for one in NamesAs],
        help="how suggested genres are called: as suggested, as most of your files do, or in a "
        "language; what you typed stays as it is",
    )
    rules.add_argument(
        "--most-genres", type=_count, metavar="N", help="at most N in a file; 0: any number"
    )
    rules.add_argument(
        "--order",
        choices=[_dashed(one.value) for one in GenreOrder],
        help="which come first where genres are added",
    )


def rules_of(options: argparse.Namespace, usual: WritingSettings) -> GenreRules:
    """Return the rules that hold for this run."""
    most = options.most_genres
    return GenreRules(
        Existing((options.existing or usual.existing).replace("-", "_")),
        NamesAs(options.names_as or usual.names_as),
        usual.most_genres if most is None else most,
        GenreOrder((options.order or usual.order).replace("-", "_")),
    )


def _dashed(name: str) -> str:
    return name.replace("_", "-")


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is no number of genres; write 0, 1, 2")
    return int(text)
