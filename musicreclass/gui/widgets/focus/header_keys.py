"""The headings of a table by the keyboard: which one is meant, sorting by it, and their menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_SORTS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MENU = (Qt.Key.Key_Menu, Qt.Key.Key_Down)


class HeaderKeys(QObject):
    """Left and right go from heading to heading, Enter sorts as a click does, Down opens the menu.

    Tab reaches the headings from now on.
    """

    def __init__(self, header: QHeaderView) -> None:
        super().__init__(header)
        self._header = header
        self._at = 0  # from the left, among all
        header.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        header.setAccessibleName(self.tr("Columns"))
        header.installEventFilter(self)

    def area(self) -> QRect:
        """Return where the heading lies that the keyboard is on."""
        section = self.section
        left, width = (
            self._header.sectionViewportPosition(section),
            self._header.sectionSize(section),
        )
        return QRect(left, 0, width, self._header.height())

    @property
    def section(self) -> int:
        """Return which heading the keyboard is on."""
        seen = self._seen()
        nearest = min(seen, key=lambda index: abs(index - self._at), default=0)
        return self._header.logicalIndex(nearest)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._act(Qt.Key(event.key()))
        if event.type() == QEvent.Type.FocusIn:
            self._say()
        return False

    def _act(self, key: Qt.Key) -> bool:
        """Do what a key means; say whether it means anything here."""
        if key in _STEPS:
            self._go(_STEPS[key])
        elif key in _SORTS:
            self._sort()
        elif key in _MENU:
            area = self.area()
            self._header.customContextMenuRequested.emit(QPoint(area.left(), area.bottom()))
        else:
            return False
        return True

    def _go(self, step: int) -> None:
        seen, now = self._seen(), self._header.visualIndex(self.section)
        at = seen.index(now) + step if now in seen else 0
        self._at = seen[max(0, min(len(seen) - 1, at))]
        self._header.viewport().update()
        self._say()

    def _sort(self) -> None:
        """Sort upwards, then downwards, then not at all."""
        header, section = self._header, self.section
        if header.sortIndicatorSection() != section:
            header.setSortIndicator(section, Qt.SortOrder.AscendingOrder)
        elif header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder:
            header.setSortIndicator(section, Qt.SortOrder.DescendingOrder)
        else:
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def _say(self) -> None:
        """Let screen readers tell which heading it is."""
        name = self._header.model().headerData(self.section, Qt.Orientation.Horizontal)
        self._header.setAccessibleDescription(
            self.tr("{column}: Enter sorts, Down chooses columns").format(column=name)
        )

    def _seen(self) -> list[int]:
        """Return the places of all headings that are shown, from left to right."""
        header = self._header
        return [
            i for i in range(header.count()) if not header.isSectionHidden(header.logicalIndex(i))
        ]
