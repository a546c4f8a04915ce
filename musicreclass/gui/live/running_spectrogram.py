"""The spectrogram of the last half minute; what comes in appears at its right edge."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from musicreclass.audio.features.running_spectrum import (
    BANDS,
    COLUMNS_PER_SECOND,
    STEPS,
    Columns,
    RunningSpectrum,
)
from musicreclass.core.live.pcm import Samples
from musicreclass.gui.messages import count
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.plot_style import StillPlot, colour_map

SHOWN_SECONDS = 30
TICKS = (-30, -20, -10, 0)
MARKED_HZ = (500, 1000, 2000, 4000, 8000)
AXIS_WIDTH = 34
END_WIDTH = 20  # room for half of the last word of the axis
LEAST_HEIGHT = 96


class RunningSpectrogram(StillPlot):
    """Takes sound as it comes, and draws when it is asked to."""

    def __init__(self, theme: Theme, colours: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Spectrogram of the last 30 seconds"), theme, parent, LEAST_HEIGHT)
        self._spectrum: RunningSpectrum | None = None
        self._columns: Columns = _nothing()
        self._count = 0  # of columns, that came
        self._is_drawn = True
        self._image = pg.ImageItem(axisOrder="row-major")
        self.addItem(self._image)
        plot = self.getPlotItem()
        plot.setXRange(-SHOWN_SECONDS, 0.0, padding=0.0)
        plot.setYRange(0.0, BANDS, padding=0.0)
        plot.layout.setContentsMargins(0, 4, END_WIDTH, 0)
        plot.getAxis("left").setWidth(AXIS_WIDTH)
        plot.getAxis("left").setTicks([[]])
        self.choose_colours(colours)
        self.say("")
        theme.changed.connect(self._on_theme)
        self._on_theme()

    @property
    def columns(self) -> Columns:
        """Return what is shown, the newest last; shape (n_bands, n_columns)."""
        return self._columns[:, self._columns.shape[1] - self._count :]

    def choose_colours(self, name: str) -> None:
        self._image.setLookupTable(colour_map(name).getLookupTable(nPts=STEPS + 1))

    def begin(self, sample_rate: int) -> None:
        """Begin anew, with sound of this rate."""
        self._spectrum = RunningSpectrum(sample_rate)
        self._columns, self._count, self._is_drawn = _nothing(), 0, False
        hz = self._spectrum.band_hz
        marked = [mark for mark in MARKED_HZ if mark <= hz[-1]]
        bands = np.interp(marked, hz, np.arange(len(hz)) + 0.5)
        names = [_hz_text(mark) for mark in marked]
        self.getPlotItem().getAxis("left").setTicks([list(zip(bands.tolist(), names, strict=True))])

    def add(self, samples: Samples) -> None:
        """Take the next samples."""
        if self._spectrum is None:
            return
        new = self._spectrum.add(samples)
        more = min(new.shape[1], self._columns.shape[1])
        if more:
            self._columns[:, :-more] = self._columns[:, more:]
            self._columns[:, -more:] = new[:, -more:]
            self._count = min(self._count + more, self._columns.shape[1])
            self._is_drawn = False

    def draw(self) -> None:
        """Draw what came since the last time."""
        if self._is_drawn:
            return
        self._is_drawn, shown = True, self.columns
        if not self._count:
            self._image.clear()
            return
        self._image.setImage(shown, autoLevels=False, levels=(0, STEPS))
        seconds = self._count / COLUMNS_PER_SECOND
        self._image.setRect(QRectF(-seconds, 0.0, seconds, BANDS))

    def say(self, text: str) -> None:
        """Have this read out in place of the picture."""
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)

    def _on_theme(self) -> None:
        self.wear()
        said = self.tr("{seconds} s")
        ticks = [
            (at, said.format(seconds=count(at)).replace("-", "−") if at else self.tr("now"))
            for at in TICKS
        ]
        self.getPlotItem().getAxis("bottom").setTicks([ticks])


def _nothing() -> Columns:
    return np.zeros((BANDS, SHOWN_SECONDS * COLUMNS_PER_SECOND), dtype=np.uint8)


def _hz_text(hz: int) -> str:
    return f"{hz // 1000}k" if hz >= 1000 else str(hz)
