"""The focus ring: two pixels around whatever has the keyboard, one drawing for every control.

Drawn above the controls rather than by each of them: style sheets reach neither rows nor plots,
and a control that somebody adds has its ring without a word.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QTabBar, QWidget
from shiboken6 import delete, isValid

from musicreclass.gui.theme import Theme
from musicreclass.gui.workers import single_shot

RING = 2  # pixels
GAP = 1  # between a control and its ring
ROUNDNESS = 5
CORNER = 5  # so far in from the edge the ring may reach, for its round corners
_MOVES = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.Paint,  # rows moved, or another became the current one
)


@runtime_checkable
class HasFocusArea(Protocol):
    """A widget of which only a part has the keyboard at a time."""

    def focus_area(self) -> QRect:
        """Return that part."""


class FocusRing(QWidget):
    """The ring itself. It takes no clicks, and covers nothing but what it draws."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def surround(self, area: QRect) -> None:
        """Be drawn just within an area of the window; hidden where that is empty."""
        if area.width() <= 2 * RING or area.height() <= 2 * RING:
            self.hide()
            return
        if area != self.geometry() or not self.mask().boundingRect().isValid():
            whole = QRect(QPoint(0, 0), area.size())
            within = whole.adjusted(CORNER, CORNER, -CORNER, -CORNER)
            self.setGeometry(area)
            # Scrolling a row only moves pixels as long as nothing else lies upon them.
            self.setMask(QRegion(whole).subtracted(QRegion(within)))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.tokens.accent), RING))
        middle = RING // 2
        line = self.rect().adjusted(middle, middle, -middle, -middle)
        painter.drawRoundedRect(line, ROUNDNESS, ROUNDNESS)
        painter.end()


class FocusRings(QObject):
    """Lets the ring follow the keyboard through a window and the dialogs above it.

    As on web pages, a click alone draws no ring; the next key does.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._focused: QWidget | None = None
        self._shown: FocusRing | None = None
        self._watcher: QObject | None = None
        self._is_by_keys = True
        self._placing = single_shot(self, 0, self.surround_focus)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        theme.changed.connect(self._placing.start)
        self._on_focus(None, QApplication.focusWidget())

    def note_event(self, kind: QEvent.Type) -> None:
        """Follow what happens to what has the keyboard, or to what it lies in."""
        if kind in _MOVES:
            self._placing.start()
        elif kind == QEvent.Type.KeyPress and not self._is_by_keys:
            self._is_by_keys = True
            self._placing.start()

    def forget_focus(self) -> None:
        """Forget what has the keyboard, as it is no more."""
        self._focused = None

    def surround_focus(self) -> None:
        """Put the ring around what has the keyboard now."""
        focused = self._focused
        if focused is None or not isValid(focused):
            return
        self._shown = self._ring(focused.window())
        is_seen = self._is_by_keys and focused.isVisible()  # a hidden one may have it to come
        self._shown.surround(_area(focused) if is_seen else QRect())

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Go on to another widget. The one before may be half destroyed and is not touched."""
        if self._shown is not None and isValid(self._shown):
            self._shown.hide()
        if self._watcher is not None:
            delete(self._watcher)  # and with it goes what it watches
        self._shown = self._watcher = None
        self._focused = new if new is not None and self._is_mine(new) else None
        if self._focused is None:
            return
        self._is_by_keys = QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton
        self._watcher = FocusWatcher(self, self._focused)
        if self._is_by_keys:
            _bring_into_sight(self._focused)
        self.surround_focus()

    def _is_mine(self, widget: QWidget) -> bool:
        above: QWidget | None = widget
        while above is not None and above is not self._window:
            above = above.parentWidget()
        return above is not None

    def _ring(self, window: QWidget) -> FocusRing:
        found = window.findChild(
            FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly
        )  # or each window would keep as many as had the keyboard
        return found if isinstance(found, FocusRing) else FocusRing(self._theme, window)


class FocusWatcher(QObject):
    """Watches whatever may move what has the keyboard; of those that paint, only where rows are."""

    def __init__(self, rings: FocusRings, focused: QWidget) -> None:
        super().__init__(rings)
        self._rings = rings
        focused.destroyed.connect(self._on_destroyed)  # Qt's own dialogs tell Python nothing else
        if isinstance(focused, QAbstractItemView):
            focused.viewport().installEventFilter(self)
        above: QWidget | None = focused
        while above is not None:
            above.installEventFilter(self)
            above = None if above.isWindow() else above.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._rings.note_event(event.type())
        return False

    def _on_destroyed(self) -> None:
        self._rings.forget_focus()


def _bring_into_sight(widget: QWidget) -> None:
    """Scroll to what has the keyboard. Qt does so only where Tab came from within the same area."""
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, QScrollArea):
            content = above.widget()
            if content is not None and content.isAncestorOf(widget):
                above.ensureWidgetVisible(widget, 2 * CORNER, 2 * CORNER)
        above = above.parentWidget()


def _area(widget: QWidget) -> QRect:
    """Return where the ring is to be, in the window: around a control, within a row."""
    window = widget.window()
    row = _row(widget)
    if row is not None:
        view, part = row
        within = _in_sight(view).intersected(_in_window(view, part))
        if not within.isEmpty():
            return within
    around = RING + GAP
    sight = _in_sight(widget)
    if sight.isEmpty():
        return QRect()
    return sight.adjusted(-around, -around, around, around).intersected(window.rect())


def _row(widget: QWidget) -> tuple[QWidget, QRect] | None:
    """Return the part of a widget that has the keyboard, and in whose coordinates that is."""
    if isinstance(widget, HasFocusArea):
        return widget, widget.focus_area()
    if isinstance(widget, QTabBar):
        return widget, widget.tabRect(widget.currentIndex())
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        view = widget.viewport()
        row = widget.visualRect(widget.currentIndex())
        if widget.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows:
            row.setLeft(0)
            row.setRight(view.width() - 1)
        return view, row
    return None


def _in_sight(widget: QWidget) -> QRect:
    """Return what of a widget is not clipped by those that it lies in, in the window."""
    sight = _in_window(widget, widget.rect())
    above = widget.parentWidget()
    while above is not None and not above.isWindow() and not widget.isWindow():
        sight = sight.intersected(_in_window(above, above.rect()))
        above = above.parentWidget()
    return sight


def _in_window(widget: QWidget, part: QRect) -> QRect:
    return QRect(widget.mapTo(widget.window(), part.topLeft()), part.size())
