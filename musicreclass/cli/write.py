"""`write [PATH...]`: write into the files what was accepted, or say what that would do."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from musicreclass import paths, settings
from musicreclass.cli.applied import (
    ApplyContext,
    add_safe,
    begin,
    print_facts,
    safe_way,
    stopping_cleanly,
)
from musicreclass.cli.console import ConsoleContext, given_lines
from musicreclass.cli.rule_options import add_rules, rules_of
from musicreclass.cli.terminal import shown_path
from musicreclass.core.decision import GENRE_SEPARATOR
from musicreclass.core.tag_change import FileChange, Id3Version, WriteChoices
from musicreclass.library.store import Library
from musicreclass.pipeline.writing import apply
from musicreclass.pipeline.writing.plan import WantedGenres
from musicreclass.sentences.reason import Reason, because
from musicreclass.settings import WritingSettings

QUEUES = ("accepted",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="default: the whole library"
    )
    parser.add_argument("--queue", choices=QUEUES, default=QUEUES[0], help="what is written")
    parser.add_argument("--dry-run", action="store_true", help="say what would be, change nothing")
    parser.add_argument(
        "--id3", choices=("keep", "2.3", "2.4"), help="version of ID3 tags; keep: each file's own"
    )
    parser.add_argument(
        "--separator",
        metavar="S",
        help="put several genres in one text, with S between them; '' for a list where possible",
    )
    parser.add_argument(
        "--styles", type=_count, metavar="N", help="add at most N styles that are heard; 0: none"
    )
    parser.add_argument(
        "--style-score",
        type=_score,
        metavar="S",
        help="that a style has at least, from 0 to 1; it ranks, and is no chance of being right",
    )
    parser.add_argument(
        "--no-keep-times",
        action="store_true",
        help="let files be of today rather than keep their time of modification",
    )
    parser.add_argument(
        "--part-links",
        action="store_true",
        help="write also to files with several hard links; the others keep the old file",
    )
    add_safe(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object per file")
    add_rules(parser)


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    chosen = settings.load(paths.settings_file())
    choices = _choices(options, chosen.writing)
    wanted, absences = _wanted(options.paths, library_file, ctx)
    if options.dry_run:
        refused = _foretell(options, library_file, wanted, choices, ctx)
    else:
        begin(library_file, chosen.history, ctx)
        refused = _write(options, library_file, wanted, choices, ctx)
    for reason in absences:
        ctx.say(reason, is_problem=True)
    return 1 if refused or absences else 0


def _choices(options: argparse.Namespace, usual: WritingSettings) -> WriteChoices:
    separator = usual.separator if options.separator is None else options.separator
    return WriteChoices(
        Id3Version(options.id3 or usual.id3),
        separator or None,
        usual.keep_times and not options.no_keep_times,
        options.part_links,
        usual.styles if options.styles is None else options.styles,
        usual.style_score / 100 if options.style_score is None else options.style_score,
        rules_of(options, usual),
        safe_way(options, usual),
    )


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is no number of styles; write 0, 1, 2")
    return int(text)


def _score(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0.0 <= value <= 1.0:
        raise argparse.ArgumentTypeError(f"{text} is no score; write 0.3")
    return value


def _wanted(
    paths: list[Path], library_file: Path, ctx: ConsoleContext
) -> tuple[list[WantedGenres], list[Reason]]:
    """Return what waits at and below `paths`, and what to say of each path not in the library."""

    if not paths:
        return apply.wanted_genres(library_file, ctx), []
    with Library(library_file) as library:
        lines = [line for batch in library.lines() for line in batch]
    found, absences = given_lines(lines, paths)
    return apply.wanted_genres(library_file, ctx, [line.id for line in found]), absences


def _foretell(
    options: argparse.Namespace,
    library_file: Path,
    wanted: list[WantedGenres],
    choices: WriteChoices,
    ctx: ConsoleContext,
) -> int:
    """Print what writing would do, and return how many files would be refused."""

    counts: Counter[str] = Counter()
    for path, found in apply.previews(library_file, wanted, choices, ctx):
        ctx.clear()
        outcome = _outcome(found)
        counts[outcome] += 1
        if options.json:
            reason = _why(found, outcome)
            print_facts(path, found.before, found.after, outcome, reason)
        else:
            _say_preview(shown_path(path), found, ctx)
    if not options.json:
        written, unchanged, refused = (counts[n] for n in ("written", "unchanged", "refused"))
        ctx.say(because("cli.would_write", written=written, unchanged=unchanged, refused=refused))
    return counts["refused"]


def _outcome(found: apply.Preview) -> str:
    if isinstance(found, FileChange):
        return "refused"
    is_same = found.before == found.after and not found.changes_kind
    return "unchanged" if is_same else "written"


def _why(found: apply.Preview, outcome: str) -> Reason | None:
    """Return why a file is refused, or left as it is."""
    if isinstance(found, FileChange):
        return found.reason
    return next(iter(found.remarks), None) if outcome == "unchanged" else None


def _say_preview(name: str, found: apply.Preview, ctx: ConsoleContext) -> None:
    if isinstance(found, FileChange):
        reason = found.reason or ""
        ctx.say(because("cli.refused", name=name, reason=reason), is_problem=True)
        return
    before, after = (GENRE_SEPARATOR.join(genres) or "-" for genres in (found.before, found.after))
    if _outcome(found) == "unchanged":
        why = _why(found, "unchanged") or because("cli.said_so_already")
        print(f"{name}: {before} ({ctx.said(why)})")
        return
    print(f"{name}: {before} -> {after}")
    if found.changes_kind:
        kind = found.kind_before or because("cli.no_tag")
        ctx.say(because("cli.new_kind", before=kind, after=found.kind_after))
    if found.lost:
        ctx.say(because("cli.lost", frames=found.lost))
    for remark in found.remarks:
        print(f"    {ctx.said(remark)}")


def _write(
    options: argparse.Namespace,
    library_file: Path,
    wanted: list[WantedGenres],
    choices: WriteChoices,
    ctx: ConsoleContext,
) -> int:
    """Write, and return how many files were refused."""

    telling = ApplyContext(ctx, as_json=options.json)
    with stopping_cleanly(telling):
        summary = apply.write_genres(library_file, wanted, choices, telling)
    telling.clear()
    if not options.json:
        ctx.say(_sentence(summary))
    return summary.refused


def _sentence(summary: apply.ApplySummary) -> Reason:
    counts = because("cli.written", written=summary.written, unchanged=summary.unchanged)
    if summary.refused:
        counts = because("cli.and_refused", counts=counts, refused=summary.refused)
    if summary.written:
        counts = because("cli.undo_takes_back", counts=counts, batch=str(summary.batch))
    return because("cli.sentence", counts=counts)
