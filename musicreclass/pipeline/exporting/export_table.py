"""The list of tracks as a file: a table for spreadsheets, or JSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from musicreclass.core.decision import GENRE_SEPARATOR
from musicreclass.core.job import JobContext, Progress
from musicreclass.core.track import TrackLine
from musicreclass.pipeline.exporting.safe_texts import as_cell
from musicreclass.pipeline.exporting.track_facts import track_facts
from musicreclass.pipeline.whole_files import appearing_whole, check_page_file, output_problems

CHECK_TRACKS = 500  # so many are written between two looks at whether to stop


def export_csv(
    lines: Sequence[TrackLine], file: Path, ctx: JobContext, *, has_mark: bool = False
) -> int:
    """Write a table of tracks, which appears under its name once it is whole.

    Args:
        has_mark: begin with the mark by which Excel tells UTF-8.

    Returns:
        How many tracks are in it.

    Raises:
        UsageProblem: there can be no such file.
        OutputProblem: the disk refuses.
        Cancelled: the user stopped; there is no file then, or the one of before.
    """
    check_page_file(file)
    encoding = "utf-8-sig" if has_mark else "utf-8"
    with _appearing(file, encoding) as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(track_facts(_NOTHING))
        for facts in _each(lines, ctx):
            writer.writerow(map(_cell, facts.values()))
    return len(lines)


def export_json(lines: Sequence[TrackLine], file: Path, ctx: JobContext) -> int:
    """Write tracks as one JSON array, an object a line; else as `export_csv`."""
    check_page_file(file)
    with _appearing(file, "utf-8") as out:
        out.write("[")
        for number, facts in enumerate(_each(lines, ctx)):
            out.write(",\n" if number else "\n")
            out.write(json.dumps(facts))
        out.write("\n]\n")
    return len(lines)


@contextmanager
def _appearing(file: Path, encoding: str) -> Iterator[TextIO]:
    """Give a text to write that takes the file's name once it is whole.

    Names of files that are no text keep their bytes.

    Raises:
        OutputProblem: the disk refuses.
    """
    with (
        output_problems(file),
        appearing_whole(file) as unfinished,
        unfinished.open("w", encoding=encoding, errors="surrogateescape", newline="") as out,
    ):
        yield out
        out.close()  # before it takes the name


def _each(lines: Sequence[TrackLine], ctx: JobContext) -> Iterable[Mapping[str, Any]]:
    for done, line in enumerate(lines):
        if done % CHECK_TRACKS == 0:
            ctx.raise_if_cancelled()
            ctx.report(Progress(done, len(lines), line.name))
        yield track_facts(line)
    ctx.report(Progress(len(lines), len(lines)))


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = GENRE_SEPARATOR.join(value)
    if isinstance(value, bool):
        return int(value)
    return as_cell(value)


_NOTHING = TrackLine(0, "", "", "", "", "", "", 0.0, "", "", "", "", "", 0, 0, 0, 0)
