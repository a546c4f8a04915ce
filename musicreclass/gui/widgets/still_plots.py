"""Plots that are looked at and not handled: no buttons, no dragging, small plain numbers."""

import pyqtgraph as pg
from PySide6.QtGui import QFont

FONT_PIXELS = 11


def keep_still(widget: pg.PlotWidget, title: str, least_height: int) -> None:
    """Make a new plot of these, called `title` by screen readers."""
    widget.setAccessibleName(title)
    widget.setMinimumHeight(least_height)
    plot = widget.getPlotItem()
    plot.hideButtons()
    plot.setMouseEnabled(x=False, y=False)
    font = QFont(widget.font())
    font.setPixelSize(FONT_PIXELS)
    for side in ("left", "bottom"):
        plot.getAxis(side).setTickFont(font)
        plot.getAxis(side).enableAutoSIPrefix(False)
