"""Genre over time: what was said of each segment that was analyzed, one colour for each genre."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPicture
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.detail.evidence_words import named_genres
from musicreclass.gui.detail.time_axis import TimeBox
from musicreclass.gui.theme import Tokens

if TYPE_CHECKING:
    from musicreclass.pipeline.preview.track_preview import Strip


class StripPlot(pg.PlotItem):  # type: ignore[misc]
    """Stacked shares of belief; grey is what has no name, and empty is what was not analyzed."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.box = TimeBox()
        super().__init__(viewBox=self.box)
        self.hideButtons()
        self.hideAxis("bottom")
        self.getAxis("left").setTicks([[]])
        self.setYRange(0.0, 1.0, padding=0.0)
        self._stack = _Stack(taxonomy)
        self.addItem(self._stack)
        self.strip: Strip | None = None

    def wear(self, tokens: Tokens) -> None:
        self.getAxis("left").setPen(tokens.line)
        self._stack.wear(tokens)

    def show_strip(self, strip: Strip | None) -> None:
        self.strip = strip
        self._stack.show_strip(strip)

    def stretches(self) -> list[tuple[float, str]]:
        """Return when the genre that is believed most becomes another, with that genre."""
        found: list[tuple[float, str]] = []
        for start in self.strip.bounds[:-1] if self.strip is not None else ():
            ((genre, _), *_) = self.strip.top(float(start), 1)  # type: ignore[union-attr]
            if not found or found[-1][1] != genre:
                found.append((float(start), genre))
        return found


class _Stack(pg.GraphicsObject):  # type: ignore[misc]
    def __init__(self, taxonomy: Taxonomy) -> None:
        super().__init__()
        self._taxonomy = taxonomy
        self._strip: Strip | None = None
        self._rest = QColor()
        self._drawn = QPicture()

    def wear(self, tokens: Tokens) -> None:
        self._rest = QColor(tokens.line)
        self._draw()

    def show_strip(self, strip: Strip | None) -> None:
        self.prepareGeometryChange()
        self._strip = strip
        self._draw()

    def boundingRect(self) -> QRectF:  # noqa: N802
        if self._strip is None:
            return QRectF()
        first, last = float(self._strip.bounds[0]), float(self._strip.bounds[-1])
        return QRectF(first, 0.0, last - first, 1.0)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        self._drawn.play(painter)

    def _draw(self) -> None:
        self._drawn = QPicture()
        if self._strip is not None:
            painter = QPainter(self._drawn)
            self._fill(painter, self._strip)
            painter.end()
        self.update()

    def _fill(self, painter: QPainter, strip: Strip) -> None:
        named = named_genres(strip)
        for index, row in enumerate(strip.confidences):
            start = float(strip.bounds[index])
            width = float(strip.bounds[index + 1]) - start
            painter.fillRect(QRectF(start, 0.0, width, 1.0), self._rest)
            bottom = 0.0
            for genre in named:
                share = float(row[strip.genres.index(genre)])
                colour = QColor(self._taxonomy.colour(genre))
                painter.fillRect(QRectF(start, bottom, width, share), colour)
                bottom += share
