"""A `JobContext` for a terminal: the same jobs, without Qt."""

import functools
import shutil
import sys
from collections.abc import Callable
from typing import TextIO

from musicreclass.core.job import CancelToken, Pace, Progress
from musicreclass.errors import MusicReclassError
from musicreclass.sentences.catalogue import Language, Sentences
from musicreclass.sentences.reason import Reason


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
        """Results are printed by the verb when the job is done."""

    def clear(self) -> None:
        """Take the progress line away, for what comes next."""
        if self._is_drawing:
            self._draw("")

    def said(self, what: Reason | MusicReclassError) -> str:
        """Return a reason, or all that is to be said of an error, in the person's language."""
        reason = what if isinstance(what, Reason) else what.sentence
        return self._sentences.of(reason)

    @functools.cached_property
    def _sentences(self) -> Sentences:
        return Sentences(self.language())

    def _text(self, progress: Progress) -> str:
        parts = [
            f"{progress.done:,} of {progress.total:,}",
            f"{self._pace.per_second:,.0f} a second",
        ]
        if (left := self._pace.seconds_left(progress)) is not None:
            parts.append(f"{duration(left)} left")
        return " · ".join(parts)

    def _draw(self, line: str) -> None:
        width = shutil.get_terminal_size().columns - 1
        self._stream.write(f"\r\x1b[K{line[:width]}")
        self._stream.flush()


def duration(seconds: float) -> str:
    """Return a length of time as people say it: "42 s", "3 min", "1 h 20 min"."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
