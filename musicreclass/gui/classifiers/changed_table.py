"""Tracks that would get another genre, and how many tracks each genre would have, as Qt models."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject
from PySide6.QtGui import QIcon

from musicreclass.core.ensemble.prediction import SuggestionLine
from musicreclass.core.genre import Taxonomy
from musicreclass.core.location import path_of, readable
from musicreclass.gui.language import genre_name
from musicreclass.gui.messages import count, percent
from musicreclass.gui.tracks.review_words import verdict_word
from musicreclass.gui.widgets.column_table import RIGHT, Column, ColumnTableModel
from musicreclass.gui.widgets.drawing import dot

if TYPE_CHECKING:
    from musicreclass.pipeline.inventory.library_comparison import (
        ChangedSuggestion,
        LibraryComparison,
    )


class ChangedTableModel(ColumnTableModel["ChangedSuggestion"]):
    """One row a track: what is suggested by the first, and by the second."""

    def __init__(self, taxonomy: Taxonomy, parent: QObject | None = None) -> None:
        self._taxonomy = taxonomy
        super().__init__(self._columns(), "ChangedTable", parent)

    def _columns(self) -> tuple[Column[ChangedSuggestion], ...]:
        return (
            Column(
                "title",
                QT_TRANSLATE_NOOP("ChangedTable", "Title"),
                lambda row: row.line.shown_title,
                40,
                stretches=True,
                tool_tip=lambda row: readable(str(path_of(row.line.location))),
            ),
            Column(
                "artist",
                QT_TRANSLATE_NOOP("ChangedTable", "Artist"),
                lambda row: row.line.artist,
                24,
                stretches=True,
            ),
            self._genre("before", QT_TRANSLATE_NOOP("ChangedTable", "Now"), lambda r: r.before),
            self._confidence("sure_before", lambda row: row.before),
            self._genre("after", QT_TRANSLATE_NOOP("ChangedTable", "Then"), lambda r: r.after),
            self._confidence("sure_after", lambda row: row.after),
        )

    def _genre(
        self, name: str, heading: object, said: Callable[[ChangedSuggestion], SuggestionLine]
    ) -> Column[ChangedSuggestion]:
        def icon(row: ChangedSuggestion) -> QIcon:
            return dot(self._taxonomy.colour(said(row).genre))

        return Column(
            name,
            heading,
            lambda row: genre_name(self._taxonomy, said(row).genre),
            20,
            stretches=True,
            icon=icon,
            detail=lambda row: verdict_word(said(row).verdict),
        )

    def _confidence(
        self, name: str, said: Callable[[ChangedSuggestion], SuggestionLine]
    ) -> Column[ChangedSuggestion]:
        return Column(
            name,
            QT_TRANSLATE_NOOP("ChangedTable", "Confidence"),
            lambda row: percent(said(row).confidence),
            104,
            key=lambda row: said(row).confidence,
            alignment=RIGHT,
            detail=lambda row: verdict_word(said(row).verdict),
        )


@dataclass(frozen=True, slots=True)
class ChangedCounts:
    """For how many tracks a genre is suggested now, and would be then."""

    genre: str
    before: int
    after: int


class ChangedCountsModel(ColumnTableModel[ChangedCounts]):
    """One row a genre, those first of which most would change."""

    def __init__(self, taxonomy: Taxonomy, parent: QObject | None = None) -> None:
        columns: tuple[Column[ChangedCounts], ...] = (
            Column(
                "genre",
                QT_TRANSLATE_NOOP("ChangedTable", "Genre"),
                lambda row: genre_name(taxonomy, row.genre),
                40,
                stretches=True,
                icon=lambda row: dot(taxonomy.colour(row.genre)),
            ),
            _number("before", QT_TRANSLATE_NOOP("ChangedTable", "Now"), lambda row: row.before),
            _number("after", QT_TRANSLATE_NOOP("ChangedTable", "Then"), lambda row: row.after),
            _number(
                "more",
                QT_TRANSLATE_NOOP("ChangedTable", "More"),
                lambda row: row.after - row.before,
                lambda number: f"{number:+,}" if number else "0",
            ),
        )
        super().__init__(columns, "ChangedTable", parent)

    def show_comparison(self, found: LibraryComparison) -> None:
        """Show the counts of both."""
        genres = dict.fromkeys((*found.genres_before, *found.genres_after))
        rows = [
            ChangedCounts(
                genre, found.genres_before.get(genre, 0), found.genres_after.get(genre, 0)
            )
            for genre in genres
        ]
        self.show_rows(sorted(rows, key=lambda row: -abs(row.after - row.before)))


def _number(
    name: str,
    heading: object,
    value: Callable[[ChangedCounts], int],
    shown: Callable[[int], str] = count,
) -> Column[ChangedCounts]:
    return Column(name, heading, lambda row: shown(value(row)), 76, key=value, alignment=RIGHT)
