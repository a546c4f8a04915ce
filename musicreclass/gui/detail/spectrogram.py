"""The sound of a whole track as a picture, with its frequencies along the side."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF

from musicreclass.gui.detail.time_axis import TimeAxis, TimeBox
from musicreclass.gui.theme import Tokens
from musicreclass.gui.widgets.plot_style import colour_map, wear_axes
from musicreclass.pipeline.preview.track_preview import STEPS, Decibels, Picture

MARKED_HZ = (500, 1000, 2000, 4000, 8000)
N_COLOURS = STEPS + 1


class Spectrogram(pg.PlotItem):  # type: ignore[misc]
    """Mel bands over time; the axis is even in mels and labelled in Hz."""

    def __init__(self, colours: str) -> None:
        self.box = TimeBox()
        super().__init__(viewBox=self.box, axisItems={"bottom": TimeAxis("bottom")})
        self.hideButtons()
        self._picture: Picture | None = None
        self._halved: list[Decibels] = []  # the picture, and each with half the columns of the last
        self._drawn = -1  # which of them
        self._image = pg.ImageItem(axisOrder="row-major")
        self.addItem(self._image)
        self.choose_colours(colours)
        self.box.sigXRangeChanged.connect(self._draw)
        self.box.sigResized.connect(self._draw)

    @property
    def picture(self) -> Picture | None:
        return self._picture

    def choose_colours(self, name: str) -> None:
        self._image.setLookupTable(colour_map(name).getLookupTable(nPts=N_COLOURS))

    def wear(self, tokens: Tokens) -> None:
        """Draw the axes in the window's colours."""
        wear_axes(self, tokens)

    def show_picture(self, picture: Picture | None) -> None:
        """Draw a picture; None draws nothing."""
        self._picture = picture
        self._halved, self._drawn = [], -1
        if picture is None:
            self._image.clear()
            self.getAxis("left").setTicks([[]])
            return
        bands = len(picture.band_hz)
        self._halved.append(picture.decibels)
        self._draw()
        self.setYRange(0.0, bands, padding=0.0)
        self.getAxis("left").setTicks([[(band, name) for name, band in _marks(picture)]])

    def _draw(self) -> None:
        """Draw as many columns as can be seen: with all of them, each paint would take long."""
        picture, pixels = self._picture, self.box.width()
        (first, last), _ = self.box.viewRange()
        if picture is None or pixels <= 0:
            return
        seen = self._halved[0].shape[1] * (last - first) / picture.seconds
        halvings = max(0, math.floor(math.log2(seen / pixels)))
        while len(self._halved) <= halvings:
            self._halved.append(_halved(self._halved[-1]))
        if halvings != self._drawn:
            self._drawn = halvings
            self._image.setImage(self._halved[halvings], autoLevels=False, levels=(0, STEPS))
            self._image.setRect(QRectF(0.0, 0.0, picture.seconds, len(picture.band_hz)))

    def loudness_at(self, seconds: float, height: float) -> tuple[float, float] | None:
        """Return Hz and dB of a point in the plot; None where nothing is drawn."""
        picture = self._picture
        if picture is None or not 0.0 <= seconds <= picture.seconds:
            return None
        band = int(height)
        if not 0 <= band < len(picture.band_hz):
            return None
        return picture.band_hz[band], picture.db_at(band, seconds)


def _halved(decibels: Decibels) -> Decibels:
    """Return half as many columns, each the louder of two."""
    return np.maximum(decibels[:, : len(decibels[0]) // 2 * 2 : 2], decibels[:, 1::2])


def _marks(picture: Picture) -> list[tuple[str, float]]:
    """Return the frequencies that are written down, and where: the middle of a band is its Hz."""
    shown = [hz for hz in MARKED_HZ if hz <= picture.band_hz[-1]]
    bands = np.interp(shown, picture.band_hz, np.arange(len(picture.band_hz)) + 0.5)
    return [(_hz_text(hz), float(band)) for hz, band in zip(shown, bands, strict=True)]


def _hz_text(hz: int) -> str:
    return f"{hz // 1000}k" if hz >= 1000 else str(hz)
