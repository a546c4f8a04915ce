"""What genres look like, side by side: mean mel spectrograms, and how each differs from all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from musicreclass.core.colour import FAINTEST_DB, LOUDEST_DB, MOST_DIFFERENCE_DB, SHOWN_HZ
from musicreclass.core.genre import Taxonomy
from musicreclass.gui.language import spoken
from musicreclass.gui.messages import tracks
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.controls import text_label
from musicreclass.gui.widgets.panels import ScrolledGround, fill, panel
from musicreclass.gui.widgets.plot_style import colour_map

if TYPE_CHECKING:
    from musicreclass.pipeline.insights.genre_mels import GenreMel

N_COLOURS = 256
LESS_OR_MORE = "CET-D1"  # blue over white to red
LEAST_WIDTH, HEIGHT = 260, 220  # of a picture with its words and numbers
WORDS_HEIGHT = 26
AXIS = 56
SPACE = 16


class GenreSounds(QWidget):
    """Pictures of genres, as many in a row as there is room for."""

    def __init__(
        self, theme: Theme, taxonomy: Taxonomy, colours: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.hint = text_label(
            self.tr(
                "The mean spectrogram of each genre's tracks, each relative to its loudest point;"
                " low sounds lie below, time goes to the right."
            ),
            self,
            "dim",
            wraps=True,
        )
        self.differs = QCheckBox(self.tr("Only what differs from all genres together"), self)
        self.differs.setToolTip(self.tr("Red is louder than in all together, blue is softer."))
        self.pictures = Pictures(theme, taxonomy, colours, self)
        self.differs.toggled.connect(self.pictures.show_differences)
        scrolled = ScrolledGround(self.tr("Mean spectrograms of the genres"), self, self.pictures)
        ground = QWidget(self)
        inside = fill(QVBoxLayout(ground), margins=(12, 8, 12, 8), spacing=8)
        fill(inside, self.hint, self.differs, (scrolled, 1))
        fill(QVBoxLayout(self), panel(ground), margins=(0, 0, 0, 0))


class Pictures(QWidget):
    """Paints them, and can be taken as one picture."""

    is_drawn = True  # see gui/accessible_roles.py

    def __init__(
        self, theme: Theme, taxonomy: Taxonomy, colours: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._taxonomy = taxonomy
        self.colours = colours
        self._differs = False
        self._images: list[QImage] = []
        self.mels: tuple[GenreMel, ...] = ()
        self.setObjectName("detail")
        self.setAccessibleName(self.tr("Mean spectrograms of genres"))
        theme.changed.connect(self.update)

    def show_mels(self, mels: Sequence[GenreMel]) -> None:
        self.mels = tuple(mels)
        self.setAccessibleDescription("\n".join(map(self._words, self.mels)))
        self._draw()

    def show_colours(self, name: str) -> None:
        """Draw in other colours."""
        self.colours = name
        self._draw()

    def show_differences(self, differs: bool) -> None:
        """Show what each has in contrast to all together, or what it is."""
        self._differs = differs
        self._draw()

    def picture(self) -> QImage:
        """Return all of them as one picture, on the window's ground."""
        image = QImage(self.size(), QImage.Format.Format_RGB32)
        image.fill(QColor(self._theme.tokens.panel))
        self.render(image, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
        return image

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        wide = (self.width() + SPACE) / self._columns
        for index, mel in enumerate(self.mels):
            row, column = divmod(index, self._columns)
            area = QRectF(column * wide, row * (HEIGHT + SPACE), wide - SPACE, HEIGHT)
            if area.toAlignedRect().intersects(event.rect()):
                self._paint_tile(painter, area, mel, self._images[index])
        painter.end()

    def _colour_map(self) -> pg.ColorMap:
        return pg.colormap.get(LESS_OR_MORE) if self._differs else colour_map(self.colours)

    @property
    def _columns(self) -> int:
        return max(1, (self.width() + SPACE) // (LEAST_WIDTH + SPACE))

    def _paint_tile(self, painter: QPainter, area: QRectF, mel: GenreMel, image: QImage) -> None:
        tokens = self._theme.tokens
        words = QRectF(area.left() + AXIS, area.top(), area.width() - AXIS, WORDS_HEIGHT)
        painter.setPen(QColor(tokens.text))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words(mel))
        colour = QColor(self._taxonomy.colour(mel.genre))
        painter.fillRect(QRectF(area.left() + AXIS, words.bottom() - 3, words.width(), 3), colour)
        sound = area.adjusted(AXIS, WORDS_HEIGHT, 0, 0)
        painter.drawImage(sound, image)
        painter.setPen(QColor(tokens.dim))
        for hz in SHOWN_HZ:
            if hz < mel.band_hz[-1]:
                bands = np.interp(hz, mel.band_hz, np.arange(len(mel.band_hz)) + 0.5)
                y = sound.bottom() - sound.height() * float(bands) / len(mel.band_hz)
                mark = QRectF(area.left(), y - 8, AXIS - 6, 16)
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(mark, right, f"{hz // 1000} kHz" if hz >= 1_000 else f"{hz} Hz")

    def _words(self, mel: GenreMel) -> str:
        return f"{self._taxonomy.name(mel.genre, spoken())} · {tracks(mel.tracks)}"

    def _draw(self) -> None:
        self._images = []
        if self.mels:
            usual = np.mean([mel.decibels for mel in self.mels], axis=0)
            low, high = FAINTEST_DB, LOUDEST_DB
            if self._differs:
                low, high = -MOST_DIFFERENCE_DB, MOST_DIFFERENCE_DB
            table = self._colour_map().getLookupTable(nPts=N_COLOURS)
            for mel in self.mels:
                shown = mel.decibels - usual if self._differs else mel.decibels
                self._images.append(_image((shown - low) / (high - low), table))
        self._make_room()
        self.update()

    def _make_room(self) -> None:
        rows = -(-len(self.mels) // self._columns)
        self.setMinimumHeight(rows * (HEIGHT + SPACE))


def _image(shares: npt.NDArray[np.floating], table: npt.NDArray[np.uint8]) -> QImage:
    """Return a picture of shares of one, shape (n_bands, n_columns), low bands below."""
    steps = np.clip(shares * (N_COLOURS - 1), 0, N_COLOURS - 1).astype(np.intp)
    pixels = np.ascontiguousarray(table[steps[::-1]][..., :3])
    height, width, _ = pixels.shape
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
