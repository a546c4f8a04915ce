"""Writing and taking back at a terminal: what became of each file, and how Ctrl-C stops it."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from musicreclass.cli.console import ConsoleContext
from musicreclass.cli.terminal import shown_path
from musicreclass.core.tag_change import FileChange, SafeWay
from musicreclass.errors import Cancelled
from musicreclass.pipeline.organizing.move_recovery import recover_moves
from musicreclass.pipeline.writing.recover import recover
from musicreclass.pipeline.writing.written_batches import prune
from musicreclass.sentences.reason import Reason
from musicreclass.settings import HistorySettings, WritingSettings


class ApplyContext(ConsoleContext):
    """Says what became of files as soon as that is known."""

    def __init__(self, ctx: ConsoleContext, *, as_json: bool) -> None:
        super().__init__(language=ctx.language)
        self._as_json = as_json

    def publish(self, batch: object) -> None:
        assert isinstance(batch, list)
        self.clear()
        for one in batch:
            self._print(one)

    def _print(self, one: FileChange) -> None:
        """Print one file's outcome; for people only what they should know of."""
        if self._as_json:
            print_facts(one.path, one.before, one.after, one.state.value, one.reason)
            return
        for reason in filter(None, (one.reason, *one.remarks)):
            print(f"{shown_path(one.path)}: {self.said(reason)}", file=sys.stderr)


def add_safe(parser: argparse.ArgumentParser) -> None:
    """Add the option of how files are written."""
    parser.add_argument(
        "--safe",
        choices=[way.value for way in SafeWay],
        help="auto: write in place where nothing moves (usual); copy: replace each file by a copy; "
        "safe from crashes are both",
    )


def safe_way(options: argparse.Namespace, usual: WritingSettings) -> SafeWay:
    """Return how files are written in this run."""
    return SafeWay(options.safe or usual.safe)


def print_facts(
    path: Path, before: Sequence[str], after: Sequence[str], outcome: str, reason: Reason | None
) -> None:
    facts = {"path": str(path), "before": before, "after": after}
    print(json.dumps(facts | {"outcome": outcome, "reason": reason and str(reason)}))


@contextmanager
def stopping_cleanly(ctx: ConsoleContext) -> Iterator[None]:
    """Let Ctrl-C stop between two files; a second one stops at once.

    Raises:
        KeyboardInterrupt: it did.
    """

    def stop(*_: object) -> None:
        signal.signal(signal.SIGINT, usual)
        ctx.cancel()

    usual = signal.signal(signal.SIGINT, stop)
    try:
        yield
    except Cancelled:
        raise KeyboardInterrupt from None
    finally:
        signal.signal(signal.SIGINT, usual)


def set_right(library_file: Path, ctx: ConsoleContext) -> None:
    """Finish or roll back what a crash left, and say so."""

    # Where files are comes first: the journal of writing looks for them there.
    for reason in (*recover_moves(library_file, ctx), *recover(library_file, ctx)):
        ctx.say(reason, is_problem=True)


def begin(library_file: Path, limits: HistorySettings, ctx: ConsoleContext) -> None:
    """Set right what a crash left, and forget what was written too long ago."""

    set_right(library_file, ctx)
    prune(library_file, limits, ctx)
