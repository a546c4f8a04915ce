"""Dots by the hundred thousand: put into a picture, and found within a stroke."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

FEW = 4_000  # dots that are drawn smooth; more are set pixel by pixel, ten times as fast

Points = npt.NDArray[np.floating]  # shape (n_dots, 2), in pixels or on the map
Colours = npt.NDArray[np.uint32]  # shape (n_dots,), 0xffrrggbb
Indices = npt.NDArray[np.intp]
Pixels = npt.NDArray[np.unsignedinteger]  # shape (height, width)


def draw_dots(image: QImage, at: Points, colours: Colours, size: float) -> None:
    """Draw dots into a picture of 32 bits a pixel; few are smooth, the last ones lie on top."""
    if len(at) > FEW:
        _set(_pixels_of(image), np.rint(at).astype(np.intp), colours, round(size))
        return
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour in dict.fromkeys(colours.tolist()):
        some = at[colours == colour]
        painter.setPen(QPen(QColor(colour), size, c=Qt.PenCapStyle.RoundCap))
        painter.drawPoints(pg.functions.arrayToQPolygonF(some[:, 0], some[:, 1]))
    painter.end()


def dots_within(stroke: QPolygonF, at: Points, size: QSize) -> Indices:
    """Return the indices of the dots that lie in a window of some size, and within a stroke."""
    mask = QImage(size, QImage.Format.Format_Grayscale8)
    mask.fill(0)
    painter = QPainter(mask)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawPolygon(stroke)
    painter.end()
    whole, seen = np.rint(at).astype(np.intp), _pixels_of(mask)
    x, y = whole.T
    indices = np.flatnonzero(_is_in(x, y, seen))
    return np.asarray(indices[seen[y[indices], x[indices]] > 0])


def _set(pixels: Pixels, at: Indices, colours: Colours, size: int) -> None:
    steps = range(-(size // 2), size // 2 + 1)
    for step in ((x, y) for x in steps for y in steps if x**2 + y**2 <= (size / 2.0) ** 2):
        x, y = at[:, 0] + step[0], at[:, 1] + step[1]
        is_here = _is_in(x, y, pixels)
        pixels[y[is_here], x[is_here]] = colours[is_here]


def _is_in(x: Indices, y: Indices, pixels: Pixels) -> npt.NDArray[np.bool_]:
    height, width = pixels.shape
    return np.asarray((x >= 0) & (x < width) & (y >= 0) & (y < height))


def _pixels_of(image: QImage) -> Pixels:
    """Return the pixels of a picture; what is set there is set in it."""
    size = image.depth() // 8
    wide = image.bytesPerLine() // size
    flat: Pixels = np.frombuffer(image.bits(), dtype=f"u{size}")
    return flat.reshape(image.height(), wide)[:, : image.width()]
