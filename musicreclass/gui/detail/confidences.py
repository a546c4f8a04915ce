"""The best candidates as bars: what all classifiers say together, and what each says alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QToolTip, QWidget

from musicreclass.core.ensemble.doubt import Doubt
from musicreclass.core.ensemble.prediction import Candidate, Verdict
from musicreclass.core.genre import Taxonomy
from musicreclass.gui.detail.time_view import AXIS_WIDTH
from musicreclass.gui.language import classifier_name, genre_name
from musicreclass.gui.messages import percent
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.controls import legend
from musicreclass.gui.widgets.plot_style import StillPlot

if TYPE_CHECKING:
    from musicreclass.pipeline.preview.track_preview import TrackEvidence

SHOWN_COUNT = 5
GROUP = 1.0  # height of the bars of one genre and the gap below them
BARS = 0.78  # of which the bars
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
ROOM_FOR_NUMBERS = 0.19  # right of 100 %
LOWEST = -(SHOWN_COUNT + 0.6) * GROUP  # with a line for words below the bars
PALEST = 0.35
WIDEST_NAME = 96  # pixels
HEIGHT = 148
MIDDLE = 0.5  # words stand on that side of a line where there is more room
BY_POSSIBLE = (Verdict.SURE, Verdict.NOT_SURE)  # what is decided by how many genres are possible


class Confidences(StillPlot):
    """Five genres, grouped bars: together first, then each classifier, fainter and fainter."""

    def __init__(self, theme: Theme, taxonomy: Taxonomy, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Confidences"), theme, parent, HEIGHT)
        self._taxonomy = taxonomy
        self._evidence: TrackEvidence | None = None
        self.setFixedHeight(HEIGHT)
        plot = self.getPlotItem()
        plot.setXRange(0.0, 1.0 + ROOM_FOR_NUMBERS, padding=0.0)
        plot.setYRange(LOWEST, 0.0, padding=0.0)
        plot.getAxis("bottom").setTicks([[(tick, percent(tick)) for tick in TICKS]])
        self.scene().sigMouseMoved.connect(self._on_hover)
        theme.changed.connect(self._draw)
        self._draw()

    def show_evidence(self, evidence: TrackEvidence | None) -> None:
        if evidence is self._evidence:
            return
        self._evidence = evidence
        self.setAccessibleDescription("\n".join(map(self.text_of, self._candidates())))
        self._draw()

    def legend(self) -> str:
        """Return whose bar is which, as rich text."""
        if self._evidence is None:
            return ""
        names = [self.tr("together"), *map(classifier_name, self._evidence.members)]
        text = QColor(self._theme.tokens.text)
        shades = (self._shade(text, bar, len(names)).name() for bar in range(len(names)))
        return legend(zip(shades, names, strict=True), "■")

    def text_of(self, candidate: Candidate) -> str:
        """Return in numbers what the bars of a genre show."""
        parts = [f"{genre_name(self._taxonomy, candidate.genre)} {percent(candidate.confidence)}"]
        parts += [
            f"{classifier_name(name)} {percent(said.get(candidate.genre, 0.0))}"
            for name, said in self._members().items()
        ]
        return " · ".join(parts)

    def _members(self) -> Mapping[str, Mapping[str, float]]:
        return self._evidence.members if self._evidence is not None else {}

    def _candidates(self) -> tuple[Candidate, ...]:
        return () if self._evidence is None else self._evidence.suggestion.candidates[:SHOWN_COUNT]

    def _draw(self) -> None:
        plot = self.getPlotItem()
        plot.clear()
        self.wear()
        candidates = self._candidates()
        self._name(candidates)
        for row, candidate in enumerate(candidates):
            self._write_number(row, candidate)
        if self._evidence is not None:
            self._draw_bars(candidates)
            self._draw_rule(self._evidence)

    def _name(self, candidates: tuple[Candidate, ...]) -> None:
        axis = self.getPlotItem().getAxis("left")
        metrics = self.fontMetrics()
        right = Qt.TextElideMode.ElideRight
        shown = [genre_name(self._taxonomy, c.genre) for c in candidates]
        names = [metrics.elidedText(name, right, WIDEST_NAME) for name in shown]
        centers = (-row * GROUP - BARS / 2 for row in range(len(names)))
        axis.setTicks([list(zip(centers, names, strict=False))])
        widest = max((metrics.horizontalAdvance(name) for name in names), default=0)
        axis.setWidth(max(AXIS_WIDTH, widest + 10))

    def _draw_bars(self, candidates: tuple[Candidate, ...]) -> None:
        """Draw all bars as one item: with an item for each, moving on would take twice as long."""
        widths, centers, heights, brushes = [], [], [], []
        members = self._members().values()
        thick = BARS / (len(members) + 2)  # the first is twice as thick
        for row, candidate in enumerate(candidates):
            colour = QColor(self._taxonomy.colour(candidate.genre))
            said = [candidate.confidence, *(m.get(candidate.genre, 0.0) for m in members)]
            at = -row * GROUP
            for bar, confidence in enumerate(said):
                height = thick * (2 if bar == 0 else 1)
                widths.append(confidence)
                centers.append(at - height / 2)
                heights.append(height)
                brushes.append(self._shade(colour, bar, len(said)))
                at -= height
        bars = pg.BarGraphItem(
            x0=0.0, width=widths, y=centers, height=heights, brushes=brushes, pen=None
        )
        self.getPlotItem().addItem(bars)

    def _write_number(self, row: int, candidate: Candidate) -> None:
        number = pg.TextItem(percent(candidate.confidence), anchor=(1.0, 0.5))
        number.setColor(self._theme.tokens.text)
        number.setFont(self.small_font)
        number.setPos(1.0 + ROOM_FOR_NUMBERS, -row * GROUP - BARS / 2)
        self.getPlotItem().addItem(number)

    def _draw_rule(self, evidence: TrackEvidence) -> None:
        """Draw the line that decides here whether the suggestion is sure, and no other.

        Sure is what has one bar beyond the line from which on a genre is possible. Where the only
        one that has is less likely than all others together, the line is drawn that it misses.
        """
        if evidence.doubt is Doubt.UNLIKELY:
            self._draw_line(evidence.sure_confidence, self.tr("never sure below"), 1.0)
        elif evidence.least_possible and evidence.suggestion.verdict in BY_POSSIBLE:
            is_left = evidence.least_possible < MIDDLE
            text = self.tr("possible from here on") if is_left else self.tr("not possible below")
            self._draw_line(evidence.least_possible, text, 0.0 if is_left else 1.0)

    def _draw_line(self, confidence: float, text: str, anchor: float) -> None:
        """Draw a line with words at its foot; they end there where `anchor` is 1."""
        tokens = self._theme.tokens
        pen = pg.mkPen(tokens.caution, style=Qt.PenStyle.DashLine)
        self.getPlotItem().addItem(pg.InfiniteLine(confidence, angle=90, pen=pen))
        label = pg.TextItem(text, anchor=(anchor, 0.8))
        label.setColor(tokens.caution)
        label.setFont(self.small_font)
        label.setPos(confidence, LOWEST)
        self.getPlotItem().addItem(label)

    def _on_hover(self, at: object) -> None:
        point = self.getPlotItem().vb.mapSceneToView(at)
        row = int(-point.y() // GROUP)
        candidates = self._candidates()
        if 0 <= row < len(candidates) and point.x() >= 0.0:
            below = self.mapToGlobal(self.mapFromScene(at))
            QToolTip.showText(below, self.text_of(candidates[row]), self)

    def _shade(self, colour: QColor, bar: int, count: int) -> QColor:
        """Return the colour of a bar by its number: full for the first, paler for each further."""
        share = 1.0 - (1.0 - PALEST) * bar / max(1, count - 1)
        ground = QColor(self._theme.tokens.panel)
        return QColor.fromRgbF(
            share * colour.redF() + (1.0 - share) * ground.redF(),
            share * colour.greenF() + (1.0 - share) * ground.greenF(),
            share * colour.blueF() + (1.0 - share) * ground.blueF(),
        )
