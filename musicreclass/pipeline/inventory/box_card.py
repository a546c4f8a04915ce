"""The card of the classifier in the box, and the figures that it states, without opening the box.

The card is written by the recipe of the box from what it measured. Where it reads otherwise than
expected, fewer figures are known, and the card itself is still there to be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from musicreclass import paths
from musicreclass.training.measure.confidence_intervals import Interval
from musicreclass.training.measure.metrics import GenreFigures

CARD = "box.md"
_KNOWN = re.compile(r"^It knows ([^;.]+)[;.]", re.MULTILINE)
_MUSIC = re.compile(r"On ([\d,]+) clips of ([\d,]+) collections")
_SHARE = re.compile(r"([\d.]+) % \(([\d.]+) to ([\d.]+)\)")
_BLOCK = re.compile(r"<!-- from anywhere -->(.*?)<!-- end -->", re.DOTALL)
_TOGETHER = "all together"
_GENRES = ("genre", "tracks", "precision %", "recall %", "F1 %")


@dataclass(frozen=True, slots=True)
class BoxCard:
    """What the card says, and the figures on music from collections that were left out."""

    text: str  # Markdown
    genres: tuple[str, ...] = ()
    clips: int = 0
    collections: int = 0
    accuracy: float | None = None
    interval: Interval | None = None
    by_genre: tuple[GenreFigures, ...] = ()


def box_card() -> BoxCard:
    """Return the card; an empty one where none came with the program."""
    try:
        text = (paths.resource("classifiers") / CARD).read_text(encoding="utf-8")
    except (paths.ResourceMissing, OSError):
        return BoxCard("")
    block = found.group(1) if (found := _BLOCK.search(text)) else ""
    music = _MUSIC.search(block)
    share = next((_SHARE.search(row[1]) for row in _rows(block) if row[0] == _TOGETHER), None)
    known = _KNOWN.search(text)
    numbers = [float(part) / 100.0 for part in share.groups()] if share else []
    return BoxCard(
        text,
        tuple(known[1].replace("\n", " ").split(", ")) if known else (),
        int(music[1].replace(",", "")) if music else 0,
        int(music[2].replace(",", "")) if music else 0,
        numbers[0] if numbers else None,
        Interval(*numbers[1:]) if numbers else None,
        tuple(_by_genre(block)),
    )


def _by_genre(block: str) -> Iterator[GenreFigures]:
    """Yield the rows of the table of genres, which ends where its rows do."""
    is_inside = False
    for row in _rows(block):
        if tuple(row) == _GENRES:
            is_inside = True
        elif is_inside and len(row) == len(_GENRES) and row[1].isdigit():
            precision, recall, f1 = (_number(cell) for cell in row[2:])
            yield GenreFigures(row[0], int(row[1]), 0, precision, recall, f1)
        elif is_inside and not _is_rule(row):
            return


def _rows(block: str) -> Iterator[list[str]]:
    for line in block.splitlines():
        if line.startswith("|"):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def _is_rule(row: list[str]) -> bool:
    return all(set(cell) <= set("-: ") for cell in row)


def _number(cell: str) -> float | None:
    try:
        return float(cell) / 100.0
    except ValueError:
        return None
