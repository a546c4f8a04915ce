"""The coloured dot that stands for a genre, wherever the genre is named."""

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

SIZE = 10
SCALE = 2  # drawn larger than shown, so that it stays round on dense screens


@lru_cache(maxsize=512)
def dot(colour: str) -> QIcon:
    """Return a round dot of `colour`."""
    pixmap = QPixmap(SIZE * SCALE, SIZE * SCALE)
    pixmap.setDevicePixelRatio(SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRectF(0.5, 0.5, SIZE - 1, SIZE - 1))
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # or Qt would tint it: another genre's colour
    return icon
