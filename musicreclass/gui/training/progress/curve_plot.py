"""A plot of lines that grow: one for each fit, bright while it goes on and pale thereafter."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import pyqtgraph as pg
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from musicreclass.gui.messages import count
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.plot_style import StillPlot

PALE = 90  # of 255, for lines that are done
LEAST_HEIGHT = 110
AXIS_WIDTH = 44


class CurvePlot(StillPlot):
    """Lines by keys; a line of one point is a dot."""

    def __init__(
        self, title: str, theme: Theme, parent: QWidget | None = None, *, from_zero: bool = False
    ) -> None:
        super().__init__(title, theme, parent, LEAST_HEIGHT)
        self._from_zero = from_zero  # or a change of a thousandth fills the whole plot
        self._title = title
        self._lines: dict[Hashable, pg.PlotDataItem] = {}
        self._colours: dict[Hashable, int] = {}
        self._current: Hashable = None
        self.getPlotItem().getAxis("left").setWidth(AXIS_WIDTH)
        theme.changed.connect(self._draw)
        self.forget()
        self._draw()

    def show_line(
        self, key: Hashable, colour: int, xs: Sequence[float], ys: Sequence[float]
    ) -> None:
        """Show a line, or more of it, as the one that is growing."""
        if not self._lines:
            self._show_numbers(True)
        if key not in self._lines:
            self._lines[key] = self.getPlotItem().plot()
        self._colours[key] = colour
        if key != self._current:
            former, self._current = self._current, key
            self._paint(former)
        self._paint(key)
        self._lines[key].setData(xs, ys)
        self._tell(xs, ys)
        if self._from_zero:
            self.getPlotItem().setYRange(0.0, max(ys), padding=0.05)

    def forget(self) -> None:
        """Show nothing."""
        self.getPlotItem().clear()
        self._lines.clear()
        self._current = None
        self.setAccessibleDescription("")
        self._show_numbers(False)  # of nothing they would be made up

    def entitle(self, title: str) -> None:
        """Say otherwise what the lines are of."""
        if title != self._title:
            self._title = title
            self.setAccessibleName(title)
            self._draw()

    def line(self, key: Hashable) -> tuple[list[float], list[float]]:
        """Return the points of a line."""
        xs, ys = self._lines[key].getData()
        return list(xs), list(ys)

    def _tell(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """Tell a screen reader where the line stands that is growing, and where it began."""
        if len(ys):
            said = self.tr("now {last}, at first {first}; lines: {number}")
            first, last, number = (f"{ys[0]:.3g}", f"{ys[-1]:.3g}", count(len(self._lines)))
            text = said.format(first=first, last=last, number=number)
            self.setAccessibleDescription(text)

    def _paint(self, key: Hashable) -> None:
        if key not in self._lines:
            return
        colour = QColor(line_colour(self._theme, self._colours[key]))
        is_current = key == self._current
        colour.setAlpha(255 if is_current else PALE)
        line = self._lines[key]
        line.setPen(pg.mkPen(colour, width=2 if is_current else 1))
        line.setSymbol(None)

    def _show_numbers(self, shown: bool) -> None:
        for side in ("left", "bottom"):
            self.getPlotItem().getAxis(side).setStyle(showValues=shown)

    def _draw(self) -> None:
        self.wear(self._title)
        for key in self._lines:
            self._paint(key)


def line_colour(theme: Theme, number: int) -> str:
    """Return the colour of the lines of a classifier, by its number."""
    tokens = theme.tokens
    colours = (tokens.accent, tokens.caution, tokens.good, tokens.bad, tokens.text)
    return colours[number % len(colours)]
