"""The library in figures: genres, lengths, formats, confidences, agreement."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from musicreclass.core.decision import GENRE_SEPARATOR
from musicreclass.core.genre import Taxonomy
from musicreclass.core.track import TrackLine
from musicreclass.gui.insights.bars import Bar, BarRow, Bars
from musicreclass.gui.insights.histogram import Bin, Histogram
from musicreclass.gui.insights.insights_words import advice, agreement_name, summary
from musicreclass.gui.language import spoken
from musicreclass.gui.messages import clock, count, percent
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.controls import text_label
from musicreclass.gui.widgets.panels import ScrolledGround, fill, panel

if TYPE_CHECKING:
    from musicreclass.pipeline.insights.library_insights import Agreement, Insights

MOST_FORMATS = 5
PALE = "80"  # alpha of what is suggested, beside what files say


class Overview(QWidget):
    """Genres on the left, all else on the right.

    Signals:
        picked: says of a TrackLine whether it is to be shown in Review.
    """

    picked = Signal(object)

    def __init__(self, theme: Theme, taxonomy: Taxonomy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taxonomy = taxonomy
        self.summary = text_label("", self, wraps=True)
        self.genres = Bars(self.tr("Genres in files and suggested"), theme, self)
        self.advice = text_label("", self, "dim", wraps=True)
        self.lengths = Histogram(self.tr("Lengths"), theme, self)
        self.confidences = Histogram(self.tr("Confidences"), theme, self)
        self.formats = Bars(self.tr("Formats"), theme, self)
        self.agreement = Bars(self.tr("Agreement of classifiers"), theme, self)
        self.rule = text_label("", self, "hint", wraps=True)
        self._unscored = text_label(
            self.tr("No classifier has heard these tracks yet."), self, "hint", wraps=True
        )
        self._lay_out()
        for chart in (self.genres, self.lengths, self.confidences, self.formats, self.agreement):
            chart.picked.connect(self.picked)

    def show_insights(self, found: Insights) -> None:
        self.summary.setText(summary(found))
        self.advice.setText("\n\n".join(advice(found.balance, self._name)))
        self._show_genres(found)
        self._show_lengths(found)
        self._show_confidences(found)
        most = max(found.formats.values(), default=1)
        self.formats.show_rows(
            [
                BarRow(
                    name or "?",
                    (Bar(number / most, count(number)),),
                    picks=partial(_is_of_format, name),
                )
                for name, number in list(found.formats.items())[:MOST_FORMATS]
            ]
        )
        self.agreement.show_rows(
            [
                BarRow(
                    agreement_name(one),
                    (Bar(one.share, percent(one.share)),),
                    self.tr("{name}: the same genre for {agreed} of {tracks} tracks").format(
                        name=agreement_name(one), agreed=count(one.agreed), tracks=count(one.tracks)
                    ),
                    partial(_is_disputed, one),
                )
                for one in found.agreement
            ]
        )
        for widget in (self._confidence_block, self._agreement_block):
            widget.setVisible(found.classified > 0)
        self._unscored.setVisible(found.classified == 0)

    def _show_genres(self, found: Insights) -> None:
        genres = list(dict.fromkeys((*found.in_files, *found.suggested)))
        genres.sort(key=lambda g: -max(found.in_files.get(g, 0), found.suggested.get(g, 0)))
        most = max((*found.in_files.values(), *found.suggested.values()), default=1)
        detail = self.tr("{genre}: {files} in files, {suggested} suggested")
        rows = []
        for genre in genres:
            colour = self._taxonomy.colour(genre)
            pale = f"#{PALE}{colour[1:]}"
            numbers = found.in_files.get(genre, 0), found.suggested.get(genre, 0)
            bars = tuple(
                Bar(number / most, count(number), shade)
                for number, shade in zip(numbers, (colour, pale), strict=True)
            )
            said = detail.format(
                genre=self._name(genre), files=count(numbers[0]), suggested=count(numbers[1])
            )
            picks = partial(_is_of_genre, genre, self._taxonomy)
            shown = bars if found.classified else bars[:1]
            rows.append(BarRow(self._name(genre), shown, said, picks))
        self.genres.show_rows(rows)

    def _show_lengths(self, found: Insights) -> None:
        bins = found.lengths.bins if found.lengths is not None else ()
        ends = [edge for edge, _ in bins[1:]]
        detail = self.tr("from {length}: {number}")
        self.lengths.show_bins(
            [
                Bin(
                    (number,),
                    f"{edge / 60:g}",
                    detail.format(length=clock(edge) or "0:00", number=count(number)),
                    partial(_is_as_long, edge, end),
                )
                for (edge, number), end in zip(bins, (*ends, math.inf), strict=False)
            ]
        )

    def _show_confidences(self, found: Insights) -> None:
        bins, total = [], len(found.confidences)
        detail = self.tr("from {share}: {sure} sure, {others} not")
        for index, (sure, others) in enumerate(found.confidences):
            share = percent(index / total)
            said = detail.format(share=share, sure=count(sure), others=count(others))
            picks = partial(_is_as_sure, index, total)
            bins.append(Bin((sure, others), share if index % 5 == 0 else "", said, picks))
        self.confidences.show_bins(bins, percent(1.0))
        least = found.sure_confidence
        rule = self.tr("Sure needs one possible genre, at {share} or more: not confidence alone.")
        self.rule.setText("" if least is None else rule.format(share=percent(least)))

    def _name(self, genre: str) -> str:
        return self._taxonomy.name(genre, spoken())

    def _lay_out(self) -> None:
        head = text_label(
            self.tr("Genres: above in files, below suggested"), self, "dim", wraps=True
        )
        scrolled = ScrolledGround(
            self.tr("Genres in files and suggested"), self, _inset(self.genres)
        )
        left = QWidget(self)
        below = fill(QVBoxLayout(left), margins=(12, 8, 8, 8), spacing=10)
        fill(below, head, (scrolled, 1), self.advice)
        right = QWidget(self)
        grid = QGridLayout(right)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        self._confidence_block = _block(
            self.tr("Confidence: blue is sure, grey is not"), self.confidences, self, self.rule
        )
        self._agreement_block = _block(self.tr("How often classifiers agree"), self.agreement, self)
        grid.addWidget(_block(self.tr("Lengths, in minutes"), self.lengths, self), 0, 0)
        grid.addWidget(self._confidence_block, 0, 1)
        grid.addWidget(_block(self.tr("Formats"), self.formats, self), 1, 0)
        grid.addWidget(self._agreement_block, 1, 1)
        grid.addWidget(self._unscored, 0, 1)
        for half in (0, 1):
            grid.setColumnStretch(half, 1)
            grid.setRowStretch(half, 1)
        panels = fill(QHBoxLayout(), (panel(left), 2), (panel(right), 3), spacing=8)
        fill(QVBoxLayout(self), self.summary, (panels, 1), margins=(0, 0, 0, 0))


def _is_of_genre(genre: str, taxonomy: Taxonomy, line: TrackLine) -> bool:
    """Say whether a track's file has the genre, or it is suggested."""
    if line.suggestion is not None and line.suggestion.genre == genre:
        return True
    return genre in map(taxonomy.canonical, line.genre.split(GENRE_SEPARATOR))


def _is_of_format(name: str, line: TrackLine) -> bool:
    return line.format == name


def _is_as_long(start: float, end: float, line: TrackLine) -> bool:
    return start <= line.seconds < end and line.seconds > 0


def _is_as_sure(index: int, bins: int, line: TrackLine) -> bool:
    if line.suggestion is None:
        return False
    return min(int(line.suggestion.confidence * bins), bins - 1) == index


def _is_disputed(one: Agreement, line: TrackLine) -> bool:
    """Say whether two that were both asked about a track differ on it."""
    if line.suggestion is None:
        return False
    answers = {name: genre for name, genre, _ in line.suggestion.opinions}
    answers[""] = line.suggestion.genre
    first, second = answers.get(one.first), answers.get(one.second)
    return first is not None and second is not None and first != second


def _block(title: str, content: QWidget, parent: QWidget, *below: QWidget) -> QWidget:
    block = QWidget(parent)
    layout = fill(QVBoxLayout(block), margins=(0, 0, 0, 0), spacing=6)
    fill(layout, text_label(title, block, "dim", wraps=True), (content, 1), *below)
    if isinstance(content, Bars):
        layout.addStretch()
    return block


def _inset(content: QWidget) -> QWidget:
    """Return the content in what keeps it off a scroll bar."""
    ground = QWidget()
    ground.setObjectName("detail")
    fill(QVBoxLayout(ground), content, None, margins=(0, 0, 12, 0))
    return ground
