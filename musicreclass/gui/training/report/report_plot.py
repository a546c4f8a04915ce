"""The plots of a report: whether it is as right as it is sure, and what more tracks would bring."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from musicreclass.gui.messages import count, percent
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.plot_style import StillPlot

if TYPE_CHECKING:
    from musicreclass.training.measure.confidence_intervals import Interval
    from musicreclass.training.measure.learning_curve import LearningCurve
    from musicreclass.training.reports.report import CalibrationBin

SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
SMALLEST_DOT, LARGEST_DOT = 6.0, 16.0
LEAST_HEIGHT = 160


class ReportPlot(StillPlot):
    """One of two plots, drawn anew in the colours of the theme."""

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(title, theme, parent, LEAST_HEIGHT)
        self._title = title
        self._bins: tuple[CalibrationBin, ...] = ()
        self._curve: LearningCurve | None = None
        theme.changed.connect(self._draw)
        self._draw()

    def show_calibration(self, bins: Sequence[CalibrationBin]) -> None:
        """Show how often tracks of about the same confidence are right."""
        self._bins = tuple(bins)
        said = [
            f"{percent(one.confidence)} → {percent(one.share_right)} ({count(one.tracks)})"
            for one in bins
        ]
        self.setAccessibleDescription(", ".join(said))
        self._draw()

    def show_curve(self, curve: LearningCurve | None) -> None:
        """Show accuracies by how many tracks were learned from."""
        self._curve = curve
        steps = () if curve is None else zip(curve.sizes, curve.accuracies, strict=True)
        said = [f"{count(round(size))} → {percent(accuracy)}" for size, accuracy in steps]
        self.setAccessibleDescription(", ".join(said))
        self._draw()

    def _draw(self) -> None:
        tokens, plot = self._theme.tokens, self.getPlotItem()
        plot.clear()
        self.wear(self._title)
        if self._bins:
            plot.setLabel("bottom", self.tr("confidence"), color=tokens.dim)
            self._draw_calibration()
        elif self._curve is not None and self._curve.sizes:
            plot.setLabel("bottom", self.tr("tracks"), color=tokens.dim)
            self._draw_curve(self._curve)

    def _draw_calibration(self) -> None:
        tokens, plot = self._theme.tokens, self.getPlotItem()
        ticks = [[(share, percent(share)) for share in SHARES]]
        for side in ("left", "bottom"):
            plot.getAxis(side).setTicks(ticks)
        plot.setXRange(0.0, 1.0, padding=0.08)
        plot.setYRange(0.0, 1.0, padding=0.05)
        dashes = pg.mkPen(tokens.dim, style=Qt.PenStyle.DashLine)
        plot.addItem(pg.PlotDataItem([0.0, 1.0], [0.0, 1.0], pen=dashes))
        for one in self._bins:
            if one.interval is not None:
                self._draw_interval(one.confidence, one.interval)
        most = max(one.tracks for one in self._bins)
        widest = LARGEST_DOT - SMALLEST_DOT
        plot.addItem(
            pg.ScatterPlotItem(
                [one.confidence for one in self._bins],
                [one.share_right for one in self._bins],
                size=[SMALLEST_DOT + widest * math.sqrt(one.tracks / most) for one in self._bins],
                brush=tokens.accent,
                pen=None,
            )
        )

    def _draw_curve(self, curve: LearningCurve) -> None:
        tokens, plot = self._theme.tokens, self.getPlotItem()
        lowest = math.floor(10.0 * min(curve.accuracies)) / 10.0
        highest = math.ceil(10.0 * max(curve.accuracies)) / 10.0
        steps = range(round(10 * lowest), round(10 * highest) + 1)
        plot.getAxis("left").setTicks([[(step / 10, percent(step / 10)) for step in steps]])
        plot.getAxis("bottom").setTicks([[(size, count(round(size))) for size in curve.sizes]])
        plot.setXRange(0.0, curve.sizes[-1], padding=0.05)
        plot.setYRange(lowest, max(highest, lowest + 0.1), padding=0.05)
        plot.plot(
            curve.sizes,
            curve.accuracies,
            pen=pg.mkPen(tokens.accent, width=2),
            symbol="o",
            symbolSize=7,
            symbolBrush=tokens.accent,
            symbolPen=None,
        )

    def _draw_interval(self, x: float, interval: Interval) -> None:
        pen = pg.mkPen(self._theme.tokens.line, width=2)
        line = pg.PlotDataItem([x, x], [interval.low, interval.high], pen=pen)
        self.getPlotItem().addItem(line)
