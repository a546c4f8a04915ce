"""The sound of a whole track as a picture, with its frequencies along the side."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF

from musicreclass.gui.detail.time_axis import TimeAxis, TimeBox
from musicreclass.gui.theme import Tokens
from musicreclass.gui.widgets.plot_style import colour_map, wear_axes
from musicreclass.pipeline.preview.track_preview import STEPS, Picture

MARKED_HZ = (500, 1000, 2000, 4000, 8000)
N_COLOURS = STEPS + 1


class Spectrogram(pg.PlotItem):  # type: ignore[misc]
    """Mel bands over time; the axis is even in mels and labelled in Hz."""

    def __init__(self, colours: str) -> None:
        self.box = TimeBox()
        super().__init__(viewBox=self.box, axisItems={"bottom": TimeAxis("bottom")})
        self.hideButtons()
        self._picture: Picture | None = None
        self._image = pg.ImageItem(axisOrder="row-major", autoDownsample=True)
        self.addItem(self._image)
        self.choose_colours(colours)

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
        if picture is None:
            self._image.clear()
            self.getAxis("left").setTicks([[]])
            return
        bands = len(picture.band_hz)
        self._image.setImage(picture.decibels, autoLevels=False, levels=(0, STEPS))
        self._image.setRect(QRectF(0.0, 0.0, picture.seconds, bands))
        self.setYRange(0.0, bands, padding=0.0)
        self.getAxis("left").setTicks([[(band, name) for name, band in _marks(picture)]])

    def loudness_at(self, seconds: float, height: float) -> tuple[float, float] | None:
        """Return Hz and dB of a point in the plot; None where nothing is drawn."""
        picture = self._picture
        if picture is None or not 0.0 <= seconds <= picture.seconds:
            return None
        band = int(height)
        if not 0 <= band < len(picture.band_hz):
            return None
        return picture.band_hz[band], picture.db_at(band, seconds)


def _marks(picture: Picture) -> list[tuple[str, float]]:
    """Return the frequencies that are written down, and where: the middle of a band is its Hz."""
    shown = [hz for hz in MARKED_HZ if hz <= picture.band_hz[-1]]
    bands = np.interp(shown, picture.band_hz, np.arange(len(picture.band_hz)) + 0.5)
    return [(_hz_text(hz), float(band)) for hz, band in zip(shown, bands, strict=True)]


def _hz_text(hz: int) -> str:
    return f"{hz // 1000}k" if hz >= 1000 else str(hz)
