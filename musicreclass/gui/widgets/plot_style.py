"""How plots look: those that are looked at and not handled, and the colours of spectrograms."""

from functools import cache

import pyqtgraph as pg
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
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


# The choices of the settings, and pyqtgraph's names of them.
MAPS = {
    "magma": "magma",
    "inferno": "inferno",
    "viridis": "viridis",
    "cividis": "cividis",
    "grey": "CET-L1",
}
NAMES: dict[str, object] = {
    "magma": QT_TRANSLATE_NOOP("Colours", "Magma"),
    "inferno": QT_TRANSLATE_NOOP("Colours", "Inferno"),
    "viridis": QT_TRANSLATE_NOOP("Colours", "Viridis"),
    "cividis": QT_TRANSLATE_NOOP("Colours", "Cividis, also for colour-blind eyes"),
    "grey": QT_TRANSLATE_NOOP("Colours", "Grey"),
}


@cache
def colour_map(name: str) -> pg.ColorMap:
    """Return the map that a choice stands for."""
    return pg.colormap.get(MAPS[name])


def names() -> dict[str, str]:
    """Return what each choice is called."""
    return {key: QCoreApplication.translate("Colours", str(name)) for key, name in NAMES.items()}
