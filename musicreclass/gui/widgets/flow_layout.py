"""A layout that puts widgets in lines, as words in a text."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

ENDLESS = 1 << 20  # pixels, wider than any line


class FlowLayout(QLayout):
    """Begins another line where there is no room left in the one before."""

    def __init__(
        self, parent: QWidget | None = None, spacing: int = 6, *, wants_one_line: bool = False
    ) -> None:
        """Make an empty one.

        Args:
            parent: the widget that it lays out, if any.
            spacing: between items and between lines.
            wants_one_line: ask for room for all side by side where something lies beside it.
        """
        super().__init__(parent)
        self._wants_one_line = wants_one_line
        self.setContentsMargins(QMargins())
        self.setSpacing(spacing)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        around = self.contentsMargins()
        room = width - around.left() - around.right()
        height = self._arrange(QRect(0, 0, room, 0), moves=False)
        return height + around.top() + around.bottom()

    def setGeometry(self, area: QRect) -> None:  # noqa: N802
        super().setGeometry(area)
        self._arrange(area.marginsRemoved(self.contentsMargins()), moves=True)

    def sizeHint(self) -> QSize:
        lines = self._lines(ENDLESS) if self._wants_one_line else []
        if not lines:
            return self.minimumSize()
        sizes = [size for _, size in lines[0]]
        width = sum(size.width() + self.spacing() for size in sizes) - self.spacing()
        line = QSize(width, max(size.height() for size in sizes))
        return line.grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:  # noqa: N802
        least = QSize()
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        return least.grownBy(self.contentsMargins())

    def _arrange(self, area: QRect, *, moves: bool) -> int:
        """Put the items in lines; return how high all of them are."""
        y = area.top()
        for line in self._lines(area.width()):
            height, x = max(size.height() for _, size in line), area.left()
            for item, size in line if moves else ():
                at = QPoint(x, y + (height - size.height()) // 2)
                item.setGeometry(QRect(at, size))
                x += size.width() + self.spacing()
            y += height + self.spacing()
        return max(y - self.spacing() - area.top(), 0)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Return the items that are shown, line by line, with the size of each."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        x = 0
        for item in self._items:
            if (widget := item.widget()) is not None and widget.isHidden():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), width))
            if not lines or x + size.width() > width:
                lines.append([])
                x = 0
            lines[-1].append((item, size))
            x += size.width() + self.spacing()
        return lines
