"""Runs one long command and shows on one line how it goes. Knows nothing of pip or apt."""

import os
import queue
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

_SECONDS_BETWEEN_LINES = 2.0  # where the line cannot move: a log file must not fill up
_SECONDS_TO_END_BY_ITSELF = 5.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the command ended, and the last it said."""

    status: int
    last_lines: tuple[str, ...]


def watch(
    command: Sequence[str],
    doing: str,
    *,
    news: Callable[[str], str | None] = lambda line: None,
    log: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Outcome:
    """Run `command` to its end, showing `doing`, the seconds, and what `news` makes of a line."""
    last_lines: deque[str] = deque(maxlen=40)
    with (
        _opened(log) as kept,
        _ProgressLine(doing, sys.stderr) as shown,
        _started(command, environment) as process,
    ):
        for line in _lines(process):
            if line is None:
                shown.refresh()
                continue
            kept.write(line + "\n")
            last_lines.append(line)
            shown.refresh(news(line))
        status = process.wait()
        shown.result = "done" if status == 0 else "failed"
    return Outcome(status, tuple(last_lines))


class _ProgressLine:
    """One line rewritten in place on a terminal, a line now and then anywhere else."""

    def __init__(self, doing: str, stream: TextIO) -> None:
        self._doing = doing
        self._stream = stream
        self._moves = stream.isatty()
        self._started = self._last = time.monotonic()
        self._news = self._shown_news = ""
        self.result = "stopped"

    def __enter__(self) -> "_ProgressLine":
        self._show("...")
        return self

    def __exit__(self, *error: object) -> None:
        self._show(f"{self.result} ({self._seconds()})")
        if self._moves:
            print(file=self._stream)

    def refresh(self, news: str | None = None) -> None:
        self._news = news or self._news
        due = time.monotonic() - self._last >= _SECONDS_BETWEEN_LINES
        if self._moves or (due and self._news != self._shown_news):
            self._show(f"{self._news or '...'} ({self._seconds()})")

    def _seconds(self) -> str:
        return f"{time.monotonic() - self._started:.0f} s"

    def _show(self, text: str) -> None:
        self._last, self._shown_news = time.monotonic(), self._news
        line = f"{self._doing}: {text}"
        if self._moves:
            width = os.get_terminal_size(self._stream.fileno()).columns or 80
            print(f"\r\x1b[K{line[: width - 1]}", end="", file=self._stream, flush=True)
        else:
            print(line, file=self._stream, flush=True)


def _opened(log: Path | None) -> TextIO:
    return Path(log or os.devnull).open("a", encoding="utf-8")


@contextmanager
def _started(
    command: Sequence[str], environment: Mapping[str, str] | None
) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        encoding="utf-8",
        errors="replace",
        close_fds=False,  # the child shares the set-up's lock: it outlives us if we are killed
    )
    try:
        yield process
    finally:
        _end(process)


def _end(process: subprocess.Popen[str]) -> None:
    """Give an interrupted child (Ctrl-C reaches it too) time to clean up, then end it."""
    try:
        process.wait(_SECONDS_TO_END_BY_ITSELF)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _lines(process: subprocess.Popen[str]) -> Iterator[str | None]:
    """Yield the command's lines, and None for every second without one."""
    read: queue.Queue[str | None] = queue.Queue()
    reader = threading.Thread(target=_read, args=(process, read), daemon=True)
    reader.start()
    while True:
        try:
            line = read.get(timeout=1.0)
        except queue.Empty:
            yield None
            continue
        if line is None:
            return
        yield line


def _read(process: subprocess.Popen[str], read: queue.Queue[str | None]) -> None:
    assert process.stdout is not None
    with process.stdout as lines:
        for line in lines:
            read.put(line.rstrip())
    read.put(None)
