"""How the entries of the sidebar are painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from musicreclass.gui.messages import count
from musicreclass.gui.review.places import COUNT_ROLE, FOLD_ROLE, PLACE_ROLE, Place, Queue
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.dots import SIZE

GAP = 8


class PlaceDelegate(QStyledItemDelegate):
    """Name on the left, count on the right, headings small and dimmed."""

    MARGIN = 10

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        height = 30 if index.data(PLACE_ROLE) is not None else 36
        return QSize(80, height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        place: Place | None = index.data(PLACE_ROLE)
        area = option.rect.adjusted(self.MARGIN, 0, -self.MARGIN, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if place is None:
            if index.data(FOLD_ROLE) is not None:
                self._paint_ground(painter, option)
            self._paint_heading(painter, area, option, _heading(index))
        else:
            self._paint_ground(painter, option)
            self._paint_place(painter, area, option, index, place)
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, area: QRect, option: QStyleOptionViewItem, text: str
    ) -> None:
        font = option.font
        font.setPointSizeF(font.pointSizeF() * 0.85)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.tokens.dim))
        bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(area.adjusted(0, 0, 0, -6), bottom, text.upper())

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        tokens = self._theme.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(tokens.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(tokens.hover))
        else:
            return
        painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 6, 6)

    def _paint_place(
        self,
        painter: QPainter,
        area: QRect,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        place: Place,
    ) -> None:
        tokens = self._theme.tokens
        number = int(index.data(COUNT_ROLE) or 0)
        is_alarming = place.queue is Queue.PROBLEMS and number > 0
        shown = count(number)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(tokens.bad if is_alarming else tokens.dim))
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, shown)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            at = QRect(area.left(), area.center().y() - SIZE // 2, SIZE, SIZE)
            icon.paint(painter, at)
            area = area.adjusted(SIZE + GAP, 0, 0, 0)
        metrics = option.fontMetrics
        room = area.width() - metrics.horizontalAdvance(shown) - self.MARGIN
        name = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideMiddle, room)
        painter.setPen(QColor(tokens.text))
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignLeft, name)


def _heading(index: QModelIndex | QPersistentModelIndex) -> str:
    """Return a heading, with a mark where what is below it can be folded away."""
    is_open = index.data(FOLD_ROLE)
    text = str(index.data())
    return text if is_open is None else f"{text} {'▾' if is_open else '▸'}"
