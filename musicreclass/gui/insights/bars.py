"""Horizontal bars, one below the other: a name, one or two bars, and what they say in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from musicreclass.gui.insights.chart_parts import ChartParts, Picks
from musicreclass.gui.theme import Theme

ROW_HEIGHT = 22
PAIR_HEIGHT = 34
BAR_HEIGHT = 8
GAP = 10
NAME_SHARE = 0.42  # of the width, at most
WIDEST_NAME = 150
ROUNDING = 2  # widths of text are fractions of pixels


@dataclass(frozen=True, slots=True)
class Bar:
    share: float  # of the longest possible, 0 to 1
    text: str
    colour: str = ""  # the accent where it has none of its own


@dataclass(frozen=True, slots=True)
class BarRow:
    name: str
    bars: tuple[Bar, ...]
    detail: str = ""  # said on hovering, and read out
    picks: Picks | None = None  # the tracks that it stands for


class Bars(ChartParts):
    """As high as its rows need."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(name, theme, parent)
        self._row_height = ROW_HEIGHT
        self.rows: tuple[BarRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[BarRow]) -> None:
        """Show these rows and no others."""
        self.rows = tuple(rows)
        self.set_parts([row.picks for row in rows])
        is_paired = any(len(row.bars) > 1 for row in rows)
        high = self.fontMetrics().height()
        self._row_height = max(PAIR_HEIGHT, 2 * high) if is_paired else max(ROW_HEIGHT, high + 6)
        self.setFixedHeight(max(1, self._row_height * len(rows)))
        self.setAccessibleDescription("\n".join(map(self.text_of, range(len(rows)))))
        self.update()

    def part_at(self, at: QPoint) -> int:
        row = at.y() // self._row_height
        return row if 0 <= row < len(self.rows) else -1

    def area_of(self, part: int) -> QRect:
        return QRect(0, part * self._row_height, self.width(), self._row_height)

    def text_of(self, part: int) -> str:
        return self.rows[part].detail or self.rows[part].name

    def sizeHint(self) -> QSize:
        return QSize(240, self._row_height * len(self.rows))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self.part_at(event.pos())
            text = self.rows[row].detail if row >= 0 else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        names = max((metrics.horizontalAdvance(row.name) for row in self.rows), default=0)
        names = min(names + ROUNDING, round(self.width() * NAME_SHARE), WIDEST_NAME)
        texts = [bar.text for row in self.rows for bar in row.bars]
        numbers = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        first = event.rect().top() // self._row_height
        last = event.rect().bottom() // self._row_height
        for number, row in enumerate(self.rows[first : last + 1], first):
            self._paint_row(painter, self.area_of(number), row, names, numbers)
        self.paint_part_in_hand(painter)
        painter.end()

    def _paint_row(
        self, painter: QPainter, area: QRect, row: BarRow, names: int, numbers: int
    ) -> None:
        middle, metrics = Qt.AlignmentFlag.AlignVCenter, self.fontMetrics()
        painter.setPen(QColor(self._theme.tokens.text))
        name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, names)
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignLeft, name)
        left = area.left() + names + GAP
        width = area.width() - names - numbers - 2 * GAP
        height = area.height() / max(1, len(row.bars))
        for number, bar in enumerate(row.bars):
            top = area.top() + number * height
            line = QRectF(area.right() - numbers, top, numbers, height)
            painter.setPen(QColor(self._theme.tokens.dim))
            painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, bar.text)
            self._paint_bar(painter, QPointF(left, top + (height - BAR_HEIGHT) / 2), width, bar)

    def _paint_bar(self, painter: QPainter, at: QPointF, width: float, bar: Bar) -> None:
        if width < BAR_HEIGHT:
            return
        tokens = self._theme.tokens
        whole = QRectF(at.x(), at.y(), width, BAR_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.line))
        painter.drawRoundedRect(whole, BAR_HEIGHT / 2, BAR_HEIGHT / 2)
        if bar.share > 0.0:
            part = QRectF(at.x(), at.y(), max(BAR_HEIGHT, width * bar.share), BAR_HEIGHT)
            painter.setBrush(QColor(bar.colour or tokens.accent))
            painter.drawRoundedRect(part, BAR_HEIGHT / 2, BAR_HEIGHT / 2)
