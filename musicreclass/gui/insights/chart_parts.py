"""Charts whose parts stand for tracks: a click, or the keyboard, asks for those to be shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from musicreclass.core.track import TrackLine
from musicreclass.gui.theme import Theme

Picks = Callable[[TrackLine], bool]  # whether a track is one of those that a part stands for
RING = 2  # pixels
BACKWARD = (Qt.Key.Key_Up, Qt.Key.Key_Left)
FORWARD = (Qt.Key.Key_Down, Qt.Key.Key_Right)
TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ChartParts(QWidget):
    """Takes part after part in hand; a subclass says where each lies.

    Signals:
        picked: says of a TrackLine whether it is one of those that a part stands for.
    """

    picked = Signal(object)

    is_drawn = True  # see gui/accessible_roles.py

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picks: tuple[Picks | None, ...] = ()
        self._in_hand = 0
        self._name = name
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        theme.changed.connect(self.update)

    def part_at(self, at: QPoint) -> int:
        """Return the number of the part at a point, -1 where there is none."""
        raise NotImplementedError

    def area_of(self, part: int) -> QRect:
        """Return where a part lies."""
        raise NotImplementedError

    def text_of(self, part: int) -> str:
        """Return what a part says."""
        raise NotImplementedError

    def set_parts(self, picks: Sequence[Picks | None]) -> None:
        """Let parts stand for these tracks; None is for a part that stands for none."""
        self._picks = tuple(picks)
        self._in_hand = min(self._in_hand, max(0, len(self._picks) - 1))
        can_pick = any(pick is not None for pick in self._picks)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if can_pick else Qt.FocusPolicy.NoFocus)

    def paint_part_in_hand(self, painter: QPainter) -> None:
        """Mark what the keyboard has in hand."""
        if self.hasFocus() and self._picks:
            painter.setPen(QPen(QColor(self._theme.tokens.accent), RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.area_of(self._in_hand).adjusted(1, 1, -1, -1), 4, 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in TAKE:
            self._pick(self._in_hand)
        elif key in BACKWARD or key in FORWARD:
            step = 1 if key in FORWARD else -1
            self._in_hand = max(0, min(len(self._picks) - 1, self._in_hand + step))
            self._tell()
            self.update()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        can_pick = self._pick_of(self.part_at(event.position().toPoint())) is not None
        shapes = Qt.CursorShape
        self.setCursor(shapes.PointingHandCursor if can_pick else shapes.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        part = self.part_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and part >= 0:
            self._in_hand = part
            self._pick(part)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell()
        self.update()

    def _tell(self) -> None:
        """Tell a screen reader which part the keyboard has in hand."""
        is_held = self.hasFocus() and self._in_hand < len(self._picks)
        text = self.text_of(self._in_hand) if is_held else ""
        self.setAccessibleName(f"{self._name}: {text}" if text else self._name)

    def _pick_of(self, part: int) -> Picks | None:
        return self._picks[part] if 0 <= part < len(self._picks) else None

    def _pick(self, part: int) -> None:
        if (pick := self._pick_of(part)) is not None:
            self.picked.emit(pick)
