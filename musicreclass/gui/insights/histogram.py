"""How many there are of each size: bars side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from musicreclass.gui.insights.chart_parts import ChartParts, Picks
from musicreclass.gui.theme import Theme

LEAST_HEIGHT = 96
LABELS_HEIGHT = 18
TOP = 4
GAP = 2
LEAST_BAR = 2.0  # pixels, of what is there at all


@dataclass(frozen=True, slots=True)
class Bin:
    parts: tuple[int, ...]  # counts, from the bottom up
    label: str  # where it begins; may be empty
    detail: str  # said on hovering, and read out
    picks: Picks | None = None  # the tracks that it stands for


class Histogram(ChartParts):
    """The lowest part has the accent, what lies on it is dim."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(name, theme, parent)
        self.bins: tuple[Bin, ...] = ()
        self.end = ""
        self.setMinimumHeight(LEAST_HEIGHT)

    def show_bins(self, bins: Sequence[Bin], end: str = "") -> None:
        """Show these bins and no others; `end` is said where the last one ends."""
        self.bins, self.end = tuple(bins), end
        self.set_parts([one.picks if any(one.parts) else None for one in bins])
        self.setAccessibleDescription("\n".join(one.detail for one in bins if any(one.parts)))
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.part_at(event.pos())
            text = self.bins[index].detail if index >= 0 else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def part_at(self, at: QPoint) -> int:
        index = at.x() * len(self.bins) // max(1, self.width())
        return index if 0 <= index < len(self.bins) else -1

    def area_of(self, part: int) -> QRect:
        wide = self.width() / max(1, len(self.bins))
        return QRect(round(part * wide), TOP, round(wide), self.height() - TOP)

    def text_of(self, part: int) -> str:
        return self.bins[part].detail

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = QRectF(0, TOP, self.width(), self.height() - TOP - LABELS_HEIGHT)
        most = max((sum(one.parts) for one in self.bins), default=0)
        wide = self.width() / max(1, len(self.bins))
        for index, one in enumerate(self.bins):
            slot = QRectF(index * wide, ground.top(), wide, ground.height())
            self._paint_bin(painter, slot, one, most)
        painter.setPen(QColor(self._theme.tokens.line))
        painter.drawLine(ground.bottomLeft(), ground.bottomRight())
        below = QRectF(ground.left(), ground.bottom(), ground.width(), LABELS_HEIGHT)
        painter.setPen(QColor(self._theme.tokens.dim))
        to_the_right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(below, to_the_right, self.end)
        self.paint_part_in_hand(painter)
        painter.end()

    def _paint_bin(self, painter: QPainter, slot: QRectF, one: Bin, most: int) -> None:
        tokens, bottom = self._theme.tokens, slot.bottom()
        for part, colour in zip(one.parts, (tokens.accent, tokens.dim), strict=False):
            if part:
                height = max(LEAST_BAR, slot.height() * part / most)
                bar = QRectF(slot.left() + GAP / 2, bottom - height, slot.width() - GAP, height)
                painter.fillRect(bar, QColor(colour))
                bottom -= height
        if one.label:
            width = self.fontMetrics().horizontalAdvance(one.label) + 2
            left = max(0.0, slot.left() - width / 2)
            words = QRectF(left, slot.bottom(), width, LABELS_HEIGHT)
            painter.setPen(QColor(tokens.dim))
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, one.label)
