"""What is drawn by hand: cells without their text, the dots of genres, the marks of the player.

Not every system has a font that holds the marks.
"""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

DOT_SIZE = 10
RING_WIDTH = 1.6
ICON_SIZE = 16
SCALE = 2  # drawn larger than shown, so that it stays sharp on dense screens


def paint_without_text(
    delegate: QStyledItemDelegate,
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: QModelIndex | QPersistentModelIndex,
) -> tuple[QStyleOptionViewItem, QRect]:
    """Paint a cell but for its text; return its options, and where the text belongs."""
    cell = QStyleOptionViewItem(option)
    delegate.initStyleOption(cell, index)
    cell.text = ""
    style = cell.widget.style()
    style.drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
    margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, cell, cell.widget) + 1
    area = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, cell, cell.widget)
    return cell, area.adjusted(margin, 0, -margin, 0)  # as Qt does where it draws the text


@lru_cache(maxsize=512)
def dot(colour: str) -> QIcon:
    """Return a round dot of `colour`."""
    return _drawn(DOT_SIZE, colour, _dot)


@lru_cache(maxsize=512)
def ring(colour: str) -> QIcon:
    """Return a ring of `colour`: the dot of a genre that nobody has decided on."""
    return _drawn(DOT_SIZE, colour, _ring)


@lru_cache(maxsize=32)
def icon(name: str, colour: str) -> QIcon:
    """Return the mark "play", "pause" or "loudness" in a colour."""
    return _drawn(ICON_SIZE, colour, _MARKS[name])


def _drawn(size: int, colour: str, draw: Callable[[QPainter], None]) -> QIcon:
    """Return what is drawn, in this colour also where it is selected or cannot be used."""
    pixmap = QPixmap(size * SCALE, size * SCALE)
    pixmap.setDevicePixelRatio(SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    draw(painter)
    painter.end()
    made = QIcon(pixmap)
    for mode in (QIcon.Mode.Selected, QIcon.Mode.Disabled):
        made.addPixmap(pixmap, mode)  # or Qt would tint it: another genre's colour
    return made


def _dot(painter: QPainter) -> None:
    painter.drawEllipse(QRectF(0.5, 0.5, DOT_SIZE - 1, DOT_SIZE - 1))


def _ring(painter: QPainter) -> None:
    painter.setPen(QPen(painter.brush().color(), RING_WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(1.5, 1.5, DOT_SIZE - 3, DOT_SIZE - 3))


def _play(painter: QPainter) -> None:
    painter.drawPolygon(QPolygonF([QPointF(4, 2), QPointF(14, 8), QPointF(4, 14)]))


def _pause(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(3.5, 2, 3.5, 12), 1, 1)
    painter.drawRoundedRect(QRectF(9, 2, 3.5, 12), 1, 1)


def _loudness(painter: QPainter) -> None:
    corners = (1, 6), (4, 6), (8, 2.5), (8, 13.5), (4, 10), (1, 10)
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    waves = QPainterPath()
    for radius in (3.0, 6.0):
        around = QRectF(8 - radius, 8 - radius, 2 * radius, 2 * radius)
        waves.arcMoveTo(around, -45)
        waves.arcTo(around, -45, 90)
    colour = painter.brush().color()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.5))
    painter.drawPath(waves)


_MARKS = {"play": _play, "pause": _pause, "loudness": _loudness}
