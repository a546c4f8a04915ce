"""The map as it is drawn and touched: dots, the wheel zooms, a stroke around dots chooses them.

The keyboard does the same: arrows go from dot to dot, and with Shift they draw the stroke.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from musicreclass.gui.insights.map_dots import Colours, Indices, Points, dots_within, draw_dots
from musicreclass.gui.messages import count
from musicreclass.gui.theme import Theme

MARGIN = 16
NEAR = 8  # pixels from a dot, within which it is meant
LARGEST, SMALLEST = 9, 3  # pixels
ZOOM_STEP = 1.25
MOST_ZOOM = 60.0
MOST_STRETCH = 1.6  # of width to height: more would make stripes of what is round
STROKE = 6  # pixels that a click may slip without being a stroke
ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


class MapCanvas(QWidget):
    """Knows dots by their indices, not what they stand for.

    Signals:
        pointed: the index of the dot under the pointer or in hand, -1 for none.
        activated: the index of a dot that was clicked, or Enter pressed on.
        chosen: the indices of the dots that a stroke was drawn around, or Space pressed on.
            A stroke by keys goes through dots, and takes these along.
    """

    pointed = Signal(int)
    activated = Signal(int)
    chosen = Signal(object)

    is_drawn = True  # see gui/accessible_roles.py

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._at: Points = np.empty((0, 2))
        self._colours: Colours = np.empty(0, dtype=np.uint32)
        self._chosen: Indices = np.empty(0, dtype=np.intp)
        self._drawn: QImage | None = None
        self._zoom, self._middle = 1.0, np.zeros(2)
        self._in_hand = -1
        self._stroke: list[QPointF] = []
        self._corners: list[int] = []  # dots that a stroke by keys goes through
        self._dragged: QPointF | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tell("")
        theme.changed.connect(self._redraw)

    def tell(self, what: str) -> None:
        """Tell a screen reader what is in hand, how many dots there are, and which keys help."""
        name = self.tr("Map of the library")
        self.setAccessibleName(f"{name}: {what}" if what else name)
        keys = self.tr(
            "Arrows go from dot to dot, with Shift they draw a line around dots; Enter plays,"
            " Space chooses, Escape gives the line up, plus and minus zoom, Home shows all"
        )
        number = self.tr("{number} dots, {chosen} chosen")
        said = number.format(number=count(len(self._at)), chosen=count(len(self._chosen)))
        self.setAccessibleDescription(f"{said}. {keys}")

    def show_dots(self, at: Points, colours: Colours) -> None:
        """Show dots at points from -1 to 1, in colours 0xffrrggbb; the first lie lowest."""
        self._at, self._colours = at, colours
        self._chosen = np.empty(0, dtype=np.intp)
        self._in_hand = -1
        self._corners = []
        self.tell("")
        self._redraw()

    def show_chosen(self, indices: Indices) -> None:
        """Dim all but these; with none of them, nothing is dimmed."""
        self._chosen = indices
        self._corners = []
        self._redraw()

    def show_all(self) -> None:
        self._zoom, self._middle = 1.0, np.zeros(2)
        self._redraw()

    def zoom(self, factor: float, around: QPointF | None = None) -> None:
        """Come closer, or go away, while a point stays where it is."""
        fixed = around if around is not None else QPointF(self.rect().center())
        before = self._to_map(fixed)
        self._zoom = min(MOST_ZOOM, max(1.0, self._zoom * factor))
        self._middle = self._middle + before - self._to_map(fixed)
        self._redraw()

    def pixels(self) -> Points:
        """Return where the dots lie in the widget, shape (n_tracks, 2)."""
        return (self._at - self._middle) * self._scale + self._centre

    @property
    def in_hand(self) -> int:
        """Return the index of the dot in hand, -1 where there is none."""
        return self._in_hand

    def dot_at(self, at: QPointF) -> int:
        """Return the index of the nearest dot near enough, -1 where there is none."""
        if not len(self._at):
            return -1
        gaps = np.abs(self.pixels() - (at.x(), at.y())).max(axis=1)
        nearest = int(gaps.argmin())
        return nearest if gaps[nearest] <= NEAR else -1

    def within(self, stroke: QPolygonF) -> Indices:
        """Return the indices of the dots that a stroke goes around."""
        return dots_within(stroke, self.pixels(), self.size())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._stroke = [event.position()]
        else:
            self._dragged = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._stroke:
            self._stroke.append(event.position())
            self.update()
        elif self._dragged is not None:
            moved = event.position() - self._dragged
            self._middle = self._middle - np.array([moved.x(), moved.y()]) / self._scale
            self._dragged = event.position()
            self._redraw()
        else:
            self._point(self.dot_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        stroke, self._stroke, self._dragged = self._stroke, [], None
        if event.button() != Qt.MouseButton.LeftButton or not stroke:
            return
        outline = QPolygonF(stroke).boundingRect()
        if max(outline.width(), outline.height()) > STROKE:
            self.chosen.emit(self.within(QPolygonF(stroke)))
        elif (index := self.dot_at(event.position())) >= 0:
            self._point(index)
            self.activated.emit(index)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.dot_at(event.position()) < 0:
            self.show_all()

    def leaveEvent(self, event: object) -> None:
        QToolTip.hideText()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(ZOOM_STEP ** (event.angleDelta().y() / 120.0), event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in ARROWS and len(self._at):
            is_drawing = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go_on(Qt.Key(key), is_drawing=is_drawing)
        elif key == Qt.Key.Key_Escape and self._corners:
            self._corners = []
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._in_hand >= 0:
            self.activated.emit(self._in_hand)
        elif key == Qt.Key.Key_Space and len(self._corners) > 1:
            self.chosen.emit(np.union1d(self.within(self._drawn_by_keys()), self._corners))
        elif key == Qt.Key.Key_Space and self._in_hand >= 0:
            self.chosen.emit(np.setxor1d(self._chosen, [self._in_hand]))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(ZOOM_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / ZOOM_STEP)
        elif key == Qt.Key.Key_Home:
            self.show_all()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._drawn = None

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawn is None:
            self._drawn = self._draw()
        painter = QPainter(self)
        painter.drawImage(0, 0, self._drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        if 0 <= self._in_hand < len(self._at):
            x, y = self.pixels()[self._in_hand]
            painter.setPen(QPen(QColor(tokens.text), 2.0))
            painter.drawEllipse(QPointF(x, y), NEAR, NEAR)
        stroke = QPolygonF(self._stroke) if self._stroke else self._drawn_by_keys()
        if stroke.count() > 1:
            painter.setPen(QPen(QColor(tokens.accent), 1.5, Qt.PenStyle.DashLine))
            ground = QColor(tokens.accent)
            ground.setAlpha(30)
            painter.setBrush(ground)
            painter.drawPolygon(stroke)
        painter.end()

    def point_of(self, index: int) -> QPoint:
        """Return where a dot lies on the screen."""
        x, y = self.pixels()[index]
        return self.mapToGlobal(QPoint(round(x), round(y)))

    @property
    def _scale(self) -> npt.NDArray[np.float64]:
        """Return how many pixels a unit of the map is wide and high, to fill what room there is."""
        wide, high = np.maximum(1.0, self._centre - MARGIN)
        most = MOST_STRETCH * min(wide, high)
        return np.array([min(wide, most), min(high, most)]) * self._zoom

    @property
    def _centre(self) -> npt.NDArray[np.float64]:
        return np.array([self.width() / 2, self.height() / 2])

    def _to_map(self, at: QPointF) -> npt.NDArray[np.float64]:
        return (np.array([at.x(), at.y()]) - self._centre) / self._scale + self._middle

    def _go_on(self, arrow: Qt.Key, *, is_drawing: bool) -> None:
        """Go to the next dot; draw a line to it, or give a line up that was begun."""
        before = self._in_hand
        self._go(*ARROWS[arrow])
        if not is_drawing:
            self._corners = []
        elif self._in_hand != before:
            begun = self._corners or ([before] if before >= 0 else [])
            self._corners = [*begun, self._in_hand]
        self.update()

    def _drawn_by_keys(self) -> QPolygonF:
        pixels = self.pixels()[self._corners] if self._corners else ()
        return QPolygonF([QPointF(x, y) for x, y in pixels])

    def _go(self, right: float, down: float) -> None:
        """Take the nearest dot in a direction in hand."""
        pixels = self.pixels()
        start = pixels[self._in_hand] if self._in_hand >= 0 else self._centre
        gaps = pixels - start
        ahead = gaps @ np.array([right, down])
        aside = np.abs(gaps @ np.array([down, right]))
        cost = np.where(ahead > aside, np.hypot(ahead, 2 * aside), np.inf)
        if self._in_hand >= 0:
            cost[self._in_hand] = np.inf
        nearest = int(cost.argmin())
        if np.isfinite(cost[nearest]) or self._in_hand < 0:
            self._point(nearest)

    def _point(self, index: int) -> None:
        if index != self._in_hand:
            self._in_hand = index
            self.update()
            self.pointed.emit(index)

    def _redraw(self) -> None:
        self._drawn = None
        self.update()

    def _draw(self) -> QImage:
        """Return the dots on the panel's ground."""
        image = QImage(self.size(), QImage.Format.Format_RGB32)
        image.fill(QColor(self._theme.tokens.panel))
        pixels, colours = self.pixels(), self._colours
        if len(self._chosen):
            is_chosen = np.zeros(len(pixels), dtype=bool)
            is_chosen[self._chosen] = True
            colours = np.where(is_chosen, colours, QColor(self._theme.tokens.line).rgb())
            upwards = np.argsort(is_chosen, kind="stable")
            pixels, colours = pixels[upwards], colours[upwards].astype(np.uint32)
        size = LARGEST - (LARGEST - SMALLEST) * np.log10(max(len(pixels), 100) / 100.0) / 2.0
        size = min(LARGEST, max(SMALLEST, size) * min(2.0, self._zoom**0.3))
        draw_dots(image, pixels, colours, size)
        return image
