"""How plots look: still ones in the window's colours, and the colours of spectrograms."""

from __future__ import annotations

from functools import cache

import pyqtgraph as pg
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from musicreclass.gui.theme import Theme, Tokens

FONT_PIXELS = 11
SIDES = ("left", "bottom")
# The choices of the settings, and pyqtgraph's names of them.
MAPS = {name: name for name in ("magma", "inferno", "viridis", "cividis")} | {"grey": "CET-L1"}
NAMES: dict[str, object] = {
    "magma": QT_TRANSLATE_NOOP("Colours", "Magma"),
    "inferno": QT_TRANSLATE_NOOP("Colours", "Inferno"),
    "viridis": QT_TRANSLATE_NOOP("Colours", "Viridis"),
    "cividis": QT_TRANSLATE_NOOP("Colours", "Cividis, also for colour-blind eyes"),
    "grey": QT_TRANSLATE_NOOP("Colours", "Grey"),
}


class StillPlot(pg.PlotWidget):  # type: ignore[misc]
    """A plot that is looked at and not handled: no buttons, no dragging, small plain numbers."""

    is_drawn = True  # see gui/accessible_roles.py

    def __init__(self, name: str, theme: Theme, parent: QWidget | None, least_height: int) -> None:
        super().__init__(parent, enableMenu=False)
        self._theme = theme
        self.setAccessibleName(name)
        self.setMinimumHeight(least_height)
        plot = self.getPlotItem()
        plot.hideButtons()
        plot.setMouseEnabled(x=False, y=False)
        for side in SIDES:
            plot.getAxis(side).enableAutoSIPrefix(False)

    @property
    def small_font(self) -> QFont:
        """Return the font of numbers, as large as the text of the window has it."""
        font = QFont(self.font())
        font.setPixelSize(round(FONT_PIXELS * self._theme.text_share))
        return font

    def wear(self, title: str | None = None) -> None:
        """Draw ground, title and axes in the window's colours."""
        tokens, plot, font = self._theme.tokens, self.getPlotItem(), self.small_font
        self.setBackground(tokens.panel)
        plot.setTitle(title, color=tokens.dim, size=f"{9 * self._theme.text_share:g}pt")
        for side in SIDES:
            plot.getAxis(side).setTickFont(font)
            # The outermost number may stand out of the axis; else it would be left out.
            plot.getAxis(side).setStyle(hideOverlappingLabels=2 * font.pixelSize())
        wear_axes(plot, tokens)


def wear_axes(plot: pg.PlotItem, tokens: Tokens) -> None:
    """Draw the axes in the window's colours."""
    for side in SIDES:
        plot.getAxis(side).setPen(tokens.line)
        plot.getAxis(side).setTextPen(tokens.dim)


@cache
def colour_map(name: str) -> pg.ColorMap:
    """Return the map that a choice stands for."""
    return pg.colormap.get(MAPS[name])


def names() -> dict[str, str]:
    """Return what each choice is called."""
    return {key: QCoreApplication.translate("Colours", str(name)) for key, name in NAMES.items()}
