"""The fields that a search can name, each as something that finds texts in all tracks at once."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from musicreclass.core.decision import GENRE_SEPARATOR
from musicreclass.core.location import path_of, readable
from musicreclass.core.review.columns.growing import Mask
from musicreclass.core.review.columns.line_columns import LineColumns
from musicreclass.core.review.columns.texts import Texts


class Field(Protocol):
    def holding(self, lines: LineColumns, wanted: Sequence[str]) -> Mask:
        """Return in which tracks one of some texts, casefolded, is found."""

    def empty(self, lines: LineColumns) -> Mask:
        """Return which tracks say nothing."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """A text that repeats from track to track."""

    name: str

    def holding(self, lines: LineColumns, wanted: Sequence[str]) -> Mask:
        return lines.texts[self.name].holding(wanted)

    def empty(self, lines: LineColumns) -> Mask:
        return lines.texts[self.name].where(lambda text: not text)


@dataclass(frozen=True, slots=True)
class Title:
    """The title as it is shown."""

    def holding(self, lines: LineColumns, wanted: Sequence[str]) -> Mask:
        return _holding(lines.folded_titles, wanted)

    def empty(self, lines: LineColumns) -> Mask:
        return lines.folded_titles.empty()


@dataclass(frozen=True, slots=True)
class FileName:
    def holding(self, lines: LineColumns, wanted: Sequence[str]) -> Mask:
        return _holding(lines.folded_names, wanted)

    def empty(self, lines: LineColumns) -> Mask:
        return lines.folded_names.empty()


@dataclass(frozen=True, slots=True)
class YearBegun:
    """The year, as far as somebody has typed it."""

    def holding(self, lines: LineColumns, wanted: Sequence[str]) -> Mask:
        return lines.texts["year"].where(lambda year: any(map(year.startswith, wanted)))

    def empty(self, lines: LineColumns) -> Mask:
        return lines.texts["year"].where(lambda year: not year)


@dataclass(frozen=True, slots=True)
class ShownGenre:
    """The genre that the row shows, or only what is suggested."""

    only_suggested: bool = False

    def holding(self, lines: LineColumns, wanted: Sequence[str]) -> Mask:
        texts = [text.casefold() for text in self._texts(lines)]
        held = (any(one in text for one in wanted) for text in texts)
        return lines.said.spread(np.fromiter(held, np.bool_, len(texts)))

    def empty(self, lines: LineColumns) -> Mask:
        return lines.said.spread(np.array([not text for text in self._texts(lines)], np.bool_))

    def _texts(self, lines: LineColumns) -> list[str]:
        words = lines.said.words.values
        if self.only_suggested:
            return [word.genre for word in words]
        return [GENRE_SEPARATOR.join(word.genres) for word in words]


@dataclass(frozen=True, slots=True)
class OnDiskPath:
    """The path of the file, or of its folder, as people read it."""

    only_folder: bool = False

    def holding(self, lines: LineColumns, wanted: Sequence[str]) -> Mask:
        above = [composed(folder).casefold() for folder in lines.above.values]
        found = np.zeros(len(lines), dtype=np.bool_)
        for text in wanted:
            found |= _of_folders(lines, [text in folder for folder in above])
            if self.only_folder:
                continue
            found |= lines.folded_names.holding(text)
            end, separator, begin = text.rpartition(os.sep)
            if separator:  # across the border between folder and name
                ending = _of_folders(lines, [f.endswith(end + separator) for f in above])
                found |= ending & lines.folded_names.starting(begin)
        for row in lines.odd_names if not self.only_folder else ():
            path = composed(lines[row].location).casefold()
            found[row] = any(text in path for text in wanted)
        return found

    def empty(self, lines: LineColumns) -> Mask:
        if self.only_folder:
            return lines.above.where(lambda folder: not folder)
        return lines.above.where(lambda folder: not folder) & lines.files.empty()


def composed(location: str | bytes) -> str:
    """Return a path with its accents composed, and a mark for what is no text."""
    if isinstance(location, bytes):
        return readable(str(path_of(location)))
    return location if location.isascii() else unicodedata.normalize("NFC", location)


def _holding(texts: Texts, wanted: Sequence[str]) -> Mask:
    found = texts.holding(wanted[0])
    for text in wanted[1:]:
        found |= texts.holding(text)
    return found


def _of_folders(lines: LineColumns, holds: list[bool]) -> Mask:
    return lines.above.spread(np.array(holds, dtype=np.bool_))
