"""`organize PATH...`: sort files whose genre is decided into folders by genre."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from musicreclass.cli.applied import set_right, stopping_cleanly
from musicreclass.cli.console import ConsoleContext, add_shared, given_lines, searched_lines
from musicreclass.cli.terminal import shown_path
from musicreclass.core.file_move import FileMove, MoveKind, MoveState
from musicreclass.core.naming.name_patterns import USUAL_PATTERN, NamePattern
from musicreclass.core.track import TrackLine
from musicreclass.errors import UsageProblem
from musicreclass.pipeline.organizing.move_plan import (
    OrganizeChoices,
    Unsorted,
    is_sortable,
    why_unsorted,
)
from musicreclass.pipeline.organizing.organize_files import (
    OrganizeSummary,
    check_into,
    organize,
    sorted_plans,
    undo_moves,
)
from musicreclass.pipeline.review.library_contents import decided_lines
from musicreclass.sentences.reason import Reason, because

LINKS = {"hard": MoveKind.HARD_LINK, "symbolic": MoveKind.SYMBOLIC_LINK}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="default: the whole library"
    )
    parser.add_argument("--by", choices=("genre",), default="genre", help="what folders stand for")
    parser.add_argument("--into", type=Path, metavar="FOLDER", help="holds the folders of genres")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--move", action="store_true", help="move the files, the library follows")
    how.add_argument("--copy", action="store_true", help="copy the files")
    how.add_argument(
        "--link",
        nargs="?",
        const="hard",
        choices=tuple(LINKS),
        help="give files a second name there; hard is usual",
    )
    parser.add_argument(
        "--pattern",
        default=USUAL_PATTERN,
        metavar="P",
        help=f"folders and names below FOLDER ({USUAL_PATTERN}); also {{artist}}, {{albumartist}}, "
        "{album}, {year}, {track}, {title}, {name}, {ext}",
    )
    parser.add_argument(
        "--prune-empty", action="store_true", help="remove folders that are left empty"
    )
    add_shared(parser, "query")
    parser.add_argument("--dry-run", action="store_true", help="say what would be, change nothing")
    parser.add_argument("--undo", type=int, metavar="BATCH", help="put the files of a batch back")
    parser.add_argument("--json", action="store_true", help="print one JSON object per file")


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    if options.undo is not None:
        _check_undo(options)
        set_right(library_file, ctx)
        return put_back(library_file, options.undo, ctx, as_json=options.json)
    choices = _choices(options)
    check_into(choices, options.paths)
    if not options.dry_run:
        set_right(library_file, ctx)
    found, absences = given_lines(decided_lines(library_file, ctx), options.paths)
    lines = searched_lines(found, options.query, ctx)
    if options.dry_run:
        refused = _foretell(library_file, lines, choices, ctx, as_json=options.json)
    else:
        refused = _organize(library_file, lines, choices, ctx, as_json=options.json)
    for reason in absences:
        ctx.say(reason, is_problem=True)
    return 1 if refused or absences else 0


def put_back(library_file: Path, batch: int, ctx: ConsoleContext, *, as_json: bool) -> int:
    """Put the files of a batch back where they were; return the exit status."""
    telling = MoveContext(ctx, as_json=as_json)
    with stopping_cleanly(telling):
        summary = undo_moves(library_file, batch, telling)
    telling.clear()
    if not as_json:
        ctx.say(because("cli.put_back", undone=summary.undone, refused=summary.refused))
    return 1 if summary.refused else 0


class MoveContext(ConsoleContext):
    """Says what became of files as soon as that is known."""

    def __init__(self, ctx: ConsoleContext, *, as_json: bool) -> None:
        super().__init__(language=ctx.language)
        self._as_json = as_json

    def publish(self, batch: object) -> None:
        assert isinstance(batch, list)
        self.clear()
        for one in batch:
            self._print(one)

    def _print(self, one: FileMove) -> None:
        """Print one file's outcome; for people only what they should know of."""
        if self._as_json:
            print_move(one)
            return
        for reason in filter(None, (one.reason, *one.remarks)):
            print(f"{shown_path(one.source)}: {self.said(reason)}", file=sys.stderr)


def print_move(one: FileMove) -> None:
    """Print what became of a file, under names that other programs may rely on."""
    facts = {
        "path": str(one.source),
        "target": str(one.target),
        "genre": one.genre,
        "outcome": one.state.value,
        "reason": one.reason and str(one.reason),
    }
    print(json.dumps(facts))


def _check_undo(options: argparse.Namespace) -> None:
    """Refuse what does not go with putting files back.

    Raises:
        UsageProblem: in a sentence.
    """
    if options.paths or options.into or options.dry_run:
        raise UsageProblem(because("cli.undo_alone"))


def _choices(options: argparse.Namespace) -> OrganizeChoices:
    """Return how files are to be sorted.

    Raises:
        UsageProblem: no folder is given, or the pattern makes no sense.
    """
    if options.into is None:
        raise UsageProblem(because("cli.into_missing"))
    kind = MoveKind.COPY if options.copy else LINKS.get(options.link or "", MoveKind.MOVE)
    if options.prune_empty and kind.leaves_source:
        raise UsageProblem(because("cli.prune_without_move"))
    pattern = NamePattern.of(options.pattern)
    return OrganizeChoices(options.into.absolute(), kind, pattern, options.prune_empty)


def _foretell(
    library_file: Path,
    lines: list[TrackLine],
    choices: OrganizeChoices,
    ctx: ConsoleContext,
    *,
    as_json: bool,
) -> int:
    """Print what sorting would do, and return how many files would be refused."""
    counts = dict.fromkeys(MoveState, 0)
    for move in sorted_plans(library_file, lines, choices, ctx):
        ctx.clear()
        counts[move.state] += 1
        if as_json:
            print_move(move)
        elif move.state is MoveState.INTENDED:
            print(f"{shown_path(move.source)} -> {shown_path(move.target)}")
        elif move.reason is not None:
            print(f"{shown_path(move.source)}: {ctx.said(move.reason)}", file=sys.stderr)
    if not as_json:
        would = because(
            f"cli.would_{_word(choices.kind)}",
            moved=counts[MoveState.INTENDED],
            unchanged=counts[MoveState.UNCHANGED],
            refused=counts[MoveState.REFUSED],
        )
        ctx.say(because("cli.sentence", counts=_with_left(would, lines)))
    return counts[MoveState.REFUSED]


def _organize(
    library_file: Path,
    lines: list[TrackLine],
    choices: OrganizeChoices,
    ctx: ConsoleContext,
    *,
    as_json: bool,
) -> int:
    """Sort files, and return how many were refused."""
    telling = MoveContext(ctx, as_json=as_json)
    with stopping_cleanly(telling):
        summary = organize(library_file, lines, choices, telling)
    telling.clear()
    if not as_json:
        ctx.say(because("cli.sentence", counts=_counts(summary, choices.kind, lines)))
        if summary.folder_added is not None:
            ctx.say(because("cli.folder_added", path=summary.folder_added))
        if not summary.moved and not any(map(is_sortable, lines)):
            ctx.say(because("cli.nothing_sortable"), is_problem=True)
    return summary.refused


def _counts(summary: OrganizeSummary, kind: MoveKind, lines: list[TrackLine]) -> Reason:
    counts = because(
        f"cli.did_{_word(kind)}",
        moved=summary.moved,
        unchanged=summary.unchanged,
        refused=summary.refused,
    )
    counts = _with_left(counts, lines)
    if summary.moved:
        return because("cli.undo_takes_back", counts=counts, batch=str(summary.batch))
    return counts


def _with_left(counts: Reason, lines: list[TrackLine]) -> Reason:
    """Return a sentence with how many tracks stay where they are, and why."""
    staying = Counter(filter(None, map(why_unsorted, lines)))
    for why in filter(staying.get, Unsorted):
        counts = because(f"cli.and_{why.value}", counts=counts, left=staying[why])
    return counts


def _word(kind: MoveKind) -> str:
    return "link" if kind in LINKS.values() else kind.value
