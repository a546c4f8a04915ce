"""The entries of the sidebar: which tracks each shows, and how it is painted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from musicreclass.core.review.transitions import ReviewQueue
from musicreclass.gui.messages import WAITING, count
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.drawing import DOT_SIZE

GAP = 8  # pixels
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole)
COUNT_ROLE = ENTRY_ROLE + 1
FOLD_ROLE = ENTRY_ROLE + 2  # of a heading or folder: whether what is below it is shown
DEPTH_ROLE = ENTRY_ROLE + 3  # of a folder: how many folders of the library are around it
CHOSEN_ROLE = ENTRY_ROLE + 4  # whether it is among what is chosen
INDENT = 14  # pixels for each folder around a folder
ARROW = 16  # pixels, of what folds a folder


class Queue(Enum):
    """A way to look at the library."""

    ALL = auto()
    FOLDER = auto()
    TO_REVIEW = auto()
    CONFIDENT = auto()
    NOT_SURE = auto()
    DISAGREE = auto()
    NOVEL = auto()
    ACCEPTED = auto()
    SKIPPED = auto()
    WRITTEN = auto()
    MISSING = auto()
    PROBLEMS = auto()
    GENRE = auto()
    SAVED = auto()

    __hash__ = object.__hash__  # quick: there is an entry for each of thousands of folders


REVIEWS = {
    Queue.TO_REVIEW: ReviewQueue.TO_REVIEW,
    Queue.CONFIDENT: ReviewQueue.CONFIDENT,
    Queue.NOT_SURE: ReviewQueue.NOT_SURE,
    Queue.DISAGREE: ReviewQueue.DISAGREE,
    Queue.NOVEL: ReviewQueue.NOVEL,
    Queue.ACCEPTED: ReviewQueue.ACCEPTED,
    Queue.SKIPPED: ReviewQueue.SKIPPED,
    Queue.WRITTEN: ReviewQueue.WRITTEN,
}  # which queue of a review an entry shows


@dataclass(frozen=True, slots=True)
class SidebarEntry:
    """What can be chosen in the sidebar."""

    queue: Queue
    folder_id: int | None = None
    genre: str = ""
    below: str = ""  # the folder of the library: which one
    name: str = ""  # of a saved filter


class SidebarDelegate(QStyledItemDelegate):
    """Name on the left, count on the right, headings small and dimmed."""

    MARGIN = 10

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(80, 30 if index.data(ENTRY_ROLE) is not None else 36)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry: SidebarEntry | None = index.data(ENTRY_ROLE)
        area = option.rect.adjusted(self.MARGIN, 0, -self.MARGIN, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry is None:
            if index.data(FOLD_ROLE) is not None:
                self._paint_ground(painter, option, is_chosen=False)
            self._paint_heading(painter, area, option, _heading(index))
        else:
            self._paint_ground(painter, option, is_chosen=bool(index.data(CHOSEN_ROLE)))
            area = area.adjusted(self._paint_arrow(painter, area, index), 0, 0, 0)
            self._paint_entry(painter, area, option, index, entry)
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

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, *, is_chosen: bool
    ) -> None:
        """Fill what is chosen, and draw a line around what has the keyboard."""
        tokens, state = self._theme.tokens, option.state
        has_focus = state & QStyle.StateFlag.State_HasFocus
        is_under_mouse = state & QStyle.StateFlag.State_MouseOver
        painter.setPen(QPen(QColor(tokens.accent), 2) if has_focus else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if is_chosen:
            painter.setBrush(QColor(tokens.selection))
        elif is_under_mouse:
            painter.setBrush(QColor(tokens.hover))
        if has_focus or is_chosen or is_under_mouse:
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 6, 6)

    def _paint_arrow(
        self, painter: QPainter, area: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> int:
        """Draw what folds a folder; return by how much its name moves to the right."""
        depth = index.data(DEPTH_ROLE)
        if depth is None:
            return 0
        left = depth * INDENT
        if (is_open := index.data(FOLD_ROLE)) is not None:
            painter.setPen(QColor(self._theme.tokens.dim))
            at = QRect(area.left() + left - 4, area.top(), ARROW, area.height())
            painter.drawText(at, Qt.AlignmentFlag.AlignCenter, "▾" if is_open else "▸")
        return int(left) + ARROW - 4

    def _paint_entry(
        self,
        painter: QPainter,
        area: QRect,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        entry: SidebarEntry,
    ) -> None:
        tokens = self._theme.tokens
        number = index.data(COUNT_ROLE)
        is_alarming = entry.queue is Queue.PROBLEMS and bool(number)
        shown = WAITING if number is None else count(int(number))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(tokens.bad if is_alarming else tokens.dim))
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, shown)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            at = QRect(area.left(), area.center().y() - DOT_SIZE // 2, DOT_SIZE, DOT_SIZE)
            icon.paint(painter, at)
            area = area.adjusted(DOT_SIZE + GAP, 0, 0, 0)
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
