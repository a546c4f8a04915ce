"""`undo [BATCH]`: take back what was written into files, or how they were sorted into folders."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from musicreclass import paths, settings
from musicreclass.cli.applied import (
    ApplyContext,
    add_safe,
    safe_way,
    set_right,
    stopping_cleanly,
)
from musicreclass.cli.console import ConsoleContext
from musicreclass.cli.organize import put_back
from musicreclass.core.file_move import MoveBatch, MoveKind, MoveState
from musicreclass.core.location import readable
from musicreclass.core.tag_change import SafeWay, WriteBatch
from musicreclass.errors import UsageProblem
from musicreclass.library.history.forgetting import BatchFileFacts, batch_files
from musicreclass.library.sqlite_errors import LibraryProblem
from musicreclass.pipeline.organizing.organize_files import move_batches
from musicreclass.pipeline.writing.apply import undo_batch
from musicreclass.pipeline.writing.undo_from_file import undo_from_file
from musicreclass.pipeline.writing.written_batches import batches as batches_of
from musicreclass.sentences.reason import Reason, because

MOST_PAIRS = 4  # from one genre to another, shown of a batch
DONE_WORDS = {MoveKind.MOVE: "moved", MoveKind.COPY: "copied"}  # else: linked

Batch = WriteBatch | MoveBatch


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "batch", nargs="?", type=int, metavar="BATCH", help="default: the last that can be undone"
    )
    parser.add_argument("--list", action="store_true", help="list what was written when")
    parser.add_argument(
        "--from",
        dest="batch_file",
        type=Path,
        metavar="FILE",
        help="take back what FILE has the old bytes of; needs no library (--list says where)",
    )
    parser.add_argument(
        "--genre-only",
        action="store_true",
        help="restore the genre alone, also where other programs changed the file since",
    )
    add_safe(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object per line")


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    safe = safe_way(options, settings.load(paths.settings_file()).writing)
    if options.batch_file is not None:
        return _from_file(options, library_file, ctx, safe)
    set_right(library_file, ctx)
    written, moved = batches_of(library_file, ctx), move_batches(library_file, ctx)
    batches: list[Batch] = sorted([*written, *moved], key=lambda one: one.id, reverse=True)
    if options.list:
        files = batch_files(library_file)
        _list(batches, files, ctx, as_json=options.json)
        if files and not options.json:
            ctx.say(because("cli.undo_files", folder=readable(str(files[0].path.parent))))
        return 0
    batch = _last(batches) if options.batch is None else options.batch
    if any(one.id == batch for one in moved):
        return put_back(library_file, batch, ctx, as_json=options.json)
    telling = ApplyContext(ctx, as_json=options.json)
    with stopping_cleanly(telling):
        summary = undo_batch(
            library_file,
            batch,
            telling,
            genre_only=options.genre_only,
            safe=safe,
        )
    telling.clear()
    if not options.json:
        ctx.say(because("cli.undone", undone=summary.undone, refused=summary.refused))
    return 1 if summary.refused else 0


def _from_file(
    options: argparse.Namespace, library_file: Path, ctx: ConsoleContext, safe: SafeWay
) -> int:
    """Take back what a batch file has; the library may be in any state."""
    if options.batch is not None or options.list or options.genre_only:
        raise UsageProblem(because("cli.from_alone"))
    try:
        set_right(library_file, ctx)
    except LibraryProblem as error:
        ctx.say(error, is_problem=True)
    telling = ApplyContext(ctx, as_json=options.json)
    with stopping_cleanly(telling):
        summary = undo_from_file(library_file, options.batch_file, telling, safe=safe)
    telling.clear()
    if summary.gaps:
        ctx.say(because("cli.batch_file_gaps", count=summary.gaps), is_problem=True)
    if not options.json:
        ctx.say(
            because(
                "cli.undone_from_file",
                undone=summary.undone,
                unchanged=summary.unchanged,
                refused=summary.refused,
            )
        )
    return 1 if summary.refused or summary.gaps else 0


def _last(batches: Sequence[Batch]) -> int:
    for batch in batches:
        if batch.undoable:
            return batch.id
    raise UsageProblem(because("cli.nothing_to_undo"))


def _list(
    batches: Sequence[Batch],
    files: Sequence[BatchFileFacts],
    ctx: ConsoleContext,
    *,
    as_json: bool,
) -> None:
    by_batch = {(one.head.number, one.head.made_at): one.path for one in files}
    for batch in batches:
        path = by_batch.pop((batch.id, batch.made_at), None)
        if as_json:
            facts = _move_facts(batch) if isinstance(batch, MoveBatch) else _facts(batch)
            print(json.dumps(facts | {"file": path and str(path)}))
        else:
            ctx.say(_move_line(batch) if isinstance(batch, MoveBatch) else _line(batch))
    for (
        number,
        made_at,
    ), path in by_batch.items():  # of a library restored, or begun anew
        if as_json:
            print(json.dumps({"made_at": made_at.isoformat(), "file": str(path)}))
        else:
            when = made_at.astimezone().strftime("%Y-%m-%d %H:%M")
            shown = readable(str(path))
            ctx.say(because("cli.unknown_batch_file", batch=number, when=when, path=shown))


def _facts(batch: WriteBatch) -> dict[str, object]:
    return {
        "batch": batch.id,
        "made_at": batch.made_at.isoformat(),
        **{state.value: count for state, count in batch.counts.items()},
        "undoable": batch.undoable,
        "genres": [{"from": a, "to": b, "files": count} for a, b, count in batch.genres],
    }


def _line(batch: WriteBatch) -> Reason:
    when = batch.made_at.astimezone().strftime("%Y-%m-%d %H:%M")
    counts = tuple(
        because(f"cli.files_{state.value}", number=count) for state, count in batch.counts.items()
    )
    pairs = [f"{a or '-'} -> {b or '-'} {count:,}" for a, b, count in batch.genres[:MOST_PAIRS]]
    if len(batch.genres) > MOST_PAIRS:
        pairs.append("...")
    code = "cli.batch_pruned" if batch.is_pruned else "cli.batch"
    return because(code, batch=batch.id, when=when, counts=counts, pairs=", ".join(pairs))


def _move_facts(batch: MoveBatch) -> dict[str, object]:
    return {
        "batch": batch.id,
        "made_at": batch.made_at.isoformat(),
        "kind": batch.kind.value,
        "into": str(batch.into),
        **{state.value: count for state, count in batch.counts.items()},
        "undoable": batch.undoable,
        "genres": [{"genre": genre, "files": count} for genre, count in batch.genres],
    }


def _move_line(batch: MoveBatch) -> Reason:
    when = batch.made_at.astimezone().strftime("%Y-%m-%d %H:%M")
    counts = tuple(_moved_count(batch.kind, state, n) for state, n in batch.counts.items())
    genres = [f"{genre} {count:,}" for genre, count in batch.genres[:MOST_PAIRS]]
    if len(batch.genres) > MOST_PAIRS:
        genres.append("...")
    shown = ", ".join(genres)
    return because(
        "cli.move_batch", batch=batch.id, when=when, counts=counts, genres=shown, path=batch.into
    )


def _moved_count(kind: MoveKind, state: MoveState, number: int) -> Reason:
    if state is MoveState.MOVED:
        return because(f"cli.moves_{DONE_WORDS.get(kind, 'linked')}", number=number)
    return because(f"cli.files_{state.value}", number=number)
