"""The one door for everything that is printed: what would steer a terminal is shown there.

While it stands open, `print` and argparse go through it, too. What an encoding cannot say becomes
an escape, and what a full disk does not take ends the run with a sentence.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO, cast

from musicreclass.core.location import readable
from musicreclass.errors import MusicReclassError, system_words
from musicreclass.sentences.printable import printable, printable_lines
from musicreclass.sentences.reason import because


class OutputLost(MusicReclassError):
    """Nobody will read what is printed: the disk or the device behind it refuses."""


class Printed:
    """A stream of text in which controls other than tabs and ends of lines are shown.

    What it does not do itself, the stream behind it does.
    """

    def __init__(
        self, stream: TextIO, *, is_vital: bool, shown: Callable[[str], str] = printable_lines
    ) -> None:
        self.stream = stream
        self._is_vital = is_vital  # whether the run is in vain once it cannot be written
        self._shown = shown

    def write(self, text: str) -> int:
        with self._losses():
            self.stream.write(self._shown(text))
        return len(text)

    def flush(self) -> None:
        with self._losses():
            self.stream.flush()

    def exactly(self) -> Printed:
        """Return it without the escapes, for our own controls and for files of other programs."""
        return Printed(self.stream, is_vital=self._is_vital, shown=str)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)

    @contextmanager
    def _losses(self) -> Iterator[None]:
        try:
            yield
        except BrokenPipeError:
            if self._is_vital:
                raise
        except OSError as error:
            if self._is_vital:
                discard(self.stream)
                raise OutputLost(because("cli.output_lost", said=system_words(error))) from error


@contextmanager
def open_door() -> Iterator[None]:
    """Let all that is printed inside go through the door, and be written in the end."""
    streams = sys.stdout, sys.stderr
    try:
        for name, stream in zip(("stdout", "stderr"), streams, strict=True):
            if stream is not None:  # it may be closed
                with suppress(AttributeError, OSError):
                    cast("Any", stream).reconfigure(errors="backslashreplace")
                setattr(sys, name, Printed(stream, is_vital=name == "stdout"))
        try:
            yield
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()  # Python would at its end, where nobody can say what is wrong
    finally:
        sys.stdout, sys.stderr = streams


def exactly(stream: TextIO) -> TextIO:
    """Return a stream that writes our own controls as they are."""
    return cast("TextIO", stream.exactly()) if isinstance(stream, Printed) else stream


def for_programs(stream: TextIO) -> TextIO:
    """Return a stream that writes names as they are, unless a terminal would obey them."""
    return stream if stream.isatty() else exactly(stream)


def discard(stream: TextIO) -> None:
    """Send what is left in a stream to where it disturbs nobody: Python would complain of it."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def shown_path(path: Path | str) -> str:
    """Return a path on one line, as a terminal can show it."""
    return printable(readable(str(path)))
