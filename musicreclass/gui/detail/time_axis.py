"""Time along the bottom of a plot: minutes and seconds, and a mouse that seeks, zooms and asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal

from musicreclass.gui.messages import clock

STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200)  # seconds
LEAST_PIXELS = 56  # between two times that are written down
NARROWEST_SECONDS = 1.0


class TimeAxis(pg.AxisItem):  # type: ignore[misc]
    """An axis that says "1:30"."""

    def tickSpacing(  # noqa: N802
        self, low: float, high: float, pixels: float
    ) -> list[tuple[float, float]]:
        least = (high - low) / max(1.0, pixels / LEAST_PIXELS)
        return [(next((step for step in STEPS if step >= least), STEPS[-1]), 0)]

    def tickStrings(  # noqa: N802
        self, values: Sequence[float], scale: float, spacing: float
    ) -> list[str]:
        return [clock(value) or "0:00" for value in values]


class TimeBox(pg.ViewBox):  # type: ignore[misc]
    """The inside of a plot over time. The wheel zooms; a double click shows all again.

    Signals:
        sought: seconds, where the person clicked or dragged to.
        asked: the point where a menu is asked for, on the screen.
    """

    sought = Signal(float)
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        self._seconds = NARROWEST_SECONDS
        self.setMouseEnabled(x=True, y=False)
        self.setDefaultPadding(0.0)

    def set_length(self, seconds: float) -> None:
        """Let the axis span so much, and show all of it."""
        self._seconds = max(seconds, NARROWEST_SECONDS)
        self.setLimits(xMin=0.0, xMax=self._seconds, minXRange=NARROWEST_SECONDS)
        self.show_all()

    def show_all(self) -> None:
        self.setXRange(0.0, self._seconds, padding=0.0)

    def zoom(self, factor: float, around: float) -> None:
        """Show `factor` times as much as now, with a moment staying where it is."""
        self.scaleBy(x=factor, center=QPointF(around, 0.0))

    def mouseClickEvent(self, event: Any) -> None:
        event.accept()
        if event.button() == Qt.MouseButton.RightButton:
            self.asked.emit(event.screenPos().toPoint())
        elif event.double():
            self.show_all()
        else:
            self._seek(event)

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self._seek(event)
        else:
            super().mouseDragEvent(event, axis)

    def _seek(self, event: Any) -> None:
        seconds = float(self.mapToView(event.pos()).x())
        self.sought.emit(min(max(0.0, seconds), self._seconds))
