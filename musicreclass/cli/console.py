"""A `JobContext` for a terminal, and what all verbs have in common there. Knows no Qt."""

from __future__ import annotations

import argparse
import functools
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from musicreclass.cli.terminal import exactly, shown_path
from musicreclass.core.job import CancelToken, Pace, Progress
from musicreclass.core.track import TrackLine
from musicreclass.errors import FileProblem, MusicReclassError, UsageProblem
from musicreclass.sentences.catalogue import Sentences
from musicreclass.sentences.languages import Language
from musicreclass.sentences.printable import printable
from musicreclass.sentences.reason import Reason, because

if TYPE_CHECKING:
    from musicreclass.core.ensemble.prediction import Verdict

# Options that several verbs have.
SHARED: dict[str, dict[str, Any]] = {
    "speed": {
        "choices": ("thorough", "balanced", "fast"),
        "help": "balanced and fast listen on only where a glimpse leaves doubt",
    },
    "fast": {
        "action": "store_const", "const": "fast", "dest": "speed", "help": "short for --speed fast",
    },
    "query": {
        "default": "", "metavar": "TEXT",
        "help": "only what the search box would show: tag:mellow, confidence:>0.8",
    },
    "seed": {
        "type": int, "default": 0, "metavar": "N", "help": "another gives other random numbers (0)",
    },
    "workers": {
        "type": int, "default": 0, "metavar": "N", "help": "processes; 0 is one per core (0)",
    },
    "cluster": {
        "default": "", "metavar": "ADDRESS", "help": "dask scheduler, tcp://host:port",
    },
}  # fmt: skip


class ConsoleContext(CancelToken):
    """Progress on stderr, with rate and time left. Ctrl-C needs no code: it raises by itself.

    Where stderr is no terminal, nothing is drawn: a log should hold sentences, not frames.
    """

    def __init__(
        self, stream: TextIO | None = None, language: Callable[[], Language] = lambda: "en"
    ) -> None:
        super().__init__()
        self.language = language  # asked for when something is to be said
        self._stream = stream or sys.stderr
        self._pace = Pace()
        self._is_drawing = self._stream.isatty()

    def report(self, progress: Progress) -> None:
        if self._is_drawing and self._pace.is_due(progress):
            self._draw(f"{self._text(progress)}  {progress.current}")

    def publish(self, batch: object) -> None:
        """Print what a job says on its way; results are printed by the verb when it is done."""
        if isinstance(batch, Reason):
            self.say(batch, is_problem=True)

    def show(self, line: str) -> None:
        """Draw a line that the next one replaces; it is no result."""
        if self._is_drawing:
            self._draw(line)

    def clear(self) -> None:
        """Take the progress line away, for what comes next."""
        if self._is_drawing:
            self._draw("")

    def say(self, what: Reason | MusicReclassError, *, is_problem: bool = False) -> None:
        """Print a result, or what is wrong, in the person's language."""
        print(self.said(what), file=sys.stderr if is_problem else sys.stdout)

    def said(self, what: Reason | MusicReclassError) -> str:
        """Return a reason, or all that is to be said of an error, in the person's language."""
        return self.printed.of(what if isinstance(what, Reason) else what.sentence)

    @functools.cached_property
    def sentences(self) -> Sentences:
        return Sentences(self.language())

    @functools.cached_property
    def printed(self) -> Sentences:
        """Return what says sentences in which values cannot steer a terminal."""
        return Sentences(self.language(), as_value=printable)

    def _text(self, progress: Progress) -> str:
        parts = [
            because("cli.so_many_of", done=progress.done, total=progress.total),
            because("cli.per_second", rate=self._pace.per_second),
        ]
        if (left := self._pace.seconds_left(progress)) is not None:
            parts.append(because("cli.time_left", duration=duration(left)))
        return " · ".join(map(self.said, parts))

    def _draw(self, line: str) -> None:
        width = shutil.get_terminal_size().columns - 1
        stream = exactly(self._stream)
        stream.write(f"\r\x1b[K{printable(line)[:width]}")
        stream.flush()


def add_shared(parser: argparse.ArgumentParser, *names: str) -> None:
    """Add options that other verbs have, too."""
    for name in names:
        parser.add_argument(f"--{name}", **SHARED[name])


def duration(seconds: float) -> Reason:
    """Return a length of time as people say it: "42 s", "3 min", "1 h 20 min"."""
    if seconds < 60:
        return because("cli.seconds", seconds=seconds)
    minutes = round(seconds / 60)
    if minutes < 60:
        return because("cli.minutes", minutes=minutes)
    return because("cli.hours", hours=minutes // 60, minutes=minutes % 60)


def verdict_word(verdict: Verdict) -> Reason:
    """Return what a verdict is called."""
    return because(f"cli.verdict_{verdict.name.lower()}")


CELLS = "an apostrophe stands before texts that a spreadsheet would run, as =1+1"
MOST_NAMED = 10  # --json names all


def say_left_out(problems: Sequence[FileProblem], ctx: ConsoleContext) -> None:
    """Name the first files that were left out, with the reasons, on stderr."""
    for problem in problems[:MOST_NAMED]:
        path = shown_path(problem.path)
        ctx.say(because("cli.left_out", path=path, reason=problem.reason), is_problem=True)
    if (more := len(problems) - MOST_NAMED) > 0:
        ctx.say(because("cli.more_left_out", more=more), is_problem=True)


def searched_lines(lines: Sequence[TrackLine], text: str, ctx: ConsoleContext) -> list[TrackLine]:
    """Return those of some tracks that a query asks for, and say what of it makes no sense."""
    from musicreclass.core.genres.genre_file import taxonomy_in_use
    from musicreclass.core.review.query import parse

    query = parse(text, taxonomy_in_use().canonical)
    for remark in query.remarks:
        ctx.say(remark, is_problem=True)
    return query.found(lines)


def given_lines(
    lines: Sequence[TrackLine], paths: Sequence[Path]
) -> tuple[list[TrackLine], list[Reason]]:
    """Return the tracks at and below `paths`, and what is to be said of each path without any.

    Without paths that is the whole library.

    Raises:
        UsageProblem: a path is neither in the library nor on the disk.
    """
    from musicreclass.pipeline.review.decide import lines_at

    if not paths:
        return list(lines), []
    found, unknown = lines_at(lines, paths)
    for path in unknown:
        if not os.path.lexists(path):
            raise UsageProblem(because("cli.no_such_path", path=path))
    absences = [because("cli.not_in_library", path=shown_path(path)) for path in unknown]
    return found, absences
