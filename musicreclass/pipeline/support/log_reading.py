"""The program's log as entries, the newest last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from musicreclass.core.job import JobContext
from musicreclass.logs import log_file

MOST_BYTES = 400_000  # of the log's end
ENTRY_START = re.compile(r"\d{4}-\d\d-\d\d \S+ ([A-Z]+) ")
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")

Stand = tuple[int, int]  # size and time of modification, by which a log is known to be as it was


@dataclass(frozen=True, slots=True)
class LogLine:
    """What was logged at once: a line, or several where an error has its traceback."""

    level: str
    text: str


@dataclass(frozen=True, slots=True)
class LogEnd:
    """The end of the log."""

    stand: Stand
    entries: tuple[LogLine, ...]


def read_log(known: Stand | None, ctx: JobContext) -> LogEnd | None:
    """Return the end of the log, None where it is as it was when it had the `known` stand."""
    ctx.raise_if_cancelled()
    path = log_file()
    try:
        stat = path.stat()
        stand = (stat.st_size, stat.st_mtime_ns)
        if stand == known:
            return None
        with path.open("rb") as file:
            file.seek(max(0, stat.st_size - MOST_BYTES))
            content = file.read(MOST_BYTES)
    except OSError:
        return None if known == (0, 0) else LogEnd((0, 0), ())
    lines = content.decode("utf-8", errors="replace").splitlines()
    if stat.st_size > MOST_BYTES:
        lines = lines[1:]  # the first one is cut off
    return LogEnd(stand, tuple(entries_of(lines)))


def entries_of(lines: Sequence[str]) -> list[LogLine]:
    """Return the entries that lines are; a line that begins none belongs to the one before."""
    entries: list[LogLine] = []
    for line in lines:
        begins = ENTRY_START.match(line)
        if begins is None and entries:
            last = entries[-1]
            entries[-1] = LogLine(last.level, f"{last.text}\n{line}")
        else:
            entries.append(LogLine(begins[1] if begins else "INFO", line))
    return entries


def chosen_entries(entries: Sequence[LogLine], least_level: str, words: str) -> list[LogLine]:
    """Return the entries of a level or above that contain all of some words."""
    least, wanted = LEVELS.index(least_level), words.lower().split()
    return [
        entry
        for entry in entries
        if (LEVELS.index(entry.level) if entry.level in LEVELS else 0) >= least
        and all(word in entry.text.lower() for word in wanted)
    ]
