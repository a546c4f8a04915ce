"""Reading the tables of known datasets; whatever is wrong with one becomes a sentence."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from musicreclass.core.location import readable
from musicreclass.errors import PathProblem, UsageProblem, system_words
from musicreclass.sentences.reason import Reason, because

LONGEST_CELL = 1 << 20  # characters; biographies in FMA's tables exceed what csv allows by itself


class SourceProblem(PathProblem, UsageProblem):
    """A file of a data set is not what it should be."""

    @property
    def sentence(self) -> Reason:
        return because("training.in_source", path=readable(str(self.path)), reason=self.reason)


@contextmanager
def source_errors(path: Path) -> Iterator[None]:
    """Turn what the disk and the reader of tables raise into ours."""
    try:
        yield
    except FileNotFoundError as error:
        raise SourceProblem(path, because("training.source_missing")) from error
    except OSError as error:
        reason = because("training.source_unreadable", said=system_words(error))
        raise SourceProblem(path, reason) from error
    except UnicodeDecodeError as error:
        raise SourceProblem(path, because("training.source_no_text")) from error
    except csv.Error as error:
        raise SourceProblem(path, because("training.source_no_table", said=str(error))) from error


def rows_of(path: Path, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a table with the numbers of their lines, from 1.

    Raises:
        SourceProblem: it cannot be read as one.
    """
    csv.field_size_limit(LONGEST_CELL)
    with source_errors(path), path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, delimiter=delimiter)
        for row in reader:
            if row:
                yield reader.line_num, row


def headers_of(
    rows: Iterator[tuple[int, list[str]]], path: Path, count: int
) -> tuple[list[str], ...]:
    """Take the first `count` rows, which name the columns.

    Raises:
        SourceProblem: there are fewer, or they differ in length.
    """
    taken = [row for _, (_, row) in zip(range(count), rows, strict=False)]
    if len(taken) < count or len({len(row) for row in taken}) > 1:
        raise SourceProblem(path, because("training.source_headers", rows=count))
    return tuple(taken)


def check_width(path: Path, line: int, row: Sequence[str], width: int) -> None:
    """Make sure that a row has as many cells as the first.

    Raises:
        SourceProblem: it has not.
    """
    if len(row) != width:
        found = because("training.source_width", columns=len(row), line=line, wanted=width)
        raise SourceProblem(path, found)
