"""The entries of the sidebar: which tracks each shows, and how it is painted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from musicreclass.core.review.query import Query
from musicreclass.core.review.track_list import Filter
from musicreclass.core.review.transitions import ReviewQueue
from musicreclass.gui.messages import count
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.drawing import DOT_SIZE

GAP = 8  # pixels
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole)
COUNT_ROLE = ENTRY_ROLE + 1
FOLD_ROLE = ENTRY_ROLE + 2  # of a heading: whether what is below it is shown


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
    """What is chosen in the sidebar."""

    queue: Queue
    folder_id: int | None = None
    genre: str = ""

    def filter(self, query: Query) -> Filter:
        """Return what lets those of its tracks through that are searched for."""
        return Filter(
            query,
            self.folder_id,
            only_missing=self.queue is Queue.MISSING,
            queue=REVIEWS.get(self.queue),
            genre=self.genre,
        )


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
                option.state &= ~QStyle.StateFlag.State_Selected  # it folds; nothing is chosen
                self._paint_ground(painter, option)
            self._paint_heading(painter, area, option, _heading(index))
        else:
            self._paint_ground(painter, option)
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

    def _paint_entry(
        self,
        painter: QPainter,
        area: QRect,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        entry: SidebarEntry,
    ) -> None:
        tokens = self._theme.tokens
        number = int(index.data(COUNT_ROLE) or 0)
        is_alarming = entry.queue is Queue.PROBLEMS and number > 0
        shown = count(number)
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
