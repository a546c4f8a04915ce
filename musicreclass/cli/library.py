"""`library backups|backup|restore|check|new`: the library's own file, and what keeps it safe."""

import argparse
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

from musicreclass import paths, settings
from musicreclass.cli.console import ConsoleContext
from musicreclass.cli.terminal import shown_path
from musicreclass.errors import UsageProblem
from musicreclass.library.connection import require
from musicreclass.pipeline.care.backing_up import (
    KeptBackup,
    back_up_now,
    check_library,
    list_backups,
)
from musicreclass.pipeline.care.mending import restore, start_anew
from musicreclass.pipeline.care.window_claim import without_windows
from musicreclass.sentences.reason import because

ACTIONS = {
    "backups": "list the backups, the latest first",
    "backup": "make one now",
    "restore": "put a backup in the library's place, the latest unless another is named",
    "check": "look through the library's file",
    "new": "begin a new library; the one that is there is kept aside",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    of = {name: actions.add_parser(name, help=w, description=w) for name, w in ACTIONS.items()}
    of["restore"].add_argument(
        "backup", nargs="?", type=Path, metavar="FILE", help="as `library backups` names them"
    )
    for name in ("backups", "backup"):
        of[name].add_argument(
            "--json", action="store_true", help="print one JSON object for each backup"
        )


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    as_json = getattr(options, "json", False)
    actions: dict[str, Callable[[Path, ConsoleContext], int]] = {
        "backups": partial(_list, as_json),
        "backup": partial(_back_up, as_json),
        "restore": partial(_restore, getattr(options, "backup", None)),
        "check": _check,
        "new": _new,
    }
    return actions[options.action](library_file, ctx)


def _list(as_json: bool, library_file: Path, ctx: ConsoleContext) -> int:
    backups = list_backups(library_file, ctx)
    for backup in backups:
        _say(backup, ctx, as_json=as_json)
    if not backups and not as_json:
        ctx.say(because("pipeline.no_backups_yet"))
    return 0


def _back_up(as_json: bool, library_file: Path, ctx: ConsoleContext) -> int:
    require(library_file)
    most = settings.load(paths.settings_file()).library.backup_megabytes
    made = back_up_now(library_file, ctx, most_megabytes=most)
    ctx.clear()
    _say(made, ctx, as_json=as_json)
    return 0


def _restore(backup: Path | None, library_file: Path, ctx: ConsoleContext) -> int:
    chosen = backup or _latest(library_file, ctx)
    if not chosen.is_file():
        raise UsageProblem(because("cli.no_such_path", path=chosen))
    with without_windows(library_file):
        aside = restore(library_file, chosen, ctx)
    ctx.say(because("cli.restored", backup=chosen))
    if aside is not None:
        ctx.say(because("cli.kept_aside", path=aside))
    return 0


def _latest(library_file: Path, ctx: ConsoleContext) -> Path:
    backups = list_backups(library_file, ctx)
    if not backups:
        raise UsageProblem(because("cli.no_backup", path=library_file))
    return backups[0].path


def _check(library_file: Path, ctx: ConsoleContext) -> int:
    require(library_file)
    check_library(library_file, ctx)
    ctx.say(because("cli.library_is_whole", path=library_file))
    return 0


def _new(library_file: Path, ctx: ConsoleContext) -> int:
    with without_windows(library_file):
        aside = start_anew(library_file, ctx)
    if aside is not None:
        ctx.say(because("cli.kept_aside", path=aside))
    ctx.say(because("cli.library_begins_anew", path=library_file))
    return 0


def _say(backup: KeptBackup, ctx: ConsoleContext, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(backup.to_plain()))
        return
    ctx.say(
        because(
            "cli.backup",
            made_at=f"{backup.made_at.astimezone():%Y-%m-%d %H:%M}",
            why=backup.why,
            decisions="?" if backup.decisions is None else backup.decisions,
            path=shown_path(backup.path),
        )
    )
