"""The sidebar: folders and queues with their counts. One of them is chosen; it says which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from musicreclass.core.location import readable
from musicreclass.core.prediction import Verdict
from musicreclass.core.track import Folder
from musicreclass.gui.messages import count
from musicreclass.gui.theme import Theme

PLACE_ROLE = int(Qt.ItemDataRole.UserRole)
COUNT_ROLE = PLACE_ROLE + 1


class Queue(Enum):
    """A way to look at the library."""

    ALL = auto()
    FOLDER = auto()
    CONFIDENT = auto()
    NOT_SURE = auto()
    DISAGREE = auto()
    UNLIKE = auto()
    MISSING = auto()
    PROBLEMS = auto()


VERDICTS = {
    Queue.CONFIDENT: Verdict.SURE,
    Queue.NOT_SURE: Verdict.NOT_SURE,
    Queue.DISAGREE: Verdict.DIFFER,
    Queue.UNLIKE: Verdict.UNLIKE,
}  # what the suggestions of a queue have in common


@dataclass(frozen=True, slots=True)
class Place:
    """What is chosen in the sidebar."""

    queue: Queue
    folder_id: int | None = None


class Sidebar(QListWidget):
    """Signals: `chosen` with the Place to show, `removal_wanted` with the id of a folder."""

    chosen = Signal(object)
    removal_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Folders and queues"))
        self.setItemDelegate(_PlaceDelegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_wanted)
        self.currentItemChanged.connect(self._on_current_changed)
        self._items: dict[Place, QListWidgetItem] = {}
        self.set_folders([])
        theme.changed.connect(self.viewport().update)

    def set_folders(self, folders: Iterable[Folder]) -> None:
        """Show these folders; what was chosen stays chosen where it is still there."""
        place = self.place()
        counts = {p: item.data(COUNT_ROLE) for p, item in self._items.items()}
        self.blockSignals(True)
        self.clear()
        self._items.clear()
        self._add_heading(self.tr("Library"))
        self._add(Place(Queue.ALL), self.tr("All tracks"))
        for folder in folders:
            item = self._add(Place(Queue.FOLDER, folder.id), readable(folder.path.name or "/"))
            item.setToolTip(readable(str(folder.path)))
        self._add_heading(self.tr("Queues"))
        for queue, name, meaning in self._queues():
            self._add(Place(queue), name).setToolTip(meaning)
        for known, number in counts.items():
            self.set_count(known, number)
        self.blockSignals(False)
        self.setCurrentItem(self._items.get(place, self._items[Place(Queue.ALL)]))

    def _queues(self) -> tuple[tuple[Queue, str, str], ...]:
        """Return the queues with their names and what is in them."""
        return (
            (
                Queue.CONFIDENT,
                self.tr("Confident"),
                self.tr("The genre is sure enough to be accepted in bulk."),
            ),
            (
                Queue.NOT_SURE,
                self.tr("Not sure"),
                self.tr("No genre stands out; have a look at the candidates."),
            ),
            (
                Queue.DISAGREE,
                self.tr("Disagree"),
                self.tr("The classifiers are sure of different genres."),
            ),
            (
                Queue.UNLIKE,
                self.tr("Unlike"),
                self.tr("Unlike anything that the classifiers learned from."),
            ),
            (
                Queue.MISSING,
                self.tr("Missing"),
                self.tr("The files are not where they were."),
            ),
            (
                Queue.PROBLEMS,
                self.tr("Problems"),
                self.tr("Files that could not be read, and why."),
            ),
        )

    def set_count(self, place: Place, number: int) -> None:
        if place in self._items:
            item = self._items[place]
            item.setData(COUNT_ROLE, number)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {count(number)}")

    def place(self) -> Place:
        """Return what is chosen."""
        item = self.currentItem()
        place = item.data(PLACE_ROLE) if item is not None else None
        return place if isinstance(place, Place) else Place(Queue.ALL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.place().folder_id is not None:
            self.removal_wanted.emit(self.place().folder_id)
        else:
            super().keyPressEvent(event)

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _add(self, place: Place, text: str) -> QListWidgetItem:
        item = QListWidgetItem(text, self)
        item.setData(PLACE_ROLE, place)
        item.setData(COUNT_ROLE, 0)
        self._items[place] = item
        return item

    def _on_current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(PLACE_ROLE))

    def _on_menu_wanted(self, at: QPoint) -> None:
        item = self.itemAt(at)
        place = item.data(PLACE_ROLE) if item is not None else None
        if place is None or place.folder_id is None:
            return
        menu = QMenu(self)
        remove = menu.addAction(self.tr("Remove from library"))
        remove.triggered.connect(lambda: self.removal_wanted.emit(place.folder_id))
        menu.exec(self.viewport().mapToGlobal(at))


class _PlaceDelegate(QStyledItemDelegate):
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
            self._paint_heading(painter, area, option, str(index.data()))
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
        metrics = option.fontMetrics
        room = area.width() - metrics.horizontalAdvance(shown) - self.MARGIN
        name = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideMiddle, room)
        painter.setPen(QColor(tokens.text))
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignLeft, name)
